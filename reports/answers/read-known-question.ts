import type { Context } from '../../crm/access/context.js';
import type { RecordReader } from '../../crm/access/readable.js';
import { knownNames } from '../../crm/lookup/known-names.js';
import { findAmounts, sumOf } from '../../kernel/pieces/amount.js';
import { findContacts } from '../../kernel/pieces/contact.js';
import { findDates } from '../../kernel/pieces/date.js';
import { readMonths } from '../../kernel/pieces/month-list.js';
import { plainQuestion } from '../../language/question/question-line.js';
import type { KnownNames, QuestionReading } from '../../language/question/question-reading.js';
import { priceOf } from '../../sales/deals/prices.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import type { Process } from '../../sales/process/parse-process.js';
import { filedWordsIn } from '../../store/activity/filed-words.js';
import { spellingsOf } from '../../store/people/name-sounds.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { type ByLanguage, everyWording, type Locale, locales, textsIn } from '../../texts/languages.js';

/** Who asks, and by which rules. */
type Asking = Pick<Context, 'db' | 'at' | 'process'> & RecordReader;

/**
 * Reads a question with the names it may hold. Searches records for products, regions and industries only if
 * words are left that nothing else explains.
 */
export async function readKnowing(
  asking: Asking,
  words: string,
  read: (known: KnownNames) => QuestionReading | undefined,
): Promise<QuestionReading | undefined> {
  const known = await namesAskedBy(asking, words);
  const reading = read(known);
  if (reading && reading.unknown === undefined) return reading;
  const values = await filedValues(asking, words);
  return values.length > 0 ? read({ ...known, values: [...values, ...known.values] }) : reading;
}

/** The products, regions, industries and tags of records that stand in the words. */
export async function filedValues({ db }: Asking, words: string): Promise<KnownNames['values'][number][]> {
  const filed = await filedWordsIn(db, plainQuestion(words));
  return Object.entries(filed).flatMap(([dimension, all]) =>
    all.map((value) => ({ dimension, key: value, words: [value] })),
  );
}

/**
 * Collects the names that this speaker's question may hold: colleagues, teams, customers, and the process's
 * names.
 */
export async function namesAskedBy({ db, at, process, person }: Asking, words: string): Promise<KnownNames> {
  const plain = plainQuestion(words);
  const hits = await knownNames({ db, person }).exact(stretchesOf(plain));
  const people = (await listPeople(db)).filter((one) => one.active);
  const isLatin = /\p{Script=Latin}{2}/u.test(plain);
  return {
    customers: [...new Set(hits.map(({ key }) => key))],
    people: people.map(({ name }) => ({
      name,
      words: [...nicknames(name), ...(isLatin ? inLetters(name) : [])],
    })),
    teams: (await listTeams(db)).map(({ name }) => name),
    values: [...namedValues(process, at.locale), ...tagged(plain)],
    dimensions: dimensionsOf(process),
    amounts: (text) =>
      findAmounts(text).flatMap(({ piece, from, to }) => {
        const { amount } = priceOf(process, sumOf(piece.value, piece.currency), at.today);
        return amount === null ? [] : [{ value: amount, from, to }];
      }),
    dates: (text, prefer) =>
      findDates(text, { ...at, prefer }).map(({ piece, from, to }) => ({ value: piece.value, from, to })),
    today: at.today,
    fiscalStart: at.fiscalStart,
    months: (said) => readMonths(said, at.today),
    contacts: (text) => findContacts(text),
  };
}

const longestHan = 12;
const longestLatin = 4;

/** Lists every stretch of the words that may be a customer's full name. */
function stretchesOf(words: string): string[] {
  const found = new Set<string>();
  for (const [run] of words.matchAll(/[\p{Script=Han}·]+/gu))
    for (let from = 0; from < run.length; from++)
      for (let to = from + 2; to <= Math.min(run.length, from + longestHan); to++)
        found.add(run.slice(from, to));
  const latin = words.match(/[\p{L}\p{N}&'-]+/gu) ?? [];
  for (let from = 0; from < latin.length; from++)
    for (let size = 1; size <= longestLatin && from + size <= latin.length; size++) {
      const said = latin
        .slice(from, from + size)
        .join(' ')
        .replace(/'s$/, '');
      if (said.length > 1) found.add(said);
    }
  return [...found];
}

/** Lists a person's nicknames: 小明, 小王, 老王, 王哥, 王姐 for 王小明; Emma for Emma Stone. */
function nicknames(name: string): string[] {
  const [first, ...more] = name.split(/\s+/);
  if (more.length > 0 && first) return [name, first];
  if (!/^\p{Script=Han}{2,4}$/u.test(name)) return [name];
  const surname = name[0] ?? '';
  const given = name.length > 2 ? [name.slice(1)] : [];
  return [name, ...given, `小${surname}`, `老${surname}`, `${surname}哥`, `${surname}姐`];
}

/** How a name is typed in small letters: lilei and `li lei` for 李雷 ("Li Lei"); tombaker, and toms in `toms deals`, for Tom Baker. */
function inLetters(name: string): string[] {
  const spelt = spellingsOf(name);
  if (spelt.length > 0) return spelt;
  const [first = '', ...more] = name.split(/\s+/);
  return more.length > 0 ? [`${first}${more.join('')}`, `${first}s`] : [];
}

/** Lists all names of a value; the speaker's language comes first and is shown. */
const namesIn =
  (locale: Locale) =>
  ({ name, aliases = [] }: { name: ByLanguage; aliases?: readonly string[] }): string[] => [
    ...everyWording(name, locale),
    ...aliases,
  ];

/** Lists stages, sources, loss reasons and choice fields with the process's names. */
function namedValues(
  { pipelines, sources, lossReasons, tags, grades, fields }: Process,
  locale: Locale,
): KnownNames['values'] {
  const namesOf = namesIn(locale);
  const of = (dimension: string, items: readonly { key: string; name: ByLanguage }[]) =>
    items.map((item) => ({ dimension, key: item.key, words: namesOf(item) }));
  return [
    ...pipelines.flatMap(({ stages }) => of('stage', stages)),
    ...of('source', sources),
    ...of('lossReason', lossReasons),
    ...tags.map((tag) => ({ dimension: 'tag', key: tag.name[locales[0]], words: namesOf(tag) })),
    ...grades.map((grade) => ({
      dimension: 'grade',
      key: grade,
      words: locales.flatMap((one) => textsIn(one).figure.gradeWords(grade)),
    })),
    ...fields.flatMap((field) => (field.type === 'choice' ? of(field.key, field.choices) : [])),
  ];
}

const tagged = (words: string): KnownNames['values'] =>
  [...words.matchAll(/#([\p{L}\p{N}_-]+)/gu)].map(([, tag = '']) => ({
    dimension: 'tag',
    key: tag,
    words: [tag],
  }));
