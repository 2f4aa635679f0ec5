import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from '../../bot/delivery/outbox.js';
import type { Card } from '../../kernel/card/card.js';
import type { Chat, Platform, Post, Sent } from '../../kernel/chat/chat.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import type { Place } from '../../store/schema/row-types.js';
import { at, House, silent } from '../jobs/house.js';
import { runs } from '../support/runs.js';

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

describe('the outbox while waiting', () => {
  let house: House;
  let chat: RecordingChat;

  beforeEach(async () => {
    house = await House.open(at('2026-11-26', '10:00'));
    chat = new RecordingChat();
  });
  afterEach(async () => await house.close());

  const outboxOn = (given: Chat = chat): Outbox =>
    new Outbox({
      store: house.store,
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

  async function queueAll(names: string[]): Promise<void> {
    for (const name of names) await queue(name);
  }

  it('keeps the order of posts queued in one transaction', async () => {
    await house.store.tx(async (tx) => {
      for (const key of numbered(60)) {
        const post = { dedupeKey: key, placeId: house.group.id, locale: 'zh' as const, card: card(1) };
        await enqueue(tx, post, house.clock.now());
      }
    });
    await outboxOn().flush();
    expect(keys(chat.sent)).toEqual(numbered(60));
  });

  it('holds a post back until its time, and lets other posts of the chat pass', async () => {
    await queue('k1', house.group, at('2026-11-26', '11:00'));
    await queue('k2');
    await outboxOn().flush();
    expect(keys(chat.sent)).toEqual(['k2']);
    house.clock.set(at('2026-11-26', '11:00'));
    await outboxOn().flush();
    expect(keys(chat.sent)).toEqual(['k2', 'k1']);
  });

  it('waits as long as the platform asks for', async () => {
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

  it('stops waiting for a chat that never answers', async () => {
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

  it('tries again for a day what the platform refuses in unknown words, each time later, then gives up', async () => {
    await queue('k1');
    const tries: number[] = [];
    chat.answer = () => {
      tries.push(house.clock.now().getTime());
      return { ok: false, reason: 'no such word', refused: true };
    };
    const outbox = outboxOn();
    while ((await house.dead()).length === 0) {
      await outbox.flush();
      house.clock.advance(60_000);
      if (tries.length > 100) break;
    }
    const waits = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    const hours = ((tries.at(-1) ?? 0) - (tries[0] ?? 0)) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(40);
  });

  it('gives up nothing while the platform is down, and sends it minutes after it is back', async () => {
    await queue('k1');
    chat.answer = () => ({ ok: false, reason: 'HTTP 503' });
    const outbox = outboxOn();
    const step = runs(30, 5);
    for (let minute = 0; minute < 3 * 24 * 60; minute += step) {
      await outbox.flush();
      house.clock.advance(step * 60_000);
    }
    expect(await house.dead()).toEqual([]);
    chat.answer = () => ({ ok: true, messageId: 'm' });
    let minutes = 0;
    for (; (await outbox.flush()).sent === 0; minutes++) house.clock.advance(60_000);
    expect(minutes).toBeLessThanOrEqual(8);
  });

  it('leaves posts of an unknown platform to another process', async () => {
    await queue('k1');
    const elsewhere = new Outbox({ store: house.store, clock: house.clock, chats: new Map(), log: silent });
    expect(await elsewhere.flush()).toEqual({ sent: 0, failed: 0, dead: 0 });
    await elsewhere.stop();
    expect((await outboxOn().flush()).sent).toBe(1);
  });

  it('finishes the current post when stopped, and sends no other', async () => {
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
