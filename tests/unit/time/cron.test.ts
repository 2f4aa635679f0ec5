import { expect, test } from 'vitest';
import { cronAround, cronFault } from '../../../kernel/time/cron.js';

test.each([
  '* * * * *',
  '0 9 * * 1',
  ' 0  9 * * 1 ',
  '*/5 8-18 * * 1-5',
  '0,30 9 1,15 * *',
  '0 9 * JAN-mar MON',
  '0-30/10 9 * * 7',
  '0 9 29 2 *',
  '0 9 31 2,3 *',
  // On Mondays of February as well as on the 30th: the weekday comes.
  '0 9 30 2 1',
])('cronFault accepts %s', (text) => {
  expect(cronFault(text)).toBeUndefined();
});

test.each([
  '',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 8',
  '5-1 * * * *',
  '*/0 * * * *',
  '1-2-3 * * * *',
  '*/2/2 * * * *',
  'a * * * *',
  '1, * * * *',
  '-1 * * * *',
  '@weekly',
  'H * * * *',
  '0 9 * * 1,H',
])('cronFault refuses %s', (text) => {
  expect(cronFault(text)).toBe('form');
});

test.each(['0 9 30 2 *', '0 9 30 feb *', '0 9 31 4 *', '0 9 31 2,4,6,9,11 *'])(
  'cronFault reports that %s never comes',
  (text) => {
    expect(cronFault(text)).toBe('never');
  },
);

test('the last slot of a moment includes the moment itself', () => {
  const around = (now: string) => {
    const { last, next } = cronAround('0 9 * * 1', 'Asia/Shanghai', new Date(now));
    return [last.toISOString(), next.toISOString()];
  };
  const week = ['2026-11-23T01:00:00.000Z', '2026-11-30T01:00:00.000Z'];
  expect(around('2026-11-23T01:00:00Z')).toEqual(week);
  expect(around('2026-11-30T00:59:59Z')).toEqual(week);
  expect(around('2026-11-23T00:59:59Z')[0]).toBe('2026-11-16T01:00:00.000Z');
});
