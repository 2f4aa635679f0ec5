import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../../kernel/time/dates.js';
import { chineseCalendar, plainCalendar, workdayFrom } from '../../../kernel/time/workdays.js';
import { instantOf, localDate, localTime } from '../../../kernel/time/zone.js';

const china = chineseCalendar({ workHours: { from: '09:00', to: '18:00' } });
const plain = plainCalendar();

describe('workdays in China', () => {
  it.each([
    ['2024-02-04', true, 'Sunday made up for Spring Festival 2024'],
    ['2024-02-18', true, 'Sunday made up for Spring Festival 2024'],
    ['2024-02-12', false, 'Spring Festival 2024'],
    ['2025-01-26', true, 'Sunday made up for Spring Festival 2025'],
    ['2025-02-04', false, 'Spring Festival 2025'],
    ['2025-09-28', true, 'Sunday made up for National Day 2025'],
    ['2025-10-08', false, 'National Day 2025'],
    ['2026-01-04', true, 'Sunday made up for New Year 2026'],
    ['2026-02-14', true, 'Saturday made up for Spring Festival 2026'],
    ['2026-02-23', false, 'Monday of Spring Festival 2026'],
    ['2026-02-28', true, 'Saturday made up for Spring Festival 2026'],
    ['2026-11-21', false, 'plain Saturday'],
    ['2026-11-23', true, 'plain Monday'],
  ])('include %s: %s (%s)', (date, works) => expect(china.isWorkday(date)).toBe(works));

  it('skip over Spring Festival 2026', () => {
    expect(china.nextWorkday('2026-02-14')).toBe('2026-02-24');
    expect(china.addWorkdays('2026-02-13', 1)).toBe('2026-02-14');
    expect(china.addWorkdays('2026-02-24', -1)).toBe('2026-02-14');
    expect(china.addWorkdays('2026-02-17', -1)).toBe('2026-02-14');
    expect(china.workdaysBetween('2026-02-13', '2026-02-24')).toBe(2);
    expect(china.workdaysBetween('2026-02-24', '2026-02-13')).toBe(-2);
    expect(workdayFrom(china, '2026-02-17')).toBe('2026-02-24');
    expect(workdayFrom(china, '2026-02-24')).toBe('2026-02-24');
  });

  it('are known for some years; other years are Monday to Friday', () => {
    expect([2004, 2010, 2024, 2025, 2026].map(china.knows)).toEqual([true, true, true, true, true]);
    expect([2003, 2031, 10_000].map(china.knows)).toEqual([false, false, false]);
    expect(china.isWorkday('2031-10-01')).toBe(true);
    expect(china.isWorkday('2031-10-04')).toBe(false);
    expect(plain.knows(2031)).toBe(true);
  });

  it('are Monday to Friday in the plain calendar', () => {
    expect(plain.isWorkday('2026-02-14')).toBe(false);
    expect(plain.isWorkday('2026-02-17')).toBe(true);
    expect(plain.addWorkdays('2026-11-27', 1)).toBe('2026-11-30');
    expect(plain.addWorkdays('2026-11-29', -1)).toBe('2026-11-27');
  });
});

describe('workday arithmetic agrees with walking day by day', () => {
  const date = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2019-01-01', n));

  it('workdaysBetween agrees', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 900 }), (from, n) => {
        let walked = 0;
        for (let i = 1; i <= n; i++) if (china.isWorkday(addDays(from, i))) walked++;
        expect(china.workdaysBetween(from, addDays(from, n))).toBe(walked);
      }),
      { numRuns: 200 },
    );
  });

  it('addWorkdays agrees, and lands on a workday exactly n workdays away', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (from, n) => {
        const to = china.addWorkdays(from, n);
        if (n === 0) expect(to).toBe(from);
        else expect(china.isWorkday(to)).toBe(true);
        if (n >= 0) expect(china.workdaysBetween(from, to)).toBe(n);
        else expect(china.workdaysBetween(to, addDays(from, -1))).toBe(-n - 1);
      }),
    );
  });

  it('plainCalendar agrees with the weekday', () => {
    fc.assert(fc.property(date, (d) => plain.isWorkday(d) === weekday(d) <= 5));
  });
});

describe('working minutes', () => {
  const add = (date: string, time: string, minutes: number, zone = 'Asia/Shanghai') => {
    const at = china.addWorkMinutes(instantOf(date, time, zone), minutes, zone);
    return `${localDate(at, zone)} ${localTime(at, zone)}`;
  };

  it.each([
    ['2026-11-23', '10:00', 30, '2026-11-23 10:30'],
    ['2026-11-23', '07:00', 30, '2026-11-23 09:30'],
    ['2026-11-23', '17:30', 30, '2026-11-23 18:00'],
    ['2026-11-23', '17:30', 31, '2026-11-24 09:01'],
    ['2026-11-23', '18:00', 1, '2026-11-24 09:01'],
    ['2026-11-23', '18:00', 0, '2026-11-23 18:00'],
    ['2026-11-23', '23:00', 60, '2026-11-24 10:00'],
    ['2026-11-27', '17:00', 120, '2026-11-30 10:00'],
    ['2026-11-28', '12:00', 0, '2026-11-30 09:00'],
    ['2026-02-14', '17:30', 60, '2026-02-24 09:30'],
    ['2026-11-23', '09:00', 540, '2026-11-23 18:00'],
    ['2026-11-23', '09:00', 1080, '2026-11-24 18:00'],
    ['2026-11-23', '09:00', 1081, '2026-11-25 09:01'],
  ])('start at %s %s, last %i min and end at %s', (date, time, minutes, expected) =>
    expect(add(date, time, minutes)).toBe(expected),
  );

  it('follow the wall clock across daylight saving changes', () => {
    expect(add('2026-03-06', '17:30', 60, 'America/New_York')).toBe('2026-03-09 09:30');
  });

  it.each([
    ['2026-11-23 10:00', '2026-11-23 10:30', 30],
    ['2026-11-23 17:30', '2026-11-24 09:01', 31],
    ['2026-11-27 17:00', '2026-11-30 10:00', 120],
    ['2026-11-28 12:00', '2026-11-29 12:00', 0],
    ['2026-02-14 17:30', '2026-02-24 09:30', 60],
    ['2026-11-23 05:00', '2026-11-24 23:00', 1080],
    ['2026-11-24 10:00', '2026-11-23 10:00', 0],
  ])('between %s and %s number %i', (from, to, minutes) => {
    const at = (said: string) => instantOf(said.slice(0, 10), said.slice(11), 'Asia/Shanghai');
    expect(china.workMinutesBetween(at(from), at(to), 'Asia/Shanghai')).toBe(minutes);
  });

  it('added to a moment are the minutes between both moments', () => {
    const start = instantOf('2026-01-01', '00:00', 'Asia/Shanghai').getTime();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500_000 }),
        fc.integer({ min: 0, max: 9_000 }),
        (wait, minutes) => {
          const at = new Date(start + wait * 60_000);
          const end = china.addWorkMinutes(at, minutes, 'Asia/Shanghai');
          expect(china.workMinutesBetween(at, end, 'Asia/Shanghai')).toBe(minutes);
        },
      ),
    );
  });

  it('refuse negative numbers, NaN and impossible work hours', () => {
    expect(() => china.addWorkMinutes(new Date(0), -1, 'UTC')).toThrow(RangeError);
    expect(() => china.addWorkMinutes(new Date(0), Number.NaN, 'UTC')).toThrow(RangeError);
    expect(() => chineseCalendar({ workHours: { from: '18:00', to: '09:00' } })).toThrow(RangeError);
    expect(() => chineseCalendar({ workHours: { from: '9', to: '18:00' } })).toThrow(RangeError);
  });
});
