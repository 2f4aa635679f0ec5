import { type Locale, locales, textsIn } from '../../texts/languages.js';

/** Stands behind a name that nobody has confirmed; what it means is said in the reader's language (`markInWords`). */
const sign = '†\u2060';

const marks = locales.map((locale) => textsIn(locale).people.selfGivenMark);

/** The mark as people read it, in any language, with brackets of either width. */
const wordedMark = new RegExp(
  `(?:${marks.map((one) => one.replace(/[（(]/g, '[（(]').replace(/[）)]/g, '[）)]')).join('|')})$`,
  'u',
);

/**
 * Marks a name that a person gave themselves: 陈总（自报） ("Chen, unconfirmed"). The mark is part of the name, so that no
 * card, report or file shows the name without it, and no rule that names people means its bearer.
 */
export const selfGivenName = (name: string): string => `${name}${sign}`;

/** Whether nobody has confirmed the name. */
export const isSelfGiven = (name: string): boolean => name.endsWith(sign) || wordedMark.test(name);

/** The name without the mark. */
export const bareName = (name: string): string => markedName(name).replace(sign, '');

/** A name as it is stored, though its mark was read in some language: `陈总（自报）`. */
export const markedName = (words: string): string => words.replace(wordedMark, sign);

/** Says in a language what the marks of names in a text mean. */
export const markInWords = (text: string, locale: Locale): string =>
  text.includes(sign) ? text.replaceAll(sign, textsIn(locale).people.selfGivenMark) : text;
