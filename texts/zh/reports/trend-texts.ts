export const trendTexts = {
  trend: '趋势',
  metrics: { won: '赢单金额', newDeals: '新商机', followUps: '跟进', winRate: '赢率' },
  wins: '赢单数',
  spanOf: (count: number, isWeeks: boolean) => (isWeeks ? `近${count}周` : `近${count}个月`),
  week: '周',
  monthColumn: '月份',
  month: (year: number, month: number) => `${String(year).slice(2)}年${month}月`,
  line: (span: string, name: string, whole: string, label: string, most: string) =>
    `${span}${name}共 ${whole}，最高：${label} ${most}。`,
  nothing: (span: string) => `${span}没有数据。`,
  chart: (name: string) => `${name}趋势`,
  chartAlt: (name: string, first: string, last: string) => `${name}从 ${first} 到 ${last}`,
  rate: (percent: number, won: number, closed: number) => `${percent}%（${won}/${closed}）`,
  unfinished: (isWeek: boolean) =>
    `最后一行${isWeek ? '本周' : '本月'}尚未结束；赢率 = 赢单 ÷（赢单 + 输单）`,
};
