import type { Choice, Lookup } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { metricNames, metrics } from '../../sales/process/metrics.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams, teamByName } from '../../store/people/team-queries.js';
import type { Person, Team } from '../../store/schema/row-types.js';
import { type Catalogue, formatsIn, textsIn, wordsInEach } from '../../texts/languages.js';
import type { Context } from './context.js';

/** The person, team or company that a target belongs to. */
export type Whose =
  | { scope: 'person'; person: Person }
  | { scope: 'team'; team: Team }
  | { scope: 'company' };

/** Words for all teams together: 公司 ("company"), 全公司 ("whole company"). */
export const company = wholeWords((t) => t.asking.companyWords);
const myself = wholeWords((t) => t.asking.selfWords);

function wholeWords(pick: (t: Catalogue) => readonly string[]): RegExp {
  return new RegExp(`^(${wordsInEach(pick).join('|')})$`, 'i');
}

/** Looks up a colleague, a team or the company; distinguishes other words from an unknown name. */
export const whoseLookup = (people: Lookup<Context>): Lookup<Context> => ({
  async find(words, ctx, field) {
    const said = bare(words);
    const known = await knownAs(said, ctx);
    if (known) return known;
    const t = textsIn(ctx.locale).target;
    const tokens = said.split(/\s+/);
    const unread = await withoutName(tokens, ctx);
    const list = formatsIn(ctx.locale).list(metrics.map((metric) => metricNames[metric][ctx.locale]));
    if (tokens.length > 1) throw new InputError(null, t.notUnderstood(unread, list), t.exampleCount);
    try {
      return await people.find(said, ctx, field);
    } catch (error) {
      if (error instanceof ChooseError || !(error instanceof InputError)) throw error;
      throw new InputError(null, `${t.noWhose(said)}${t.notUnderstood(said, list)}`, t.example);
    }
  },
  async search(words, ctx): Promise<Choice[]> {
    const wanted = words.trim().toLowerCase();
    const teams = (await listTeams(ctx.db)).filter((team) => team.name.toLowerCase().includes(wanted));
    const found = (await people.search?.(words, ctx)) ?? [];
    return [...teams.map((team) => ({ label: team.name, value: team.name })), ...found].slice(0, 20);
  },
});

/** Removes the longest known name from the words, or returns all of them if they hold none. */
async function withoutName(tokens: readonly string[], ctx: Context): Promise<string> {
  for (let count = tokens.length - 1; count > 0; count--) {
    for (let from = 0; from + count <= tokens.length; from++) {
      const name = bare(tokens.slice(from, from + count).join(' '));
      if (await knownAs(name, ctx)) return tokens.toSpliced(from, count).join(' ');
    }
  }
  return tokens.join(' ');
}

/** Strips the marks of a mention: `@张三` ("@Zhang San") or, as a platform writes it, `<@U1|name>`. */
const bare = (words: string): string =>
  words
    .trim()
    .replace(/^<@!?([^|>\s]+)(?:\|[^>]*)?>$/, '$1')
    .replace(/^@/, '');

/** Finds the value of a name that matches exactly one entry, or undefined. */
async function knownAs(words: string, ctx: Context): Promise<string | undefined> {
  if (company.test(words)) return 'company';
  const all = await listPeople(ctx.db);
  const said = words.toLowerCase();
  const named = all.filter((person) => person.name.toLowerCase() === said);
  if (myself.test(words)) return ctx.person.id;
  const [only] = named;
  if (only && named.length === 1) return only.name;
  const byId = all.find((person) => person.id === words);
  if (byId) return byId.id;
  return named.length > 1 ? undefined : (await teamByName(ctx.db, words))?.name;
}

/** Opens the person, team or company that a field's value names. */
export async function openWhose(ctx: Context, value: string): Promise<Whose> {
  if (value === 'company') return { scope: 'company' };
  const all = await listPeople(ctx.db);
  const person = all.find((one) => one.id === value) ?? all.find((one) => one.name === value);
  if (person) return { scope: 'person', person };
  const team = await teamByName(ctx.db, value);
  if (team) return { scope: 'team', team };
  throw new InputError(
    'whose',
    textsIn(ctx.locale).target.noWhose(value),
    textsIn(ctx.locale).target.example,
  );
}

export const teamIdOf = (whose: Whose): string | null =>
  whose.scope === 'person' ? whose.person.teamId : whose.scope === 'team' ? whose.team.id : null;

export const nameOfWhose = (ctx: Pick<Context, 'locale'>, whose: Whose): string =>
  whose.scope === 'person'
    ? whose.person.name
    : whose.scope === 'team'
      ? whose.team.name
      : textsIn(ctx.locale).target.company;

/** The owner id under which a target is stored. */
export const ownerIdOf = (whose: Whose): string =>
  whose.scope === 'person' ? whose.person.id : whose.scope === 'team' ? whose.team.id : '';
