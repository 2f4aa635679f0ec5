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

/** Words that are the same in every language, such as what somebody typed. */
export const sameInEach = (words: string): ByLanguage => inEachLanguage(() => words);

/** Something's words in every language, those of `first` before the others. */
export const everyWording = (name: ByLanguage, first: Locale = locales[0]): string[] => [
  name[first],
  ...locales.filter((locale) => locale !== first).map((locale) => name[locale]),
];

/** The name of something in every language, with what else it is called in any of them. */
export function termInEach(pick: (catalogue: Catalogue) => Term): { name: ByLanguage; aliases: string[] } {
  const all = inEachLanguage(pick);
  return {
    name: inEachLanguage((catalogue) => pick(catalogue).name),
    aliases: locales.flatMap((locale) => all[locale].aliases),
  };
}
