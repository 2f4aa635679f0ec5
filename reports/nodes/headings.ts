import { hidden, shows } from '../../crm/access/visibility.js';
import { formatAmountShort } from '../../kernel/pieces/amount.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import type { Change } from '../../sales/figures/percentages.js';
import type { Conclusion, Worry } from '../../sales/figures/weekly-conclusion.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';

/** Writes a report's title: `周报 · 华东 · 第47周（11月16日–22日）` ("weekly report, East China, week 47"). */
export function reportTitle(ctx: ReportContext, asked: ReportRequest, what: string, label = ''): string {
  const t = textsIn(ctx.locale).report;
  return t.title([what, asked.team?.name ?? t.company, label]);
}

/** Capitalizes a name for a column or title. */
export const heading = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Writes a total of many amounts, hidden from those who may not see them all. */
export const short = (ctx: ReportContext, amount: number): string =>
  shows(ctx, 'amount') ? formatAmountShort(amount, ctx) : hidden;

/** Writes a total, or '' for 0: a total of unknown amounts is unknown. */
export const worth = (ctx: ReportContext, amount: number): string => (amount === 0 ? '' : short(ctx, amount));

/** Writes the moment that a report is as of. */
export const asOfWords = (ctx: ReportContext, at: Date): string =>
  textsIn(ctx.locale).report.asOf(formatMoment(at, ctx, ctx.now));

/** Returns a button's input for the same team and moment. */
export function sameAsked(asked: ReportRequest, said: string | undefined): Record<string, string> {
  return { ...(asked.team ? { team: asked.team.name } : {}), ...(said ? { asof: said } : {}) };
}

/** Writes the change against the week before. */
export function trendWords(ctx: ReportContext, change: Change, written: (value: number) => string): string {
  const { trend } = textsIn(ctx.locale).report;
  if (change.direction === 'same') return trend.same;
  return trend[change.direction](written(Math.abs(change.delta)), change.percent);
}

/** Writes the week's conclusion in one or two sentences. */
export function conclusionWords(ctx: ReportContext, { headline, worry }: Conclusion): string {
  const sentences = [headlineWords(ctx, headline), ...(worry ? [worryWords(ctx, worry)] : [])];
  return formatsIn(ctx.locale).sentences(sentences);
}

function headlineWords(ctx: ReportContext, headline: Conclusion['headline']): string {
  const t = textsIn(ctx.locale).report;
  const amount = (value: number) => short(ctx, value);
  switch (headline.kind) {
    case 'won':
      return t.won(headline.count, amount(headline.amount.now), trendWords(ctx, headline.amount, amount));
    case 'no-win':
      return t.noWin(amount(headline.amount.before));
    case 'pipeline':
      return t.pipeline(headline.newDeals, headline.moved, amount(headline.openAmount.now));
    case 'activity':
      return t.activity(headline.followUps.now, headline.newLeads);
    default:
      return t.quiet(headline.openCount);
  }
}

function worryWords(ctx: ReportContext, worry: Worry): string {
  const t = textsIn(ctx.locale).report;
  if (worry.kind === 'stalled') return t.worryStalled(worry.count, worth(ctx, worry.amount), worry.share);
  return worry.kind === 'unanswered' ? t.worryUnanswered(worry.count) : t.worryOverdue(worry.count);
}
