import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths } from '../../../kernel/time/dates.js';
import {
  addMonth,
  daysOfMonths,
  monthIn,
  monthsIn,
  quarterIn,
  quarterOf,
  spanOfMonths,
} from '../../../kernel/time/months.js';

test('month and quarter numbers outside the year are counted into the year before or after', () => {
  expect([monthIn(2026, 0), monthIn(2026, 1), monthIn(2026, 13)]).toEqual(['2025-12', '2026-01', '2027-01']);
  expect([quarterIn(2026, 0), quarterIn(2026, 5)]).toEqual(['2025-Q4', '2027-Q1']);
});

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04', '2026-Q2'],
  ['2026-12-31', '2026-Q4'],
])('the quarter of %s is %s', (date, quarter) => {
  expect(quarterOf(date)).toBe(quarter);
});

test.each([
  ['2026-11', ['2026-11'], '2026-11-01', '2026-12-01'],
  ['2026-Q4', ['2026-10', '2026-11', '2026-12'], '2026-10-01', '2027-01-01'],
  ['2026-Q1', ['2026-01', '2026-02', '2026-03'], '2026-01-01', '2026-04-01'],
])('%s is %j, from %s until %s', (span, months, first, after) => {
  expect(monthsIn(span)).toEqual(months);
  expect(daysOfMonths(span)).toEqual({ first, after });
});

test('a year consists of twelve months', () => {
  expect(monthsIn('2026')).toHaveLength(12);
  expect(daysOfMonths('2026')).toEqual({ first: '2026-01-01', after: '2027-01-01' });
});

test('a span of 1, 3 or 12 months is named as a month, quarter or year', () => {
  expect(([1, 3, 12] as const).map((months) => spanOfMonths('2026-11-30', months))).toEqual([
    '2026-11',
    '2026-Q4',
    '2026',
  ]);
});

test('property: addMonth agrees with addMonths', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -500, max: 500 }),
      (year, month, n) => {
        const from = monthIn(year, month);
        expect(`${addMonth(from, n)}-01`).toBe(addMonths(`${from}-01`, n));
      },
    ),
  );
});
