/** When something comes again and again; `time` is `9:00`, weekdays count from Monday. */
export const scheduleTexts = {
  monthly: (day: string, time: string) => `每月${day.replaceAll(',', '、')}号 ${time}`,
  lastDay: (time: string) => `每月最后一天 ${time}`,
  workdays: (time: string) => `每个工作日 ${time}`,
  daily: (time: string) => `每天 ${time}`,
  weekly: (weekdays: number[], time: string) =>
    `每周${weekdays.map((day) => '一二三四五六日'[day - 1]).join('、')} ${time}`,
};
