import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf } from '../../store/activity/event-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { changeDeal, type NewDeal } from '../../store/unit/rows/deal-rows.js';
import { appendEvent } from '../../store/unit/rows/event-rows.js';
import { createFollowUp } from '../../store/unit/rows/follow-up-rows.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { changeCustomer } from '../support/change-rows.js';
import { processOf, shippedText } from '../unit/sales/fixtures.js';
import { at, commandsOn, House, read } from './house.js';

const rulesWith = (...changes: [from: string, to: string][]) =>
  processOf(changes.reduce((text, [from, to]) => text.replace(from, to), shippedText));

const silent: [string, string] = ['    returnAfterDays: null', '    returnAfterDays: 5'];

let house: House;
beforeEach(async () => {
  house = await House.open(at('2026-11-02', '10:00'));
});
afterEach(async () => await house.close());

/** A customer of the rep, from Monday 2026-11-02 on. */
async function held(name: string, more: { grade?: string; contractEnd?: string } = {}): Promise<string> {
  const id = await house.customer(name);
  const change = { ownerId: house.rep.id, teamId: house.team.id, ...more };
  await house.store.tx((tx) => changeCustomer(tx, { id, version: 1 }, change));
  return id;
}

const now = (id: string) => customerById(house.store.db, id);
const run = (date: string, time = '10:10') => house.run('pool-customers', at(date, time));

/** The days at the end of which the job is run, until the customer is in the pool. */
async function returnDay(id: string, until = '2026-12-31'): Promise<string | null> {
  for (
    let day = at('2026-11-02', '18:10');
    day < at(until, '23:00');
    day = new Date(day.getTime() + 86_400_000)
  ) {
    await house.run('pool-customers', day);
    if ((await now(id))?.pooledAt) return day.toISOString().slice(0, 10);
  }
  return null;
}

async function followed(
  customerId: string,
  moment: Date,
  channel: 'call' | 'wechat' = 'call',
): Promise<void> {
  const made = { customerId, dealId: null, leadId: null, contactId: null, personId: house.rep.id };
  const said = { teamId: house.team.id, channel, words: '电话 聊了需求', isPrivate: false, facts: {} };
  await house.store.tx((tx) => createFollowUp(tx, { ...made, ...said, at: moment, createdAt: moment }));
}

async function deal(customerId: string, more: Partial<NewDeal> = {}) {
  return await house.deal({ customerId, ...more });
}

describe('the return of customers to the pool', () => {
  it('is off by default', async () => {
    await held('华为');
    expect(await run('2026-12-30')).toEqual({ warned: 0, returned: 0 });
    expect(await house.waiting()).toEqual([]);
  });

  it('warns the owner once, two workdays before, then returns the customer and notifies owner and team', async () => {
    house.process = rulesWith(silent);
    const id = await held('华为');
    expect(await run('2026-11-02')).toEqual({ warned: 0, returned: 0 });
    expect((await now(id))?.poolAt).toEqual(at('2026-11-09', '18:00'));
    expect(await run('2026-11-04')).toEqual({ warned: 0, returned: 0 });
    expect(await run('2026-11-05')).toEqual({ warned: 1, returned: 0 });
    expect(await run('2026-11-06')).toEqual({ warned: 0, returned: 0 });
    expect(await run('2026-11-09', '17:55')).toEqual({ warned: 0, returned: 0 });
    expect(await run('2026-11-09', '18:10')).toEqual({ warned: 0, returned: 1 });
    expect(await now(id)).toMatchObject({ ownerId: null, pooledAt: at('2026-11-09', '18:10'), poolAt: null });
    const [event] = await eventsOf(house.store.db, 'customer', id, 5);
    expect(event).toMatchObject({
      kind: 'customer.returned',
      origin: 'clock',
      words: '5 个工作日没有有效跟进',
    });
    const cards = (await house.waiting()).map(({ place, card }) => [place, card.title, commandsOn(card)]);
    expect(cards).toEqual([
      ['小李', '即将回公海 · C-1 · 华为', ['log']],
      ['小李', '已回公海 · C-1 · 华为', ['claim']],
      ['华东销售群', '已回公海 · C-1 · 华为', ['claim']],
    ]);
    expect(await run('2026-11-10')).toEqual({ warned: 0, returned: 0 });
  });

  it('is postponed by a follow-up that counts, and not by other follow-ups', async () => {
    house.process = rulesWith(silent, ['followUp: { minLetters: 0 }', 'followUp: { channels: [call] }']);
    const id = await held('华为');
    await followed(id, at('2026-11-04', '15:00'));
    await followed(id, at('2026-11-06', '15:00'), 'wechat');
    expect(await returnDay(id)).toBe('2026-11-11');
  });

  it('depends on the grade, and never happens for a grade set to null', async () => {
    house.process = rulesWith(silent, ['    grades: {}', '    grades: { A: null, B: 8 }']);
    const [a, b, c] = [await held('甲', { grade: 'A' }), await held('乙', { grade: 'B' }), await held('丙')];
    expect(await returnDay(c)).toBe('2026-11-09');
    expect(await returnDay(b)).toBe('2026-11-12');
    expect(await returnDay(a)).toBeNull();
  });

  it('waits until the contract has ended', async () => {
    house.process = rulesWith(silent);
    const running = await held('甲', { contractEnd: '2026-11-20' });
    expect(await returnDay(running)).toBe('2026-11-27');
  });

  it('happens some workdays after the end of a contract, despite follow-ups', async () => {
    house.process = rulesWith(['    afterContractDays: null', '    afterContractDays: 3']);
    const ended = await held('乙', { contractEnd: '2026-11-06' });
    await followed(ended, at('2026-11-10', '15:00'));
    expect(await returnDay(ended)).toBe('2026-11-11');
  });

  it('skips customers with an open deal or lead; closing the deal starts the count', async () => {
    house.process = rulesWith(silent);
    const id = await held('甲');
    const lead = await held('乙');
    await house.lead({ customerId: lead });
    const open = await deal(id);
    expect(await returnDay(id, '2026-11-20')).toBeNull();
    const closedAt = at('2026-11-23', '10:00');
    await house.store.tx((tx) =>
      changeDeal(tx, open, { status: 'lost', closedAt, stageSince: closedAt }, closedAt),
    );
    expect(await returnDay(id)).toBe('2026-11-30');
    expect((await now(lead))?.pooledAt).toBeNull();
  });

  it('also returns the open deal if its stage is one with a silence limit', async () => {
    house.process = rulesWith(['    stages: {}', '    stages: { qualify: 6 }']);
    const id = await held('甲');
    const open = await deal(id, { stage: 'qualify' });
    expect(await returnDay(id)).toBe('2026-11-10');
    expect(await house.dealNow(open)).toMatchObject({ ownerId: null, status: 'open', stage: 'qualify' });
  });

  it('always warns first: a customer already silent when the rule starts gets two workdays', async () => {
    const id = await held('甲');
    await house.run('pool-return', at('2026-12-01', '10:00'));
    house.process = rulesWith(silent);
    expect(await run('2026-12-01')).toEqual({ warned: 1, returned: 0 });
    expect(await run('2026-12-03', '17:55')).toEqual({ warned: 0, returned: 0 });
    expect(await run('2026-12-03', '18:10')).toEqual({ warned: 0, returned: 1 });
    expect((await now(id))?.ownerId).toBeNull();
  });

  it('warns of many customers on one card', async () => {
    house.process = rulesWith(silent);
    for (let n = 1; n <= 12; n++) await held(`客户${n}号`);
    await run('2026-11-02');
    expect(await run('2026-11-05')).toEqual({ warned: 12, returned: 0 });
    const [only, ...more] = await house.waiting();
    expect(more).toEqual([]);
    expect(only && read(only.card)).toContain('即将回公海 · 12 个客户');
    expect(only && read(only.card)).toContain('还有 2 个');
    expect(only && commandsOn(only.card)).toEqual(['log', 'log', 'log']);
  });

  it('spares a claimed customer for the protected days', async () => {
    house.process = rulesWith(silent, ['protectDays: 0', 'protectDays: 12']);
    const id = await held('甲');
    const record = { recordType: 'customer', recordId: id, personId: house.rep.id };
    const facts = { before: { ownerId: null }, after: { ownerId: house.rep.id } };
    const said = { actId: 'claim', kind: 'customer.claimed', words: '抢 C-1', origin: 'sandbox' };
    await house.store.tx((tx) =>
      appendEvent(tx, { ...record, ...facts, ...said, at: at('2026-11-02', '10:00') }),
    );
    expect(await returnDay(id)).toBe('2026-11-18');
  });
});

describe('the return of a lead', () => {
  const poolAt = at('2026-11-05', '18:00');

  it('offers the lead to the next rep in turn for some working minutes, then to everybody', async () => {
    house.process = rulesWith(['offerMinutes: null', 'offerMinutes: 30']);
    const mei = await house.person('小韩', 'rep');
    const wu = await house.person('小吴', 'rep');
    const away = { awayFrom: at('2026-11-01', '00:00'), awayUntil: at('2026-12-01', '00:00') };
    await house.store.tx((tx) => updatePerson(tx, wu.id, away));
    const lead = await house.lead({ poolAt });
    await house.run('pool-return', at('2026-11-03', '10:00'));
    expect(await house.run('pool-return', at('2026-11-05', '18:00'))).toEqual({ warned: 0, returned: 1 });
    expect(await house.leadNow(lead)).toMatchObject({
      status: 'pool',
      offeredTo: mei.id,
      offerUntil: at('2026-11-06', '09:30'),
    });
    const offer = (await house.waiting()).find(({ card }) => card.title.startsWith('优先认领'));
    expect(offer && commandsOn(offer.card)).toEqual(['claim', 'decline']);
    expect((await house.waiting()).filter(({ place }) => place === '华东销售群')).toEqual([]);
    expect(await house.run('pool-offers', at('2026-11-06', '09:25'))).toEqual({ opened: 0 });
    expect(await house.run('pool-offers', at('2026-11-06', '09:30'))).toEqual({ opened: 1 });
    expect(await house.run('pool-offers', at('2026-11-06', '09:35'))).toEqual({ opened: 0 });
    expect(await house.leadNow(lead)).toMatchObject({ offeredTo: null, offerUntil: null });
    const [group] = (await house.waiting()).filter(({ place }) => place === '华东销售群');
    expect(group?.card.title).toContain('开放认领');
    expect(group && read(group.card)).toContain('小韩没有认领');
  });

  it('opens the lead to everybody at once if there is no other rep', async () => {
    house.process = rulesWith(['offerMinutes: null', 'offerMinutes: 30']);
    const lead = await house.lead({ poolAt });
    await house.run('pool-return', at('2026-11-03', '10:00'));
    await house.run('pool-return', at('2026-11-05', '18:00'));
    expect(await house.leadNow(lead)).toMatchObject({ status: 'pool', offeredTo: null });
    expect((await house.waiting()).some(({ place }) => place === '华东销售群')).toBe(true);
  });

  it('follows changed rules, and always leaves time for the warning', async () => {
    const lead = await house.lead({ poolAt: at('2026-11-16', '18:00'), source: 'event' });
    await house.run('pool-return', at('2026-11-05', '10:00'));
    house.process = rulesWith(['sources: {}', 'sources: { event: 3 }']);
    expect(await house.run('pool-return', at('2026-11-06', '10:00'))).toEqual({ warned: 1, returned: 0 });
    expect((await house.leadNow(lead)).poolAt).toEqual(at('2026-11-10', '18:00'));
    house.process = rulesWith(['sources: {}', 'sources: { event: 20 }']);
    await house.run('pool-return', at('2026-11-06', '10:15'));
    expect((await house.leadNow(lead)).poolAt).toEqual(at('2026-11-30', '18:00'));
    house.process = rulesWith(['sources: {}', 'sources: { event: null }']);
    await house.run('pool-return', at('2026-11-06', '10:30'));
    expect((await house.leadNow(lead)).poolAt).toBeNull();
  });
});
