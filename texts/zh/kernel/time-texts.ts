const zhDays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

export const timeTexts = {
  today: '今天',
  yesterday: '昨天',
  tomorrow: '明天',
  daysAgo: (n: number) => `${n} 天前`,
  inDays: (n: number) => `${n} 天后`,
  /** month 1..12, weekday 1..7 from Monday, year null when it goes without saying. */
  date: (year: number | null, month: number, day: number, weekday: number) =>
    `${year === null ? '' : `${year}年`}${month}月${day}日 ${zhDays[weekday - 1]}`,
};
