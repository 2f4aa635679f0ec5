import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf } from '../../store/activity/event-queries.js';
import type { Lead } from '../../store/schema/row-types.js';
import { createContact } from '../../store/unit/rows/contact-rows.js';
import { changeLead } from '../support/change-rows.js';
import { at, commandsOn, House, read } from './house.js';

let house: House;
beforeEach(async () => {
  house = await House.open(at('2026-11-26', '10:00'));
});
afterEach(async () => await house.close());

const toldTo = async (name: string) => (await house.waiting()).filter(({ place }) => place === name);

describe('the response deadline of leads', () => {
  const run = (time: string, date = '2026-11-26') => house.run('lead-response', at(date, time));

  it('reminds the owner before the deadline and notifies the manager after it, each once', async () => {
    const lead = await house.lead({ respondBy: at('2026-11-26', '11:00') });
    expect(await run('10:40')).toEqual({ reminded: 0, told: 0 });
    expect(await run('10:45')).toEqual({ reminded: 1, told: 0 });
    expect(await run('10:50')).toEqual({ reminded: 0, told: 0 });
    expect(await run('11:55')).toEqual({ reminded: 0, told: 0 });
    expect(await run('12:00')).toEqual({ reminded: 0, told: 1 });
    expect(await run('12:05')).toEqual({ reminded: 0, told: 0 });
    const [reminder] = await toldTo('小李');
    expect(reminder?.card.key).toBe(`lead:L-${lead.no}`);
    expect(read(reminder?.card ?? { key: '', title: '', tone: 'info', nodes: [] })).toContain('11:00');
    expect(await toldTo('老张')).toHaveLength(1);
    expect((await house.leadNow(lead)).respondAlerts).toBe(2);
  });

  it('a reminder does not outdate the cards of the lead', async () => {
    const lead = await house.lead({ respondBy: at('2026-11-26', '11:00') });
    await run('12:00');
    expect((await house.leadNow(lead)).version).toBe(lead.version);
  });

  it('does nothing for an answered lead', async () => {
    const lead = await house.lead({ respondBy: at('2026-11-26', '11:00') });
    await house.store.tx((tx) => changeLead(tx, lead, { respondBy: null }));
    expect(await run('12:00')).toEqual({ reminded: 0, told: 0 });
    expect(await house.waiting()).toEqual([]);
  });

  it('counts working time only: a lead due on Monday morning is reminded of on Friday, not on Sunday', async () => {
    await house.lead({ respondBy: at('2026-11-30', '09:10') });
    expect(await run('12:00', '2026-11-27')).toEqual({ reminded: 0, told: 0 });
    expect(await run('17:56', '2026-11-27')).toEqual({ reminded: 1, told: 0 });
  });
});

describe('the return of leads to the pool', () => {
  const returnAt = at('2026-11-30', '18:00');
  const run = (date: string, time = '10:00') => house.run('pool-return', at(date, time));

  async function leadWithPhone(): Promise<Lead> {
    const customerId = await house.customer('华为');
    const person = { customerId, name: '王总', phone: '13812345678' };
    const contact = await house.store.tx((tx) => createContact(tx, person, house.clock.now()));
    return await house.lead({ customerId, contactId: contact.id, poolAt: returnAt });
  }

  it('warns the owner once, two workdays before', async () => {
    await house.lead({ poolAt: returnAt });
    expect(await run('2026-11-25')).toEqual({ warned: 0, returned: 0 });
    expect(await run('2026-11-26')).toEqual({ warned: 1, returned: 0 });
    expect(await run('2026-11-27')).toEqual({ warned: 0, returned: 0 });
    expect(await toldTo('小李')).toHaveLength(1);
  });

  it('returns the lead with an event, notifies the owner and posts a claim button to the team', async () => {
    const lead = await leadWithPhone();
    await run('2026-11-26');
    expect(await run('2026-11-30', '18:00')).toEqual({ warned: 0, returned: 1 });
    const returned = await house.leadNow(lead);
    expect(returned).toMatchObject({ status: 'pool', ownerId: null, poolAt: null, version: 2 });
    const [event] = await eventsOf(house.store.db, 'lead', lead.id, 5);
    expect(event).toMatchObject({ kind: 'lead.returned', origin: 'clock', personId: null });
    expect(event?.before).toMatchObject({ ownerId: house.rep.id });
    expect(await toldTo('小李')).toHaveLength(2);
    const [note] = await toldTo('华东销售群');
    expect(note && commandsOn(note.card)).toEqual(['claim']);
    expect(note && read(note.card)).toContain('138****5678');
    expect(note && read(note.card)).not.toContain('13812345678');
    expect(await run('2026-11-30', '18:15')).toEqual({ warned: 0, returned: 0 });
  });

  it('warns first after an outage, and returns the lead at the end of the next workday', async () => {
    const lead = await house.lead({ poolAt: returnAt });
    expect(await run('2026-12-02')).toEqual({ warned: 1, returned: 0 });
    expect(await run('2026-12-03')).toEqual({ warned: 0, returned: 0 });
    expect(await run('2026-12-03', '18:00')).toEqual({ warned: 0, returned: 1 });
    expect((await house.leadNow(lead)).status).toBe('pool');
  });

  it('does not return a lead followed up in time', async () => {
    const lead = await house.lead({ poolAt: returnAt });
    await run('2026-11-26');
    const followed = { poolAt: at('2026-12-10', '18:00'), poolWarnedAt: null };
    await house.store.tx((tx) => changeLead(tx, lead, followed));
    expect(await run('2026-11-30', '18:00')).toEqual({ warned: 0, returned: 0 });
  });

  it('does not return a lead already converted to a deal', async () => {
    const lead = await house.lead({ poolAt: returnAt, status: 'converted' });
    await run('2026-12-02');
    await run('2026-12-04');
    expect((await house.leadNow(lead)).status).toBe('converted');
  });
});
