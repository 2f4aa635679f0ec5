import { en } from './en/index.js';
import type { Like } from './shape/like.js';
import type { Term } from './shape/term.js';
import { zh } from './zh/index.js';

/** All that the product says, by subject. */
export type Catalogue = Like<typeof zh>;

/** Every language of the product: a further one is a folder and a line here. */
export const languages = { zh, en } satisfies Record<string, Catalogue>;

export type Locale = keyof typeof languages;

/** The codes of the languages, the original first. */
export const locales = Object.keys(languages) as [Locale, ...Locale[]];

/** What logs, the command line and the headers of exports are written in: whoever runs the product reads these. */
export const operatorLocale: Locale = 'en';

export const isLocale = (word: unknown): word is Locale => (locales as unknown[]).includes(word);

/** Something said in every language. */
export type ByLanguage<T = string> = Record<Locale, T>;

/** The catalogue of a language: `textsIn(ctx.locale).lead.created('韩梅')`. */
export const textsIn = (locale: Locale): Catalogue => languages[locale];

/** How a language writes figures, days and lists. */
export const formatsIn = (locale: Locale): Catalogue['formats'] => languages[locale].formats;

/** Picks the same entry of every language. */
export const inEachLanguage = <T>(pick: (catalogue: Catalogue, locale: Locale) => T): ByLanguage<T> =>
  Object.fromEntries(locales.map((locale) => [locale, pick(languages[locale], locale)])) as ByLanguage<T>;

/** Each entry of a part of the catalogue in every language: `entriesInEach((t) => t.process.metrics).won.en`. */
export const entriesInEach = <K extends string>(
  pick: (catalogue: Catalogue) => Record<K, string>,
): Record<K, ByLanguage> =>
  Object.fromEntries(
    Object.keys(pick(languages[locales[0]])).map((key) => [key, inEachLanguage((t) => pick(t)[key as K])]),
  ) as Record<K, ByLanguage>;

/** Words that are the same in every language, such as what somebody typed. */
export const sameInEach = (words: string): ByLanguage => inEachLanguage(() => words);

/** Something's words in every language, those of `first` before the others. */
export const everyWording = (name: ByLanguage, first: Locale = locales[0]): string[] => [
  name[first],
  ...locales.filter((locale) => locale !== first).map((locale) => name[locale]),
];

/** Words of every language that mean one thing where they are typed. */
export const wordsInEach = (pick: (catalogue: Catalogue) => readonly string[]): string[] =>
  locales.flatMap((locale) => pick(languages[locale]));

/** The words of the languages side by side, as many as fit in `most` characters. */
export function wordingsLine(words: ByLanguage, most = Number.POSITIVE_INFINITY): string {
  const [first = '', ...others] = everyWording(words);
  return others.reduce(
    (line, more) => (`${line} · ${more}`.length <= most ? `${line} · ${more}` : line),
    first,
  );
}

/** Genjin 跟进: the product's own name in every language. */
export const productName = [...new Set(everyWording(inEachLanguage((t) => t.page.bot)))].reverse().join(' ');

/** The name of something in every language, with what else it is called in any of them. */
export function termInEach(pick: (catalogue: Catalogue, locale: Locale) => Term): {
  name: ByLanguage;
  aliases: string[];
} {
  const all = inEachLanguage(pick);
  return {
    name: inEachLanguage((_, locale) => all[locale].name),
    aliases: locales.flatMap((locale) => all[locale].aliases),
  };
}
