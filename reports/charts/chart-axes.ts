import type { GridComponentOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { type Figures, present, writtenFigure } from './chart-figures.js';
import type { ChartLook } from './chart-frame.js';
import { across, edge, fontSize, foot, ink, top } from './chart-style.js';
import { widest } from './chart-text-width.js';

/** Where the drawing is; names and figures along the axes stand inside. */
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

/** Every value as it is written. */
export function writtenValues(figures: Figures, { locale }: ChartLook): string[] {
  return present(figures).map((value) => writtenFigure(value, figures.unit, locale));
}

/** The largest font in which each of the words fits the room it has; undefined where none does. */
export function fontFor(words: string[], room: number): number | undefined {
  return [fontSize.label, fontSize.small, fontSize.least].find((font) => widest(words, font) <= room);
}

/** Whether each label has its number (9/15, W39, 三月 has none): readers count on where one is left out. */
export const inSequence = (labels: string[]): boolean => labels.every((label) => /\d/.test(label));

/** Names under the drawing: whole where they fit, else some left out, or slanted, or shortened. */
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

/** An axis of values, needed where they are not written at their marks. */
export function scale(figures: Figures, { locale }: ChartLook): YAXisComponentOption & { type: 'value' } {
  return {
    type: 'value',
    splitNumber: 4,
    splitLine: { lineStyle: { color: ink.faint } },
    axisLabel: {
      fontSize: fontSize.small,
      color: ink.quiet,
      formatter: (value: number) => writtenFigure(value, figures.unit, locale),
    },
  };
}

/** No axis: the values stand at their marks. `room` is the part of the span that each end leaves to them. */
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
