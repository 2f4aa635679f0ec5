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
import type { SliceTally, SliceValue } from '../../sales/figures/slice-measures.js';
import { type Dimension, dimensionsOf } from '../../sales/figures/slice-names.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { exportButton, exportWords } from '../nodes/export-button.js';
import { asOfWords, heading, reportTitle, sameAsked, worth } from '../nodes/headings.js';
import { column, type Sheet } from '../nodes/sheet.js';
import { contextOfTeam, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { begunPeriod, type Period } from '../request/report-period.js';
import { type SliceFigures, sliceFigures } from './slice-figures.js';
import { byNames } from './slice-report.js';
import { dealSheet } from './slice-sheets.js';

/** Rows and columns on a phone's screen. */
const most = { rows: 12, columns: 5 };

/** Shows why a period's deals were lost, and in which stage; by default the quarter. */
export async function lossReport(
  given: ReportContext,
  asked: ReportRequest & { period?: string | Period; said?: string },
): Promise<{ figures: SliceFigures; sheets: Sheet[]; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const t = textsIn(ctx.locale).slice;
  const period = begunPeriod(ctx, asked, 'thisQuarter');
  const dimensions = dimensionsOf(ctx.process);
  const by = ['lossReason', 'lossStage'].flatMap((key) => dimensions.filter((one) => one.key === key));
  const slice = { measure: 'lostCount' as const, by: by as Dimension[], period: period.key, filters: [] };
  const figures = await sliceFigures(given, asked, slice);
  const rest = [figures.rows.length - most.rows, figures.columns.length - most.columns] as const;
  const same = { ...sameAsked(asked, asked.said), period: period.key };
  const words = exportWords(ctx, 'loss', period.key, asked);
  const card: Card = {
    key: `report:loss:${asked.team?.id ?? 'all'}:${period.key}`,
    title: reportTitle(ctx, asked, t.loss, period.label),
    tone: 'info',
    nodes: [
      text(conclusion(ctx, figures, period.label), 'strong'),
      ...chart(ctx, figures, period.label),
      ...lossTable(ctx, figures),
      ...(rest.some((n) => n > 0) ? [context(t.rest(Math.max(0, rest[0]), Math.max(0, rest[1])))] : []),
      ...actions(button(t.yield, 'yield', same), exportButton(ctx, words, asked.said)),
      context(asOfWords(ctx, asked.asOf)),
    ],
  };
  const sheets = [...lossSheets(ctx, figures), await dealSheet(ctx, figures.deals)];
  return { figures, sheets, card };
}

function conclusion(ctx: ReportContext, { rows, columns, total }: SliceFigures, label: string): string {
  const t = textsIn(ctx.locale).slice;
  if (total.lost === 0) return t.noLosses(label);
  const cells = rows.flatMap((row) =>
    columns.map((one) => ({
      reason: row.label,
      stage: one.label,
      count: row.cells.get(one.value)?.lost ?? 0,
    })),
  );
  const largest = cells.reduce((one, next) => (next.count > one.count ? next : one));
  const line = t.lossLine(label, total.lost, worth(ctx, total.lostAmount));
  const { sentence, clauses } = formatsIn(ctx.locale);
  return sentence(clauses([line, t.lossMost(largest.reason, largest.stage, largest.count)]));
}

function chart(ctx: ReportContext, { rows, columns }: SliceFigures, label: string): CardNode[] {
  const t = textsIn(ctx.locale).slice;
  const [first] = rows;
  if (!first) return [];
  const shown = rows.slice(0, most.rows);
  return [
    {
      kind: 'image',
      alt: t.chartAlt(first.label, `${first.total.lost}`),
      chart: {
        kind: 'bars',
        title: t.lossChart(label),
        labels: shown.map((row) => row.label),
        series: columns.slice(0, most.columns).map((one) => ({
          name: one.label,
          values: shown.map((row) => row.cells.get(one.value)?.lost ?? 0),
        })),
        unit: 'count',
      },
    },
  ];
}

function lossTable(ctx: ReportContext, { slice, rows, columns, total }: SliceFigures): CardNode[] {
  const t = textsIn(ctx.locale).slice;
  if (rows.length === 0) return [];
  const cell = (tally: SliceTally | undefined) =>
    tally ? t.lossCell(tally.lost, worth(ctx, tally.lostAmount)) : '';
  const shown = columns.slice(0, most.columns);
  return [
    table(
      [heading(byNames(ctx, slice)), ...shown.map(({ label }) => right(label)), right(t.total)],
      [
        ...rows
          .slice(0, most.rows)
          .map((row) => [row.label, ...shown.map((one) => cell(row.cells.get(one.value))), cell(row.total)]),
        [t.total, ...shown.map((one) => cell(one.total)), cell(total)],
      ],
    ),
  ];
}

/** Makes the sheets of counts and amounts. */
function lossSheets(ctx: ReportContext, { slice, rows, columns, total }: SliceFigures): Sheet[] {
  const t = textsIn(ctx.locale).slice;
  const inMoney = shows(ctx, 'amount');
  const made = (name: string, kind: 'count' | 'money', of: (tally: SliceTally) => string | number): Sheet => {
    const cell = (tally: SliceTally | undefined) => (tally ? of(tally) : null);
    const line = (label: string, cells: (value: SliceValue) => SliceTally | undefined, all: SliceTally) => [
      label,
      ...columns.map((one) => cell(cells(one.value))),
      cell(all),
    ];
    const totals = new Map(columns.map((one) => [one.value, one.total]));
    return {
      name,
      columns: [
        column(heading(byNames(ctx, slice))),
        ...columns.map((one) => column(one.label, kind)),
        column(t.total, kind),
      ],
      rows: [
        ...rows.map((row) => line(row.label, (value) => row.cells.get(value), row.total)),
        line(t.total, (value) => totals.get(value), total),
      ],
    };
  };
  return [
    made(t.losses, 'count', (tally) => tally.lost),
    made(t.amount, 'money', (tally) => (inMoney ? tally.lostAmount : hidden)),
  ];
}
