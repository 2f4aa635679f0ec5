import { describe, expect, test } from 'vitest';
import { plainCalendar } from '../../../kernel/time/workdays.js';
import { type Assignable, type Assignment, nextOwner, ruleFor } from '../../../sales/leads/assignment.js';
import {
  mayReturn,
  poolReturn,
  type ReturningLead,
  respondBy,
  responseAlertDue,
  responseClock,
} from '../../../sales/leads/lead-clocks.js';
import { maskPhone, mayClaim } from '../../../sales/leads/pool-rules.js';
import { parseProcess } from '../../../sales/process/parse-process.js';
import { at, processOf, shanghai, shipped, smallest, weekdaysOnly } from './fixtures.js';

describe('the response deadline', () => {
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

  test('reports which alert is due', () => {
    const clock = responseClock(at('2026-06-01', '10:00'), shipped, addWorkMinutes);
    expect(responseAlertDue(clock, at('2026-06-01', '10:44'))).toBe(0);
    expect(responseAlertDue(clock, at('2026-06-01', '10:45'))).toBe(1);
    expect(responseAlertDue(clock, at('2026-06-01', '11:59'))).toBe(1);
    expect(responseAlertDue(clock, at('2026-06-01', '12:00'))).toBe(2);
  });
});

describe('the return of a lead to the pool', () => {
  const lead: ReturningLead = {
    status: 'open',
    ownerId: 'p1',
    assignedAt: at('2026-06-01'),
    lastFollowUpAt: null,
  };
  const back = (change: Partial<ReturningLead> = {}, process = shipped) =>
    poolReturn({ ...lead, ...change }, process, weekdaysOnly, shanghai);

  test('is ten workdays after assignment, with a warning two workdays before', () => {
    expect(back()).toEqual({ poolAt: at('2026-06-15', '18:00'), warnAt: at('2026-06-11', '18:00') });
  });

  test('is postponed by a follow-up after assignment, not by an earlier one', () => {
    expect(back({ lastFollowUpAt: at('2026-06-03') })?.poolAt).toEqual(at('2026-06-17', '18:00'));
    expect(back({ lastFollowUpAt: at('2026-05-03') })?.poolAt).toEqual(at('2026-06-15', '18:00'));
  });

  test('never happens for leads without owner, for closed leads, or if the process returns none', () => {
    expect(back({ ownerId: null })).toBeNull();
    for (const status of ['pool', 'converted', 'dropped'] as const) {
      expect(back({ status })).toBeNull();
      expect(mayReturn({ ...lead, status }, shipped)).toBe(false);
    }
    expect(back({}, processOf(smallest('pool: { returnAfterDays: null }')))).toBeNull();
    expect(mayReturn(lead, shipped)).toBe(true);
  });

  test('has no warning with warnBeforeDays: 0', () => {
    expect(back({}, processOf(smallest('pool: { warnBeforeDays: 0 }')))?.warnAt).toBeNull();
  });
});

const creditOf = (next: Assignment<Assignable> | null, one: Assignable): number =>
  next?.credits.find(({ person }) => person.id === one.id)?.leadCredit ?? one.leadCredit;

const inTurn = { teamId: 't1', strategy: 'roundRobin' as const };

describe('nextOwner', () => {
  const person = (id: string, change: Partial<Assignable> = {}): Assignable => ({
    id,
    role: 'rep',
    teamId: 't1',
    name: id,
    active: true,
    lastAssignedAt: at('2026-06-01'),
    away: false,
    inHours: true,
    open: 0,
    leadCredit: 0,
    ...change,
  });

  test('picks the rep who waited longest', () => {
    const people = [person('a'), person('b', { lastAssignedAt: at('2026-05-01') }), person('c')];
    expect(nextOwner(people, inTurn)).toMatchObject({
      person: people[1],
      why: 'longest-ago',
      lastAssignedAt: at('2026-05-01'),
      among: 3,
      skipped: [],
    });
  });

  test('picks reps who never got a lead first, and breaks ties by id', () => {
    const people = [
      person('c', { lastAssignedAt: null }),
      person('b', { lastAssignedAt: null }),
      person('a'),
    ];
    expect(nextOwner(people, inTurn)).toMatchObject({ person: { id: 'b' }, why: 'first' });
  });

  test('picks only active reps of the team, otherwise its manager, otherwise nobody', () => {
    const others = [
      person('gone', { active: false, lastAssignedAt: null }),
      person('far', { teamId: 't2', lastAssignedAt: null }),
      person('boss', { role: 'admin', lastAssignedAt: null }),
    ];
    const manager = person('m', { role: 'manager', lastAssignedAt: null });
    expect(nextOwner([...others, manager, person('a')], inTurn)?.person.id).toBe('a');
    expect(nextOwner([...others, manager], inTurn)).toMatchObject({
      person: { id: 'm' },
      why: 'no-rep',
      among: 1,
    });
    expect(nextOwner(others, inTurn)).toBeNull();
  });

  test('gives everybody the same number of leads in turn', () => {
    let people = ['a', 'b', 'c'].map((id) => person(id, { lastAssignedAt: null }));
    const got: string[] = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const id = nextOwner(people, inTurn)?.person.id ?? '';
      got.push(id);
      const now = new Date(turn * 60_000);
      people = people.map((each) => (each.id === id ? { ...each, lastAssignedAt: now } : each));
    }
    expect(got.join('')).toBe('abcabcabc');
  });

  test('skips people on leave, prefers people at work, and picks the manager if all are away', () => {
    const away = person('a', { lastAssignedAt: null, away: true });
    const asleep = person('b', { lastAssignedAt: null, inHours: false });
    const manager = person('m', { role: 'manager' });
    expect(nextOwner([away, asleep, person('c'), manager], inTurn)).toMatchObject({
      person: { id: 'c' },
      skipped: [{ id: 'a' }, { id: 'b' }],
    });
    expect(nextOwner([away, asleep, manager], inTurn)?.person.id).toBe('b');
    expect(nextOwner([away, manager], inTurn)).toMatchObject({ person: { id: 'm' }, why: 'all-away' });
  });

  test('picks the rep with the fewest leads, or by weights', () => {
    const people = [person('a', { open: 3 }), person('b', { open: 1 })];
    expect(nextOwner(people, { teamId: 't1', strategy: 'leastLoaded' })).toMatchObject({
      person: { id: 'b' },
      why: 'least',
    });
    let staff = ['a', 'b'].map((id) => person(id));
    const got: string[] = [];
    for (let turn = 0; turn < 8; turn++) {
      const next = nextOwner(staff, { teamId: 't1', strategy: 'weighted', weights: { b: 3 } });
      got.push(next?.person.id ?? '');
      staff = staff.map((one) => ({ ...one, leadCredit: creditOf(next, one) }));
    }
    expect(got.filter((id) => id === 'b')).toHaveLength(6);
  });

  test('picks only from the people a rule names', () => {
    const people = [person('a', { lastAssignedAt: null }), person('b')];
    expect(nextOwner(people, { ...inTurn, people: ['b'] })?.person.id).toBe('b');
  });

  test('keeps everybody within one per cent of the fair share over ten thousand leads', () => {
    const clock = new Date('2026-06-01T00:00:00Z').getTime();
    const minutes = 11;
    const count = 10_000;
    const staff = Array.from({ length: 12 }, (_, n) =>
      person(`p${String(n).padStart(2, '0')}`, { lastAssignedAt: null }),
    );
    const got = new Map<string, number>();
    const fair = new Map<string, number>();
    let people = staff;
    for (let n = 0; n < count; n++) {
      const now = clock + n * minutes * 60_000;
      const day = Math.floor((n * minutes) / (24 * 60));
      const hour = ((n * minutes) / 60) % 24;
      // Everybody is away every sixth week, one after the other; half work in another zone.
      const present = people.map((one, at) => ({
        ...one,
        away: Math.floor(day / 7) % 6 === at % 6,
        inHours: at % 2 === 0 ? hour >= 1 && hour < 10 : hour >= 7 && hour < 16,
      }));
      const next = nextOwner(present, inTurn);
      if (!next) throw new Error('nobody');
      const here = present.filter((one) => !one.away);
      const working = here.filter((one) => one.inHours);
      const eligible = working.length > 0 ? working : here;
      for (const one of eligible) fair.set(one.id, (fair.get(one.id) ?? 0) + 1 / eligible.length);
      got.set(next.person.id, (got.get(next.person.id) ?? 0) + 1);
      people = people.map((one) => ({
        ...one,
        leadCredit: creditOf(next, one),
        lastAssignedAt: one.id === next.person.id ? new Date(now) : one.lastAssignedAt,
      }));
    }
    for (const { id } of staff)
      expect(Math.abs((got.get(id) ?? 0) / (fair.get(id) ?? 1) - 1), id).toBeLessThan(0.01);
  });
});

describe('assignment rules', () => {
  const rules = processOf(
    smallest(
      [
        'sources: [{ key: event, name: 展会 }, { key: web, name: 官网 }]',
        'assignment:',
        '  strategy: leastLoaded',
        '  rules:',
        '    - { name: 展会大客户, when: { sources: [event], tags: [大客户] }, team: 华东 }',
        '    - { name: ERP, when: { words: [ERP, 数据平台] }, people: [李雷], strategy: roundRobin }',
      ].join('\n'),
    ),
  );
  const fits = (change: object) => ruleFor(rules, { source: null, tags: [], words: '', ...change })?.name.zh;

  test('the first rule whose every condition fits decides', () => {
    expect(fits({ source: 'event', tags: ['大客户'], words: 'ERP' })).toBe('展会大客户');
    expect(fits({ source: 'event', words: '想看 erp' })).toBe('ERP');
    expect(fits({ source: 'web', tags: ['大客户'] })).toBeUndefined();
  });

  test('regions, products and amounts can be conditions', () => {
    const process = processOf(
      smallest(
        'assignment: { rules: [{ name: 沪, when: { regions: [上海], above: 300000 } }, { name: 云, when: { products: [ERP], words: [急] } }] }',
      ),
    );
    const rule = (change: object) =>
      ruleFor(process, { source: null, tags: [], words: '', ...change })?.name.zh;
    expect(rule({ region: '上海', amount: 30_000_000 })).toBe('沪');
    expect(rule({ words: '上海星河 想看', amount: 30_000_000 })).toBe('沪');
    expect(rule({ region: '上海', amount: 29_999_999 })).toBeUndefined();
    expect(rule({ region: '北京', amount: 30_000_000 })).toBeUndefined();
    expect(rule({ words: '想看 erp，急' })).toBe('云');
    expect(rule({ words: '想看 erp' })).toBeUndefined();
  });

  test('a rule without conditions or with an unknown source is refused', () => {
    const wrong = (rule: string) => parseProcess(smallest(`assignment: { rules: [${rule}] }`));
    expect(wrong('{ name: 全部, when: {} }')).toMatchObject({ ok: false });
    expect(wrong('{ name: 错, when: { sources: [nowhere] } }')).toMatchObject({ ok: false });
  });
});

describe('the lead pool', () => {
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

  test('limits claims per day and by the number held', () => {
    expect(mayClaim({ today: 0, held: 0 }, shipped)).toEqual({ ok: true, left: 5 });
    expect(mayClaim({ today: 4, held: 10 }, shipped)).toEqual({ ok: true, left: 1 });
    expect(mayClaim({ today: 0, held: 48 }, shipped)).toEqual({ ok: true, left: 2 });
    expect(mayClaim({ today: 5, held: 0 }, shipped)).toEqual({ ok: false, why: 'daily', cap: 5 });
    expect(mayClaim({ today: 0, held: 50 }, shipped)).toEqual({ ok: false, why: 'held', cap: 50 });
    expect(mayClaim({ today: 0, held: 999 }, processOf(smallest()))).toEqual({ ok: true, left: 5 });
  });
});
