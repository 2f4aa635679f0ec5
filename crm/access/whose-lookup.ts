import type { Choice, Lookup } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { markedName } from '../../kernel/names/self-given-name.js';
import { isForeignSum } from '../../kernel/pieces/currency-said.js';
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
    const said = markedName(bare(words));
    const names = await whoseNames(ctx);
    const known = names.valueOf(said);
    if (known) return known;
    const t = textsIn(ctx.locale).target;
    const tokens = said.split(/\s+/);
    const { currency } = ctx.process;
    if (tokens.some((one) => isForeignSum(one, currency)))
      throw new InputError(null, textsIn(ctx.locale).deal.keptIn(currency), t.exampleCount);
    const list = formatsIn(ctx.locale).list(metrics.map((metric) => metricNames[metric][ctx.locale]));
    if (tokens.length > 1)
      throw new InputError(null, t.notUnderstood(withoutName(tokens, names), list), t.exampleCount);
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

/** The names of people and teams, read once for all words of a line. */
interface WhoseNames {
  /** Finds the value of words that name exactly one entry, or undefined. */
  valueOf(words: string): string | undefined;
  /** The most words that one of the names has. */
  mostWords: number;
}

async function whoseNames(ctx: Context): Promise<WhoseNames> {
  const people = await listPeople(ctx.db);
  const byName = new Map<string, Person[]>();
  for (const person of people) {
    const key = person.name.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), person]);
  }
  const ids = new Set(people.map(({ id }) => id));
  const teams = new Map((await listTeams(ctx.db)).map(({ name }) => [name.toLowerCase(), name]));
  const fixed = wordsInEach(({ asking }) => [...asking.companyWords, ...asking.selfWords]);
  return {
    valueOf(words) {
      if (company.test(words)) return 'company';
      if (myself.test(words)) return ctx.person.id;
      const said = words.toLowerCase();
      const [only, ...others] = byName.get(said) ?? [];
      if (only) return others.length === 0 ? only.name : undefined;
      return ids.has(words) ? words : teams.get(said);
    },
    mostWords: Math.max(
      ...[...byName.keys(), ...teams.keys(), ...fixed].map((name) => name.split(/\s+/).length),
    ),
  };
}

/** Removes the longest known name from the words, or returns all of them if they hold none. */
function withoutName(tokens: readonly string[], names: WhoseNames): string {
  for (let count = Math.min(tokens.length - 1, names.mostWords); count > 0; count--) {
    for (let from = 0; from + count <= tokens.length; from++) {
      const name = bare(tokens.slice(from, from + count).join(' '));
      if (names.valueOf(name)) return tokens.toSpliced(from, count).join(' ');
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
