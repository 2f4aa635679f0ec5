import { type ByLanguage, entriesInEach } from '../../texts/languages.js';
import type { AskedFor } from './question-reading.js';

/** What each measure is called; asked by this name, it is read as itself. */
export const askedNames: Record<AskedFor, ByLanguage> = entriesInEach((t) => t.asking.asked);

/** What periods are called, by key. */
export const periodNames: Record<string, ByLanguage> = entriesInEach((t) => t.asking.periods);
