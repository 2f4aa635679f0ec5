import { actions, button, type Card, context, right, table, text } from '../../bot/kernel/card.js';
import { type BreakdownRow, breakdown } from '../../sales/breakdown.js';
import { percentOf } from '../../sales/figures.js';
import { weighted } from '../../sales/money.js';
import type { CustomField } from '../../sales/process.js';
import { dimensionsOf } from '../../sales/slice-names.js';
import { stageOf } from '../../sales/stages.js';
import { type DealFacts, dealFacts } from '../../store/report-lists.js';
import { factWords } from '../cards/custom-fields.js';
import type { Context } from '../context.js';
import { redacted } from '../sight.js';
import { reportTexts } from '../texts/reports.js';
import { type Asked, type Desk, deskOf, endAsOf } from './desk.js';
import { exportButton } from './export-button.js';
import { asOfWords, reportTitle, sameAsked, short, worth } from './headings.js';
import { type PeriodKind, periodOf } from './period.js';
import { type Slice, sliceWords } from './slice-read.js';
import { teamsAsked } from './teams.js';

/** Rows a phone's screen holds. */
const most = 12;

/** What is open now and what was closed in a period, by default the quarter, by the values of a field. */
export async function breakdownReport(
  given: Context,
  asked: Asked & { by: CustomField | 'product'; period?: PeriodKind },
): Promise<Card> {
  const desk = deskOf(given, asked.team);
  const t = reportTexts(desk.locale);
  const { by } = asked;
  const period = periodOf(asked.period ?? 'thisQuarter', asked.asOf, desk.zone, desk.locale);
  const teamId = await teamsAsked(desk, asked);
  const span = { from: period.from, to: endAsOf(period.to, asked.asOf), teamId };
  const valueIn = (deal: DealFacts) => (by === 'product' ? deal.product : deal.facts[by.key]) || null;
  const rows = breakdown(
    (await dealFacts(desk.db, span)).map((deal) => {
      const amount = deal.amount ?? 0;
      const chance = stageOf(desk.process, deal.stage)?.probability ?? 0;
      return { value: valueIn(deal), status: deal.status, amount, weighted: weighted(amount, chance) };
    }),
  );
  const name = by === 'product' ? t.product : by.name[desk.locale];
  const words = async ({ value }: BreakdownRow) =>
    value === null ? t.unknown : by === 'product' ? redacted(desk, value) : await factWords(given, by, value);
  const shown: string[][] = [];
  for (const row of rows.slice(0, most)) {
    const rate = percentOf(row.won, row.won + row.lost);
    shown.push([
      await words(row),
      `${row.open}`,
      worth(desk, row.openAmount),
      row.won > 0 ? `${row.won} · ${short(desk, row.wonAmount)}` : '',
      rate === null ? '' : `${rate}%`,
    ]);
  }
  const [first] = rows;
  const all = rows.reduce((sum, row) => sum + row.openAmount, 0);
  const share = first ? percentOf(first.openAmount, all) : null;
  const { standing, amount, won, winRate } = t.columns;
  return {
    key: `report:breakdown:${asked.team?.id ?? 'all'}:${by === 'product' ? by : by.key}:${period.kind}`,
    title: reportTitle(desk, asked, t.breakdown(name), period.label),
    tone: 'info',
    nodes: [
      text(first && share !== null ? t.largest(await words(first), share) : t.noDeals, 'strong'),
      ...(shown.length > 0
        ? [table([name, right(standing), right(amount), right(won), right(winRate)], shown)]
        : []),
      ...(rows.length > most ? [context(t.more(rows.length - most))] : []),
      ...actions(
        button(t.funnel, 'funnel', sameAsked(asked, undefined)),
        exportButton(desk, sliceWords(desk, sameSlice(desk, asked), desk.locale)),
      ),
      context(t.title([asOfWords(desk, asked.asOf), t.closedIn(period.label)])),
    ],
  };
}

/** What is open, as a slice: it can be taken out whole. */
const sameSlice = ({ process }: Desk, { by, team }: Asked & { by: CustomField | 'product' }): Slice => ({
  measure: 'amount',
  by: dimensionsOf(process).filter(({ key, own }) => (by === 'product' ? key === by : own?.key === by.key)),
  filters: [],
  team: team?.name,
});
