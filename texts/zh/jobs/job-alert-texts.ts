/** What the alert rules say: why, in a sentence. */
export const jobAlertTexts = {
  title: (rule: string, no: string, customer: string, amount: string) =>
    [rule, no, customer, amount].filter(Boolean).join(' · '),
  slipped: (from: string, to: string, days: number, who: string) =>
    `${who}把预计成交日从 ${from} 推迟到 ${to}，晚了 ${days} 天。`,
  cut: (from: string, to: string, percent: number, who: string) =>
    `${who}把金额从 ${from} 降到 ${to}，减少 ${percent}%。`,
  back: (from: string, to: string, who: string, words: string) =>
    `${who}从「${from}」退回「${to}」${words ? `：${words}` : ''}`,
  bigDeal: (amount: string, who: string) => `${who}新增大额商机：${amount}。`,
  won: (amount: string, who: string) => `${who}赢单 ${amount}，恭喜！`,
  stalled: (days: number) => `已 ${days} 个工作日没有跟进。`,
  silent: (days: number, rhythm: number) => `平时约 ${rhythm} 天联系一次，已经 ${days} 天没有联系。`,
  falling: (who: string, last: number, usual: number, percent: number) =>
    `${who}上周跟进 ${last} 次，平时每周约 ${usual} 次，减少 ${percent}%。`,
  fallingLeave: (days: number) => `（请假 ${days} 天，平时次数已按在岗天数折算）`,
  fallingHolidays: '（上周有假期，平时次数已按工作日折算）',
  incomplete: (gaps: string) => `影响预测：${gaps}。`,
  gaps: { amount: '没有金额', closeDate: '没有预计成交日', pastDate: '预计成交日已过' },
  team: (name: string) => `${name}团队`,
  digest: (count: number) => `今日汇总 · ${count} 条提醒`,
  digestSaid: '按影响金额从高到低：',
  more: (count: number) => `还有 ${count} 条，回复编号查看。`,
  columns: { what: '对象', rule: '提醒', why: '原因', value: '金额' },
  ranking: '排行',
  redate: '改期',
  reprice: '改金额',
  fill: '补齐',
};
