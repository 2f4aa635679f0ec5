import { textsIn } from '../../texts/languages.js';
import type { ChartDrawing, ChartLook } from './chart-frame.js';

/** Says in words that there is nothing to draw; empty axes would look like an error. */
export const emptyDrawing = (why: 'noData' | 'allZero', { locale }: ChartLook): ChartDrawing => ({
  option: {},
  words: textsIn(locale).chart[why],
});
