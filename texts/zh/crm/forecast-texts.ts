/** Closed deals and how many of them were won (counts). */
type Standing = { won: number; closed: number };

export const forecastTexts = {
  forecast: '预测',
  said: (label: string, total: string, low: string, high: string) =>
    `${label}预计成交 ${total}，80% 区间 ${low}–${high}。`,
  weighted: (label: string, total: string) => `${label}阶段加权预测 ${total}。`,
  over: (label: string, won: string) => `${label}已结束，赢单 ${won}。`,
  lacking: (closed: number, needed: number) =>
    `已结束的商机共 ${closed} 个，满 ${needed} 个后提供模型预测，目前按阶段加权。`,
  parts: (won: string, open: string, fresh: string) =>
    `已赢 ${won} + 进行中商机 ${open} + 尚未创建的商机 ${fresh}（参考以往同期）`,
  chart: '预测对比',
  chartAlt: (total: string) => `模型预测 ${total}，对比阶段加权、承诺和乐观`,
  ways: {
    won: '已赢',
    stage: '阶段加权',
    commit: '承诺',
    best: '乐观',
    reps: '销售预测',
    said: '经理判断',
    model: '模型',
  },
  columns: { way: '口径', amount: '金额', low: '下限', high: '上限' },
  likely: (count: number) => `最可能成交的 ${count} 个商机`,
  line: (parts: string[]) => parts.filter(Boolean).join(' · '),
  chance: (percent: number, days: number) => `赢率 ${percent}%，预计 ${days} 天内`,
  chanceAlone: (percent: number) => `赢率 ${percent}%`,
  call: '判断',
  callExample: '判断 D-1 承诺，或 判断 本季 300万',
  called: { commit: '承诺', best: '乐观', pipeline: '一般', omit: '不计入' },
  ghosts: (count: number, amount: string) =>
    `没有计入 ${count} 个僵尸商机${amount && `，共 ${amount}`}（发「僵尸」查看依据）`,
  calibration: (told: number, happened: number, count: number) =>
    `预测 ${told}% 的商机，90 天内赢单 ${happened}%（${count} 次）`,
  scored: (label: string, became: string, parts: string) => `${label}月初预测：实际 ${became}；${parts}`,
  method: (closed: number) => `基于 ${closed} 个已结束的商机`,
  reasons: {
    stageTime: (days: number, usual?: number) =>
      `停留 ${days} 天${usual === undefined ? '' : `，同阶段赢单中位数 ${usual} 天`}`,
    age: (days: number) => `创建 ${days} 天`,
    amount: () => '金额',
    silence: (days: number, count: number, usual: number) =>
      `${days} 天没有跟进（30 天内 ${count} 次，赢单商机一般 ${usual} 天）`,
    recent: (days: number, count: number, usual: number) =>
      `${days === 0 ? '今天' : `${days} 天前`}刚跟进过（30 天内 ${count} 次，赢单商机一般 ${usual} 天）`,
    slips: (count: number) => (count === 0 ? '成交日没有推迟过' : `成交日推迟了 ${count} 次`),
    closeDate: (days?: number) =>
      days === undefined
        ? '没有预计成交日'
        : days < 0
          ? `已过预计成交日 ${-days} 天`
          : `预计 ${days} 天后成交`,
    owner: ({ won, closed }: Standing) => `负责人赢单 ${won}/${closed}`,
    product: ({ won, closed }: Standing) => `这个产品赢单 ${won}/${closed}`,
    customer: ({ won, closed }: Standing) => (closed === 0 ? '新客户' : `这个客户赢单 ${won}/${closed}`),
  },
  effect: (percent: number, reason: string) =>
    percent > 0 ? `↑ +${percent}% ${reason}` : `↓ −${-percent}% ${reason}`,
  callMade: (name: string, called: string) => `${name}判断为「${called}」。`,
  totalMade: (whose: string, label: string, commit: string, best: string) =>
    `${whose}${label}：承诺 ${commit}${best && `，乐观 ${best}`}。`,
  ghostTitle: '僵尸商机',
  ghostSaid: (count: number, amount: string) => `疑似僵尸商机 ${count} 个${amount && `，共 ${amount}`}。`,
  noGhosts: '没有僵尸商机。',
  evidence: {
    silent: (n: number) => `${n} 天没有跟进`,
    stuck: (n: number, usual?: number) =>
      `在本阶段 ${n} 天${usual === undefined ? '' : `（赢单中位数 ${usual} 天）`}`,
    overdue: (n: number) => `已过预计成交日 ${n} 天`,
    slipped: (n: number) => `成交日推迟了 ${n} 次`,
    'no-step': () => '没有下一步',
    unlikely: (n: number) => `模型赢率仅 ${n}%`,
  },
  plan: '约下一步',
  byTeam: '按团队',
};
