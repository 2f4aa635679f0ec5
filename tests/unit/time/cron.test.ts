import { expect, test } from 'vitest';
import { cronAround, cronFault, zoneWithoutSlot } from '../../../kernel/time/cron.js';

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

/** All slots between two moments, found forwards; each must also be the last slot of its own moment and of the next minute. */
function slots(cron: string, zone: string, from: string, to: string): string[] {
  const found: string[] = [];
  for (let at = new Date(from); ; ) {
    const { next } = cronAround(cron, zone, at);
    if (next.toISOString() > to) return found;
    const minuteAfter = new Date(next.getTime() + 59_999);
    expect([next, minuteAfter].map((now) => cronAround(cron, zone, now).last.toISOString())).toEqual(
      Array(2).fill(next.toISOString()),
    );
    found.push(next.toISOString());
    at = next;
  }
}

test.each([
  // Clocks go from 02:00 to 03:00, and back from 02:00 to 01:00.
  ['30 2 * * *', 'America/New_York', '2026-03-07T12:00:00Z', ['03-08T07:30', '03-09T06:30']],
  ['30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', ['11-01T05:30', '11-02T06:30']],
  ['30 2 8 3 *', 'America/New_York', '2026-03-07T12:00:00Z', ['03-08T07:30']],
  ['0 2,3 * * *', 'America/New_York', '2026-03-08T00:00:00Z', ['03-08T07:00', '03-09T06:00', '03-09T07:00']],
  ['30,40 2 8 3 *', 'America/New_York', '2026-03-07T12:00:00Z', ['03-08T07:30', '03-08T07:40']],
  // Midnight is skipped.
  ['0 0 * * *', 'Africa/Cairo', '2026-04-23T12:00:00Z', ['04-23T22:00', '04-24T21:00']],
  // Half an hour only.
  ['15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T12:00:00Z', ['10-03T15:45', '10-04T15:15']],
  ['45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T04:00:00Z', ['04-04T14:45', '04-05T15:15']],
])('a slot at a changed clock comes once: %s in %s', (cron, zone, from, expected) => {
  const to = new Date(new Date(from).getTime() + 2 * 86_400_000).toISOString();
  expect(slots(cron, zone, from, to).map((at) => at.slice(5, 16))).toEqual(expected);
});

test('a schedule for every hour runs by elapsed time across a changed clock', () => {
  const half = (from: string, to: string) => slots('*/30 * * * *', 'America/New_York', from, to).length;
  expect(half('2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z')).toBe(48);
  expect(half('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z')).toBe(48);
  expect(slots('50 * * * *', 'America/New_York', '2026-11-01T05:00:00Z', '2026-11-01T07:00:00Z')).toEqual([
    '2026-11-01T05:50:00.000Z',
    '2026-11-01T06:50:00.000Z',
  ]);
});

test('a schedule is tried in each zone', () => {
  const from = new Date('2026-11-26T02:00:00Z');
  const zones = ['Asia/Shanghai', 'America/New_York', 'Africa/Cairo', 'Australia/Lord_Howe'];
  for (const cron of ['30 2 * * *', '0 0 * * *', '0 9 29 2 *', '* * * * *', '0 9 31 12 *'])
    expect(zoneWithoutSlot(cron, zones, from)).toBeUndefined();
  expect(zoneWithoutSlot('0 9 29 2 *', zones, new Date('2096-03-01T00:00:00Z'))).toBeUndefined();
  expect(zoneWithoutSlot('0 9 30 2 *', zones, from)).toBe('Asia/Shanghai');
  expect(zoneWithoutSlot('0 9 * * 1', ['UTC', 'Mars/Base'], from)).toBe('Mars/Base');
});
