import { expect, test } from 'vitest';
import type { Store } from '../../store/engine/store.js';
import { clearDraftRow, draftRowOf, saveDraftRow } from '../../store/messages/draft-queries.js';
import { findAnswer, storeAnswer, storeReceived } from '../../store/messages/inbox-queries.js';
import {
  anyAhead,
  correctTimes,
  deadPosts,
  duePosts,
  enqueue,
  markFailed,
  markSent,
  placesInRetry,
  postsSentSince,
  resend,
  takePost,
} from '../../store/messages/outbox-queries.js';
import { findPostedCard, messagesOfCard, recordPostedCard } from '../../store/messages/posted-cards.js';
import { cleanUp } from '../../store/running/cleanup-queries.js';
import { claimSlot, failSlot, finishSlot, lastSlots, retakeSlot } from '../../store/running/job-slots.js';
import { holdLease, releaseLease } from '../../store/running/lease-queries.js';
import { eachDatabase, eachDatabaseWith } from '../support/databases.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute));
const post = (dedupeKey: string, placeId = 'p1') => ({
  dedupeKey,
  placeId,
  locale: 'zh' as const,
  card: { dedupeKey },
});
/** A talk of its own. */
const mine = { personId: 'me', placeId: 'p1', thread: '' };
const keys = (rows: { dedupeKey: string }[]) => rows.map(({ dedupeKey }) => dedupeKey);

eachDatabase('the inbox', (open) => {
  test('takes an act as new whose first storing was not told, and a second delivery as known', async () => {
    const { store } = await open();
    const act = {
      platform: 'slack',
      eventId: 'Ev2',
      incoming: {},
      at: at(0),
      holder: 'me',
      notBefore: at(2),
    };
    const arrives = (turn: string) => store.tx((tx) => storeReceived(tx, [{ ...act, turn }]));
    expect(await arrives('1')).toEqual(new Set(['slack Ev2']));
    expect(await arrives('1')).toEqual(new Set(['slack Ev2']));
    expect(await arrives('2')).toEqual(new Set());
  });

  test('stores one answer per event, even for concurrent deliveries', async () => {
    const { store } = await open();
    const answer = { cards: [{ key: 'a', nodes: [] }], quiet: false };
    const deliver = () => store.tx((tx) => storeAnswer(tx, 'slack', 'Ev1', answer, at(0)));
    const results = await Promise.all([deliver(), deliver(), deliver(), deliver()]);
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await findAnswer(store.db, 'slack', 'Ev1')).toEqual(answer);
    expect(await findAnswer(store.db, 'wecom', 'Ev1')).toBeUndefined();
  });
});

eachDatabaseWith({ places: ['p1', 'p2'] }, 'the outbox', (open) => {
  const queue = (store: Store, ...posts: ReturnType<typeof post>[]) =>
    store.tx(async (tx) => {
      const fresh = [];
      for (const one of posts) fresh.push(await enqueue(tx, one, at(0)));
      return fresh;
    });

  test('times of posts that a clock wrote which was ahead are corrected', async () => {
    const { store } = await open();
    await store.tx(async (tx) => {
      await enqueue(tx, { ...post('soon'), notBefore: at(65) }, at(60));
      await enqueue(tx, post('now'), at(0));
    });
    expect(await anyAhead(store.db, at(1))).toBe(true);
    expect(await store.tx((tx) => correctTimes(tx, at(0), 60_000))).toBe(1);
    expect(await anyAhead(store.db, at(1))).toBe(false);
    const due = async (minute: number) =>
      (await duePosts(store.db, at(minute), 9)).map((row) => row.dedupeKey);
    expect(await due(4)).toEqual(['now']);
    expect((await due(5)).sort()).toEqual(['now', 'soon']);
  });

  test('accepts each key once and lists posts in order', async () => {
    const { store } = await open();
    expect(await queue(store, post('a'), post('b'), post('a'), post('c', 'p2'))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(keys(await duePosts(store.db, at(0), 9))).toEqual(['a', 'b', 'c']);
    expect(keys(await duePosts(store.db, at(0), 9, ['p1']))).toEqual(['c']);
    expect(await duePosts(store.db, new Date(at(0).getTime() - 1), 9)).toEqual([]);
  });

  test('gives a post to one sender, and again after the sender’s time is up', async () => {
    const { store } = await open();
    await queue(store, post('a'));
    const [due] = await duePosts(store.db, at(0), 9);
    if (!due) throw new Error('nothing is due');
    const taken = await Promise.all([1, 2, 3].map(() => store.tx((tx) => takePost(tx, due, at(0), at(2)))));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await duePosts(store.db, at(1), 9)).toEqual([]);
    expect(await placesInRetry(store.db, at(1))).toEqual(['p1']);
    expect((await duePosts(store.db, at(2), 9))[0]).toMatchObject({ dedupeKey: 'a', attempts: 1 });
  });

  test('counts sent posts, and keeps dead letters that can be sent again', async () => {
    const { store } = await open();
    await queue(store, post('a'), post('b'));
    const [a, b] = await duePosts(store.db, at(0), 9);
    await store.tx(async (tx) => {
      await markSent(tx, a?.id ?? '', at(1));
      await markFailed(tx, b?.id ?? '', { attempts: 5, lastError: 'gone', notBefore: at(9), dead: true });
    });
    expect(await postsSentSince(store.db, 'p1', at(0), at(9))).toBe(1);
    expect(await postsSentSince(store.db, 'p1', at(1), at(9))).toBe(0);
    expect(await duePosts(store.db, at(9), 9)).toEqual([]);
    const dead = await deadPosts(store.db, 9);
    expect(dead).toMatchObject([
      { dedupeKey: 'b', attempts: 5, lastError: 'gone', card: { dedupeKey: 'b' } },
    ]);
    const ids = [a?.id ?? '', b?.id ?? ''];
    expect(await store.tx((tx) => resend(tx, ids, at(10)))).toBe(1);
    expect(keys(await duePosts(store.db, at(10), 9))).toEqual(['b']);
  });
});

eachDatabaseWith({ people: ['me'], places: ['p1'] }, 'posted cards and drafts', (open) => {
  test('a message belongs to the record of its latest card', async () => {
    const { store } = await open();
    const shown = (messageId: string, cardKey: string, minute: number) =>
      store.tx((tx) =>
        recordPostedCard(tx, {
          platform: 'slack',
          placeExternalId: 'C1',
          messageId,
          cardKey,
          at: at(minute),
        }),
      );
    await shown('m1', 'lead:L-1', 0);
    await shown('m2', 'report:weekly', 1);
    await shown('m1', 'deal:D-12', 2);
    const shows = async (placeExternalId: string) =>
      (await findPostedCard(store.db, { platform: 'slack', placeExternalId, messageId: 'm1' }))?.cardKey;
    expect([await shows('C1'), await shows('C2')]).toEqual(['deal:D-12', undefined]);
    await shown('m3', 'deal:D-12', 3);
    const messages = await messagesOfCard(store.db, 'deal:D-12', 9);
    expect(messages.map(({ messageId }) => messageId)).toEqual(['m3', 'm1']);
  });

  test('a person has one draft per place and thread', async () => {
    const { store } = await open();
    const draft = { call: { command: 'deal', input: { name: 'ERP' } }, asking: 'amount' };
    await store.tx((tx) => saveDraftRow(tx, mine, { call: null }, at(0)));
    await store.tx((tx) => saveDraftRow(tx, mine, draft, at(1)));
    expect(await draftRowOf(store.db, mine)).toEqual({ draft, at: at(1) });
    expect(await draftRowOf(store.db, { ...mine, placeId: 'p2' })).toBeUndefined();
    expect(await draftRowOf(store.db, { ...mine, thread: '17.3' })).toBeUndefined();
    await store.tx((tx) => clearDraftRow(tx, mine));
    expect(await draftRowOf(store.db, mine)).toBeUndefined();
  });
});

eachDatabase('leases and job slots', (open) => {
  test('a lease has one holder until it expires or is released', async () => {
    const { store } = await open();
    const hold = (who: string, until: number, now: number) =>
      store.tx((tx) => holdLease(tx, 'wecom', who, at(until), at(now)));
    const first = await Promise.all(['a', 'b', 'c'].map((who) => hold(who, 2, 0)));
    expect(first.filter(Boolean)).toHaveLength(1);
    const holder = ['a', 'b', 'c'][first.indexOf(true)] ?? '';
    expect(await hold('d', 3, 1)).toBe(false);
    expect(await hold(holder, 4, 1)).toBe(true);
    expect(await hold('d', 9, 5)).toBe(true);
    expect(await hold(holder, 9, 5)).toBe(false);
    await store.tx((tx) => releaseLease(tx, 'wecom', holder));
    expect(await hold(holder, 9, 6)).toBe(false);
    await store.tx((tx) => releaseLease(tx, 'wecom', 'd'));
    expect(await hold(holder, 9, 6)).toBe(true);
  });

  test('a lease that a clock wrote which was ahead is free at once', async () => {
    const { store } = await open();
    const hold = (who: string, until: number, now: number) =>
      store.tx((tx) => holdLease(tx, 'wecom', who, at(until), at(now)));
    expect(await hold('a', 62, 61)).toBe(true);
    expect(await hold('b', 2, 1)).toBe(true);
  });

  test('a slot of the future, which a clock claimed that was ahead, holds up no other', async () => {
    const { store } = await open();
    const claim = (slot: number, now: number) =>
      store.tx((tx) => claimSlot(tx, 'weekly', 'east', at(slot), at(now)));
    expect(await claim(8 * 24 * 60, 8 * 24 * 60)).toBe(true);
    expect(await claim(10, 12)).toBe(true);
    expect(await claim(10, 12)).toBe(false);
  });

  test('a slot is claimed by one process, and never an older slot after a newer one', async () => {
    const { store } = await open();
    const claim = (slot: number, now: number) =>
      store.tx((tx) => claimSlot(tx, 'weekly', 'east', at(slot), at(now)));
    const claims = await Promise.all([claim(0, 12), claim(0, 12), claim(0, 12)]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await claim(-5, 12)).toBe(false);
    expect((await lastSlots(store.db))[0]).toMatchObject({
      slotAt: at(0),
      lateMinutes: 12,
      finishedAt: null,
    });
    const result = { finishedAt: at(13), counts: { posts: 2 }, error: null };
    await store.tx((tx) => finishSlot(tx, 'weekly', 'east', result));
    expect((await lastSlots(store.db))[0]).toMatchObject(result);
    expect(await claim(1, 13)).toBe(true);
    expect(await store.tx((tx) => claimSlot(tx, 'weekly', 'west', at(0), at(0)))).toBe(true);
  });

  test('an unfinished slot is taken over once', async () => {
    const { store } = await open();
    await store.tx((tx) => claimSlot(tx, 'weekly', '', at(0), at(0)));
    await store.tx((tx) => failSlot(tx, { job: 'weekly', scope: '' }, { error: 'boom', attempts: 1 }));
    const [slot] = await lastSlots(store.db);
    if (!slot) throw new Error('no slot');
    expect(slot).toMatchObject({ error: 'boom', finishedAt: null });
    const again = await Promise.all([1, 2].map(() => store.tx((tx) => retakeSlot(tx, slot, at(5)))));
    expect(again.filter(Boolean)).toHaveLength(1);
    await store.tx((tx) => finishSlot(tx, 'weekly', '', { finishedAt: at(6), counts: null, error: null }));
    const [finished] = await lastSlots(store.db);
    expect(await store.tx((tx) => retakeSlot(tx, finished as never, at(7)))).toBe(false);
  });
});

eachDatabaseWith({ people: ['me'], places: ['p1'], deals: ['d1'] }, 'clean-up', (open) => {
  test('deletes old finished rows in batches, and keeps waiting and new rows', async () => {
    const { store } = await open();
    const { q, t } = store.db;
    await store.tx(async (tx) => {
      for (let n = 0; n < 620; n++) await storeAnswer(tx, 'slack', `old${n}`, { n }, at(0));
      await storeAnswer(tx, 'slack', 'new', {}, at(9));
      await storeAnswer(tx, 'wecom', 'old1', {}, at(9));
      for (const key of ['sent', 'waiting']) await enqueue(tx, post(key), at(0));
      const card = { platform: 'slack', placeExternalId: 'C1', cardKey: 'deal:D-1' };
      await recordPostedCard(tx, { ...card, messageId: 'old', at: at(0) });
      await recordPostedCard(tx, { ...card, messageId: 'new', at: at(9) });
      await saveDraftRow(tx, mine, {}, at(0));
    });
    const [sent] = await duePosts(store.db, at(0), 1);
    await store.tx((tx) => markSent(tx, sent?.id ?? '', at(1)));
    const before = {
      answers: at(5),
      posts: at(5),
      cards: at(5),
      drafts: at(5),
      sights: at(5),
      told: at(5),
      modelCalls: at(5),
    };
    const removed = [];
    for (let n = 0; n < 3; n++) removed.push(await store.tx((tx) => cleanUp(tx, before)));
    expect(removed).toEqual([503, 120, 0]);
    const left = await q.select({ id: t.inbox.eventId, platform: t.inbox.platform }).from(t.inbox);
    expect(left.map(({ id, platform }) => `${platform} ${id}`).sort()).toEqual(['slack new', 'wecom old1']);
    expect(keys(await duePosts(store.db, at(5), 9))).toEqual(['waiting']);
    expect((await messagesOfCard(store.db, 'deal:D-1', 9)).map(({ messageId }) => messageId)).toEqual([
      'new',
    ]);
    expect(await draftRowOf(store.db, mine)).toBeUndefined();
  });
});
