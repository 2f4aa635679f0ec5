import { common } from '../../crm/texts/common-texts.js';
import { forecastTexts } from '../../crm/texts/forecast-texts.js';
import { type CardNode, context, right, table, text } from '../../kernel/card/card.js';
import type { FunnelRow } from '../../sales/figures/funnel-rows.js';
import type { LossRow } from '../../sales/figures/loss-rows.js';
import { percentOf } from '../../sales/figures/percentages.js';
import type { Forecast } from '../../store/deals/forecast-queries.js';
import { short, worth } from '../nodes/headings.js';
import { funnelChart } from '../nodes/report-charts.js';
import type { Desk } from '../request/report-context.js';
import type { YieldFigures } from '../slices/source-conversion-report.js';
import { reviewTexts } from '../texts/review-texts.js';

/** Lines of a table of a review: a review is many tables. */
const most = 6;

/** Why deals were lost, the most frequent reason first. */
export function lossTable(desk: Desk, rows: readonly LossRow[]): CardNode[] {
  if (rows.length === 0) return [];
  const t = reviewTexts(desk.locale);
  const { reason, deals, share, amount } = t.columns;
  const lines = rows
    .slice(0, most)
    .map((row) => [row.name[desk.locale], `${row.count}`, t.percent(row.share), worth(desk, row.amount)]);
  return [text(t.lost, 'strong'), table([reason, right(deals), right(share), right(amount)], lines)];
}

/** How many came how far, and how long they stood in each stage. */
export function stageTable(
  desk: Desk,
  conversion: readonly FunnelRow[],
  days: ReadonlyMap<string, number>,
  label: string,
): CardNode[] {
  if ((conversion[0]?.reached ?? 0) === 0 && days.size === 0) return [];
  const t = reviewTexts(desk.locale);
  const columns = t.columns;
  const lines = conversion.map((row) => {
    const stood = days.get(row.stage);
    return [
      row.name[desk.locale],
      `${row.reached}`,
      row.fromPrevious === null ? '' : `${t.percent(row.fromPrevious)}${row.weakest ? ' ↓' : ''}`,
      stood === undefined ? '' : t.days(stood),
    ];
  });
  return [
    text(t.stages, 'strong'),
    ...funnelChart(desk, conversion, label),
    table([columns.stage, right(columns.reached), right(columns.rate), right(columns.days)], lines),
    context(t.cohort(label)),
  ];
}

/** What came of the leads of the period, by source. */
export function sourceTable(desk: Desk, { rows }: YieldFigures): CardNode[] {
  if (rows.length === 0) return [];
  const t = reviewTexts(desk.locale);
  const { source, leads, converted, won, wonAmount } = t.columns;
  const lines = rows
    .slice(0, most)
    .map((row) => [row.label, `${row.leads}`, `${row.converted}`, `${row.won}`, worth(desk, row.wonAmount)]);
  return [
    text(t.sources, 'strong'),
    table([source, right(leads), right(converted), right(won), right(wonAmount)], lines),
  ];
}

/** What was told of the period first, each way beside what it became. */
export function forecastLine(desk: Desk, told: Forecast | undefined, became: number): CardNode[] {
  if (!told) return [];
  const t = reviewTexts(desk.locale);
  const names = forecastTexts(desk.locale).ways;
  const ways = (['model', 'stage', 'commit'] as const).flatMap((way) => {
    const amount = told[way];
    if (amount === null) return [];
    const off = percentOf(amount - became, became);
    return [t.way(names[way], short(desk, amount), off === null ? '' : t.off(off))];
  });
  return [text(`${t.told(told.period, common(desk.locale).list(ways), short(desk, became))}${t.stop}`)];
}
