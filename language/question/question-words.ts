import { type ByLanguage, entriesInEach } from '../../texts/languages.js';
import type { AskedFor } from './question-reading.js';

/** What each measure is called; asked by this name, it is read as itself. */
export const askedNames: Record<AskedFor, ByLanguage> = entriesInEach((t) => t.asking.asked);

/** What periods are called, by key. */
export const periodNames: Record<string, ByLanguage> = entriesInEach((t) => t.asking.periods);

/** Words behind a name that only point to its deal: 海棠那个 ("the Haitang one"), 云帆那家到. */
export const pointingWords =
  /\s*(?:的?[那这](?:一)?(?:个|单|家|边|条|笔)(?:单子?|商机|项目)?|的(?:单子?|商机|项目)?|单子)?(?:现在|目前)?(?:到|在)?$/u;
