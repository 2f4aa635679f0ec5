import { describe, expect, it } from 'vitest';
import { FixedClock, MovableClock, systemClock } from '../../../kernel/time/clock.js';
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  isDate,
  monthEnd,
  quarterStart,
  weekday,
} from '../../../kernel/time/dates.js';
import {
  formatAgo,
  formatDate,
  formatDateTime,
  formatDays,
  formatMoment,
  formatTime,
} from '../../../kernel/time/format-time.js';
import {
  instantOf,
  isZone,
  localDate,
  localTime,
  startOfDay,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from '../../../kernel/time/zone.js';

const shanghai = 'Asia/Shanghai';
const newYork = 'America/New_York';
const iso = (date: Date) => date.toISOString();

describe('clocks', () => {
  it('MovableClock runs on from the moment it was moved to', () => {
    const base = new FixedClock('2026-11-23T01:00:00Z');
    const clock = new MovableClock(base);
    clock.moveTo(new Date('2026-11-30T01:00:00Z'));
    expect(iso(clock.now())).toBe('2026-11-30T01:00:00.000Z');
    base.advance(1500);
    expect(iso(clock.now())).toBe('2026-11-30T01:00:01.500Z');
    clock.advance(60_000);
    expect(iso(clock.now())).toBe('2026-11-30T01:01:01.500Z');
    base.set('2026-11-24T01:00:00Z');
    expect(iso(clock.now())).toBe('2026-12-01T01:01:00.000Z');
  });

  it('the system clock does not run backwards', () => {
    const first = systemClock.now().getTime();
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(first);
  });
});

describe('dates', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s + %i days = %s', (date, n, expected) => {
    expect(addDays(date, n)).toBe(expected);
    expect(daysBetween(date, expected)).toBe(n);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s + %i months = %s', (date, n, expected) => expect(addMonths(date, n)).toBe(expected));

  it('are numbered as the runtime does, from the first year to the last', () => {
    const first = new Date(0);
    first.setUTCFullYear(1, 0, 1);
    const wrong: string[] = [];
    for (let at = first.getTime(); at <= Date.UTC(9999, 11, 31); at += 97 * 86_400_000) {
      const date = new Date(at).toISOString().slice(0, 10);
      const day = at / 86_400_000;
      // A call of `expect` for each of them takes a hundred times as long.
      if (dayNumber(date) !== day || dateOfDay(day) !== date) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('have weekdays, Monday first', () => {
    expect(['2026-11-23', '2026-11-29', '1970-01-01', '1969-12-28'].map(weekday)).toEqual([1, 7, 4, 7]);
  });

  it('are distinguished from text that looks similar', () => {
    expect(['2026-02-29', '2024-02-29', '2026-13-01', '2026-1-1', '', '0000-00-00'].map(isDate)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => addDays('nonsense', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  it('have month ends and quarter starts', () => {
    expect(monthEnd('2024-02-03')).toBe('2024-02-29');
    expect(['2026-01-01', '2026-05-31', '2026-12-31'].map(quarterStart)).toEqual([
      '2026-01-01',
      '2026-04-01',
      '2026-10-01',
    ]);
  });
});

describe('time zones', () => {
  it('convert to the local date and time', () => {
    const at = new Date('2026-11-23T16:30:00Z');
    expect([localDate(at, shanghai), localTime(at, shanghai)]).toEqual(['2026-11-24', '00:30']);
    expect([localDate(at, newYork), localTime(at, newYork)]).toEqual(['2026-11-23', '11:30']);
    expect([localDate(at, 'Asia/Kathmandu'), localTime(at, 'Asia/Kathmandu')]).toEqual([
      '2026-11-23',
      '22:15',
    ]);
  });

  it.each([
    ['2026-03-08', '01:59', '2026-03-08T06:59:00.000Z', 'before the gap'],
    ['2026-03-08', '02:30', '2026-03-08T07:30:00.000Z', 'inside the gap: moved on to 03:30'],
    ['2026-03-08', '03:00', '2026-03-08T07:00:00.000Z', 'after the gap'],
    ['2026-11-01', '01:30', '2026-11-01T05:30:00.000Z', 'shown twice: the earlier'],
    ['2026-11-01', '02:00', '2026-11-01T07:00:00.000Z', 'after the overlap'],
  ])('New York %s %s is %s (%s)', (date, time, expected) =>
    expect(iso(instantOf(date, time, newYork))).toBe(expected),
  );

  it('start a day at its first moment if it has no midnight', () => {
    const start = startOfDay(new Date('2026-04-24T12:00:00Z'), 'Africa/Cairo');
    expect([localDate(start, 'Africa/Cairo'), localTime(start, 'Africa/Cairo')]).toEqual([
      '2026-04-24',
      '01:00',
    ]);
  });

  it('start weeks on Monday, also across daylight saving changes', () => {
    expect(iso(startOfWeek(new Date('2026-11-22T16:00:00Z'), shanghai))).toBe('2026-11-22T16:00:00.000Z');
    expect(iso(startOfWeek(new Date('2026-11-22T15:59:59Z'), shanghai))).toBe('2026-11-15T16:00:00.000Z');
    expect(iso(startOfWeek(new Date('2026-03-08T20:00:00Z'), newYork))).toBe('2026-03-02T05:00:00.000Z');
    expect(iso(startOfWeek(new Date('2026-03-09T12:00:00Z'), newYork))).toBe('2026-03-09T04:00:00.000Z');
  });

  it('start months, quarters and years at local midnight', () => {
    const at = new Date('2026-08-31T17:00:00Z');
    expect(iso(startOfMonth(at, shanghai))).toBe('2026-08-31T16:00:00.000Z');
    expect(iso(startOfMonth(at, newYork))).toBe('2026-08-01T04:00:00.000Z');
    expect(iso(startOfQuarter(at, newYork))).toBe('2026-07-01T04:00:00.000Z');
    expect(iso(startOfYear(at, newYork))).toBe('2026-01-01T05:00:00.000Z');
  });

  it('are distinguished from other words', () => {
    expect([shanghai, newYork, 'UTC', 'Mars/Base', '', '+08:00', 'Asia'].map(isZone)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => localDate(new Date(0), 'Mars/Base')).toThrow(RangeError);
    expect(() => instantOf('2026-01-01', '24:00', 'UTC')).toThrow(RangeError);
  });
});

describe('dates in words', () => {
  const chinese = { locale: 'zh', zone: shanghai } as const;
  const american = { locale: 'en', zone: newYork } as const;
  const british = { locale: 'en', zone: 'Europe/London' } as const;

  it('put the day before the month, and hours up to 24, for those who write them so', () => {
    expect(formatDate('2026-11-25', british, '2026-11-23')).toBe('Wed 25 Nov');
    expect(formatDate('2025-11-25', british, '2026-11-23')).toBe('Tue 25 Nov 2025');
    expect([american, british, chinese].map((reader) => formatTime('15:00', reader))).toEqual([
      '3:00 PM',
      '15:00',
      '15:00',
    ]);
    expect(formatDateTime('2026-11-25', '15:00', american, '2026-11-23')).toBe('Wed, Nov 25 at 3:00 PM');
    expect(formatDateTime('2026-11-25', '15:00', chinese, '2026-11-23')).toBe('11月25日 周三 15:00');
  });

  it('make spans', () => {
    const span = (first: string, last: string) =>
      [chinese, american, british].map((reader) => formatDays(first, last, reader));
    expect(span('2026-11-16', '2026-11-22')).toEqual(['11月16日–22日', 'Nov 16–22', '16–22 Nov']);
    expect(span('2026-11-30', '2026-12-06')).toEqual([
      '11月30日–12月6日',
      'Nov 30 – Dec 6',
      '30 Nov – 6 Dec',
    ]);
    expect(span('2026-11-30', '2026-11-30')).toEqual(['11月30日', 'Nov 30', '30 Nov']);
  });

  it('include the year only if it is another year', () => {
    expect(formatDate('2026-11-25', chinese, '2026-11-23')).toBe('11月25日 周三');
    expect(formatDate('2027-01-04', chinese, '2026-11-23')).toBe('2027年1月4日 周一');
    expect(formatDate('2026-11-25', american, '2026-11-23')).toBe('Wed, Nov 25');
    expect(formatDate('2025-11-25', american, '2026-11-23')).toBe('Tue, Nov 25, 2025');
  });

  it('name nearby days in the reader’s time zone', () => {
    const now = new Date('2026-11-23T06:05:00Z');
    const moment = (at: string, zone = shanghai) => formatMoment(new Date(at), { zone, locale: 'zh' }, now);
    expect(moment('2026-11-23T06:05:00Z')).toBe('今天 14:05');
    expect(moment('2026-11-22T01:00:00Z')).toBe('昨天 09:00');
    expect(moment('2026-11-24T01:00:00Z')).toBe('明天 09:00');
    expect(moment('2026-11-25T01:00:00Z')).toBe('11月25日 周三 09:00');
    expect(moment('2026-11-23T04:30:00Z', newYork)).toBe('昨天 23:30');
    expect(formatMoment(new Date('2026-11-20T01:00:00Z'), { zone: shanghai, locale: 'en' }, now)).toBe(
      'Fri, Nov 20 at 9:00 AM',
    );
    expect(formatMoment(new Date('2026-11-23T20:00:00Z'), american, now)).toBe('today at 3:00 PM');
  });

  it('say how long ago', () => {
    const ago = (date: string, locale: 'zh' | 'en' = 'zh') => formatAgo(date, locale, '2026-11-23');
    expect(['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-30'].map((d) => ago(d))).toEqual(
      ['3 天前', '昨天', '今天', '明天', '7 天后'],
    );
    expect([ago('2026-11-20', 'en'), ago('2026-11-25', 'en')]).toEqual(['3 days ago', 'in 2 days']);
  });
});
