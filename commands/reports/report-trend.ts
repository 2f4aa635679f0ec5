import { defineCommand } from '../../crm/access/context.js';
import { readChoice } from '../../kernel/command/choices.js';
import { changed, f, found } from '../../kernel/command/fields.js';
import { trendSpanSaid } from '../../language/periods/trend-span.js';
import { requestOf, teamField } from '../../reports/request/report-fields.js';
import {
  longestTrend,
  type TrendMetric,
  type TrendSpan,
  trendReport,
  trendSpans,
} from '../../reports/standard/trend-report.js';
import { textsIn } from '../../texts/languages.js';

/** Weeks or months back: the usual ones by name, others by their number. */
const spanField = changed(found(f.choice(trendSpans)), (texts) => {
  const usual = f.choice(trendSpans).make(texts).choices ?? [];
  return {
    longest: 3,
    parse: (value) =>
      readChoice(usual, value) ??
      (typeof value === 'string' ? trendSpanSaid(value, longestTrend) : undefined),
    write: (value, locale) =>
      textsIn(locale).trend.spanOf(Number.parseInt(value, 10), value.endsWith('weeks')),
  };
});

/** `趋势 赢单 12个月` ("trend of wins, 12 months"): weekly or monthly figures of the team or company. */
export const reportTrend = defineCommand({
  name: 'trend',
  reads: true,
  seldom: true,
  fields: {
    asof: f.asof(),
    metric: found(f.choice(['won', 'newDeals', 'followUps', 'winRate'])),
    span: spanField,
    team: teamField,
  },
  async run(input, ctx) {
    const metric = input.metric as TrendMetric | undefined;
    const span = input.span as TrendSpan | undefined;
    return (await trendReport(ctx, { ...(await requestOf(ctx, input)), metric, span })).card;
  },
});
