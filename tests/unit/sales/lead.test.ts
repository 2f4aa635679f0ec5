import { describe, expect, test } from 'vitest';
import { plainCalendar } from '../../../bot/kernel/time/workdays.js';
import { type Assignable, nextOwner } from '../../../sales/assignment.js';
import {
  mayReturn,
  poolReturn,
  type ReturningLead,
  respondBy,
  responseAlertDue,
  responseClock,
} from '../../../sales/lead.js';
import { maskPhone, mayClaim } from '../../../sales/pool.js';
import { at, processOf, shanghai, shipped, smallest, weekdaysOnly } from './fixtures.js';

describe('the response clock', () => {
  const addWorkMinutes = (from: Date, minutes: number) =>
    plainCalendar().addWorkMinutes(from, minutes, 'Asia/Shanghai');

  test('counts working minutes', () => {
    expect(responseClock(at('2026-06-05', '17:30'), shipped, addWorkMinutes)).toEqual({
      remindAt: at('2026-06-08', '09:15'),
      respondBy: at('2026-06-08', '09:30'),
      escalateAt: at('2026-06-08', '10:30'),
    });
    expect(respondBy(at('2026-06-01', '10:00'), shipped, addWorkMinutes)).toEqual(at('2026-06-01', '11:00'));
  });

  test('tells which alert is due', () => {
    const clock = responseClock(at('2026-06-01', '10:00'), shipped, addWorkMinutes);
    expect(responseAlertDue(clock, at('2026-06-01', '10:44'))).toBe(0);
    expect(responseAlertDue(clock, at('2026-06-01', '10:45'))).toBe(1);
    expect(responseAlertDue(clock, at('2026-06-01', '11:59'))).toBe(1);
    expect(responseAlertDue(clock, at('2026-06-01', '12:00'))).toBe(2);
  });
});

describe('the return to the pool', () => {
  const lead: ReturningLead = {
    status: 'open',
    ownerId: 'p1',
    assignedAt: at('2026-06-01'),
    lastFollowUpAt: null,
  };
  const back = (change: Partial<ReturningLead> = {}, process = shipped) =>
    poolReturn({ ...lead, ...change }, process, weekdaysOnly, shanghai);

  test('ten workdays after it was handed over, warned two before', () => {
    expect(back()).toEqual({ poolAt: at('2026-06-15', '18:00'), warnAt: at('2026-06-11', '18:00') });
  });

  test('a follow-up starts the count anew; one before the handover does not', () => {
    expect(back({ lastFollowUpAt: at('2026-06-03') })?.poolAt).toEqual(at('2026-06-17', '18:00'));
    expect(back({ lastFollowUpAt: at('2026-05-03') })?.poolAt).toEqual(at('2026-06-15', '18:00'));
  });

  test('never for leads without owner, closed ones, or where the process does not return leads', () => {
    expect(back({ ownerId: null })).toBeNull();
    for (const status of ['pool', 'converted', 'dropped'] as const) {
      expect(back({ status })).toBeNull();
      expect(mayReturn({ ...lead, status }, shipped)).toBe(false);
    }
    expect(back({}, processOf(smallest('pool: { returnAfterDays: null }')))).toBeNull();
    expect(mayReturn(lead, shipped)).toBe(true);
  });

  test('warnBeforeDays: 0 is no warning', () => {
    expect(back({}, processOf(smallest('pool: { warnBeforeDays: 0 }')))?.warnAt).toBeNull();
  });
});

describe('nextOwner', () => {
  const person = (id: string, change: Partial<Assignable> = {}): Assignable => ({
    id,
    role: 'rep',
    teamId: 't1',
    active: true,
    lastAssignedAt: at('2026-06-01'),
    ...change,
  });

  test('who waited longest', () => {
    const people = [person('a'), person('b', { lastAssignedAt: at('2026-05-01') }), person('c')];
    expect(nextOwner(people, 't1')).toEqual({
      person: people[1],
      why: 'longest-ago',
      lastAssignedAt: at('2026-05-01'),
      among: 3,
    });
  });

  test('who never had one comes first; equals go by id', () => {
    const people = [
      person('c', { lastAssignedAt: null }),
      person('b', { lastAssignedAt: null }),
      person('a'),
    ];
    expect(nextOwner(people, 't1')).toMatchObject({ person: { id: 'b' }, why: 'first' });
  });

  test('only active reps of the team; its manager where there is none; else nobody', () => {
    const others = [
      person('gone', { active: false, lastAssignedAt: null }),
      person('far', { teamId: 't2', lastAssignedAt: null }),
      person('boss', { role: 'admin', lastAssignedAt: null }),
    ];
    const manager = person('m', { role: 'manager', lastAssignedAt: null });
    expect(nextOwner([...others, manager, person('a')], 't1')?.person.id).toBe('a');
    expect(nextOwner([...others, manager], 't1')).toMatchObject({
      person: { id: 'm' },
      why: 'no-rep',
      among: 1,
    });
    expect(nextOwner(others, 't1')).toBeNull();
  });

  test('in turn, everyone gets the same number', () => {
    let people = ['a', 'b', 'c'].map((id) => person(id, { lastAssignedAt: null }));
    const got: string[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const id = nextOwner(people, 't1')?.person.id ?? '';
      got.push(id);
      const now = new Date(turn * 60_000);
      people = people.map((each) => (each.id === id ? { ...each, lastAssignedAt: now } : each));
    }
    expect(got.join('')).toBe('abcabcabc');
  });
});

describe('the pool', () => {
  test.each([
    ['13800000000', '138****0000'],
    ['138 0013 8000', '138 **** 8000'],
    ['+86 138-0013-8000', '+86 1**-****-8000'],
    ['010-62345678', '010-****5678'],
    ['62345678', '****5678'],
    ['12345', '***45'],
    ['1', '*'],
    ['', ''],
    ['无', '无'],
  ])('masks %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  test('claims are capped by day and by what one holds', () => {
    expect(mayClaim({ today: 0, held: 0 }, shipped)).toEqual({ ok: true, left: 5 });
    expect(mayClaim({ today: 4, held: 10 }, shipped)).toEqual({ ok: true, left: 1 });
    expect(mayClaim({ today: 0, held: 48 }, shipped)).toEqual({ ok: true, left: 2 });
    expect(mayClaim({ today: 5, held: 0 }, shipped)).toEqual({ ok: false, why: 'daily', cap: 5 });
    expect(mayClaim({ today: 0, held: 50 }, shipped)).toEqual({ ok: false, why: 'held', cap: 50 });
    expect(mayClaim({ today: 0, held: 999 }, processOf(smallest()))).toEqual({ ok: true, left: 5 });
  });
});
