import type { GridComponentOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { type Figures, present, writtenFigure } from './chart-figures.js';
import type { ChartLook } from './chart-frame.js';
import { across, edge, fontSize, foot, ink, top } from './chart-style.js';
import { widest } from './chart-text-width.js';

/** Places the drawing; names and values along the axes are inside. */
export function gridOf(legendHeight: number): GridComponentOption {
  return {
    left: edge,
    right: edge,
    top: top + legendHeight,
    bottom: foot,
    outerBoundsMode: 'same',
    outerBoundsContain: 'axisLabel',
  };
}

/** Writes every value. */
export function writtenValues(figures: Figures, { locale }: ChartLook): string[] {
  return present(figures).map((value) => writtenFigure(value, figures, locale));
}

/** Finds the largest font in which all words fit the room, or undefined if none fits. */
export function fontFor(words: string[], room: number): number | undefined {
  return [fontSize.label, fontSize.small, fontSize.least].find((font) => widest(words, font) <= room);
}

/**
 * Tells whether every label has a number (9/15 and W39 do, 三月 ("March") does not): readers can fill in a
 * label that is left out.
 */
export const inSequence = (labels: string[]): boolean => labels.every((label) => /\d/.test(label));

/** Places names below the drawing: whole if they fit, else some left out, slanted or shortened. */
export function namesBelow(labels: string[], boundaryGap: boolean): XAXisComponentOption {
  const room = across / labels.length - 6;
  const font = fontFor(labels, room);
  const thinned = labels.length > 24 || (font === undefined && inSequence(labels));
  const slanted = font === undefined && !thinned && room < 60;
  return {
    type: 'category',
    data: labels,
    boundaryGap,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: ink.line } },
    axisLabel: {
      fontSize: font ?? fontSize.small,
      color: ink.plain,
      margin: 10,
      interval: thinned ? 'auto' : 0,
      width: thinned || slanted ? 80 : room,
      overflow: 'truncate',
      ellipsis: '…',
      rotate: slanted ? 40 : 0,
    },
  };
}

/** Makes a value axis, for values that are not written at their marks. */
export function scale(figures: Figures, { locale }: ChartLook): YAXisComponentOption & { type: 'value' } {
  return {
    type: 'value',
    splitNumber: 4,
    splitLine: { lineStyle: { color: ink.faint } },
    axisLabel: {
      fontSize: fontSize.small,
      color: ink.quiet,
      formatter: (value: number) => writtenFigure(value, figures, locale),
    },
  };
}

/**
 * Hides the axis, since values stand at their marks. `room` is the share of the span left free at each end.
 */
export function noScale(
  figures: Figures,
  room: number,
): { type: 'value'; show: false; min: number; max: number } {
  const values = present(figures);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const space = (high - low) * room;
  return { type: 'value', show: false, min: low < 0 ? low - space : 0, max: high > 0 ? high + space : 0 };
}
