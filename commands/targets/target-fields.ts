import { f, found, named } from '../../kernel/command/fields.js';
import { formatAmount, readAmount } from '../../kernel/pieces/amount.js';
import { readMonths, writeMonths } from '../../kernel/pieces/month-list.js';
import { type Metric, metricNames, metrics } from '../../sales/process/metrics.js';
import type { Locale } from '../../texts/languages.js';

/** What else people call them. */
const words: Record<Metric, string[]> = {
  won: ['金额', '业绩', '成交额', '销售额', '赢单额', 'won', 'amount', 'revenue', 'sales'],
  wins: ['赢单', '单数', '成交', '成交数', 'win'],
  newDeals: ['新增商机', '商机数', 'new deal', 'deals'],
  calls: ['电话数', '打电话', 'call'],
  visits: ['拜访数', '上门', 'visit'],
  followUps: ['跟进数', '跟进次数', 'followups', 'follow-up', 'follow ups'],
  response: ['响应', '首响中位', '首次响应', '响应时间', 'response time'],
};

export const metricField = {
  ...f.choice(
    metrics.map((metric) => ({ value: metric, label: metricNames[metric], words: words[metric] })),
    { label: { zh: '指标', en: 'metric' } },
  ),
  glued: /^\d/,
};

/** A month, a quarter or a year. */
export const monthField = {
  ...found(f.word({ label: { zh: '月份', en: 'month' }, example: { zh: '7月', en: 'July' } }), {
    input: 'text',
    parse: (value, at) => (typeof value === 'string' ? readMonths(value, at.today) : undefined),
    write: writeMonths,
  }),
  glued: /^[\d\p{Script=Han}]/u,
};

const counted =
  /\s*(?:次|个|单|条|分钟|分|通|minutes?|mins?|calls?|visits?|times|wins?|deals?|follow-?ups?)$/iu;

/**
 * A figure of any metric in hundredths, as money is: `50万` and `20次` are told apart only by what they are about. 0
 * takes the target away.
 */
const figureOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  const said = typeof value === 'string' ? value.trim() : '';
  return readAmount(said) ?? readAmount(said.replace(counted, ''));
};

export const figureField = found(
  f.money({ label: { zh: '目标', en: 'target' }, example: { zh: '50万', en: '500k' } }),
  { input: 'text', parse: figureOf, write: (value, locale) => formatAmount(value, locale) },
);

const money = f.money({ label: { zh: '冲刺', en: 'stretch' }, example: { zh: '360万', en: '3.6M' } });

/** `冲刺 360万`: said with its name, or it would be the target. */
export const stretchField = {
  ...named(money, ['冲刺', '挑战', 'stretch']),
  bare: true,
  input: 'text' as const,
  parse: (value: unknown) =>
    figureOf(typeof value === 'string' ? value.replace(/^(冲刺|挑战|stretch)\s*/i, '') : value),
  write: (value: number, locale: Locale) =>
    `${locale === 'zh' ? '冲刺' : 'stretch'} ${formatAmount(value, locale)}`,
};

/** A person, a team, or the company: whatever words nothing else took. */
export const whoseField = {
  ...f.rest({ label: { zh: '谁', en: 'whose' }, example: { zh: '张三', en: 'Alice' } }),
  lookup: 'whose',
  input: 'text' as const,
};
