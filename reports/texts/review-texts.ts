import { defineTexts } from '../../kernel/texts/define-texts.js';

/** Reviews of a month and of a quarter. */
export const reviewTexts = defineTexts({
  zh: {
    monthly: '月报',
    quarterly: '季报',
    join: '；',
    stop: '。',
    won: (label: string, count: number, amount: string, trend: string) =>
      count > 0 ? `${label}赢单 ${count} 单共 ${amount}，${trend}` : `${label}没有赢单，${trend}`,
    trend: {
      up: (delta: string, percent: number | null) =>
        `比上一期多 ${delta}${percent === null ? '' : `（+${percent}%）`}`,
      down: (delta: string, percent: number | null) =>
        `比上一期少 ${delta}${percent === null ? '' : `（${percent}%）`}`,
      same: '和上一期持平',
    },
    fields: { won: '赢单金额', lost: '输单', rate: '赢率', newDeals: '新增商机', followUps: '跟进次数' },
    figure: (value: string, trend: string) => [value, trend].filter(Boolean).join('，'),
    deals: (count: number, amount: string) => `${count} 个${amount && `共 ${amount}`}`,
    times: (count: number, visits: number) => `${count} 次（拜访 ${visits}）`,
    percent: (n: number) => `${n}%`,
    lost: '输单原因',
    stages: '转化和停留',
    ranking: '排行',
    sources: '来源',
    teams: '各团队',
    columns: {
      reason: '原因',
      deals: '单数',
      share: '占比',
      amount: '金额',
      stage: '阶段',
      reached: '走到这步',
      rate: '上一步转化',
      days: '停留中位',
      source: '来源',
      leads: '线索',
      converted: '转商机',
      won: '赢单',
      wonAmount: '赢单金额',
    },
    days: (n: number) => (n < 1 ? '不到 1 天' : `${n} 天`),
    cohort: (label: string) => `转化按${label}新建的线索和商机算；停留是${label}离开该阶段的商机的中位天数`,
    told: (period: string, ways: string, became: string) => `预测 ${period}：最早说 ${ways}；实际 ${became}`,
    way: (name: string, amount: string, off: string) => `${name} ${amount}${off && `（偏差 ${off}）`}`,
    off: (percent: number) => `${percent > 0 ? '+' : ''}${percent}%`,
    details: '停滞明细',
    funnel: '漏斗',
    rankingButton: '排行',
    loss: '输因',
  },
  en: {
    monthly: 'Monthly review',
    quarterly: 'Quarterly review',
    join: '; ',
    stop: '.',
    won: (label: string, count: number, amount: string, trend: string) =>
      count > 0
        ? `${label}: ${count} ${count === 1 ? 'deal' : 'deals'} won for ${amount}, ${trend}`
        : `${label}: nothing won, ${trend}`,
    trend: {
      up: (delta: string, percent: number | null) =>
        `${delta} more than the period before${percent === null ? '' : ` (+${percent}%)`}`,
      down: (delta: string, percent: number | null) =>
        `${delta} less than the period before${percent === null ? '' : ` (${percent}%)`}`,
      same: 'as the period before',
    },
    fields: { won: 'Won', lost: 'Lost', rate: 'Win rate', newDeals: 'New deals', followUps: 'Follow-ups' },
    figure: (value: string, trend: string) => [value, trend].filter(Boolean).join(', '),
    deals: (count: number, amount: string) => `${count}${amount && ` for ${amount}`}`,
    times: (count: number, visits: number) => `${count} (${visits} visits)`,
    percent: (n: number) => `${n}%`,
    lost: 'Why deals were lost',
    stages: 'Conversion and days',
    ranking: 'Ranking',
    sources: 'Sources',
    teams: 'Teams',
    columns: {
      reason: 'Reason',
      deals: 'Deals',
      share: 'Share',
      amount: 'Amount',
      stage: 'Stage',
      reached: 'Got here',
      rate: 'From last step',
      days: 'Median days',
      source: 'Source',
      leads: 'Leads',
      converted: 'To deals',
      won: 'Won',
      wonAmount: 'Amount won',
    },
    days: (n: number) => (n < 1 ? 'under 1' : `${n}`),
    cohort: (label: string) =>
      `Conversion is of the leads and deals created in ${label}; days are the median of the deals that left the stage then`,
    told: (period: string, ways: string, became: string) =>
      `Forecast of ${period}: ${ways} at first; it became ${became}`,
    way: (name: string, amount: string, off: string) => `${name} ${amount}${off && ` (off by ${off})`}`,
    off: (percent: number) => `${percent > 0 ? '+' : ''}${percent}%`,
    details: 'Stalled',
    funnel: 'Funnel',
    rankingButton: 'Ranking',
    loss: 'Losses',
  },
});
