/** The look all charts share: one strong colour, quiet greys, nothing that carries no figure. */

/**
 * In CSS pixels; drawn at twice that, which is what a phone shows. A chart of many rows is taller, up to the
 * ratio of 1.3 below which a chat cuts pictures off.
 */
export const size = { width: 600, height: 338, tallest: 460, scale: 2 } as const;

/** Free space at the sides, and under the drawing. */
export const edge = 24;
export const foot = 18;

/** Where the title ends; a legend stands between it and the drawing. */
export const top = 68;

/** Between the two edges. */
export const across = size.width - 2 * edge;

export const ink = {
  strong: '#1f2a2e',
  plain: '#46545a',
  quiet: '#7c898e',
  line: '#dfe5e6',
  faint: '#eef2f2',
} as const;

export const paper = '#ffffff';
export const green = '#1b6b5c';
/** What lies between two steps of a funnel. */
export const greenTint = '#dcebe7';
/** Below zero, where a single series is green. */
export const rust = '#b8694a';

/** By series: the first two are told apart at a glance, also by those who do not see red and green. */
export const palette = [green, '#e3a02c', '#5a7fa8', '#8cc0b3', rust, '#a3adb1'] as const;

export const colourOf = (series: number): string => palette[series % palette.length] ?? green;

export const fontSize = { title: 22, label: 16, small: 14, least: 12 } as const;

/** The height that so many rows want, within the limits of a picture. */
export function heightFor(rows: number, rowHeight: number, above: number): number {
  const wanted = Math.ceil(above + rows * rowHeight + foot);
  return Math.min(size.tallest, Math.max(size.height, wanted));
}
