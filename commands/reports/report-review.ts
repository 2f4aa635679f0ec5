import { type Context, defineCommand } from '../../crm/access/context.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import type { Card } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { daysOfKey } from '../../language/periods/period-days.js';
import { periodWords } from '../../language/question/write-question.js';
import {
  monthSpanField,
  quarterSpanField,
  requestOf,
  teamField,
} from '../../reports/request/report-fields.js';
import { periodOf } from '../../reports/request/report-period.js';
import { reviewReport } from '../../reports/reviews/review-report.js';
import { weeklyOf } from '../../reports/weekly/weekly-kinds.js';
import { textsIn } from '../../texts/languages.js';

export type ReviewLength = 'week' | 'month' | 'quarter';

/** What a review of each length is asked with. */
interface ReviewAsked {
  period?: string;
  asof?: string;
  team?: string;
}

const usual = { week: 'lastWeek', month: 'lastMonth', quarter: 'lastQuarter' } as const;

/**
 * Shows the review of a period: 周报 11月 ("weekly report of November") is the monthly one. Throws InputError, with the
 * ranking of the same period as the nearest, for one that is no week, month or quarter.
 */
export async function reviewOf(ctx: Context, length: ReviewLength, asked: ReviewAsked): Promise<Card> {
  const period = asked.period ?? usual[length];
  const found = asked.period === undefined ? length : reviewLengthOf(ctx, period);
  if (found === undefined) throw refused(ctx, length, period);
  const request = await requestOf(ctx, asked);
  demandBegun(ctx, period, request.asOf);
  return found === 'week'
    ? (await weeklyOf(ctx, { ...request, week: period })).card
    : (await reviewReport(ctx, { ...request, period })).card;
}

/** Throws InputError for a period of which nothing has happened yet. */
export function demandBegun(ctx: Context, period: string, asOf: Date): void {
  const { from, label } = periodOf(period, asOf, ctx.zone, ctx.locale);
  const t = textsIn(ctx.locale).report;
  if (from > asOf) throw new InputError('period', t.notBegun(label), t.notBegunExample);
}

/** The length of the review of a period, or undefined if none has it. */
export function reviewLengthOf(ctx: Context, period: string): ReviewLength | undefined {
  const { first, step } = daysOfKey(period, todayOf(ctx));
  if ('days' in step) return step.days === 7 && new Date(first).getUTCDay() === 1 ? 'week' : undefined;
  return step.months === 1 ? 'month' : step.months === 3 ? 'quarter' : undefined;
}

function refused(ctx: Context, length: ReviewLength, period: string): InputError {
  const t = textsIn(ctx.locale).report;
  const only = { week: t.onlyWeeks, month: t.onlyMonths, quarter: t.onlyQuarters }[length];
  const said = periodWords(period, ctx.locale);
  return new InputError(length === 'week' ? 'week' : 'period', only(said), t.rankingOf(said));
}

/**
 * `月报` ("monthly review"): results of the last full month; also `月报 本月 华东` ("this month, East China"), `月报
 * @9/15`.
 */
export const reportMonthly = defineCommand({
  name: 'monthly',
  seldom: true,
  reads: true,
  fields: { period: monthSpanField, asof: f.asof(), team: teamField },
  run: async (input, ctx) => await reviewOf(ctx, 'month', input),
});

/** `季报` ("quarterly review"): results of the last full quarter. */
export const reportQuarterly = defineCommand({
  name: 'quarterly',
  seldom: true,
  reads: true,
  fields: { period: quarterSpanField, asof: f.asof(), team: teamField },
  run: async (input, ctx) => await reviewOf(ctx, 'quarter', input),
});
