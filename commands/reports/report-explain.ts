import { defineCommand } from '../../crm/access/context.js';
import { demandVisible } from '../../crm/access/demand-rights.js';
import { openPerson } from '../../crm/lookup/lookups.js';
import { f, found } from '../../kernel/command/fields.js';
import { readMonths, writeMonths } from '../../kernel/pieces/month-list.js';
import { explainedCard } from '../../reports/explain/explained-card.js';
import { type Explainable, explainable } from '../../reports/request/explainable.js';
import { periodChoices, periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { momentOf } from '../../reports/request/report-period.js';
import type { Metric } from '../../sales/process/metrics.js';
import { textsIn } from '../../texts/languages.js';
import { metricField } from '../targets/target-fields.js';

const [zh, en] = [textsIn('zh').explain.figures, textsIn('en').explain.figures];

/** What else people call them. */
const words: Partial<Record<Explainable, string[]>> = {
  won: ['赢单', 'won', '业绩'],
  newDeals: ['新增商机', 'deals'],
  followUps: ['跟进次数', 'followups'],
  newLeads: ['线索', 'leads'],
  moved: ['moved'],
  lost: ['lost'],
  open: ['在手', 'open', 'pipeline'],
  weighted: ['加权', 'weighted'],
  overdue: ['逾期', 'overdue'],
  conversion: ['转化', 'rate'],
  points: ['排行', '得分', '分', 'ranking', 'score'],
  attainment: ['目标', '达成率', 'target'],
  commit: ['承诺', 'commit'],
  best: ['最好', 'best'],
  stage: ['阶段加权', '预测', 'forecast'],
};

const figureField = f.choice(
  explainable.map((figure) => ({
    value: figure,
    label: { zh: zh[figure], en: en[figure] },
    words: words[figure] ?? [],
  })),
  { label: { zh: '数字', en: 'figure' }, required: true },
);

/** A period or months. */
const spanField = found(
  f.word({ label: { zh: '时间', en: 'period' }, example: { zh: '上周', en: 'last week' } }),
  {
    input: 'text',
    parse: (value, at) =>
      periodField.parse(value, at) ?? (typeof value === 'string' ? readMonths(value, at.today) : undefined),
    write: (value, locale) =>
      periodChoices.some((one) => one.value === value)
        ? periodField.write(value, locale)
        : writeMonths(value),
  },
);

/** `解释 赢单金额 上周`: which records a figure is made of, by which rule, as of when. */
export const reportExplain = defineCommand({
  name: 'explain',
  words: { zh: ['解释', '怎么算'], en: ['explain'] },
  summary: { zh: '数字怎么算的：记录、规则和时间', en: 'What a figure is made of: records, rule, moment' },
  examples: {
    zh: ['解释 赢单金额 上周', '解释 积分 @张三'],
    en: ['explain won amount last week', 'explain points @Alice'],
  },
  reads: true,
  seldom: true,
  fields: {
    asof: f.asof(),
    stage: f.stage(),
    who: f.person(),
    figure: figureField,
    metric: metricField,
    span: spanField,
    team: teamField,
  },
  async run(input, ctx) {
    const figure = input.figure as Explainable;
    const { span, stage } = input;
    const metric = input.metric as Metric | undefined;
    const person = input.who === undefined ? undefined : await openPerson(ctx, input.who);
    if (figure === 'attainment' && person) {
      // A person's targets are seen by who may see the person, as their card is.
      const { id, teamId } = person;
      await demandVisible(ctx, person.name, { ownerId: id, teamId, id });
      const asOf = momentOf(input.asof, ctx.now, ctx.zone);
      return (await explainedCard(ctx, { asOf, figure, span, person, metric })).card;
    }
    const asked = await requestOf(ctx, input);
    return (await explainedCard(ctx, { ...asked, figure, span, person, stage, metric })).card;
  },
});
