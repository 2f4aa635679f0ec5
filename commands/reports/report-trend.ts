import { defineCommand } from '../../crm/access/context.js';
import { f, found } from '../../kernel/command/fields.js';
import { requestOf, teamField } from '../../reports/request/report-fields.js';
import { type TrendMetric, type TrendSpan, trendReport } from '../../reports/standard/trend-report.js';

const spans = [
  { value: '8weeks', label: { zh: '8周', en: '8 weeks' }, words: ['近8周', '8w', '周', '按周', 'weekly'] },
  { value: '6months', label: { zh: '6个月', en: '6 months' }, words: ['近6个月', '6月', '半年', '6m'] },
  {
    value: '12months',
    label: { zh: '12个月', en: '12 months' },
    words: ['近12个月', '12月', '一年', '12m', 'year'],
  },
];

const metricChoices = [
  { value: 'won', label: { zh: '赢单', en: 'won' }, words: ['赢单金额', '金额', '业绩', 'amount'] },
  {
    value: 'newDeals',
    label: { zh: '新商机', en: 'new deals' },
    words: ['商机', '新增商机', 'deals', 'new'],
  },
  {
    value: 'followUps',
    label: { zh: '跟进', en: 'follow-ups' },
    words: ['跟进次数', 'followups', 'follow ups', 'activity'],
  },
  { value: 'winRate', label: { zh: '赢率', en: 'win rate' }, words: ['胜率', '赢单率', 'rate'] },
];

/** A choice whose words may be two: `12 months`, `win rate`. */
const spoken = (choices: typeof spans, label: { zh: string; en: string }) => {
  const base = f.choice(choices, { label });
  return found(base, { input: 'choice', parse: base.parse, write: base.write });
};

/** `趋势 赢单 12个月`: week by week or month by month, of the team or the company. */
export const reportTrend = defineCommand({
  name: 'trend',
  words: { zh: ['趋势', '走势'], en: ['trend'] },
  summary: { zh: '看每周每月的走势', en: 'Week by week, month by month' },
  examples: { zh: ['趋势', '趋势 赢单 12个月'], en: ['trend', 'trend won 12 months'] },
  reads: true,
  seldom: true,
  fields: {
    asof: f.asof(),
    metric: spoken(metricChoices, { zh: '数字', en: 'figure' }),
    span: spoken(spans, { zh: '多久', en: 'how long' }),
    team: teamField,
  },
  async run(input, ctx) {
    const metric = input.metric as TrendMetric | undefined;
    const span = input.span as TrendSpan | undefined;
    return (await trendReport(ctx, { ...(await requestOf(ctx, input)), metric, span })).card;
  },
});
