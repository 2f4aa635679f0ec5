import { expect, it } from 'vitest';
import { formatDue } from '../../../kernel/time/format-time.js';

const zh = { locale: 'zh', zone: 'Asia/Shanghai' } as const;
const en = { locale: 'en', zone: 'America/New_York' } as const;

it.each([
  // 26 November 2026 is a Thursday.
  ['2026-11-26', null, '今天', 'today'],
  ['2026-11-26', '15:00', '今天 15:00', 'today at 3:00 PM'],
  ['2026-11-27', null, '明天', 'tomorrow'],
  ['2026-11-25', null, '昨天', 'yesterday'],
  ['2026-11-29', null, '周日', 'Sun'],
  ['2026-11-30', null, '11月30日 周一', 'Mon, Nov 30'],
  ['2026-11-20', null, '11月20日 周五', 'Fri, Nov 20'],
  ['2027-01-04', null, '2027年1月4日 周一', 'Mon, Jan 4, 2027'],
])('%s %s is said as a day ahead', (day, time, chinese, english) => {
  expect(formatDue(day, time, zh, '2026-11-26')).toBe(chinese);
  expect(formatDue(day, time, en, '2026-11-26')).toBe(english);
});
