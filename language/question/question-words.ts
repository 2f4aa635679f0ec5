import { type ByLanguage, type Catalogue, inEachLanguage, locales, textsIn } from '../../texts/languages.js';
import type { AskedFor } from './question-reading.js';

type AskingTexts = Catalogue['asking'];

const keysOf = <T extends object>(pick: (t: AskingTexts) => T) =>
  Object.keys(pick(textsIn(locales[0]).asking)) as (keyof T)[];

/** What each measure is called; asked by this name, it is read as itself. */
export const askedNames = Object.fromEntries(
  keysOf((t) => t.asked).map((key) => [key, inEachLanguage((t) => t.asking.asked[key])]),
) as Record<AskedFor, ByLanguage>;

/** What periods are called, by key. */
export const periodNames: Record<string, ByLanguage> = Object.fromEntries(
  keysOf((t) => t.periods).map((key) => [key, inEachLanguage((t) => t.asking.periods[key])]),
);
