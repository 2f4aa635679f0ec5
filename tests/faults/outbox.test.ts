import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Card } from '../../bot/kernel/card.js';
import type { Chat, Platform, Post, Sent } from '../../bot/kernel/chat.js';
import { Outbox } from '../../bot/outbox.js';
import { openStore } from '../../store/open.js';
import { enqueue, resend } from '../../store/outbox.js';
import type { Place } from '../../store/places.js';
import { subjectOfMessage } from '../../store/posted-cards.js';
import { at, House, silent } from '../jobs/house.js';

/** Keeps what it was given; answers as it is told to. */
class RecordingChat implements Chat {
  readonly platform: Platform = 'sandbox';
  readonly sent: Post[] = [];
  readonly tried: Post[] = [];
  answer: (post: Post) => Promise<Sent> | Sent = () => ({ ok: true, messageId: `m${this.tried.length}` });

  constructor(readonly postsPerMinute = 1000) {}

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async send(post: Post): Promise<Sent> {
    this.tried.push(post);
    const answer = await this.answer(post);
    if (answer.ok) this.sent.push(post);
    return answer;
  }
  update = async (): Promise<Sent> => ({ ok: false, reason: 'cannot', final: true });
}

const card = (no: number): Card => ({ key: `deal:D-${no}`, title: `D-${no}`, tone: 'info', nodes: [] });
const keys = (posts: Post[]): string[] => posts.map((post) => post.key);
const numbered = (count: number): string[] => Array.from({ length: count }, (_, no) => `k${no}`);

describe('the outbox', () => {
  let house: House;
  let chat: RecordingChat;

  beforeEach(async () => {
    house = await House.open(at('2026-11-26', '10:00'));
    chat = new RecordingChat();
  });
  afterEach(async () => await house.close());

  const outboxOn = (given: Chat = chat, store = house.store): Outbox =>
    new Outbox({
      store,
      clock: house.clock,
      chats: new Map([['sandbox', given]]),
      log: silent,
      jitter: () => 0,
      timers: false,
    });

  async function queue(key: string, place: Place = house.group, notBefore?: Date): Promise<void> {
    const no = Number(key.replace(/\D/g, ''));
    const post = { dedupeKey: key, placeId: place.id, locale: 'zh' as const, card: card(no) };
    await house.store.tx((tx) =>
      enqueue(tx, { ...post, ...(notBefore ? { notBefore } : {}) }, house.clock.now()),
    );
  }

  async function queueAll(names: string[], place?: Place): Promise<void> {
    for (const name of names) await queue(name, place);
  }

  it('sends in the order of queueing and remembers which message shows which card', async () => {
    await queueAll(numbered(40));
    expect(await outboxOn().flush()).toEqual({ sent: 40, failed: 0, dead: 0 });
    expect(keys(chat.sent)).toEqual(numbered(40));
    expect(await subjectOfMessage(house.store.db, 'sandbox', house.group.externalId, 'm3')).toBe('D-2');
    expect(await outboxOn().flush()).toEqual({ sent: 0, failed: 0, dead: 0 });
  });

  it('keeps the order of one transaction', async () => {
    await house.store.tx(async (tx) => {
      for (const key of numbered(60)) {
        const post = { dedupeKey: key, placeId: house.group.id, locale: 'zh' as const, card: card(1) };
        await enqueue(tx, post, house.clock.now());
      }
    });
    await outboxOn().flush();
    expect(keys(chat.sent)).toEqual(numbered(60));
  });

  it('queues one post per key', async () => {
    await queue('k1');
    await queue('k1');
    await outboxOn().flush();
    expect(keys(chat.sent)).toEqual(['k1']);
  });

  it('holds a post back until its moment, and lets others of its place pass', async () => {
    await queue('k1', house.group, at('2026-11-26', '11:00'));
    await queue('k2');
    await outboxOn().flush();
    expect(keys(chat.sent)).toEqual(['k2']);
    house.clock.set(at('2026-11-26', '11:00'));
    await outboxOn().flush();
    expect(keys(chat.sent)).toEqual(['k2', 'k1']);
  });

  it('tries again after failures, and nothing of that place overtakes meanwhile', async () => {
    await queueAll(numbered(3));
    const other = await house.place('group', '另一个群');
    await queue('other9', other);
    let failures = 2;
    chat.answer = (post) => {
      if (post.key !== 'k0' || failures === 0) return { ok: true, messageId: post.key };
      failures -= 1;
      return { ok: false, reason: 'network' };
    };
    const outbox = outboxOn();
    for (let round = 0; round < 20; round++) {
      await outbox.flush();
      house.clock.advance(1000);
    }
    expect(keys(chat.sent)).toEqual(['other9', 'k0', 'k1', 'k2']);
    expect(keys(chat.tried).filter((key) => key === 'k0')).toHaveLength(3);
  });

  it('waits as long as the platform asks', async () => {
    await queue('k1');
    chat.answer = () => ({ ok: false, reason: 'slow down', retryAfter: 120 });
    const outbox = outboxOn();
    await outbox.flush();
    chat.answer = () => ({ ok: true, messageId: 'm' });
    house.clock.advance(119_000);
    expect((await outbox.flush()).sent).toBe(0);
    house.clock.advance(1_000);
    expect((await outbox.flush()).sent).toBe(1);
  });

  it('takes a thrown error for a failure', async () => {
    await queue('k1');
    chat.answer = () => Promise.reject(new Error('socket hang up'));
    expect(await outboxOn().flush()).toEqual({ sent: 0, failed: 1, dead: 0 });
    chat.answer = () => ({ ok: true, messageId: 'm' });
    house.clock.advance(60_000);
    expect((await outboxOn().flush()).sent).toBe(1);
  });

  it('does not wait for ever for a chat that never answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await queue('k1');
      let asked: () => void = () => {};
      const sending = new Promise<void>((resolve) => {
        asked = resolve;
      });
      chat.answer = () => {
        asked();
        return new Promise<Sent>(() => {});
      };
      const flushing = outboxOn().flush();
      await sending;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await flushing).toEqual({ sent: 0, failed: 1, dead: 0 });
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives up at once what cannot succeed, goes on with the next, and sends it again on demand', async () => {
    await queueAll(['k1', 'k2']);
    chat.answer = (post) =>
      post.key === 'k1' ? { ok: false, reason: 'not in channel', final: true } : { ok: true, messageId: 'm' };
    expect(await outboxOn().flush()).toEqual({ sent: 1, failed: 0, dead: 1 });
    const [dead] = await house.dead();
    expect(dead).toMatchObject({ dedupeKey: 'k1', lastError: 'not in channel', attempts: 1 });
    chat.answer = () => ({ ok: true, messageId: 'm' });
    await house.store.tx((tx) => resend(tx, [dead?.id ?? ''], house.clock.now()));
    expect((await outboxOn().flush()).sent).toBe(1);
    expect(await house.dead()).toEqual([]);
  });

  it('gives up after its attempts, each later than the one before', async () => {
    await queue('k1');
    const tries: number[] = [];
    chat.answer = () => {
      tries.push(house.clock.now().getTime());
      return { ok: false, reason: 'down' };
    };
    const outbox = outboxOn();
    for (let second = 0; second < 3 * 3600 && (await house.dead()).length === 0; second += 10) {
      await outbox.flush();
      house.clock.advance(10_000);
    }
    const [dead] = await house.dead();
    expect(dead?.attempts).toBe(10);
    expect(tries).toHaveLength(10);
    const waits = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(waits[0] ?? 0);
  });

  it('loses nothing of 500 alerts at 30 a minute', async () => {
    chat = new RecordingChat(30);
    await queueAll(numbered(500));
    const outbox = outboxOn();
    const times: number[] = [];
    let minutes = 0;
    while (chat.sent.length < 500 && minutes < 60) {
      const before = chat.sent.length;
      await outbox.flush();
      for (let sent = before; sent < chat.sent.length; sent++) times.push(house.clock.now().getTime());
      house.clock.advance(20_000);
      minutes += 1 / 3;
    }
    expect(keys(chat.sent)).toEqual(numbered(500));
    for (const [index, time] of times.entries()) {
      expect(times.slice(index).filter((one) => one < time + 60_000).length).toBeLessThanOrEqual(30);
    }
    expect(minutes).toBeGreaterThan(16);
    expect(minutes).toBeLessThan(18);
  });

  it('does not let a throttled place hold up another', async () => {
    chat = new RecordingChat(5);
    await queueAll(numbered(300));
    const other = await house.place('group', '另一个群');
    await queue('other9', other);
    await outboxOn().flush();
    expect(keys(chat.sent)).toContain('other9');
    expect(chat.sent).toHaveLength(6);
  });

  it('leaves posts of a platform it has not to another process', async () => {
    await queue('k1');
    const elsewhere = new Outbox({ store: house.store, clock: house.clock, chats: new Map(), log: silent });
    expect(await elsewhere.flush()).toEqual({ sent: 0, failed: 0, dead: 0 });
    await elsewhere.stop();
    expect((await outboxOn().flush()).sent).toBe(1);
  });

  it('sends each post once from two processes on one database', async () => {
    await queueAll(numbered(50));
    const second = await openStore(`file:${house.folder}/house.db`);
    chat.answer = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return { ok: true, messageId: `m${chat.tried.length}` };
    };
    const both = [outboxOn(), outboxOn(chat, second)];
    await Promise.all(both.map((outbox) => outbox.flush()));
    house.clock.advance(120_000);
    await Promise.all(both.map((outbox) => outbox.flush()));
    await second.close();
    expect(keys(chat.tried).sort()).toEqual(numbered(50).sort());
  });

  it('sends again under the same key after a crash between send and note', async () => {
    await queue('k1');
    const dying = { ...house.store, tx: house.store.tx.bind(house.store) };
    let transactions = 0;
    dying.tx = async (fn) => {
      transactions += 1;
      if (transactions > 1) throw new Error('killed');
      return await house.store.tx(fn);
    };
    await expect(outboxOn(chat, dying).flush()).rejects.toThrow('killed');
    house.clock.advance(10 * 60_000);
    expect((await outboxOn().flush()).sent).toBe(1);
    expect(keys(chat.tried)).toEqual(['k1', 'k1']);
  });

  it('finishes the post under way when it is stopped, and takes no other', async () => {
    await queueAll(['k1', 'k2']);
    const outbox = outboxOn();
    let stopping: Promise<void> | undefined;
    chat.answer = () => {
      stopping = outbox.stop();
      return { ok: true, messageId: 'm' };
    };
    await outbox.flush();
    await stopping;
    expect(keys(chat.sent)).toEqual(['k1']);
    chat.answer = () => ({ ok: true, messageId: 'm' });
    await outboxOn().flush();
    expect(keys(chat.sent)).toEqual(['k1', 'k2']);
  });
});
