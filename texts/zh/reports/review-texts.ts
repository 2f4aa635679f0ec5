/** Reviews of a month and of a quarter. */
export const reviewTexts = {
  monthly: '月报',
  quarterly: '季报',
  won: (label: string, count: number, amount: string, trend: string) =>
    count > 0 ? `${label}赢单 ${count} 单，共 ${amount}，${trend}` : `${label}没有赢单，${trend}`,
  trend: {
    up: (delta: string, percent: number | null) =>
      `环比增加 ${delta}${percent === null ? '' : `（+${percent}%）`}`,
    down: (delta: string, percent: number | null) =>
      `环比减少 ${delta}${percent === null ? '' : `（${percent}%）`}`,
    same: '环比持平',
  },
  fields: { won: '赢单金额', lost: '输单', rate: '赢率', newDeals: '新增商机', followUps: '跟进次数' },
  figure: (value: string, trend: string) => [value, trend].filter(Boolean).join('，'),
  deals: (count: number, amount: string) => `${count} 个${amount && `，共 ${amount}`}`,
  times: (count: number, visits: number) => `${count} 次（拜访 ${visits}）`,
  percent: (n: number) => `${n}%`,
  lost: '输单原因',
  stages: '阶段转化和停留',
  ranking: '排行',
  sources: '来源',
  teams: '各团队',
  columns: {
    reason: '原因',
    deals: '单数',
    share: '占比',
    amount: '金额',
    stage: '阶段',
    reached: '到达',
    rate: '转化率',
    days: '停留天数',
    source: '来源',
    leads: '线索',
    converted: '转商机',
    won: '赢单',
    wonAmount: '赢单金额',
  },
  days: (n: number) => (n < 1 ? '不到 1 天' : `${n} 天`),
  cohort: (label: string) =>
    `转化率按${label}新建的线索和商机计算；停留天数为${label}离开该阶段的商机的中位数`,
  told: (period: string, ways: string, became: string) => `预测 ${period}：最早预测 ${ways}；实际 ${became}`,
  way: (name: string, amount: string, off: string) => `${name} ${amount}${off && `（偏差 ${off}）`}`,
  off: (percent: number) => `${percent > 0 ? '+' : ''}${percent}%`,
  details: '停滞明细',
  funnel: '漏斗',
  rankingButton: '排行',
  loss: '输单原因',
};
