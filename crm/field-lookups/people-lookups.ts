import type { Lookup } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { bareName, markedName } from '../../kernel/names/self-given-name.js';
import { listPeople, personByIdentity } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { isEverybody } from '../access/usable-name.js';
import { company } from '../access/whose-lookup.js';
import { searchPeople } from '../lookup/search-records.js';

import { mostOffered } from './most-offered.js';

/** Finds colleagues by name, by key, or by the platform id in a mention. */
async function peopleCalled(ctx: Context, words: string): Promise<Person[]> {
  const wanted = words.toLowerCase();
  const all = await listPeople(ctx.db);
  const exact = all.filter((person) => person.id === words || person.name.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  const mentioned = await personByIdentity(ctx.db, ctx.platform, words);
  if (mentioned) return [mentioned];
  const unconfirmed = all.filter((person) => bareName(person.name).toLowerCase() === wanted);
  if (unconfirmed.length > 0) return unconfirmed;
  return all.filter((person) => person.name.toLowerCase().startsWith(wanted));
}

export const personLookup: Lookup<Context> = {
  async find(said, ctx, field) {
    const t = textsIn(ctx.locale).lookup;
    const words = markedName(said);
    const found = await peopleCalled(ctx, words);
    const all = await listPeople(ctx.db);
    const sure = (one: Person) =>
      all.filter((other) => bareName(other.name) === one.name).length === 1 ? one.name : one.id;
    const [only] = found;
    // The beginning of a name is a guess, so the speaker is asked; a first name that only one has is none.
    const plain = bareName(only?.name ?? '');
    const isFirst = plain.toLowerCase().split(' ')[0] === words.toLowerCase();
    const guessed =
      plain.toLowerCase().startsWith(words.toLowerCase()) && plain.length > words.length && !isFirst;
    if (only && found.length === 1 && !guessed) return sure(only);
    if (!only) {
      if (isEverybody(words)) throw new InputError(field, t.noName(`@${words}`));
      if (/^[UW][A-Z\d]{4,}$/.test(words)) throw new InputError(field, t.unknownMention);
      const team = all.filter((one) => one.teamId === ctx.person.teamId).slice(0, 8);
      throw new InputError(field, t.noPerson(words, formatsIn(ctx.locale).list(team.map((one) => one.name))));
    }
    const teams = new Map((await listTeams(ctx.db)).map((team) => [team.id, team.name]));
    const options = found.slice(0, mostOffered).map((one) => ({
      label: t.inTeam(one.name, teams.get(one.teamId ?? '') ?? t.noTeamYet),
      value: sure(one),
    }));
    throw new ChooseError(field, t.whichPerson(words), options, words);
  },
  knows: async (words, ctx) => {
    const said = markedName(words.replace(/^@/, '')).toLowerCase();
    return (await listPeople(ctx.db)).some((one) =>
      [one.name, bareName(one.name)].some((name) => name.toLowerCase() === said),
    );
  },
  choices: async (ctx) => {
    const team = (await listPeople(ctx.db)).filter(
      (one) =>
        one.active && one.role !== 'viewer' && one.teamId === ctx.person.teamId && one.id !== ctx.person.id,
    );
    return team.slice(0, 8).map((one) => ({ label: one.name, value: one.name }));
  },
  search: searchPeople,
};

export const teamLookup: Lookup<Context> = {
  async find(words, ctx, field) {
    const teams = await listTeams(ctx.db);
    const found = teams.find((one) => one.name.toLowerCase() === words.toLowerCase());
    if (found) return found.name;
    const all = formatsIn(ctx.locale).list(teams.map((one) => one.name));
    throw new InputError(field, textsIn(ctx.locale).lookup.noTeam(words, all));
  },
  knows: async (words, ctx) =>
    (await listTeams(ctx.db)).some((one) => one.name.toLowerCase() === words.toLowerCase()),
  choices: async (ctx) =>
    (await listTeams(ctx.db)).slice(0, 8).map((one) => ({ label: one.name, value: one.name })),
};

/** Looks up a team, or all teams. */
export const teamOrCompanyLookup: Lookup<Context> = {
  ...teamLookup,
  find: async (words, ctx, field) =>
    company.test(words) ? 'company' : await teamLookup.find(words, ctx, field),
  knows: async (words, ctx) => company.test(words) || (await teamLookup.knows?.(words, ctx)) === true,
};
