import { en } from './en/index.js';
import type { Like } from './like.js';
import { zh } from './zh/index.js';

/** All that the product says, by subject. */
export type Catalogue = Like<typeof zh>;

/** Every language of the product: a further one is a folder and a line here. */
export const languages = { zh, en } satisfies Record<string, Catalogue>;

export type Locale = keyof typeof languages;

/** The codes of the languages, the original first. */
export const locales = Object.keys(languages) as [Locale, ...Locale[]];

/** Something said in every language. */
export type ByLanguage<T = string> = Record<Locale, T>;

/** The catalogue of a language: `textsIn(ctx.locale).lead.created('韩梅')`. */
export const textsIn = (locale: Locale): Catalogue => languages[locale];

/** Picks the same entry of every language. */
export const inEachLanguage = <T>(pick: (catalogue: Catalogue, locale: Locale) => T): ByLanguage<T> =>
  Object.fromEntries(locales.map((locale) => [locale, pick(languages[locale], locale)])) as ByLanguage<T>;
