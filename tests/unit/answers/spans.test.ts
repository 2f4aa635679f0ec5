import { describe, expect, test } from 'vitest';
import { daysOfKey, earlierDays } from '../../../language/periods/period-days.js';
import { periodKinds, periodOf, periodOfKey, spanLabel } from '../../../reports/request/report-period.js';

const today = '2026-11-26';
const where = { zone: 'Asia/Shanghai', locale: 'zh' as const, now: new Date('2026-11-26T02:00:00Z') };

describe('the days of a time span', () => {
  test.each([
    ['today', '2026-11-26', '2026-11-27'],
    ['yesterday', '2026-11-25', '2026-11-26'],
    ['tomorrow', '2026-11-27', '2026-11-28'],
    ['thisWeek', '2026-11-23', '2026-11-30'],
    ['nextWeek', '2026-11-30', '2026-12-07'],
    ['lastMonth', '2026-10-01', '2026-11-01'],
    ['nextMonth', '2026-12-01', '2027-01-01'],
    ['lastQuarter', '2026-07-01', '2026-10-01'],
    ['nextQuarter', '2027-01-01', '2027-04-01'],
    ['lastYear', '2025-01-01', '2026-01-01'],
    ['2026-07', '2026-07-01', '2026-08-01'],
    ['2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-H2', '2026-07-01', '2027-01-01'],
    ['2025', '2025-01-01', '2026-01-01'],
    ['2026-11-24', '2026-11-24', '2026-11-25'],
    ['last30d', '2026-10-28', '2026-11-27'],
    ['since:2026-11-01', '2026-11-01', '2026-11-27'],
    ['since:lastMonth', '2026-10-01', '2026-11-27'],
    ['until:2026-12-04', '2026-11-26', '2026-12-05'],
    ['from:2026-11-15:2026-11-01', '2026-11-01', '2026-11-16'],
  ])('are found for %s', (key, first, after) => {
    expect(daysOfKey(key, today)).toMatchObject({ first, after });
  });

  test('are the same as in reports for the periods that reports have', () => {
    for (const kind of periodKinds) {
      const { from, to, label } = periodOf(kind, where.now, where.zone, 'zh');
      expect(periodOfKey(where, kind)).toMatchObject({ from, to, label });
      const days = daysOfKey(kind, today);
      expect([kind, new Date(`${days.first}T00:00:00+08:00`)]).toEqual([kind, from]);
      expect([kind, new Date(`${days.after}T00:00:00+08:00`)]).toEqual([kind, to]);
    }
  });

  test('are shifted to the span before, or to a year before', () => {
    expect(earlierDays(daysOfKey('thisMonth', '2026-03-31'), 'before')).toMatchObject({
      first: '2026-02-01',
      after: '2026-03-01',
    });
    expect(earlierDays(daysOfKey('thisWeek', today), 'before')).toMatchObject({ first: '2026-11-16' });
    expect(earlierDays(daysOfKey('thisQuarter', today), 'lastYear')).toMatchObject({
      first: '2025-10-01',
      after: '2026-01-01',
    });
    expect(earlierDays(daysOfKey('last30d', today), 'before')).toMatchObject({
      first: '2026-09-28',
      after: '2026-10-28',
    });
  });

  test('are written as a label', () => {
    expect(spanLabel(where, 'last30d', daysOfKey('last30d', today))).toBe('最近30天（10月28日–11月26日）');
    expect(spanLabel(where, '2026-11-24', daysOfKey('2026-11-24', today))).toBe('11月24日');
    expect(spanLabel(where, '2026-H1', daysOfKey('2026-H1', today))).toBe('2026年上半年（1月1日–6月30日）');
    expect(periodOfKey(where, 'nextMonth').label).toBe('2026年12月');
  });
});
