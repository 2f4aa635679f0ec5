import { describe, expect, it } from 'vitest';
import { inHalfOfDay, readBareHour } from '../../../kernel/pieces/dates/bare-hour.js';

describe('an hour without its half of the day', () => {
  it.each([
    ['4', '4:00'],
    ['四点', '4:00'],
    ['两点半', '2:30'],
    ['三点一刻', '3:15'],
    ["4 o'clock", '4:00'],
    ['half past five', '5:30'],
    ['quarter to 1', '12:45'],
    ['9:40', '9:40'],
  ])('%s is read', (words, hour) => expect(readBareHour(words)).toBe(hour));

  it.each(['4pm', '16:00', '04:00', '下午四点', '4k', '40', '4th', '四点要求', 'four hundred'])(
    '%s is none',
    (words) => expect(readBareHour(words)).toBeUndefined(),
  );

  it.each([
    ['4:00', '10:00', '16:00'],
    ['11:00', '14:00', '11:00'],
    ['8:00', '19:00', '20:00'],
    ['8:30', '09:00', '08:30'],
    ['12:00', '10:00', '12:00'],
    ['4:00', null, '16:00'],
    ['9:30', null, '09:30'],
    ['7:00', null, '19:00'],
  ])('%s of a task at %s is %s', (hour, planned, time) => expect(inHalfOfDay(hour, planned)).toBe(time));
});
