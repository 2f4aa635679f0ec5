import { type Locale, locales, textsIn } from '../../texts/languages.js';

/** The mark of any language at the end of a name, with brackets of either width. */
const mark = new RegExp(
  `(?:${locales
    .map((locale) => textsIn(locale).people.selfGivenMark)
    .map((one) => one.replace(/[（(]/g, '[（(]').replace(/[）)]/g, '[）)]'))
    .join('|')})$`,
  'u',
);

/**
 * Marks a name that a person gave themselves: 陈总（自报） ("Chen, self-named"). The mark is part of the name, so that no
 * card, report or file shows the name without it, and no rule that names people means its bearer.
 */
export const selfGivenName = (name: string, locale: Locale): string =>
  `${name}${textsIn(locale).people.selfGivenMark}`;

/** Whether nobody has confirmed the name. */
export const isSelfGiven = (name: string): boolean => mark.test(name);

/** The name without the mark. */
export const bareName = (name: string): string => name.replace(mark, '');
