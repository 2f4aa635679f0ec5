import type { Context } from '../../crm/access/context.js';
import { redacted } from '../../crm/access/visibility.js';
import { factWords } from '../../crm/cards/custom-fields-shown.js';
import { actions, button, type Card, context, right, table, text } from '../../kernel/card/card.js';
import { type BreakdownRow, breakdown } from '../../sales/figures/breakdown-rows.js';
import { weighted } from '../../sales/figures/money-sums.js';
import { percentOf } from '../../sales/figures/percentages.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import type { CustomField } from '../../sales/process/parse-process.js';
import { stageOf } from '../../sales/process/stages.js';
import { type DealFacts, dealFacts } from '../../store/reports/report-lists.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { exportButton } from '../nodes/export-button.js';
import { asOfWords, reportTitle, sameAsked, short, worth } from '../nodes/headings.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';
import { reportSpan } from '../request/report-span.js';
import { type Slice, sliceWords } from './read-slice.js';

/** Rows on a phone's screen. */
const most = 12;

/**
 * Breaks down what is open now and what closed in a period, by default the quarter, by the values of a field.
 */
export async function breakdownReport(
  given: Context,
  asked: ReportRequest & { by: CustomField | 'product'; period?: string | Period },
): Promise<Card> {
  const { ctx, period, span } = await reportSpan(given, asked, 'thisQuarter');
  const t = textsIn(ctx.locale).report;
  const { by } = asked;
  const valueIn = (deal: DealFacts) => (by === 'product' ? deal.product : deal.facts[by.key]) || null;
  const rows = breakdown(
    (await dealFacts(ctx.db, span)).map((deal) => {
      const amount = deal.amount ?? 0;
      const chance = stageOf(ctx.process, deal.stage)?.probability ?? 0;
      return { value: valueIn(deal), status: deal.status, amount, weighted: weighted(amount, chance) };
    }),
  );
  const name = by === 'product' ? t.product : by.name[ctx.locale];
  const words = async ({ value }: BreakdownRow) =>
    value === null ? t.unknown : by === 'product' ? redacted(ctx, value) : await factWords(given, by, value);
  const shown: string[][] = [];
  for (const row of rows.slice(0, most)) {
    const rate = percentOf(row.won, row.won + row.lost);
    shown.push([
      await words(row),
      `${row.open}`,
      worth(ctx, row.openAmount),
      row.won > 0 ? `${row.won} · ${short(ctx, row.wonAmount)}` : '',
      rate === null ? '' : formatsIn(ctx.locale).percent(rate),
    ]);
  }
  const [first] = rows;
  const all = rows.reduce((sum, row) => sum + row.openAmount, 0);
  const share = first ? percentOf(first.openAmount, all) : null;
  const { standing, amount, won, winRate } = t.columns;
  return {
    key: `report:breakdown:${asked.team?.id ?? 'all'}:${by === 'product' ? by : by.key}:${period.key}`,
    title: reportTitle(ctx, asked, t.breakdown(name), period.label),
    tone: 'info',
    nodes: [
      text(first && share !== null ? t.largest(await words(first), share) : t.noDeals, 'strong'),
      ...(shown.length > 0
        ? [table([name, right(standing), right(amount), right(won), right(winRate)], shown)]
        : []),
      ...(rows.length > most ? [context(t.more(rows.length - most))] : []),
      ...actions(
        button(t.funnel, 'funnel', sameAsked(asked, undefined)),
        exportButton(ctx, sliceWords(ctx, sameSlice(ctx, asked), ctx.locale)),
      ),
      context(t.title([asOfWords(ctx, asked.asOf), t.closedIn(period.label)])),
    ],
  };
}

/** Returns the same open deals as a slice, for the export. */
const sameSlice = (
  { process }: ReportContext,
  { by, team }: ReportRequest & { by: CustomField | 'product' },
): Slice => ({
  measure: 'amount',
  by: dimensionsOf(process).filter(({ key, own }) => (by === 'product' ? key === by : own?.key === by.key)),
  filters: [],
  team: team?.name,
});
