import type { Like } from '../../like.js';
import type { timeTexts as original } from '../../zh/kernel/time-texts.js';

const enDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const enMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const timeTexts: Like<typeof original> = {
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  daysAgo: (n: number) => `${n} days ago`,
  inDays: (n: number) => `in ${n} days`,
  date: (year: number | null, month: number, day: number, weekday: number) =>
    `${enDays[weekday - 1]} ${day} ${enMonths[month - 1]}${year === null ? '' : ` ${year}`}`,
};
