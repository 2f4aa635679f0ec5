import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoWeek, weekday } from '../../../kernel/time/dates.js';
import { instantOf, localDate } from '../../../kernel/time/zone.js';
import { isQuiet, nextAllowed } from '../../../sales/people/quiet-hours.js';
import { dailyTasksCron, weeklyCron } from '../../../sales/process/process-schedules.js';
import type { Zoned } from '../../../sales/time/calendar.js';
import { lastFullWeek, previousWeek, weekOf, weekOfDate, weekWords } from '../../../sales/time/weeks.js';
import type { Locale } from '../../../texts/languages.js';
import { at, processOf, shanghai, shipped, smallest } from './fixtures.js';

const newYork: Zoned = {
  localDate: (instant) => localDate(instant, 'America/New_York'),
  instantOf: (date, time) => instantOf(date, time, 'America/New_York'),
};

describe('calendar dates', () => {
  test.each([
    ['2026-11-16', 2026, 47],
    ['2026-11-22', 2026, 47],
    ['2026-11-23', 2026, 48],
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
    ['2017-01-01', 2016, 52],
  ])('%s is in ISO week %d-%d', (date, year, number) => {
    expect(isoWeek(date)).toEqual({ year, number });
  });

  test('are added and have weekdays', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect([weekday('2026-11-16'), weekday('2026-11-22')]).toEqual([1, 7]);
  });
});

describe('the reporting week', () => {
  test('runs from Monday to Sunday in the zone', () => {
    expect(weekOf(at('2026-11-18'), shanghai)).toEqual({
      year: 2026,
      number: 47,
      monday: '2026-11-16',
      sunday: '2026-11-22',
      from: at('2026-11-16', '00:00'),
      to: at('2026-11-23', '00:00'),
    });
    const words = (locale: Locale, zone: string) =>
      weekWords(weekOf(at('2026-11-18'), shanghai), { locale, zone });
    expect(words('zh', 'Asia/Shanghai')).toBe('第47周（11月16日–22日）');
    expect(words('en', 'America/New_York')).toBe('week of Nov 16');
    expect(words('en', 'Europe/London')).toBe('week of 16 Nov');
  });

  test('depends on the time zone: Monday morning in Shanghai is Sunday in New York', () => {
    const moment = at('2026-11-23', '09:00');
    expect(weekOf(moment, shanghai).number).toBe(48);
    expect(weekOf(moment, newYork).number).toBe(47);
  });

  test('is the week before, for the report of Monday 09:00', () => {
    expect(lastFullWeek(at('2026-11-23', '09:00'), shanghai).number).toBe(47);
    expect(lastFullWeek(at('2026-11-22', '23:59'), shanghai).number).toBe(46);
  });

  test('starts when the week before ends, across new year and daylight saving', () => {
    for (const zone of [shanghai, newYork]) {
      for (const date of ['2026-01-01', '2027-01-04', '2026-03-09', '2026-11-02']) {
        const week = weekOfDate(date, zone);
        expect(previousWeek(week, zone).to).toEqual(week.from);
      }
    }
  });

  test('property: contains every moment assigned to it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (moment) => {
          const week = weekOf(moment, newYork);
          expect(week.from <= moment && moment < week.to).toBe(true);
        },
      ),
    );
  });
});

describe('report schedules', () => {
  test('become cron from day and time, unless cron is given', () => {
    expect(weeklyCron(shipped)).toBe('0 9 * * 1');
    expect(dailyTasksCron(shipped)).toBe('30 8 * * *');
    expect(weeklyCron(processOf(smallest("reports: { weekly: { day: sunday, at: '18:05' } }")))).toBe(
      '5 18 * * 0',
    );
    expect(weeklyCron(processOf(smallest("reports: { weekly: { cron: '0 9 * * fri' } }")))).toBe(
      '0 9 * * fri',
    );
  });
});

describe('quiet hours', () => {
  const night = { from: '20:00', to: '08:00' };
  const noon = { from: '12:00', to: '13:30' };

  test.each([
    ['19:59', '2026-06-01', '19:59'],
    ['20:00', '2026-06-02', '08:00'],
    ['23:59', '2026-06-02', '08:00'],
    ['00:00', '2026-06-01', '08:00'],
    ['07:59', '2026-06-01', '08:00'],
    ['08:00', '2026-06-01', '08:00'],
  ])('at %s with overnight quiet hours, a post is sent on %s %s', (time, date, allowed) => {
    const moment = at('2026-06-01', time);
    expect(nextAllowed(moment, night, shanghai)).toEqual(at(date, allowed));
    expect(isQuiet(moment, night, shanghai)).toBe(at(date, allowed) > moment);
  });

  test.each([
    ['11:59', '11:59'],
    ['12:00', '13:30'],
    ['13:29', '13:30'],
    ['13:30', '13:30'],
  ])('at %s with daytime quiet hours, a post is sent at %s', (time, allowed) => {
    expect(nextAllowed(at('2026-06-01', time), noon, shanghai)).toEqual(at('2026-06-01', allowed));
  });

  test('never apply if not set', () => {
    expect(isQuiet(at('2026-06-01', '03:00'), null, shanghai)).toBe(false);
  });

  test('a mute delays posts until its end, and through quiet hours after it', () => {
    const now = at('2026-06-01', '10:00');
    expect(nextAllowed(now, night, shanghai, at('2026-06-01', '15:00'))).toEqual(at('2026-06-01', '15:00'));
    expect(nextAllowed(now, night, shanghai, at('2026-06-01', '21:00'))).toEqual(at('2026-06-02', '08:00'));
    expect(nextAllowed(now, night, shanghai, at('2026-05-01', '15:00'))).toEqual(now);
    expect(nextAllowed(now, null, shanghai, at('2026-06-01', '21:00'))).toEqual(at('2026-06-01', '21:00'));
  });

  test('property: the next allowed moment is never quiet', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        (moment) => {
          expect(isQuiet(nextAllowed(moment, night, newYork), night, newYork)).toBe(false);
        },
      ),
    );
  });
});
