/** What is said about the process file. */
export const ruleTexts = {
  title: (version: number) => `销售规则 · 第 ${version} 版`,
  hint: '修改规则，例如：规则 公海回收 15；规则 来源 加 抖音；规则 谈判签约关卡 经理 30万。',
  columns: {
    stage: '阶段',
    probability: '赢率',
    stallDays: '停滞',
    maxDays: '停留',
    required: '必填',
    gate: '关卡',
  },
  stranded: (deals: number, stage: string) => `那一版没有「${stage}」这个阶段，该阶段还有 ${deals} 个商机。`,
  proposed: (name: string) => `修改规则 · ${name}`,
  now: '当前',
  after: '修改后',
  dryTitle: '按最近一个季度试算',
  dryPool: (leads: number, returned: number, won: number, was: number) =>
    `${leads} 条线索中会收回 ${returned} 条（现行规则 ${was} 条），其中 ${won} 条后来赢单。`,
  dryCustomers: (customers: number, returned: number, won: number, was: number) =>
    `${customers} 个客户中会收回 ${returned} 个（现行规则 ${was} 个），其中 ${won} 个后来赢单。`,
  dryResponse: (leads: number, late: number, was: number) =>
    `${leads} 条线索中会有 ${late} 条超时（现行规则 ${was} 条）。`,
  noDry: '这条规则不影响历史记录，只对以后生效。',
  rateFills: (deals: number) => `有 ${deals} 个进行中商机还没有折算，生效后按这个汇率折算。`,
  change: '修改规则',
  which: (words: string) => `「${words}」是哪一条规则？`,
  apply: '生效',
  needsSecond: '按流程文件的要求，需由另一位管理员点「生效」。',
  needsAdmin: '规则对全公司生效，需由管理员点「生效」。',
  second: '修改规则需由另一个人确认。',
  applied: (name: string, from: string, to: string) => `${name}：${from} → ${to}，已生效。`,
  back: '回退',
  unknown: (words: string) => `没有找到规则「${words}」。`,
  unknownExample: '规则 公海回收 15',
  ruleExample: '公海回收',
  wrongValue: (name: string, words: string) =>
    words ? `「${words}」不能用作${name}。` : `${name}改成多少？`,
  same: (name: string, value: string) => `${name}已经是 ${value}。`,
  refused: (reason: string, example: string) =>
    `不能这样修改：${reason}${example ? `，例如 ${example}` : ''}`,
  stale: '规则已有更新，请重新提交。',
  versions: '规则版本',
  version: (no: number, at: string, who: string) => `第 ${no} 版 · ${at}${who ? ` · ${who}` : ''}`,
  inForce: '（当前）',
  restored: (no: number) => `已回退到第 ${no} 版。`,
  noVersion: (no: string) => `没有第 ${no} 版。`,
  byFile: '修改文件',
};
