import type { Catalogue } from '../../../texts/languages.js';

/** Everything the page says of its own. */
export type PageTexts = Catalogue['page'];
