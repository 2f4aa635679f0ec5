import type { Framed } from './chart-frame.js';
import { green, greenTint, ink, palette, paper, rust } from './chart-style.js';

/** What stands for each colour on dark paper. */
const dark = new Map<string, string>([
  [ink.strong, '#e6ecea'],
  [ink.plain, '#b9c5c1'],
  [ink.quiet, '#93a09c'],
  [ink.line, '#38423f'],
  [ink.faint, '#2a3331'],
  [paper, '#1d2422'],
  [green, '#4fb09b'],
  [greenTint, '#24423b'],
  [rust, '#d98b6b'],
  [palette[2], '#7fa3cc'],
  [palette[3], '#2f7d6c'],
]);

/** The same picture in colours for dark paper. */
export const onDarkPaper = ({ option, height }: Framed): Framed => ({
  height,
  option: recoloured(option) as Framed['option'],
});

/** Replaces colours wherever they stand, also in what the drawing's functions return. */
function recoloured(value: unknown): unknown {
  if (typeof value === 'string') return dark.get(value) ?? value;
  if (typeof value === 'function') return (...given: unknown[]) => recoloured(value(...given));
  if (Array.isArray(value)) return value.map(recoloured);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, recoloured(inside)]));
}
