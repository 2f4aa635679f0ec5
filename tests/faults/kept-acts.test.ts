import { expect, test, vi } from 'vitest';
import { tellOfDeadAct } from '../../bot/delivery/dead-act.js';
import { makeDispatch } from '../../bot/product/product.js';
import type { Card } from '../../kernel/card/card.js';
import type { ActStore } from '../../kernel/chat/act-store.js';
import type { Inbound } from '../../kernel/chat/chat.js';
import { DurableActs } from '../../kernel/chat/durable-acts.js';
import { InboundQueue } from '../../kernel/chat/inbound-queue.js';
import type { Store } from '../../store/engine/store.js';
import { duePosts } from '../../store/messages/outbox-queries.js';
import { StoreBusy } from '../../store/statements/db.js';
import { afterwards } from '../support/endings.js';
import { printed, processOfTests, world } from '../support/world.js';

/** A dispatcher on a database that is away until it comes, and an act that is stored. */
async function dispatching() {
  const w = await world();
  const lei = await w.rep('李雷');
  let isAway = true;
  const store: Store = {
    ...w.store,
    tx: async (fn) => {
      if (isAway) throw new StoreBusy('away');
      return await w.store.tx(fn);
    },
  };
  const inForce = { process: processOfTests, version: 1 };
  const incidents: unknown[] = [];
  const dispatch = makeDispatch({
    ...{ store, clock: w.clock, locale: 'zh', timeZone: 'Asia/Shanghai' },
    process: { current: async () => inForce, inForce },
    incident: (error) => `I-${incidents.push(error)}`,
  });
  const act: Inbound = {
    ...{ id: 'e1', platform: 'sandbox', speaker: { id: lei.id }, isKept: true },
    place: { id: `private-${lei.id}`, kind: 'private' },
    act: { kind: 'say', text: '线索 星河科技' },
  };
  const come = () => {
    isAway = false;
  };
  return { dispatch, act, incidents, come };
}

test('a stored act is not answered while the database is away, and is done when it comes again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  afterwards(() => void vi.useRealTimers());
  const { dispatch, act, incidents, come } = await dispatching();
  const refused = expect(dispatch.receive(act)).rejects.toBeInstanceOf(StoreBusy);
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
  come();
  const { cards } = await dispatch.receive(act);
  expect(cards.map(({ title }) => title)).toEqual(['L-1 · 星河科技']);
  expect(incidents).toEqual([]);
});

test('an act that failed for hours, or that each process died over, is given up once', async () => {
  const ends: string[] = [];
  const waits: number[] = [];
  const open = [
    { id: 'first', incoming: {}, attempts: 1 },
    { id: 'last', incoming: {}, attempts: 40 },
    { id: 'deadly', incoming: {}, attempts: 41 },
  ];
  const store: ActStore = {
    receive: async () => true,
    done: (id) => void ends.push(`${id} done`),
    holdUp: () => undefined,
    isBehind: () => false,
    putOff: (_, ms) => void waits.push(ms),
    giveUp: (id, error) => void ends.push(`${id}: ${(error as Error).message}`),
    takeOpen: async () => open.splice(0),
  };
  const failed = () => undefined;
  const queue = new InboundQueue({ failed });
  const again = async () => {
    throw new Error('away');
  };
  const acts = new DurableActs({ store, queue, again, failed });
  await acts.start();
  acts.stop();
  await queue.drain();
  expect(waits).toEqual([4_000]);
  expect(ends.sort()).toEqual(['deadly: each process that carried it out died', 'last: away']);
});

test('the admins are told who did the act that was given up, and what it was', async () => {
  const w = await world();
  const zhou = await w.admin('周敏');
  await zhou.says('今天');
  const lei = await w.rep('李雷');
  const act = {
    ...{ platform: 'sandbox', eventId: 'e1', incident: 'A1B2C3D4' },
    incoming: { user: lei.id, act: { kind: 'say', text: '线索 星河科技' } },
  };
  const ctx = {
    ...{ now: w.clock.now(), process: processOfTests, locale: 'zh' as const, timeZone: 'Asia/Shanghai' },
  };
  await w.store.tx((tx) => tellOfDeadAct(tx, ctx, act, w.say));
  w.clock.advance(1);
  const posts = await duePosts(w.store.db, w.clock.now(), 10);
  const told = posts.map(({ card }) => printed(card as Card));
  expect(told).toHaveLength(1);
  for (const words of ['一条消息没有处理成功', '李雷', '线索 星河科技', 'A1B2C3D4'])
    expect(told[0]).toContain(words);
});
