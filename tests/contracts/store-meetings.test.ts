import { expect, test } from 'vitest';
import { dealEventsIn, eventsIn, notesOf } from '../../store/deals/deal-events.js';
import { openMeetingAt, unendedMeetings } from '../../store/reports/meeting-queries.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { appendEvent } from '../../store/unit/rows/event-rows.js';
import { createMeeting } from '../../store/unit/rows/meeting-rows.js';
import { endMeeting } from '../support/change-rows.js';
import { eachDatabaseWith } from '../support/databases.js';

const now = new Date('2026-03-02T01:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const there = { people: ['ann'], teams: ['east', 'west'], customers: ['c1'], places: ['p1'] };

eachDatabaseWith(there, 'meetings and what was done in them', (open) => {
  test('a place has one open meeting until it is ended, once', async () => {
    const { store } = await open();
    const given = { teamId: 'east', placeId: 'p1', startedBy: 'ann', items: ['D-1', 'D-2'] };
    const meeting = await store.tx((tx) => createMeeting(tx, given, now));
    expect(await openMeetingAt(store.db, 'p1')).toEqual(meeting);
    expect(await openMeetingAt(store.db, 'p2')).toBeUndefined();
    expect(await unendedMeetings(store.db, 'east', now)).toEqual([]);
    expect(await unendedMeetings(store.db, 'east', later(1))).toHaveLength(1);
    expect(await unendedMeetings(store.db, null, later(1))).toEqual([]);
    const ended = await store.tx((tx) => endMeeting(tx, meeting, later(30)));
    expect(ended).toMatchObject({ endedAt: later(30), items: ['D-1', 'D-2'] });
    expect(await store.tx((tx) => endMeeting(tx, meeting, later(31)))).toBeUndefined();
    expect(await openMeetingAt(store.db, 'p1')).toBeUndefined();
  });

  test('acts in a time span are listed in order, without undone ones', async () => {
    const { store } = await open();
    const ids = await store.tx(async (tx) => {
      const { id: customerId } = await createCustomer(tx, { name: '华为' }, now);
      const made = {
        customerId,
        name: 'ERP',
        ownerId: 'ann',
        stage: 'qualify',
        stallAt: null,
        processVersion: 1,
      };
      return [
        (await createDeal(tx, { ...made, teamId: 'east' }, now)).id,
        (await createDeal(tx, { ...made, teamId: 'west' }, now)).id,
      ];
    });
    const event = (recordId: string, kind: string, minutes: number, undone = false) =>
      store.tx(async (tx) => {
        const actId = `${recordId}${kind}${minutes}`;
        const who = { personId: 'ann', recordType: 'deal', recordId, origin: 'sandbox', words: null };
        const facts = { before: { stage: 'lead', stageSince: now }, after: { note: `n${minutes}` } };
        await appendEvent(tx, { actId, at: later(minutes), kind, ...who, ...facts });
        if (undone) await tx.q.update(tx.t.events).set({ undoneAt: now });
      });
    const [east = '', west = ''] = ids;
    await event(east, 'deal.noted', 1, true);
    await event(east, 'deal.noted', 3);
    await event(west, 'deal.moved', 2);
    await event(east, 'deal.moved', 4);
    await event(east, 'deal.called', 5);
    const kinds = ['deal.moved', 'deal.noted'];
    const all = await eventsIn(store.db, { from: now, to: later(10) }, kinds);
    expect(all.map(({ at }) => at)).toEqual([later(2), later(3), later(4)]);
    const moved = await dealEventsIn(store.db, { from: now, to: later(10), teamId: 'east' }, 'deal.moved');
    expect(moved).toMatchObject([{ recordId: east, at: later(4), before: { stage: 'lead' } }]);
    const both = { from: now, to: later(4), teamId: new Set(['east', 'west']) };
    expect(await dealEventsIn(store.db, both, 'deal.moved')).toHaveLength(1);
    expect((await notesOf(store.db, east, 5)).map(({ after }) => after?.note)).toEqual(['n3']);
  });
});
