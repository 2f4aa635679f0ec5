import { expect, test } from 'vitest';
import { dateOfLunarDay, isChineseWorkday, qingmingOf } from '../../../kernel/time/chinese-days.js';

test.each([
  [2000, '2000-02-05'],
  [2001, '2001-01-24'],
  [2008, '2008-02-07'],
  [2020, '2020-01-25'],
  // A new moon at midnight: the runtime's own Chinese calendar is a day off.
  [2027, '2027-02-06'],
  [2034, '2034-02-19'],
  [2050, '2050-01-23'],
])('the lunar year %i begins on %s', (year, date) => {
  expect(dateOfLunarDay(year, 1, 1)).toBe(date);
});

test.each([
  [2020, 4, 15, '2020-05-07'],
  // After the leap month of its year.
  [2020, 5, 5, '2020-06-25'],
  [2025, 5, 5, '2025-05-31'],
  [2025, 8, 15, '2025-10-06'],
  [2033, 8, 15, '2033-09-08'],
  [2033, 12, 29, '2034-02-17'],
])('day %i-%i-%i of the lunar calendar is %s', (year, month, day, date) => {
  expect(dateOfLunarDay(year, month, day)).toBe(date);
});

test('an impossible lunar day is refused', () => {
  expect(() => dateOfLunarDay(2026, 13, 1)).toThrow(RangeError);
  expect(() => dateOfLunarDay(2026, 1, 31)).toThrow(RangeError);
  expect(() => dateOfLunarDay(2101, 1, 1)).toThrow(RangeError);
  expect(() => dateOfLunarDay(1899, 1, 1)).toThrow(RangeError);
});

test('Qingming falls on the day that the almanac names', () => {
  const years = [2000, 2008, 2015, 2019, 2024, 2026, 2030, 2050];
  expect(years.map((year) => qingmingOf(year).slice(5))).toEqual([
    '04-04',
    '04-04',
    '04-05',
    '04-05',
    '04-04',
    '04-05',
    '04-05',
    '04-04',
  ]);
});

test('a normal week has five workdays', () => {
  const week = ['2026-07-03', '2026-07-04', '2026-07-05', '2026-07-06'];
  expect(week.map(isChineseWorkday)).toEqual([true, false, false, true]);
});

test('a public holiday is off, and a make-up day is a workday', () => {
  expect(['2026-09-30', '2026-10-01', '2026-10-10', '2026-10-11'].map(isChineseWorkday)).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
