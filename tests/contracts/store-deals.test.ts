import { expect, test } from 'vitest';
import { eventsOf, eventsOfAct, lastAct } from '../../store/activity/event-queries.js';
import { dueTasks } from '../../store/activity/task-queries.js';
import { dealById, dealByNo, dealsToEscalate, stallsToAlert } from '../../store/deals/deal-queries.js';
import type { Store } from '../../store/engine/store.js';
import { leadByNo, leadsToReturn, leadsToWarn, poolLeads } from '../../store/leads/lead-queries.js';
import { forever } from '../../store/statements/db.js';
import { changeDeal, createDeal } from '../../store/unit/rows/deal-rows.js';
import { appendEvent, markUndone } from '../../store/unit/rows/event-rows.js';
import { createLead } from '../../store/unit/rows/lead-rows.js';
import { createTask } from '../../store/unit/rows/task-rows.js';
import { changeLead, changeTask, touchDeal } from '../support/change-rows.js';
import { eachDatabase, eachDatabaseWith } from '../support/databases.js';

const day = (n: number) => new Date(Date.UTC(2026, 2, n));
const blank = {
  customerId: 'c1',
  name: 'ERP 二期',
  ownerId: 'me',
  teamId: 'east',
  stage: 'contact',
  stallAt: day(9),
  processVersion: 1,
};

/** Whom and what they point to. */
const there = { people: ['me', 'a', 'b', 'c'], teams: ['east'], customers: ['c1'] };

async function versions(store: Store) {
  const { dealVersions } = store.db.t;
  const rows = await store.db.q.select().from(dealVersions).orderBy(dealVersions.version);
  return rows.map(({ version, stage, validFrom, validTo }) => ({ version, stage, validFrom, validTo }));
}

eachDatabaseWith(there, 'deals', (open) => {
  test('are read as they were written, with numbers that count up', async () => {
    const { store } = await open();
    const given = {
      ...blank,
      amount: 30_000_000_00,
      closeDate: '2026-06-30',
      tags: ['#KA'],
      facts: { 预算: '有' },
    };
    const first = await store.tx((tx) => createDeal(tx, given, day(1)));
    const second = await store.tx((tx) => createDeal(tx, blank, day(1)));
    expect([first.no, second.no]).toEqual([1, 2]);
    expect(await dealById(store.db, first.id)).toEqual(first);
    expect(await dealByNo(store.db, 2)).toEqual(second);
    expect(first).toMatchObject({ ...given, version: 1, createdAt: day(1), lossReason: null });
  });

  test('keep what was told in another currency, with its value, in every state', async () => {
    const { store } = await open();
    const told = { amount: null, told: 4_000_000, currency: 'EUR' };
    const made = await store.tx((tx) => createDeal(tx, { ...blank, ...told }, day(1)));
    await store.tx((tx) => changeDeal(tx, made, { amount: 4_320_000 }, day(3)));
    const { dealVersions } = store.db.t;
    const rows = await store.db.q.select().from(dealVersions).orderBy(dealVersions.version);
    expect(rows).toMatchObject([told, { ...told, amount: 4_320_000 }]);
  });

  test('keep every past state, without gap or overlap', async () => {
    const { store } = await open();
    const made = await store.tx((tx) => createDeal(tx, blank, day(1)));
    const moved = await store.tx((tx) =>
      changeDeal(tx, made, { stage: 'needs', stageSince: day(3) }, day(3)),
    );
    const again = await store.tx((tx) => changeDeal(tx, moved ?? made, { stage: 'offer' }, day(5)));
    expect(again).toMatchObject({ stage: 'offer', version: 3, stageSince: day(3) });
    expect(await versions(store)).toEqual([
      { version: 1, stage: 'contact', validFrom: day(1), validTo: day(3) },
      { version: 2, stage: 'needs', validFrom: day(3), validTo: day(5) },
      { version: 3, stage: 'offer', validFrom: day(5), validTo: forever },
    ]);
  });

  test('let only one of several concurrent changes through', async () => {
    const { store } = await open();
    const made = await store.tx((tx) => createDeal(tx, blank, day(1)));
    const change = (stage: string) => store.tx((tx) => changeDeal(tx, made, { stage }, day(2)));
    const results = await Promise.all(['a', 'b', 'c', 'd'].map(change));
    const through = results.filter((deal) => deal !== undefined);
    expect(through).toHaveLength(1);
    expect(await dealById(store.db, made.id)).toEqual(through[0]);
    expect(await versions(store)).toHaveLength(2);
  });

  test('store a follow-up without a new version', async () => {
    const { store } = await open();
    const made = await store.tx((tx) => createDeal(tx, blank, day(1)));
    await store.tx((tx) => touchDeal(tx, made.id, { lastFollowUpAt: day(2), stallAt: day(12) }));
    expect(await dealById(store.db, made.id)).toEqual({ ...made, lastFollowUpAt: day(2), stallAt: day(12) });
    expect(await versions(store)).toHaveLength(1);
  });

  test('are listed as stalled from their stall time on, until they were alerted', async () => {
    const { store } = await open();
    const deals = await store.tx(async (tx) => {
      const rows = [];
      for (const stallAt of [day(9), day(7), day(20), null])
        rows.push(await createDeal(tx, { ...blank, stallAt }, day(1)));
      return rows;
    });
    const untold = async (at: Date) => (await stallsToAlert(store.db, at, 9)).map(({ no }) => no);
    expect(await untold(new Date(day(7).getTime() - 1))).toEqual([]);
    expect(await untold(day(9))).toEqual([2, 1]);
    await store.tx((tx) =>
      touchDeal(tx, deals[1]?.id ?? '', { stallAlertedAt: day(7), escalateAt: day(10) }),
    );
    expect(await untold(day(9))).toEqual([1]);
    expect((await dealsToEscalate(store.db, day(10), 9)).map(({ no }) => no)).toEqual([2]);
    await store.tx((tx) => touchDeal(tx, deals[1]?.id ?? '', { stallAt: day(15) }));
    expect(await untold(day(15))).toEqual([1, 2]);
  });
});

eachDatabaseWith(there, 'leads and tasks', (open) => {
  const lead = { customerId: 'c1', ownerId: 'me', teamId: 'east', status: 'open' as const, note: '想看ERP' };

  test('only one of several concurrent claims of a pool lead succeeds', async () => {
    const { store } = await open();
    const made = await store.tx((tx) => createLead(tx, { ...lead, ownerId: null, status: 'pool' }, day(1)));
    expect((await poolLeads(store.db, { teams: ['east'], limit: 5 })).map(({ no }) => no)).toEqual([made.no]);
    const claim = (ownerId: string) => store.tx((tx) => changeLead(tx, made, { ownerId, status: 'open' }));
    const claims = await Promise.all([claim('a'), claim('b'), claim('c')]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await poolLeads(store.db, { limit: 5 })).toEqual([]);
    expect((await leadByNo(store.db, made.no))?.ownerId).toBe(claims.find(Boolean)?.ownerId);
  });

  test('leads to return are found by their return time, and leads already warned are skipped', async () => {
    const { store } = await open();
    const [soon] = await store.tx(async (tx) => [
      await createLead(tx, { ...lead, poolAt: day(5) }, day(1)),
      await createLead(tx, { ...lead, poolAt: day(8) }, day(1)),
      await createLead(tx, lead, day(1)),
    ]);
    expect((await leadsToReturn(store.db, day(5), 9)).map(({ no }) => no)).toEqual([1]);
    expect((await leadsToWarn(store.db, day(8), 9)).map(({ no }) => no)).toEqual([1, 2]);
    await store.tx((tx) => changeLead(tx, soon as never, { poolWarnedAt: day(4) }));
    expect((await leadsToWarn(store.db, day(8), 9)).map(({ no }) => no)).toEqual([2]);
  });

  test('tasks are listed as due until they are done', async () => {
    const { store } = await open();
    const given = {
      customerId: 'c1',
      dealId: null,
      leadId: null,
      ownerId: 'me',
      teamId: null,
      dueTime: null,
    };
    const made = await store.tx(async (tx) => [
      await createTask(tx, { ...given, title: '回访', dueDate: '2026-03-04', dueAt: day(5) }, day(1)),
      await createTask(tx, { ...given, title: '演示', dueDate: '2026-03-02', dueAt: day(3) }, day(1)),
    ]);
    const due = async () => (await dueTasks(store.db, 'me', day(6))).map(({ title }) => title);
    expect(await due()).toEqual(['演示', '回访']);
    await store.tx((tx) => changeTask(tx, made[0] as never, { status: 'done', doneAt: day(4) }));
    expect(await due()).toEqual(['演示']);
    expect(await store.tx((tx) => changeTask(tx, made[0] as never, { status: 'dropped' }))).toBeUndefined();
  });
});

eachDatabase('the event log', (open) => {
  test('stores what changed, and finds the last act that was not undone', async () => {
    const { store } = await open();
    const event = (actId: string, kind: string, at: Date) => ({
      actId,
      at,
      kind,
      personId: 'me',
      recordType: 'deal',
      recordId: 'd1',
      before: { stage: 'a', amount: null },
      after: null,
      words: '推 华为 "<b>"',
      origin: 'sandbox',
      placeId: 'group',
    });
    const inGroup = { personId: 'me', placeId: 'group' };
    await store.tx(async (tx) => {
      await appendEvent(tx, event('act1', 'deal.moved', day(1)));
      await appendEvent(tx, event('act2', 'deal.moved', day(2)));
      await appendEvent(tx, event('act2', 'task.created', day(2)));
    });
    expect(await lastAct(store.db, inGroup, day(1))).toBe('act2');
    expect((await eventsOfAct(store.db, 'act2')).map(({ kind }) => kind)).toEqual([
      'deal.moved',
      'task.created',
    ]);
    expect((await eventsOf(store.db, 'deal', 'd1', 9))[2]).toMatchObject(event('act1', 'deal.moved', day(1)));
    await store.tx((tx) => markUndone(tx, 'act2', day(3)));
    expect(await lastAct(store.db, inGroup, day(1))).toBe('act1');
    expect(await lastAct(store.db, inGroup, day(2))).toBeUndefined();
    expect(await lastAct(store.db, { ...inGroup, personId: 'you' }, day(1))).toBeUndefined();
    expect(await lastAct(store.db, { ...inGroup, placeId: 'private' }, day(1))).toBeUndefined();
  });
});
