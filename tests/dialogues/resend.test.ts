import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadPosts, duePosts, enqueue, markFailed } from '../../store/messages/outbox-queries.js';
import { ensurePlace } from '../support/ensure-place.js';
import { type Actor, type World, world } from '../support/world.js';

/** `重发` ("resend") queues again what could not be sent. */

let w: World;
let chen: Actor;

beforeEach(async () => {
  w = await world();
  chen = await w.admin('陈晨');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const call = { command: 'resend', input: { posts: 'all' } };

/** Posts to a group, of which those named dead were given up. */
async function posts(...keys: [key: string, isDead: boolean][]): Promise<void> {
  const now = w.clock.now();
  await w.store.tx(async (tx) => {
    const place = { platform: 'sandbox', externalId: '东群', kind: 'group' as const, name: '东群' };
    const { id: placeId } = await ensurePlace(tx, { ...place, personId: null }, now);
    for (const [dedupeKey] of keys) {
      const card = { key: dedupeKey, title: dedupeKey, tone: 'info' as const, nodes: [] };
      await enqueue(tx, { dedupeKey, placeId, locale: 'zh', card }, now);
    }
  });
  const failure = { attempts: 5, lastError: 'is_archived', notBefore: now, dead: true };
  for (const { id, dedupeKey } of await duePosts(w.store.db, now, 9))
    if (keys.some(([key, isDead]) => key === dedupeKey && isDead))
      await w.store.tx((tx) => markFailed(tx, id, failure));
}

test('an admin sends again what was given up, each once, and nothing else', async () => {
  await posts(['weekly', true], ['stalled', true], ['waits', false]);
  await chen.calls(call).sees('2 条消息已重新排队发送');
  expect(await deadPosts(w.store.db, 9)).toEqual([]);
  const due = await duePosts(w.store.db, w.clock.now(), 9);
  expect(due.map(({ dedupeKey, attempts }) => [dedupeKey, attempts]).sort()).toEqual([
    ['stalled', 0],
    ['waits', 0],
    ['weekly', 0],
  ]);
  await chen.calls(call).sees('没有发送失败的消息');
});

test('the answer is for the admin alone, and nobody else may', async () => {
  await posts(['weekly', true]);
  const zhou = await w.manager('周敏');
  await zhou.calls(call).sees('没有权限', '管理员');
  expect(await deadPosts(w.store.db, 9)).toHaveLength(1);
  expect((await chen.in('东群').calls(call)).quiet).toBe(true);
  expect(await deadPosts(w.store.db, 9)).toEqual([]);
});
