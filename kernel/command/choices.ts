import { type ByLanguage, inEachLanguage, type Locale, locales } from '../../texts/languages.js';
import type { Json } from '../card/card.js';

/** One of a few values: how it is shown, and what else people say for it in any language. */
export interface SpokenChoice {
  value: string;
  label: ByLanguage;
  words: string[];
}

/** Values with the words that each language has for them. Throws where a value is called nothing. */
export function spokenChoices<V extends string>(
  values: readonly V[],
  said: ByLanguage<Record<string, string[]>>,
  labelOf?: (value: V) => ByLanguage,
): SpokenChoice[] {
  return values.map((value) => {
    const label = labelOf?.(value) ?? inEachLanguage((_, locale) => said[locale][value]?.[0] ?? '');
    if (locales.some((locale) => !label[locale])) throw new Error(`no words for ${value}`);
    return { value, label, words: locales.flatMap((locale) => said[locale][value] ?? []) };
  });
}

/** The value that is called so in any language, or undefined. */
export function readChoice(choices: readonly SpokenChoice[], value: Json): string | undefined {
  const said = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return choices.find((one) => isCalled(one, said))?.value;
}

const isCalled = ({ value, label, words }: SpokenChoice, said: string): boolean =>
  [value, ...Object.values(label), ...words].some((word) => word.toLowerCase() === said);

/** The label of a value, or the value itself. */
export const writeChoice = (choices: readonly SpokenChoice[], value: string, locale: Locale): string =>
  choices.find((one) => one.value === value)?.label[locale] ?? value;
