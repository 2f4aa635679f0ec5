import type { Chart } from '../../kernel/card/card.js';
import { formatAmountShort } from '../../kernel/pieces/amount.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { formatsIn, type Locale } from '../../texts/languages.js';

/** A chart made safe to draw: one-line words, and a value or null for each label. */
export interface Figures extends Omit<Chart, 'series'> {
  series: { name: string; values: (number | null)[] }[];
}

/**
 * Checks a chart's values: a missing or non-numeric one becomes null, which is drawn as a gap, not as zero.
 */
export function figuresOf(chart: Chart): Figures {
  return {
    ...chart,
    title: oneLine(chart.title),
    labels: chart.labels.map(oneLine),
    series: chart.series.map((series) => ({
      name: oneLine(series.name),
      values: chart.labels.map((_, index) => finite(series.values[index])),
    })),
  };
}

/** Returns why there is nothing to draw, or undefined. */
export function emptiness(figures: Figures): 'noData' | 'allZero' | undefined {
  const values = present(figures);
  if (values.length === 0) return 'noData';
  return values.every((value) => value === 0) ? 'allZero' : undefined;
}

/** Lists the values of all series that are not null. */
export function present(figures: Figures): number[] {
  return figures.series.flatMap((series) => series.values.filter((value) => value !== null));
}

type ChartUnit = Pick<Chart, 'unit' | 'currency'>;

/** Writes a value as people read it: `30万` ("300,000"), `64%`, `1,234`. */
export function writtenFigure(value: number, { unit, currency }: ChartUnit, locale: Locale): string {
  if (value === 0 && unit !== 'percent') return '0';
  if (unit === 'money')
    return formatAmountShort(Math.round(value), { locale, process: { currency: currency ?? 'CNY' } });
  if (unit === 'percent') return formatsIn(locale).percent(value);
  return formatsIn(locale).number(value, 1);
}

/**
 * Writes the share of `before` that continued as the tables do (`64%`), or undefined if it cannot be
 * computed.
 */
export function conversion(value: number | null, before: number | null, locale: Locale): string | undefined {
  if (value === null || before === null || before <= 0 || value < 0) return undefined;
  return formatsIn(locale).percent(percentOf(value, before) ?? 0);
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Removes emoji, which the font lacks and would draw as empty boxes, and line breaks. */
const oneLine = (words: string): string =>
  words
    .replace(/\p{Emoji_Presentation}|\p{Emoji_Modifier}|[\u{FE0F}\u{200D}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
