export const pointsTexts = {
  line: (label: string, points: number, pending: number) =>
    `${label} ${points} 分${pending > 0 ? `，其中 ${pending} 分待确认` : ''}。`,
  doing: '事项',
  count: '次数',
  each: '每次',
  without: (count: number) => `未得分 ${count} 条`,
  said: (words: string) => (words === '' ? '（没有内容）' : `「${words}」`),
  fates: {
    useful: '→ 有效',
    pending: '→ 待确认',
    undone: '→ 已撤销',
    thin: '→ 没有内容，或内容过短',
    double: '→ 两天内与同一客户的记录重复',
    alone: '→ 14 天内没有下一步（待办、再次跟进、推进、新商机、赢单或输单）',
  },
  allCount: '目前每次都计分；在流程文件里写 ranking: { usefulOnly: true } 后只计有效的',
};
