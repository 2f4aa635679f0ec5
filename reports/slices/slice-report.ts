import { hidden, shows } from '../../crm/access/visibility.js';
import { reportTexts } from '../../crm/texts/report-texts.js';
import {
  actions,
  button,
  type Card,
  type CardNode,
  context,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { formatAmount } from '../../kernel/pieces/amount.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { measures, type Tally, type Unit } from '../../sales/figures/slice-measures.js';
import { dimensionsOf, measureNames } from '../../sales/figures/slice-names.js';
import { exportButton } from '../nodes/export-button.js';
import { asOfWords, heading, reportTitle, short } from '../nodes/headings.js';
import { type Asked, type Desk, deskOf } from '../request/report-context.js';
import { sliceTexts } from '../texts/slice-texts.js';
import { type Slice, sliceWords } from './read-slice.js';
import { figureOf, type Labelled, type SliceFigures, sliceFigures } from './slice-figures.js';

/** What a phone's screen holds. */
const most = { rows: 12, columns: 5 };

/** Deals by one or two of their fields, as figures, a chart and a table; `name` is what it was saved under. */
export async function sliceReport(
  given: Desk,
  asked: Asked & { slice: Slice; name?: string; said?: string },
): Promise<{ figures: SliceFigures; card: Card }> {
  const desk = deskOf(given, asked.team);
  const t = sliceTexts(desk.locale);
  const { slice, name } = asked;
  const figures = await sliceFigures(given, asked, slice);
  const { rows, columns, total } = figures;
  const shown = firstOf(slice, rows);
  const acrossAll = columns.slice(0, most.columns);
  const rest = [rows.length - shown.length, columns.length - acrossAll.length] as const;
  const byTag = slice.by.some(({ key }) => key === 'tag');
  const words = sliceWords(desk, slice, desk.locale);
  const card: Card = {
    key: `report:slice:${asked.team?.id ?? 'all'}:${sliceWords(desk, slice, 'keys')}`,
    title: reportTitle(desk, asked, name ?? `${t.title} · ${heading(measureName(desk, slice))}`),
    subtitle: t.read(readAs(desk, figures)),
    tone: 'info',
    nodes: [
      text(conclusion(desk, figures), 'strong'),
      ...chart(desk, figures, shown, acrossAll),
      ...(rows.length === 0
        ? []
        : [
            columns.length > 0
              ? crossTable(desk, figures, shown, acrossAll)
              : plainTable(desk, figures, shown),
          ]),
      ...(rest.some((n) => n > 0) ? [context(t.rest(...rest))] : []),
      ...(byTag && total.deals > 0 ? [context(t.manyTags)] : []),
      ...actions(
        name === undefined && desk.person && button(t.save, 'slice-save', { slice: words }),
        exportButton(desk, name ?? words, asked.said),
      ),
      context(reportTexts(desk.locale).title([asOfWords(desk, asked.asOf), asked.said ? t.asToday : ''])),
    ],
  };
  return { figures, card };
}

export const measureName = ({ locale }: Desk, { measure }: Slice): string =>
  measureNames.find(({ key }) => key === measure)?.name[locale] ?? measure;

/** `行业 × 负责人`. */
export const byNames = ({ locale }: Desk, { by }: Slice): string =>
  by.map(({ name }) => name[locale]).join(sliceTexts(locale).cross);

/** How the words were understood, in parts. */
export function readAs(desk: Desk, { slice, span }: SliceFigures): string[] {
  const { locale } = desk;
  const filters = slice.filters.map((filter) => {
    if (filter.kind === 'is') return `${filter.dimension.name[locale]} = ${filter.words}`;
    const own = dimensionsOf(desk.process).find(({ key }) => key === filter.money);
    const name = (own ?? measureNames[0])?.name[locale];
    return `${name} ${filter.than} ${formatAmount(filter.value, locale)}`;
  });
  return [measureName(desk, slice), byNames(desk, slice), span, ...filters];
}

/** The first rows; of months the last. */
function firstOf<T>({ by }: Slice, rows: readonly T[]): T[] {
  const inTime = by[0]?.key === 'month' || by[0]?.own?.type === 'date';
  return inTime ? rows.slice(-most.rows) : rows.slice(0, most.rows);
}

/** A figure as people read it; nothing where there is none. */
export function written(desk: Desk, unit: Unit, value: number | null): string {
  if (value === null) return '';
  switch (unit) {
    case 'money':
      return value === 0 ? '' : short(desk, value);
    case 'percent':
      return `${value}%`;
    case 'days':
      return sliceTexts(desk.locale).days(value);
    case 'count':
      return `${value}`;
  }
}

function conclusion(desk: Desk, { slice, total, rows }: SliceFigures): string {
  const t = sliceTexts(desk.locale);
  if (total.deals === 0) return t.nothing;
  const { unit } = measures[slice.measure];
  const measure = desk.locale === 'en' ? measureName(desk, slice).toLowerCase() : measureName(desk, slice);
  const value = written(desk, unit, figureOf(total, slice)) || '0';
  const isSum = unit === 'count' || (unit === 'money' && slice.measure !== 'averageSize');
  const line =
    unit === 'count'
      ? t.lineCount(measure, total.deals)
      : isSum
        ? t.line(measure, value, total.deals)
        : t.lineRate(measure, value, total.deals);
  const largest = largestOf(desk, slice, rows);
  const figure = largest && figureOf(largest.total, slice);
  if (!largest || !figure) return `${line}${t.stop}`;
  const isHidden = unit === 'money' && !shows(desk, 'amount');
  const share = isSum && !isHidden ? percentOf(figure, figureOf(total, slice) ?? 0) : null;
  const most = isHidden ? '' : `${t.join}${t.most(largest.label, written(desk, unit, figure), share)}`;
  return `${line}${most}${t.stop}`;
}

/** The row with the most; by count where amounts are hidden. */
function largestOf(desk: Desk, slice: Slice, rows: readonly Labelled[]): Labelled | undefined {
  const size = chartedOf(desk, slice);
  return rows.reduce<Labelled | undefined>(
    (best, row) => (!best || size(row.total) > size(best.total) ? row : best),
    undefined,
  );
}

/** What a bar's length says: the count where amounts are hidden. */
function chartedOf(desk: Desk, slice: Slice): (tally: Tally | undefined) => number {
  const isHidden = measures[slice.measure].unit === 'money' && !shows(desk, 'amount');
  return (tally) => (isHidden ? (tally?.deals ?? 0) : (figureOf(tally, slice) ?? 0));
}

function chart(
  desk: Desk,
  { slice }: SliceFigures,
  rows: SliceFigures['rows'],
  columns: readonly Labelled[],
): CardNode[] {
  const t = sliceTexts(desk.locale);
  const size = chartedOf(desk, slice);
  const largest = largestOf(desk, slice, rows);
  if (!largest || size(largest.total) === 0) return [];
  const { unit } = measures[slice.measure];
  const isHidden = unit === 'money' && !shows(desk, 'amount');
  const name = isHidden ? t.deals : measureName(desk, slice);
  const value = isHidden ? `${largest.total.deals}` : written(desk, unit, figureOf(largest.total, slice));
  return [
    {
      kind: 'image',
      alt: t.chartAlt(largest.label, value),
      chart: {
        kind: 'bars',
        title: t.chart(heading(name), heading(byNames(desk, slice))),
        labels: rows.map(({ label }) => label),
        series:
          columns.length === 0
            ? [{ name, values: rows.map(({ total }) => size(total)) }]
            : columns.map(({ label, value: column }) => ({
                name: label,
                values: rows.map(({ cells }) => size(cells.get(column))),
              })),
        unit: isHidden || unit === 'days' ? 'count' : unit,
      },
    },
  ];
}

function plainTable(desk: Desk, { slice, total }: SliceFigures, rows: readonly Labelled[]): CardNode {
  const t = sliceTexts(desk.locale);
  const { unit } = measures[slice.measure];
  const line = (label: string, tally: Tally) => [
    label,
    ...(slice.measure === 'winRate'
      ? [`${tally.won}`, `${tally.lost}`]
      : unit === 'count'
        ? []
        : [`${tally.deals}`]),
    written(desk, unit, figureOf(tally, slice)),
  ];
  const counted =
    slice.measure === 'winRate'
      ? [t.won, t.lost]
      : unit === 'count'
        ? []
        : [slice.measure === 'lostAmount' ? t.losses : slice.measure in wonOnly ? t.wins : t.deals];
  return table(
    [heading(byNames(desk, slice)), ...counted.map(right), right(heading(measureName(desk, slice)))],
    [...rows.map((row) => line(row.label, row.total)), line(t.total, total)],
  );
}

const wonOnly = { wonAmount: true, averageSize: true, daysToClose: true };

function crossTable(
  desk: Desk,
  { slice, total }: SliceFigures,
  rows: SliceFigures['rows'],
  columns: readonly Labelled[],
): CardNode {
  const t = sliceTexts(desk.locale);
  const { unit } = measures[slice.measure];
  const cell = (tally: Tally | undefined) =>
    unit === 'money' && tally && !shows(desk, 'amount')
      ? hidden
      : tally
        ? written(desk, unit, figureOf(tally, slice))
        : '';
  return table(
    [heading(byNames(desk, slice)), ...columns.map(({ label }) => right(label)), right(t.total)],
    [
      ...rows.map((row) => [
        row.label,
        ...columns.map((column) => cell(row.cells.get(column.value))),
        cell(row.total),
      ]),
      [t.total, ...columns.map((column) => cell(column.total)), cell(total)],
    ],
  );
}
