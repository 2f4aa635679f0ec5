import { defineCommand } from '../../crm/access/context.js';
import { f, found } from '../../kernel/command/fields.js';
import { requestOf, teamField } from '../../reports/request/report-fields.js';
import { type TrendMetric, type TrendSpan, trendReport } from '../../reports/standard/trend-report.js';

/** `趋势 赢单 12个月` ("trend of wins, 12 months"): weekly or monthly figures of the team or company. */
export const reportTrend = defineCommand({
  name: 'trend',
  reads: true,
  seldom: true,
  fields: {
    asof: f.asof(),
    metric: found(f.choice(['won', 'newDeals', 'followUps', 'winRate'])),
    span: found(f.choice(['8weeks', '6months', '12months'])),
    team: teamField,
  },
  async run(input, ctx) {
    const metric = input.metric as TrendMetric | undefined;
    const span = input.span as TrendSpan | undefined;
    return (await trendReport(ctx, { ...(await requestOf(ctx, input)), metric, span })).card;
  },
});
