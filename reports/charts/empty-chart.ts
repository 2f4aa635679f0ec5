import { textsIn } from '../../texts/languages.js';
import type { ChartDrawing, ChartLook } from './chart-frame.js';

/** A chart with nothing to draw says so in words; an empty pair of axes would look like a fault. */
export const emptyDrawing = (why: 'noData' | 'allZero', { locale }: ChartLook): ChartDrawing => ({
  option: {},
  words: textsIn(locale).chart[why],
});
