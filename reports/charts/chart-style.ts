/** The look of all charts: one strong colour, quiet greys, no decoration. */

/**
 * Sizes in CSS pixels, drawn at twice that for phone screens. A chart of many rows is taller, down to the
 * ratio of 1.3 below which chats crop pictures.
 */
export const size = { width: 600, height: 338, tallest: 460, scale: 2 } as const;

/** Free space at the sides and below the drawing, in CSS pixels. */
export const edge = 24;
export const foot = 18;

/** Where the title ends, in CSS pixels; a legend stands between it and the drawing. */
export const top = 68;

/** Width between the two edges, in CSS pixels. */
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
/** The slope between two steps of a funnel. */
export const greenTint = '#dcebe7';
/** Bars below zero, in a chart with a single green series. */
export const rust = '#b8694a';

/** Colours by series; people who cannot tell red from green can still tell the first two apart. */
export const palette = [green, '#e3a02c', '#5a7fa8', '#8cc0b3', rust, '#a3adb1'] as const;

export const colourOf = (series: number): string => palette[series % palette.length] ?? green;

export const fontSize = { title: 22, label: 16, small: 14, least: 12 } as const;

/** Returns the height for so many rows, within the limits of a picture. */
export function heightFor(rows: number, rowHeight: number, above: number): number {
  const wanted = Math.ceil(above + rows * rowHeight + foot);
  return Math.min(size.tallest, Math.max(size.height, wanted));
}
