import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import {
  monthSpanField,
  quarterSpanField,
  requestOf,
  teamField,
} from '../../reports/request/report-fields.js';
import { type ReviewPeriod, reviewReport } from '../../reports/reviews/review-report.js';

/**
 * `月报` ("monthly review"): results of the last full month; also `月报 本月 华东` ("this month, East China"), `月报
 * @9/15`.
 */
export const reportMonthly = defineCommand({
  name: 'monthly',
  seldom: true,
  reads: true,
  fields: { period: monthSpanField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const period = (input.period ?? 'lastMonth') as ReviewPeriod;
    return (await reviewReport(ctx, { ...(await requestOf(ctx, input)), period })).card;
  },
});

/** `季报` ("quarterly review"): results of the last full quarter. */
export const reportQuarterly = defineCommand({
  name: 'quarterly',
  seldom: true,
  reads: true,
  fields: { period: quarterSpanField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const period = (input.period ?? 'lastQuarter') as ReviewPeriod;
    return (await reviewReport(ctx, { ...(await requestOf(ctx, input)), period })).card;
  },
});
