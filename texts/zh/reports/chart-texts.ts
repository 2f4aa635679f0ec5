export const chartTexts = {
  noData: '还没有数据',
  allZero: '都是 0',
  overall: (percent: string) => `整体转化 ${percent}`,
};
