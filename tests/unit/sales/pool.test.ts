import { describe, expect, test } from 'vitest';
import { judgesOf, mayJudge, remindAgain } from '../../../sales/leads/dispute-rules.js';
import {
  countsAsFollowUp,
  customerReturn,
  gradeDays,
  type HeldCustomer,
  leadDays,
  mayClaim,
  mayClaimRecord,
  returnsCustomers,
} from '../../../sales/leads/pool-rules.js';
import { settingIn } from '../../../sales/process/process-settings.js';
import { valueFor, withSetting } from '../../../sales/process/setting-values.js';
import {
  at,
  problemsOf,
  processOf,
  shanghai,
  shipped,
  shippedText,
  smallest,
  weekdaysOnly,
} from './fixtures.js';

const rules = (pool: string) => processOf(smallest(`pool: ${pool}`));

describe('a follow-up', () => {
  test('counts always, unless the process requires channels or a length', () => {
    expect(countsAsFollowUp({ channel: 'other', words: '' }, shipped)).toBe(true);
    const strict = rules('{ followUp: { channels: [visit, call], minLetters: 6 } }');
    expect(countsAsFollowUp({ channel: 'visit', words: '拜访王总谈价' }, strict)).toBe(true);
    expect(countsAsFollowUp({ channel: 'visit', words: '拜访王总' }, strict)).toBe(false);
    expect(countsAsFollowUp({ channel: 'wechat', words: '微信聊了很久很久' }, strict)).toBe(false);
  });
});

test('a lead returns after the days of its source, otherwise after the general days', () => {
  const process = rules('{ sources: { website: 5, referral: null } }');
  expect([leadDays('website', process), leadDays('referral', process)]).toEqual([5, null]);
  expect([leadDays('event', process), leadDays(null, process)]).toEqual([10, 10]);
});

describe('the return of a customer to the pool', () => {
  const customer: HeldCustomer = {
    heldSince: at('2026-06-01'),
    isClaimed: false,
    followedAt: null,
    dealAt: null,
    grade: null,
    contractEnd: null,
    openStages: [],
    hasLead: false,
  };
  const when = (more: Partial<HeldCustomer>, pool: string, now = at('2026-06-02')) => {
    const due = customerReturn({ ...customer, ...more }, rules(pool), weekdaysOnly, shanghai, now);
    return due.returns ? [due.why, due.at] : ['stays', due.nextCheck];
  };
  const five = '{ customers: { returnAfterDays: 5 } }';

  test('is some workdays after the last activity on the customer', () => {
    expect(when({}, five)).toEqual(['silence', at('2026-06-08', '18:00')]);
    expect(when({ followedAt: at('2026-06-03') }, five)).toEqual(['silence', at('2026-06-10', '18:00')]);
    expect(when({ dealAt: at('2026-06-04') }, five)).toEqual(['silence', at('2026-06-11', '18:00')]);
    expect(when({ contractEnd: '2026-06-30' }, five)).toEqual(['silence', at('2026-07-07', '18:00')]);
  });

  test('is off by default, and waits while a deal or lead is open', () => {
    expect(when({}, '{}')).toEqual(['stays', null]);
    expect(returnsCustomers(shipped)).toBe(false);
    expect(returnsCustomers(rules(five))).toBe(true);
    expect(when({ openStages: ['a'] }, five)).toEqual(['stays', at('2026-06-09', '18:00')]);
    expect(when({ hasLead: true }, five)).toEqual(['stays', at('2026-06-03', '18:00')]);
  });

  test('depends on the grade, and on the stages with their own silence limit', () => {
    const graded = '{ customers: { returnAfterDays: 5, grades: { A: null, B: 8 } } }';
    expect(gradeDays('C', rules(graded))).toBe(5);
    expect(when({ grade: 'A' }, graded)).toEqual(['stays', null]);
    expect(when({ grade: 'B' }, graded)).toEqual(['silence', at('2026-06-11', '18:00')]);
    const staged = '{ customers: { stages: { a: 4 } } }';
    expect(when({ openStages: ['a'] }, staged)).toEqual(['stage', at('2026-06-05', '18:00')]);
    expect(when({ openStages: ['a', 'other'] }, staged)[0]).toBe('stays');
    expect(when({}, staged)).toEqual(['stays', null]);
  });

  test('after a contract happens despite follow-ups; the earlier of two reasons decides', () => {
    const both = '{ customers: { returnAfterDays: 9, afterContractDays: 4 } }';
    const ended = { contractEnd: '2026-06-05', followedAt: at('2026-06-10') };
    expect(when(ended, both)).toEqual(['contract', at('2026-06-11', '18:00')]);
    expect(when({ ...ended, dealAt: at('2026-06-09') }, both)).toEqual([
      'contract',
      at('2026-06-15', '18:00'),
    ]);
    const silence = '{ customers: { returnAfterDays: 3, afterContractDays: 30 } }';
    expect(when({ contractEnd: '2026-06-05' }, silence)).toEqual(['silence', at('2026-06-10', '18:00')]);
  });

  test('spares a claimed customer for the protected days', () => {
    const safe = '{ protectDays: 10, customers: { returnAfterDays: 3 } }';
    expect(when({}, safe)).toEqual(['silence', at('2026-06-04', '18:00')]);
    expect(when({ isClaimed: true }, safe)).toEqual(['silence', at('2026-06-15', '18:00')]);
  });
});

describe('claiming from the pool', () => {
  const pooled = { offeredTo: null, offerUntil: null, lostBy: null, lostAt: null };
  const take = (more: object, now: Date, process = shipped) =>
    mayClaimRecord({ ...pooled, ...more }, 'me', now, process, weekdaysOnly, shanghai);

  test('is open to everybody once an offer to somebody else has ended', () => {
    const offered = { offeredTo: 'you', offerUntil: at('2026-06-01', '10:30') };
    expect(take(offered, at('2026-06-01', '10:29'))).toMatchObject({ ok: false, why: 'offered' });
    expect(take(offered, at('2026-06-01', '10:30'))).toEqual({ ok: true });
    expect(take({ ...offered, offeredTo: 'me' }, at('2026-06-01', '10:00'))).toEqual({ ok: true });
  });

  test('is refused to the previous owner for some workdays', () => {
    const cooling = rules('{ cooldownDays: 2 }');
    const lost = { lostBy: 'me', lostAt: at('2026-06-05') };
    expect(take(lost, at('2026-06-08'), cooling)).toEqual({
      ok: false,
      why: 'cooling',
      until: at('2026-06-09', '18:00'),
    });
    expect(take(lost, at('2026-06-09', '18:00'), cooling)).toEqual({ ok: true });
    expect(take({ ...lost, lostBy: 'you' }, at('2026-06-08'), cooling)).toEqual({ ok: true });
    expect(take(lost, at('2026-06-05'))).toEqual({ ok: true });
  });

  test('is refused to people who hold the maximum number of customers', () => {
    const capped = rules('{ maxCustomers: 3 }');
    expect(mayClaim({ today: 0, held: 0, customers: 3 }, capped)).toEqual({
      ok: false,
      why: 'customers',
      cap: 3,
    });
    expect(mayClaim({ today: 0, held: 0, customers: 2 }, capped).ok).toBe(true);
    expect(mayClaim({ today: 0, held: 0 }, capped).ok).toBe(true);
  });
});

describe('the pool rules of the process file', () => {
  const reason = (yaml: string) => problemsOf(smallest(yaml)).map(({ path, reason }) => [path, reason.zh]);

  test('may name only existing sources, grades and stages, and must leave time for the warning', () => {
    expect(reason('pool: { sources: { nowhere: 5 } }')[0]?.[1]).toContain('没有「nowhere」');
    expect(reason('pool: { customers: { grades: { Z: 5 } } }')[0]?.[1]).toContain('A、B、C、D');
    expect(reason('pool: { customers: { stages: { z: 5 } } }')[0]?.[1]).toContain('没有「z」');
    expect(reason('pool: { warnBeforeDays: 3, customers: { returnAfterDays: 3 } }')[0]?.[1]).toContain(
      '提醒天数',
    );
    expect(reason('pool: { sources: { website: 2 } }')[0]?.[1]).toContain('提醒天数');
    expect(reason('grades: [A, a]')[0]?.[1]).toContain('重复');
    expect(reason('pool: { followUp: { channels: [] } }')).toHaveLength(1);
    expect(reason('pool: { customers: { grades: { A: 60, B: null }, stages: { a: 20 } } }')).toEqual([]);
  });

  test('can each be changed in the chat, keeping the file’s comments', () => {
    const changed = (words: string) => {
      const found = settingIn(shipped, words);
      if (!found) throw new Error(`no rule ${words}`);
      const value = valueFor(found.setting, found.rest);
      if (value === undefined) throw new Error(`no value ${words}`);
      const yaml = withSetting(shippedText, found.setting, value, '2026-11-23');
      expect(yaml).toContain('# 客户可以有的等级。');
      return processOf(yaml).pool;
    };
    expect(changed('客户回收 60').customers.returnAfterDays).toBe(60);
    expect(changed('A级回收 90').customers.grades).toEqual({ A: 90 });
    expect(changed('合同回收 30天').customers.afterContractDays).toBe(30);
    expect(changed('展会线索回收 5').sources).toEqual({ event: 5 });
    expect(changed('官网线索回收 不收回').sources).toEqual({ website: null });
    expect(changed('优先认领 30分钟').offerMinutes).toBe(30);
    expect(changed('客户上限 200').maxCustomers).toBe(200);
    expect(changed('每日查看 20').dailyViews).toBe(20);
    expect(changed('认领保护 5').protectDays).toBe(5);
    expect(changed('再认领间隔 3').cooldownDays).toBe(3);
    expect(changed('跟进字数 8').followUp.minLetters).toBe(8);
  });
});

describe('a dispute', () => {
  const person = (id: string, role: 'rep' | 'manager' | 'admin', teamId: string | null) => ({
    id,
    role,
    teamId,
    active: true,
  });
  const people = [
    person('m', 'manager', 'east'),
    person('s', 'manager', 'south'),
    person('a', 'admin', null),
  ];
  const ids = (raisedBy: string, teamId: string | null) =>
    judgesOf(people, { raisedBy, teamId }).map(({ id }) => id);

  test('is decided by the team’s manager, otherwise by admins, never by the claimant', () => {
    expect(ids('x', 'east')).toEqual(['m']);
    expect(ids('m', 'east')).toEqual(['a']);
    expect(ids('x', 'north')).toEqual(['a']);
    expect(ids('a', null)).toEqual([]);
    const [m, s, a] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
    const east = { raisedBy: 'x', teamId: 'east' };
    expect([m, s, a].map((one) => mayJudge(people, east, one))).toEqual([true, false, true]);
  });

  test('has its next reminder at the start of the next workday', () => {
    expect(remindAgain(at('2026-06-05', '20:00'), shipped, weekdaysOnly, shanghai)).toEqual(
      at('2026-06-08', '09:00'),
    );
  });
});
