import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../kernel/time/dates.js';
import { chineseCalendar } from '../../../kernel/time/workdays.js';
import { escalateAt, type StallingDeal, stallAt, stallReason } from '../../../sales/deals/stall-rules.js';
import { at, processOf, shanghai, shipped, smallest, weekdaysOnly } from './fixtures.js';

// 需求确认: 7 workdays without activity, 20 in the stage. 2026-06-01 is a Monday.
const deal: StallingDeal = {
  status: 'open',
  stage: 'qualify',
  stageSince: at('2026-06-01'),
  lastFollowUpAt: at('2026-06-03', '23:30'),
  createdAt: at('2026-05-01'),
};

const stall = (change: Partial<StallingDeal> = {}, process = shipped) =>
  stallAt({ ...deal, ...change }, process, weekdaysOnly, shanghai);

describe('stallAt', () => {
  test('is the end of work on the last workday allowed without activity', () => {
    expect(stall()).toEqual({ at: at('2026-06-12', '18:00'), reason: 'no-activity', days: 7 });
  });

  test('uses the local date of the activity, not the UTC date', () => {
    expect(stall({ lastFollowUpAt: at('2026-06-04', '00:30') })?.at).toEqual(at('2026-06-15', '18:00'));
  });

  test('uses the creation and the entry into the stage if there is no follow-up', () => {
    expect(stall({ lastFollowUpAt: null })?.at).toEqual(at('2026-06-10', '18:00'));
    expect(stall({ lastFollowUpAt: null, createdAt: at('2026-06-02') })?.at).toEqual(
      at('2026-06-11', '18:00'),
    );
    expect(stall({ lastFollowUpAt: at('2026-05-01') })?.at).toEqual(at('2026-06-10', '18:00'));
  });

  test('is also reached by staying too long in the stage despite follow-ups', () => {
    expect(stall({ lastFollowUpAt: at('2026-06-26') })).toEqual({
      at: at('2026-06-29', '18:00'),
      reason: 'too-long',
      days: 20,
    });
  });

  test('reports missing activity as the reason if both limits are reached at once', () => {
    const process = processOf(smallest('stall: { days: 5, maxDays: 5 }'));
    expect(stall({ stage: 'a', lastFollowUpAt: null }, process)?.reason).toBe('no-activity');
  });

  test('is postponed by a planned next step, but not beyond the limit of the stage', () => {
    expect(stall({ nextStepDate: '2026-06-18' })).toEqual({
      at: at('2026-06-18', '18:00'),
      reason: 'no-activity',
      days: 7,
    });
    expect(stall({ nextStepDate: '2026-06-05' })?.at).toEqual(at('2026-06-12', '18:00'));
    expect(stall({ nextStepDate: '2026-12-31' })).toMatchObject({
      at: at('2026-06-29', '18:00'),
      reason: 'too-long',
    });
  });

  test('is null for closed deals and stages without limits', () => {
    expect(stall({ status: 'won' })).toBeNull();
    expect(stall({ status: 'lost' })).toBeNull();
    const process = processOf(smallest('stall: { days: null, maxDays: null }'));
    expect(stall({ stage: 'a' }, process)).toBeNull();
    const half = processOf(smallest('stall: { days: null, maxDays: 2 }'));
    expect(stall({ stage: 'a' }, half)).toMatchObject({ reason: 'too-long', at: at('2026-06-03', '18:00') });
  });

  test('uses the general thresholds for a removed stage', () => {
    expect(stall({ stage: 'gone' })).toMatchObject({ days: shipped.stall.days });
  });

  test('skips public holidays', () => {
    // 2025-10-01 to 10-08 were off, Saturday 10-11 was a make-up workday.
    const since = { stageSince: at('2025-09-30'), lastFollowUpAt: at('2025-09-30'), stage: 'lead' };
    const china = stallAt({ ...deal, ...since }, shipped, chineseCalendar(), shanghai);
    expect(china?.at).toEqual(at('2025-10-11', '18:00'));
    expect(stall(since)?.at).toEqual(at('2025-10-03', '18:00'));
  });
});

describe('stallReason', () => {
  const reason = (now: Date, change: Partial<StallingDeal> = {}) =>
    stallReason({ ...deal, ...change }, now, shipped, weekdaysOnly, shanghai);

  test('is null before the stall, and from then on has the days and the threshold', () => {
    expect(reason(at('2026-06-12', '17:59'))).toBeNull();
    expect(reason(at('2026-06-12', '18:00'))).toEqual({
      at: at('2026-06-12', '18:00'),
      reason: 'no-activity',
      days: 7,
      since: deal.lastFollowUpAt,
      daysSince: 7,
    });
    expect(reason(at('2026-06-17'))?.daysSince).toBe(10);
  });

  test('counts from the entry into the stage if that is too long ago', () => {
    expect(reason(at('2026-06-30'), { lastFollowUpAt: at('2026-06-29') })).toMatchObject({
      reason: 'too-long',
      days: 20,
      daysSince: 21,
      since: deal.stageSince,
    });
  });

  test('property: a deal is stalled exactly from its stallAt on', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(1439), fc.nat(90), (moved, followed, minute, later) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const change = {
          stageSince: at(addDays('2026-06-01', moved), time),
          lastFollowUpAt: at(addDays('2026-06-01', followed), time),
        };
        const now = at(addDays('2026-06-01', later), '12:00');
        const why = reason(now, change);
        expect(why !== null).toBe((stall(change)?.at ?? now) <= now);
        if (why) expect(why.daysSince).toBeGreaterThanOrEqual(why.days);
      }),
    );
  });
});

test('an ignored alert escalates to the manager one workday later', () => {
  expect(escalateAt(at('2026-06-12', '18:00'), shipped, weekdaysOnly, shanghai)).toEqual(
    at('2026-06-15', '18:00'),
  );
});
