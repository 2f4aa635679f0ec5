import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../kernel/time/dates.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { lastOfRule, ruleStats } from '../../store/reports/alert-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import { changeDeal } from '../../store/unit/rows/deal-rows.js';
import { appendEvent } from '../../store/unit/rows/event-rows.js';
import { createFollowUp } from '../../store/unit/rows/follow-up-rows.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { changeCustomer } from '../support/change-rows.js';
import { processOf, shippedText } from '../unit/sales/fixtures.js';
import { at, commandsOn, House, read } from './house.js';

let house: House;
let acts = 0;

const allOn = (yaml: string) => yaml.replaceAll('mode: shadow', 'mode: on');

beforeEach(async () => {
  house = await House.open(at('2026-11-24', '10:00'));
  house.process = processOf(allOn(shippedText));
});
afterEach(async () => await house.close());

/** What somebody did to a deal, as the log has it. */
async function act(
  deal: Deal,
  kind: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown>,
  moment = at('2026-11-24', '10:05'),
  personId: string | null = house.rep.id,
): Promise<void> {
  await house.store.tx(async (tx) => {
    await appendEvent(tx, {
      actId: `act-${++acts}`,
      at: moment,
      kind,
      personId,
      recordType: 'deal',
      recordId: deal.id,
      before,
      after,
      words: '退回 预算没批',
      origin: 'sandbox',
    });
  });
}

const slot = at('2026-11-24', '10:30');
const run = (moment = slot) => house.run('alerts', moment);

const said = async () =>
  (await house.waiting()).map(({ place, card }) => `${place}: ${read(card)}`).join('\n\n');

describe('an alert on a change of a deal', () => {
  it('is sent to the manager with the reason in figures and buttons to correct it', async () => {
    const deal = await house.deal({ amount: 20_000_000, closeDate: '2027-01-31' });
    await act(deal, 'deal.changed', { closeDate: '2026-12-31' }, { closeDate: '2027-01-31' });
    await act(deal, 'deal.changed', { amount: 30_000_000 }, { amount: 20_000_000 });
    await act(deal, 'deal.back', { stage: 'proposal' }, { stage: 'qualify' });
    expect(await run()).toEqual({ sent: 3, digest: 0, none: 0 });
    const words = await said();
    expect(words).toContain('老张: 延期 · D-1');
    expect(words).toContain('小李把预计成交日从 12月31日 周四 推迟到 2027年1月31日 周日，晚了 31 天。');
    expect(words).toContain('小李把金额从 30万 降到 20万，减少 33%。');
    expect(words).toContain('小李从「方案输出」退回「需求确认」：退回 预算没批');
    const posts = await house.waiting();
    expect(commandsOn(posts[0]?.card as never)).toEqual(['edit', 'log', 'find']);
    expect(await run(at('2026-11-24', '10:40'))).toEqual({ sent: 0, digest: 0, none: 0 });
  });

  it('is not sent below the thresholds, nor while the change can still be undone', async () => {
    const deal = await house.deal({ amount: 25_000_000 });
    await act(deal, 'deal.changed', { closeDate: '2026-12-31' }, { closeDate: '2027-01-10' });
    await act(deal, 'deal.changed', { amount: 30_000_000 }, { amount: 25_000_000 });
    await act(deal, 'deal.back', { stage: 'proposal' }, { stage: 'qualify' }, at('2026-11-24', '10:25'));
    expect(await run()).toEqual({ sent: 0, digest: 0, none: 0 });
    expect(await run(at('2026-11-24', '10:40'))).toMatchObject({ sent: 1 });
  });

  it('goes to the channel too for a win or large deal; the manager’s own win goes only there', async () => {
    const deal = await house.deal({ amount: 60_000_000 });
    await act(deal, 'deal.created', null, { no: deal.no });
    await run();
    let posts = await house.waiting();
    expect(posts.map(({ place }) => place).sort()).toEqual(['华东销售群', '老张']);
    expect(await said()).toContain('小李新增大额商机：60万。');
    await act(
      deal,
      'deal.won',
      { status: 'open' },
      { status: 'won' },
      at('2026-11-24', '10:31'),
      house.manager.id,
    );
    await run(at('2026-11-24', '11:00'));
    posts = (await house.waiting()).slice(2);
    expect(posts.map(({ place }) => place)).toEqual(['华东销售群']);
    expect(await said()).toContain('赢单 60万，恭喜！');
  });

  it('goes into the digest, by amount, if the daily budget is used up or the reader wants only the digest', async () => {
    house.process = processOf(allOn(shippedText).replace('dailyBudget: 8', 'dailyBudget: 1'));
    for (const amount of [10, 30, 20]) {
      const deal = await house.deal({ amount: amount * 1_000_000 });
      await act(deal, 'deal.back', { stage: 'proposal' }, { stage: 'qualify' });
    }
    expect(await run()).toEqual({ sent: 1, digest: 2, none: 0 });
    expect(await house.run('alert-digest', at('2026-11-24', '17:00'))).toEqual({ people: 1, alerts: 2 });
    const list = (await house.waiting()).at(-1);
    expect(list?.place).toBe('老张');
    expect(read(list?.card as never)).toMatch(
      /今日汇总 · 2 条提醒[\s\S]*D-2[\s\S]*30万[\s\S]*D-3[\s\S]*20万/,
    );
    expect(await house.run('alert-digest', at('2026-11-25', '17:00'))).toEqual({ people: 0, alerts: 0 });

    await house.store.tx((tx) => updatePerson(tx, house.manager.id, { digestOnly: true }));
    const deal = await house.deal();
    await act(deal, 'deal.back', { stage: 'proposal' }, { stage: 'qualify' }, at('2026-11-25', '10:05'));
    expect(await run(at('2026-11-25', '10:30'))).toEqual({ sent: 0, digest: 1, none: 0 });
  });

  it('is only logged in shadow mode, and not even logged if the rule is off', async () => {
    house.process = processOf(shippedText.replace('back: { mode: shadow }', 'back: { mode: off }'));
    const deal = await house.deal({ amount: 20_000_000 });
    await act(deal, 'deal.changed', { amount: 30_000_000 }, { amount: 20_000_000 });
    await act(deal, 'deal.back', { stage: 'proposal' }, { stage: 'qualify' });
    expect(await run()).toEqual({ sent: 0, digest: 0, none: 1 });
    expect(await house.waiting()).toEqual([]);
    expect(await lastOfRule(house.store.db, 'cut', 10)).toMatchObject([
      { mode: 'shadow', sent: 'none', personId: house.manager.id, why: { percent: 33 } },
    ]);
  });

  it('counts as acted on if somebody followed up within two workdays', async () => {
    const [good, bad] = [await house.deal({ amount: 1 }), await house.deal({ amount: 1 })];
    for (const deal of [good, bad]) await act(deal, 'deal.back', { stage: 'proposal' }, { stage: 'qualify' });
    await run();
    await act(good, 'deal.followed', {}, {}, at('2026-11-25', '15:00'));
    await act(bad, 'deal.remapped', {}, {}, at('2026-11-25', '15:00'), null);
    await act(bad, 'deal.followed', {}, {}, at('2026-11-27', '15:00'));
    expect(await house.run('alert-judge', at('2026-11-25', '19:05'))).toEqual({ judged: 0, acted: 0 });
    expect(await house.run('alert-judge', at('2026-11-26', '19:05'))).toEqual({ judged: 2, acted: 1 });
    expect(await house.run('alert-judge', at('2026-11-27', '19:05'))).toEqual({ judged: 0, acted: 0 });
    expect(await ruleStats(house.store.db, new Date(0))).toEqual([
      { rule: 'back', told: 2, shadow: 0, judged: 2, acted: 1 },
    ]);
  });
});

describe('the alert on a customer’s usual rhythm', () => {
  async function contacts(days: number[]): Promise<string> {
    const customerId = await house.customer('星河科技');
    const own = { ownerId: house.rep.id, teamId: house.team.id };
    await house.store.tx(async (tx) => {
      const customer = await customerById(tx, customerId);
      if (customer) await changeCustomer(tx, customer, own);
    });
    for (const [n, day] of days.entries()) {
      const moment = at(addDays('2026-10-01', day), '10:00');
      await house.store.tx(async (tx) => {
        const made = await createFollowUp(tx, {
          customerId,
          dealId: null,
          leadId: null,
          contactId: null,
          personId: house.rep.id,
          teamId: house.team.id,
          channel: 'call',
          words: '电话',
          isPrivate: false,
          facts: {},
          at: moment,
          createdAt: moment,
        });
        await appendEvent(tx, {
          actId: `log-${n}`,
          at: at('2026-11-24', '10:00'),
          kind: 'followUp.created',
          personId: house.rep.id,
          recordType: 'followUp',
          recordId: made.id,
          before: null,
          after: {},
          words: null,
          origin: 'sandbox',
        });
      });
    }
    return customerId;
  }

  it('is sent to the owner once when the customer is silent too long', async () => {
    await contacts([0, 10, 20, 30, 40]);
    // The last contact was on 10 November; ten days is usual, so 25 are a risk: from 5 December on.
    expect(await run()).toEqual({ sent: 0, digest: 0, none: 0 });
    expect(await run(at('2026-12-04', '10:00'))).toEqual({ sent: 0, digest: 0, none: 0 });
    expect(await run(at('2026-12-05', '12:00'))).toEqual({ sent: 1, digest: 0, none: 0 });
    expect(await said()).toContain('平时约 10 天联系一次，已经 25 天没有联系。');
    expect(await run(at('2026-12-06', '12:00'))).toEqual({ sent: 0, digest: 0, none: 0 });
  });

  it('is not sent after too few contacts', async () => {
    await contacts([0, 10, 20]);
    await run();
    expect(await run(at('2027-03-01', '10:00'))).toEqual({ sent: 0, digest: 0, none: 0 });
  });
});

it('data missing for the forecast is listed in the digest, each gap once a month', async () => {
  await house.deal({ stage: 'proposal', amount: null, closeDate: '2026-12-01' });
  await house.deal({ stage: 'negotiation', amount: 30_000_000, closeDate: '2026-11-01' });
  await house.deal({ stage: 'negotiation', amount: 30_000_000, closeDate: '2026-12-01' });
  await house.deal({ stage: 'contact', amount: null });
  expect(await house.run('alerts-incomplete', at('2026-11-24', '08:00'))).toEqual({ deals: 2 });
  expect(await house.run('alerts-incomplete', at('2026-11-25', '08:00'))).toEqual({ deals: 0 });
  expect(await house.run('alerts-incomplete', at('2026-11-28', '08:00'))).toEqual({ deals: 0 });
  await house.run('alert-digest', at('2026-11-25', '17:00'));
  expect(await said()).toMatch(/小李: 今日汇总[\s\S]*预计成交日已过[\s\S]*没有金额/);
});

it('the manager is notified if a rep’s weekly activity fell below the rep’s usual level', async () => {
  const customerId = await house.customer();
  const log = async (day: string) => {
    await house.store.tx((tx) =>
      createFollowUp(tx, {
        customerId,
        dealId: null,
        leadId: null,
        contactId: null,
        personId: house.rep.id,
        teamId: house.team.id,
        channel: 'call',
        words: '',
        isPrivate: false,
        facts: {},
        at: at(day, '10:00'),
        createdAt: at(day, '10:00'),
      }),
    );
  };
  for (const monday of ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'])
    for (let n = 0; n < 8; n++) await log(monday);
  for (let n = 0; n < 3; n++) await log('2026-11-23');
  expect(await house.run('alerts-falling', at('2026-11-30', '09:00'))).toEqual({ people: 1, teams: 1 });
  expect(await said()).toContain('小李上周跟进 3 次，平时每周约 8 次，减少 63%。');
  expect(await said()).toContain('华东团队上周跟进 3 次');
});

it('a stall is logged as an alert, and goes into the digest of digest-only people', async () => {
  await house.store.tx((tx) => updatePerson(tx, house.rep.id, { digestOnly: true }));
  const deal = await house.deal({ stallAt: at('2026-11-24', '18:00'), amount: 30_000_000 });
  expect(await house.run('stall-alerts', at('2026-11-25', '10:00'))).toMatchObject({ stalled: 1, alerts: 0 });
  expect(await house.waiting()).toEqual([]);
  await house.run('alert-digest', at('2026-11-25', '17:00'));
  expect(await said()).toMatch(/小李: 今日汇总 · 1 条提醒[\s\S]*停滞/);
  await house.store.tx((tx) => changeDeal(tx, deal, { amount: 1 }, at('2026-11-25', '18:00')));
  expect(await lastOfRule(house.store.db, 'stalled', 5)).toMatchObject([{ sent: 'digest' }]);
});

it('a week of leave is no fall, and some days of it count for the days that are left', async () => {
  const logs = async (day: string, count: number) => {
    const customerId = await house.customer();
    for (let n = 0; n < count; n++)
      await house.store.tx((tx) =>
        createFollowUp(tx, {
          ...{ customerId, dealId: null, leadId: null, contactId: null, teamId: house.team.id },
          ...{ personId: house.rep.id, channel: 'call', words: '', isPrivate: false, facts: {} },
          ...{ at: at(day, '10:00'), createdAt: at(day, '10:00') },
        }),
      );
  };
  const goes = async (from: string, until: string) =>
    await house.store.tx(async (tx) => {
      const awayFrom = at(from, '00:00');
      const awayUntil = at(until, '00:00');
      await unitOfNobody(tx, at('2026-11-20', '10:00'), 'test').change('person.away', house.rep, {
        awayFrom,
        awayUntil,
      });
    });
  for (const monday of ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16']) await logs(monday, 10);
  await goes('2026-11-23', '2026-11-28');
  expect(await house.run('alerts-falling', at('2026-11-30', '09:00'))).toEqual({ people: 0, teams: 0 });
  await goes('2026-11-23', '2026-11-26');
  await logs('2026-11-27', 1);
  expect(await house.run('alerts-falling', at('2026-11-30', '09:00'))).toEqual({ people: 1, teams: 1 });
  expect(await said()).toContain('小李上周跟进 1 次，平时每周约 4 次，减少 75%。（请假 3 天');
});
