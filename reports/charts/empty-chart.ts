import type { Drawing, Look } from './chart-frame.js';
import { texts } from './chart-texts.js';

/** A chart with nothing to draw says so in words; an empty pair of axes would look like a fault. */
export const emptyDrawing = (why: 'noData' | 'allZero', { locale }: Look): Drawing => ({
  option: {},
  words: texts(locale)[why],
});
