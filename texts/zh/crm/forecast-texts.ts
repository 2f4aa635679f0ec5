/** Closed deals and how many of them were won (counts). */
type Standing = { won: number; closed: number };

export const forecastTexts = {
  forecast: '预测',
  said: (label: string, total: string, low: string, high: string) =>
    `${label}预计 ${total}，八成把握在 ${low}–${high} 之间。`,
  weighted: (label: string, total: string) => `${label}按阶段加权 ${total}。`,
  over: (label: string, won: string) => `${label}已经结束，赢单 ${won}。`,
  lacking: (closed: number, needed: number) =>
    `有结果的商机一共 ${closed} 个，赢的和输的够 ${needed} 个之后给出模型预测；现在先按阶段加权。`,
  parts: (won: string, open: string, fresh: string) =>
    `已赢 ${won} + 在手商机 ${open} + 还没出现的 ${fresh}（按过去同样长的时间）`,
  chart: '各种算法',
  chartAlt: (total: string) => `模型预测 ${total}，旁边是阶段加权、承诺和最好`,
  ways: {
    won: '已赢',
    stage: '阶段加权',
    commit: '承诺',
    best: '最好',
    reps: '销售自报',
    said: '经理判断',
    model: '模型',
  },
  columns: { way: '算法', amount: '金额', low: '低', high: '高' },
  likely: (count: number) => `最可能成交的 ${count} 个`,
  line: (parts: string[]) => parts.filter(Boolean).join(' · '),
  chance: (percent: number, days: number) => `赢率 ${percent}%，多半在 ${days} 天内`,
  chanceAlone: (percent: number) => `赢率 ${percent}%`,
  call: '判断',
  callExample: '判断 D-1 承诺，或 判断 本季 300万',
  called: { commit: '承诺', best: '最好', pipeline: '一般', omit: '不算' },
  ghosts: (count: number, amount: string) =>
    `没有算进 ${count} 个只是挂着的商机${amount && `，共 ${amount}`}（「僵尸」看证据）`,
  calibration: (told: number, happened: number, count: number) =>
    `说 ${told}% 的，90 天内赢了 ${happened}%（${count} 次）`,
  scored: (label: string, became: string, parts: string) => `${label}月初说的：实际 ${became}；${parts}`,
  method: (closed: number) => `从 ${closed} 个有结果的商机里学到`,
  reasons: {
    stageTime: (days: number, usual?: number) =>
      `停留 ${days} 天${usual === undefined ? '' : `，同阶段赢单中位数 ${usual} 天`}`,
    age: (days: number) => `建了 ${days} 天`,
    amount: () => '金额',
    silence: (days: number, count: number, usual: number) =>
      `${days} 天没有跟进（30 天内 ${count} 次，赢单的一般 ${usual} 天）`,
    recent: (days: number, count: number, usual: number) =>
      `${days === 0 ? '今天' : `${days} 天前`}刚跟进过（30 天内 ${count} 次，赢单的一般 ${usual} 天）`,
    slips: (count: number) => (count === 0 ? '成交日没有推迟过' : `成交日推迟了 ${count} 次`),
    closeDate: (days?: number) =>
      days === undefined
        ? '没有预计成交日'
        : days < 0
          ? `预计成交日过了 ${-days} 天`
          : `预计 ${days} 天后成交`,
    owner: ({ won, closed }: Standing) => `负责人赢 ${won}/${closed}`,
    product: ({ won, closed }: Standing) => `这个产品赢 ${won}/${closed}`,
    customer: ({ won, closed }: Standing) => (closed === 0 ? '新客户' : `这个客户赢过 ${won}/${closed}`),
  },
  effect: (percent: number, reason: string) =>
    percent > 0 ? `↑ +${percent}% ${reason}` : `↓ −${-percent}% ${reason}`,
  callMade: (name: string, called: string) => `${name} 判断为「${called}」。`,
  totalMade: (whose: string, label: string, commit: string, best: string) =>
    `${whose}${label}：承诺 ${commit}${best && `，最好 ${best}`}。`,
  ghostTitle: '僵尸商机',
  ghostSaid: (count: number, amount: string) => `${count} 个商机像是只挂着${amount && `，共 ${amount}`}。`,
  noGhosts: '没有只是挂着的商机。',
  evidence: {
    silent: (n: number) => `${n} 天没有跟进`,
    stuck: (n: number, usual?: number) =>
      `在本阶段 ${n} 天${usual === undefined ? '' : `（赢单中位数 ${usual} 天）`}`,
    overdue: (n: number) => `预计成交日过了 ${n} 天`,
    slipped: (n: number) => `成交日推迟了 ${n} 次`,
    'no-step': () => '没有下一步',
    unlikely: (n: number) => `模型说只有 ${n}%`,
  },
  plan: '定下一步',
  byTeam: '按团队',
};
