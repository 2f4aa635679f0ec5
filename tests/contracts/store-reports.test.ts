import { expect, test } from 'vitest';
import type { Store } from '../../store/engine/store.js';
import { recordsAbout, unansweredOf } from '../../store/leads/open-work.js';
import { waitingLeads } from '../../store/leads/waiting-leads.js';
import {
  liveLeadCount,
  lossReasons,
  personFigures,
  pipelineAt,
  stalledTotals,
} from '../../store/reports/figure-queries.js';
import {
  answeredAfter,
  customerNames,
  dealsChangedSince,
  furthestStages,
  largestStalled,
  leadsConvertedSince,
  overdueCount,
  unansweredCount,
  unconvertedLeadCount,
} from '../../store/reports/report-lists.js';
import type { Deal } from '../../store/schema/row-types.js';
import { changeDeal, createDeal } from '../../store/unit/rows/deal-rows.js';
import { appendEvent } from '../../store/unit/rows/event-rows.js';
import { createFollowUp } from '../../store/unit/rows/follow-up-rows.js';
import { createLead } from '../../store/unit/rows/lead-rows.js';
import { createPerson } from '../../store/unit/rows/person-rows.js';
import { createTask } from '../../store/unit/rows/task-rows.js';
import { changeLead, changeTask, touchDeal } from '../support/change-rows.js';
import { eachDatabaseWith } from '../support/databases.js';

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 9));
const week = { from: day(2), to: day(9) };

/** Two weeks of one team's work: what was done in the second is what reports ask for. */
async function play(store: Store): Promise<{ me: string; mate: string }> {
  return await store.tx(async (tx) => {
    const me = (await createPerson(tx, { name: '李雷', teamId: 'east' }, day(1))).id;
    const mate = (await createPerson(tx, { name: '韩梅', teamId: 'west' }, day(1))).id;
    const blank = {
      customerId: 'c1',
      name: 'ERP',
      ownerId: me,
      teamId: 'east',
      stage: 'contact',
      processVersion: 1,
    };
    const made: Deal[] = [];
    for (const [amount, at] of [
      [100, day(1)],
      [200, day(1)],
      [400, day(3)],
      [null, day(4)],
    ] as const) {
      made.push(await createDeal(tx, { ...blank, amount, stallAt: day(8) }, at));
    }
    const theirs = { ...blank, ownerId: mate, teamId: 'west', amount: 800, stallAt: day(20) };
    made.push(await createDeal(tx, theirs, day(3)));
    const [won, lost, moved] = made as [Deal, Deal, Deal];
    const closed = { closedAt: day(5), stallAt: null };
    await changeDeal(tx, won, { ...closed, status: 'won', stage: 'delivery' }, day(5));
    const why = { lossReason: 'price', lossStage: 'contact' };
    await changeDeal(tx, lost, { ...closed, ...why, status: 'lost', closedAt: day(10) }, day(10));
    await changeDeal(tx, moved, { stage: 'needs', stageSince: day(6), amount: 500 }, day(6));
    await touchDeal(tx, moved.id, { lastFollowUpAt: day(11), stallAt: day(18) });
    const event = { actId: 'a', personId: me, before: null, after: null, words: null, origin: 'sandbox' };
    await appendEvent(tx, {
      ...event,
      at: day(6),
      kind: 'deal.moved',
      recordType: 'deal',
      recordId: moved.id,
    });

    const words = {
      customerId: 'c1',
      leadId: null,
      contactId: null,
      words: '',
      isPrivate: false,
      facts: {},
      createdAt: day(6),
    };
    for (const [channel, at] of [
      ['visit', day(6)],
      ['call', day(7)],
      ['call', day(9)],
    ] as const) {
      await createFollowUp(tx, { ...words, dealId: moved.id, personId: me, teamId: 'east', channel, at });
    }
    const lead = {
      customerId: 'c2',
      ownerId: me,
      teamId: 'east',
      status: 'open' as const,
      note: '',
      respondBy: day(4),
    };
    await createLead(tx, lead, day(3));
    const answered = await createLead(tx, lead, day(3));
    await changeLead(tx, answered, { respondedAt: day(10), respondBy: null, lastFollowUpAt: day(10) });
    const converted = await createLead(tx, lead, day(3));
    const born = await createDeal(tx, { ...blank, customerId: 'c2', stallAt: null }, day(12));
    await changeLead(tx, converted, { status: 'converted', dealId: born.id, respondBy: null });
    const task = {
      customerId: 'c1',
      dealId: moved.id,
      leadId: null,
      ownerId: me,
      teamId: 'east',
      dueTime: null,
    };
    await createTask(tx, { ...task, title: '回访', dueDate: '2026-03-07', dueAt: day(8) }, day(6));
    const late = await createTask(
      tx,
      { ...task, title: '演示', dueDate: '2026-03-06', dueAt: day(7) },
      day(6),
    );
    await changeTask(tx, late, { status: 'done', doneAt: day(10) });
    return { me, mate };
  });
}

const byStage = (rows: { stage: string; deals: number; amount: number }[]) =>
  Object.fromEntries(rows.map(({ stage, deals, amount }) => [stage, [deals, amount]]));

eachDatabaseWith({ teams: ['east', 'west'], customers: ['c1', 'c2'] }, 'report queries', (open) => {
  test('count each person’s activities and results within a span', async () => {
    const { store } = await open();
    const { me, mate } = await play(store);
    const mine = {
      personId: me,
      newLeads: 3,
      followUps: 2,
      visits: 1,
      newDeals: 2,
      moved: 1,
      won: 1,
      wonAmount: 100,
      lost: 0,
      lostAmount: 0,
    };
    const all = await personFigures(store.db, week);
    expect(all.find(({ personId }) => personId === me)).toMatchObject(mine);
    expect(all.find(({ personId }) => personId === mate)).toMatchObject({
      newDeals: 1,
      followUps: 0,
      won: 0,
    });
    const team = await personFigures(store.db, { ...week, teamId: 'east' });
    expect(team).toHaveLength(1);
    expect(team[0]).toMatchObject(mine);
    expect(await personFigures(store.db, { from: day(20), to: day(27) })).toEqual([]);
  });

  test('return the pipeline at any moment', async () => {
    const { store } = await open();
    await play(store);
    expect(byStage(await pipelineAt(store.db, day(1)))).toEqual({ contact: [2, 300] });
    expect(byStage(await pipelineAt(store.db, day(4)))).toEqual({ contact: [5, 1500] });
    expect(byStage(await pipelineAt(store.db, day(9)))).toEqual({ contact: [3, 1000], needs: [1, 500] });
    expect(byStage(await pipelineAt(store.db, day(9), 'west'))).toEqual({ contact: [1, 800] });
    const past = { from: day(1), to: day(2) };
    expect(byStage(await furthestStages(store.db, past, day(9)))).toEqual({
      delivery: [1, 100],
      contact: [1, 200],
    });
  });

  test('return loss reasons and stalled deals', async () => {
    const { store } = await open();
    const { me } = await play(store);
    expect(await lossReasons(store.db, week)).toEqual([]);
    const later = { from: day(9), to: day(16) };
    expect(await lossReasons(store.db, later)).toEqual([{ reason: 'price', deals: 1, amount: 200 }]);
    expect(await lossReasons(store.db, { ...later, teamId: 'west' })).toEqual([]);
    expect(await stalledTotals(store.db, day(8))).toEqual({ deals: 1, amount: 0 });
    expect(await stalledTotals(store.db, day(20))).toEqual({ deals: 3, amount: 1300 });
    const largest = await largestStalled(store.db, day(20), {}, { limit: 2 });
    expect(largest.map(({ amount }) => amount)).toEqual([800, 500]);
    const [last] = await largestStalled(store.db, day(20), { ownerId: me }, { limit: 2, offset: 1 });
    expect(last?.amount).toBeNull();
  });

  test('return the deals of a past moment that were changed since', async () => {
    const { store } = await open();
    await play(store);
    const touched = await dealsChangedSince(store.db, day(9), {});
    const seen = touched.map(({ no, stage, lastFollowUpAt, nextStepDate }) => ({
      no,
      stage,
      lastFollowUpAt,
      nextStepDate,
    }));
    expect(seen.sort((a, b) => a.no - b.no)).toEqual([
      { no: 2, stage: 'contact', lastFollowUpAt: null, nextStepDate: null },
      { no: 3, stage: 'needs', lastFollowUpAt: day(9), nextStepDate: '2026-03-07' },
    ]);
    expect(await dealsChangedSince(store.db, day(9), { teamId: 'west' })).toEqual([]);
  });

  test('count waiting leads and overdue tasks', async () => {
    const { store } = await open();
    const { me } = await play(store);
    expect(await liveLeadCount(store.db, day(9))).toBe(2);
    expect(await unconvertedLeadCount(store.db, week, day(9))).toBe(3);
    expect(await unconvertedLeadCount(store.db, week, day(13))).toBe(2);
    expect(await leadsConvertedSince(store.db, day(9), 'east')).toBe(1);
    expect(await unansweredCount(store.db, day(9))).toBe(1);
    expect(await answeredAfter(store.db, week)).toEqual([{ createdAt: day(3) }, { createdAt: day(3) }]);
    expect(await overdueCount(store.db, day(9), day(2), 'east')).toBe(2);
    expect(await overdueCount(store.db, day(9), day(2), 'west')).toBe(0);
    const waiting = await waitingLeads(store.db, { followed: false, until: day(9), limit: 5 });
    expect([waiting.all, waiting.leads.map(({ no }) => no)]).toEqual([1, [1]]);
    expect((await waitingLeads(store.db, { followed: true, until: day(9), limit: 5 })).all).toBe(1);
    expect((await unansweredOf(store.db, me, day(9), 5)).map(({ no }) => no)).toEqual([1]);
    expect(await recordsAbout(store.db, me)).toMatchObject({
      leads: 3,
      deals: 5,
      followUps: 3,
      tasks: 2,
      events: 1,
    });
    expect(await customerNames(store.db, ['nobody'])).toEqual(new Map());
  });
});
