import { hidden, shows } from '../../crm/access/visibility.js';
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
import { type MeasureUnit, measures, type SliceTally } from '../../sales/figures/slice-measures.js';
import { dimensionsOf, measureNames } from '../../sales/figures/slice-names.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { exportButton } from '../nodes/export-button.js';
import { asOfWords, heading, reportTitle, short } from '../nodes/headings.js';
import { contextOfTeam, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { type Slice, sliceWords } from './read-slice.js';
import { figureOf, type Labelled, type SliceFigures, sliceFigures } from './slice-figures.js';

/** Rows and columns on a phone's screen. */
const most = { rows: 12, columns: 5 };

/** Shows deals by one or two fields, as figures, chart and table; `name` is the saved report's. */
export async function sliceReport(
  given: ReportContext,
  asked: ReportRequest & { slice: Slice; name?: string; said?: string },
): Promise<{ figures: SliceFigures; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const t = textsIn(ctx.locale).slice;
  const { slice, name } = asked;
  const figures = await sliceFigures(given, asked, slice);
  const { rows, columns, total } = figures;
  const shown = firstOf(slice, rows);
  const acrossAll = columns.slice(0, most.columns);
  const rest = [rows.length - shown.length, columns.length - acrossAll.length] as const;
  const byTag = slice.by.some(({ key }) => key === 'tag');
  const words = sliceWords(ctx, slice, ctx.locale);
  const card: Card = {
    key: `report:slice:${asked.team?.id ?? 'all'}:${sliceWords(ctx, slice, 'keys')}`,
    title: reportTitle(ctx, asked, name ?? `${t.title} · ${heading(measureName(ctx, slice))}`),
    subtitle: t.read(sliceReadingLine(ctx, figures)),
    tone: 'info',
    nodes: [
      text(conclusion(ctx, figures), 'strong'),
      ...chart(ctx, figures, shown, acrossAll),
      ...(rows.length === 0
        ? []
        : [
            columns.length > 0 ? crossTable(ctx, figures, shown, acrossAll) : plainTable(ctx, figures, shown),
          ]),
      ...(rest.some((n) => n > 0) ? [context(t.rest(...rest))] : []),
      ...(byTag && total.deals > 0 ? [context(t.manyTags)] : []),
      ...actions(
        name === undefined && ctx.person && button(t.save, 'slice-save', { slice: words }),
        exportButton(ctx, name ?? words, asked.said),
      ),
      context(textsIn(ctx.locale).report.title([asOfWords(ctx, asked.asOf), asked.said ? t.asToday : ''])),
    ],
  };
  return { figures, card };
}

export const measureName = ({ locale }: ReportContext, { measure }: Slice): string =>
  measureNames.find(({ key }) => key === measure)?.name[locale] ?? measure;

/** Writes the dimensions: `行业 × 负责人` ("industry × owner"). */
export const byNames = ({ locale }: ReportContext, { by }: Slice): string =>
  by.map(({ name }) => name[locale]).join(textsIn(locale).slice.cross);

/** Lists the parts of how the words were read. */
export function sliceReadingLine(ctx: ReportContext, { slice, span }: SliceFigures): string[] {
  const { locale } = ctx;
  const filters = slice.filters.map((filter) => {
    if (filter.kind === 'is') return `${filter.dimension.name[locale]} = ${filter.words}`;
    const own = dimensionsOf(ctx.process).find(({ key }) => key === filter.money);
    const name = (own ?? measureNames[0])?.name[locale];
    return `${name} ${filter.than} ${formatAmount(filter.value, ctx)}`;
  });
  return [measureName(ctx, slice), byNames(ctx, slice), span, ...filters];
}

/** Returns the first rows, or the last ones of months. */
function firstOf<T>({ by }: Slice, rows: readonly T[]): T[] {
  const inTime = by[0]?.key === 'month' || by[0]?.own?.type === 'date';
  return inTime ? rows.slice(-most.rows) : rows.slice(0, most.rows);
}

/** Writes a value as people read it, or '' if there is none. */
export function sliceValueText(ctx: ReportContext, unit: MeasureUnit, value: number | null): string {
  if (value === null) return '';
  switch (unit) {
    case 'money':
      return value === 0 ? '' : short(ctx, value);
    case 'percent':
      return formatsIn(ctx.locale).percent(value);
    case 'days':
      return textsIn(ctx.locale).slice.days(value);
    case 'count':
      return `${value}`;
  }
}

function conclusion(ctx: ReportContext, { slice, total, rows }: SliceFigures): string {
  const t = textsIn(ctx.locale).slice;
  if (total.deals === 0) return t.nothing;
  const { unit } = measures[slice.measure];
  const measure = measureName(ctx, slice);
  const { sentence, clauses } = formatsIn(ctx.locale);
  const value = sliceValueText(ctx, unit, figureOf(total, slice)) || '0';
  const isSum = unit === 'count' || (unit === 'money' && slice.measure !== 'averageSize');
  const line =
    unit === 'count'
      ? t.lineCount(measure, total.deals)
      : isSum
        ? t.line(measure, value, total.deals)
        : t.lineRate(measure, value, total.deals);
  const largest = largestOf(ctx, slice, rows);
  const figure = largest && figureOf(largest.total, slice);
  if (!largest || !figure) return sentence(line);
  const isHidden = unit === 'money' && !shows(ctx, 'amount');
  const share = isSum && !isHidden ? percentOf(figure, figureOf(total, slice) ?? 0) : null;
  if (isHidden) return sentence(line);
  return sentence(clauses([line, t.most(largest.label, sliceValueText(ctx, unit, figure), share)]));
}

/** Finds the largest row, by count if amounts are hidden, or undefined. */
function largestOf(ctx: ReportContext, slice: Slice, rows: readonly Labelled[]): Labelled | undefined {
  const size = chartedOf(ctx, slice);
  return rows.reduce<Labelled | undefined>(
    (best, row) => (!best || size(row.total) > size(best.total) ? row : best),
    undefined,
  );
}

/** Returns what a bar's length shows: the count if amounts are hidden. */
function chartedOf(ctx: ReportContext, slice: Slice): (tally: SliceTally | undefined) => number {
  const isHidden = measures[slice.measure].unit === 'money' && !shows(ctx, 'amount');
  return (tally) => (isHidden ? (tally?.deals ?? 0) : (figureOf(tally, slice) ?? 0));
}

function chart(
  ctx: ReportContext,
  { slice }: SliceFigures,
  rows: SliceFigures['rows'],
  columns: readonly Labelled[],
): CardNode[] {
  const t = textsIn(ctx.locale).slice;
  const size = chartedOf(ctx, slice);
  const largest = largestOf(ctx, slice, rows);
  if (!largest || size(largest.total) === 0) return [];
  const { unit } = measures[slice.measure];
  const isHidden = unit === 'money' && !shows(ctx, 'amount');
  const name = isHidden ? t.deals : measureName(ctx, slice);
  const value = isHidden
    ? `${largest.total.deals}`
    : sliceValueText(ctx, unit, figureOf(largest.total, slice));
  return [
    {
      kind: 'image',
      alt: t.chartAlt(largest.label, value),
      chart: {
        kind: 'bars',
        title: t.chart(heading(name), heading(byNames(ctx, slice))),
        labels: rows.map(({ label }) => label),
        series:
          columns.length === 0
            ? [{ name, values: rows.map(({ total }) => size(total)) }]
            : columns.map(({ label, value: column }) => ({
                name: label,
                values: rows.map(({ cells }) => size(cells.get(column))),
              })),
        unit: isHidden || unit === 'days' ? 'count' : unit,
        currency: ctx.process.currency,
      },
    },
  ];
}

function plainTable(ctx: ReportContext, { slice, total }: SliceFigures, rows: readonly Labelled[]): CardNode {
  const t = textsIn(ctx.locale).slice;
  const { unit } = measures[slice.measure];
  const line = (label: string, tally: SliceTally) => [
    label,
    ...(slice.measure === 'winRate'
      ? [`${tally.won}`, `${tally.lost}`]
      : unit === 'count'
        ? []
        : [`${tally.deals}`]),
    sliceValueText(ctx, unit, figureOf(tally, slice)),
  ];
  const counted =
    slice.measure === 'winRate'
      ? [t.won, t.lost]
      : unit === 'count'
        ? []
        : [slice.measure === 'lostAmount' ? t.losses : slice.measure in wonOnly ? t.wins : t.deals];
  return table(
    [heading(byNames(ctx, slice)), ...counted.map(right), right(heading(measureName(ctx, slice)))],
    [...rows.map((row) => line(row.label, row.total)), line(t.total, total)],
  );
}

const wonOnly = { wonAmount: true, averageSize: true, daysToClose: true };

function crossTable(
  ctx: ReportContext,
  { slice, total }: SliceFigures,
  rows: SliceFigures['rows'],
  columns: readonly Labelled[],
): CardNode {
  const t = textsIn(ctx.locale).slice;
  const { unit } = measures[slice.measure];
  const cell = (tally: SliceTally | undefined) =>
    unit === 'money' && tally && !shows(ctx, 'amount')
      ? hidden
      : tally
        ? sliceValueText(ctx, unit, figureOf(tally, slice))
        : '';
  return table(
    [heading(byNames(ctx, slice)), ...columns.map(({ label }) => right(label)), right(t.total)],
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
