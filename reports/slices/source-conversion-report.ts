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
import { dayMs } from '../../kernel/time/moments.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import {
  type SourceConversion,
  type SourceConversionRow,
  sourceConversionOf,
  sourceConversionRows,
} from '../../sales/figures/source-conversion.js';
import { dealsCreatedIn, leadOutcomes } from '../../store/reports/slice-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { exportButton, exportWords } from '../nodes/export-button.js';
import { asOfWords, reportTitle, sameAsked, worth } from '../nodes/headings.js';
import { column, type Sheet } from '../nodes/sheet.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';
import { reportSpan } from '../request/report-span.js';
import { labelsFor } from './slice-values.js';
import { costNodes, costSheets, costsOfMonths, wholeMonths } from './source-costs.js';

/** Lines of a table, about what a phone shows. */
const most = 12;

export interface SourceConversionFigures {
  by: 'source' | 'product';
  period: { from: Date; to: Date };
  all: SourceConversionRow;
  rows: (SourceConversionRow & { label: string })[];
}

/**
 * Shows the conversion of a period's leads by source, or of its deals by product, as it was at `until`; by default the
 * quarter, as of now.
 */
export async function sourceConversionReport(
  given: ReportContext,
  asked: ReportRequest & {
    by?: 'source' | 'product';
    period?: string | Period;
    said?: string;
    until?: Date;
  },
): Promise<{ figures: SourceConversionFigures; sheets: Sheet[]; card: Card }> {
  const { ctx, period, span } = await reportSpan(given, asked, 'thisQuarter');
  const t = textsIn(ctx.locale).slice;
  const by = asked.by ?? 'source';
  const until = asked.until ?? asked.asOf;
  const items = by === 'source' ? await leadItems(ctx, span, until) : await dealItems(ctx, span, until);
  const dimension = dimensionsOf(ctx.process).find(({ key }) => key === by);
  const label = dimension ? await labelsFor(ctx, dimension) : async () => '';
  const rows: SourceConversionFigures['rows'] = [];
  for (const row of sourceConversionRows(items)) rows.push({ ...row, label: await label(row.key) });
  const figures = {
    by,
    period: { from: period.from, to: period.to },
    all: sourceConversionOf(null, items),
    rows: sorted(ctx, rows),
  };
  const months = by === 'source' && !asked.team ? wholeMonths(period, ctx.zone) : undefined;
  const costs = await costsOfMonths(ctx, months ?? [], until);
  const name = by === 'source' ? t.yield : t.yieldProduct;
  const same = { ...sameAsked(asked, asked.said), period: period.key };
  const words = exportWords(ctx, 'yield', period.key, asked, by === 'product' ? t.product : '');
  const card: Card = {
    key: `report:yield:${asked.team?.id ?? 'all'}:${by}:${period.key}`,
    title: reportTitle(ctx, asked, name, period.label),
    tone: 'info',
    nodes: [
      text(conclusion(ctx, figures, period.label), 'strong'),
      ...chart(ctx, figures, period.label),
      ...yieldTable(ctx, figures),
      ...costNodes(ctx, costs),
      context(by === 'source' ? t.yieldRule : t.productRule),
      ...actions(
        by === 'source'
          ? button(t.yieldProduct, 'yield', { ...same, by: 'product' })
          : button(t.yield, 'yield', { ...same, by: 'source' }),
        button(t.loss, 'loss', same),
        exportButton(ctx, words, asked.said),
      ),
      context(asOfWords(ctx, asked.asOf)),
    ],
  };
  return { figures, sheets: [sheet(ctx, figures), ...costSheets(ctx, costs)], card };
}

type Span = Parameters<typeof leadOutcomes>[1];

/** Lists a span's leads and what became of them by a moment, optionally of one person. */
export async function leadItems(
  ctx: Pick<ReportContext, 'db'>,
  span: Span,
  at: Date,
  ownerId?: string,
): Promise<SourceConversion[]> {
  const leads = await leadOutcomes(ctx.db, span, at);
  const those = ownerId === undefined ? leads : leads.filter((lead) => lead.ownerId === ownerId);
  return those.map((lead) => ({
    key: lead.source,
    isLead: true,
    status: lead.status,
    amount: lead.amount ?? 0,
    days: lead.status === 'won' ? daysBetween(lead.createdAt, lead.closedAt) : null,
  }));
}

async function dealItems(ctx: ReportContext, span: Span, at: Date): Promise<SourceConversion[]> {
  return (await dealsCreatedIn(ctx.db, span, at)).map((deal) => ({
    key: deal.product?.trim() || null,
    isLead: deal.fromLead,
    status: deal.status,
    amount: deal.amount ?? 0,
    days: deal.status === 'won' ? daysBetween(deal.createdAt, deal.closedAt) : null,
  }));
}

const daysBetween = (from: Date, to: Date | null): number | null =>
  to && Math.max(0, Math.round((to.getTime() - from.getTime()) / dayMs));

/** Sorts by amount, unless the order would reveal hidden amounts. */
function sorted(ctx: ReportContext, rows: SourceConversionFigures['rows']): SourceConversionFigures['rows'] {
  if (shows(ctx, 'amount')) return rows;
  const last = (row: SourceConversionRow) => Number(row.key === null);
  return rows.toSorted((a, b) => last(a) - last(b) || b.won - a.won || b.leads - a.leads);
}

function conclusion(ctx: ReportContext, { by, all, rows }: SourceConversionFigures, label: string): string {
  const t = textsIn(ctx.locale).slice;
  const { sentence, clauses } = formatsIn(ctx.locale);
  if (rows.length === 0) return by === 'source' ? t.noLeads(label) : t.noProducts(label);
  if (by === 'product') return sentence(t.productLine(label, all.converted, all.won));
  const best = rows
    .filter((row) => row.key !== null && row.won > 0)
    .map((row) => ({ label: row.label, rate: percentOf(row.won, row.leads) ?? 0 }))
    .reduce<{ label: string; rate: number } | undefined>(
      (one, next) => (!one || next.rate > one.rate ? next : one),
      undefined,
    );
  const line = t.yieldLine(label, all.leads, all.converted, all.won);
  return sentence(clauses([line, ...(best ? [t.yieldBest(best.label, best.rate)] : [])]));
}

/** Bar chart: leads, converted and won per source or product (counts). */
function chart(ctx: ReportContext, { by, rows }: SourceConversionFigures, label: string): CardNode[] {
  const t = textsIn(ctx.locale).slice;
  const [first] = rows;
  if (!first) return [];
  const shown = rows.slice(0, most);
  const size = (row: SourceConversionRow) => (by === 'source' ? row.leads : row.converted);
  const largest = shown.reduce((one, next) => (size(next) > size(one) ? next : one), first);
  const series = (name: string, of: (row: SourceConversionRow) => number) => ({
    name,
    values: shown.map(of),
  });
  return [
    {
      kind: 'image',
      alt: t.chartAlt(largest.label, `${size(largest)}`),
      chart: {
        kind: 'bars',
        title: t.yieldChart(label),
        labels: shown.map((row) => row.label),
        series: [
          ...(by === 'source' ? [series(t.leads, (row) => row.leads)] : []),
          series(by === 'source' ? t.converted : t.deals, (row) => row.converted),
          series(t.wins, (row) => row.won),
        ],
        unit: 'count',
      },
    },
  ];
}

function yieldTable(ctx: ReportContext, { by, all, rows }: SourceConversionFigures): CardNode[] {
  const t = textsIn(ctx.locale).slice;
  if (rows.length === 0) return [];
  const line = (row: SourceConversionRow & { label: string }) => [
    row.label,
    `${row.leads}`,
    `${row.converted}`,
    `${row.won}`,
    worth(ctx, row.wonAmount),
    row.winRate === null ? '' : formatsIn(ctx.locale).percent(row.winRate),
    row.medianDays === null ? '' : t.days(Math.round(row.medianDays)),
  ];
  const rest = rows.length - most;
  return [
    table(
      [
        by === 'source' ? t.source : t.product,
        right(by === 'source' ? t.leads : t.fromLeads),
        right(by === 'source' ? t.converted : t.deals),
        right(t.wins),
        right(t.wonAmount),
        right(t.winRate),
        right(t.medianDays),
      ],
      [...rows.slice(0, most).map(line), line({ ...all, label: t.total })],
    ),
    ...(rest > 0 ? [context(t.rest(rest, 0))] : []),
  ];
}

function sheet(ctx: ReportContext, { by, all, rows }: SourceConversionFigures): Sheet {
  const t = textsIn(ctx.locale).slice;
  const inMoney = shows(ctx, 'amount');
  return {
    name: t.summary,
    columns: [
      column(by === 'source' ? t.source : t.product),
      column(by === 'source' ? t.leads : t.fromLeads, 'count'),
      column(by === 'source' ? t.converted : t.deals, 'count'),
      column(t.open, 'count'),
      column(t.wins, 'count'),
      column(t.losses, 'count'),
      column(t.wonAmount, 'money'),
      column(t.winRate, 'percent'),
      column(t.medianDays, 'days'),
    ],
    rows: [...rows, { ...all, label: t.total }].map((row) => [
      row.label,
      row.leads,
      row.converted,
      row.open,
      row.won,
      row.lost,
      inMoney ? row.wonAmount : hidden,
      row.winRate,
      row.medianDays,
    ]),
  };
}
