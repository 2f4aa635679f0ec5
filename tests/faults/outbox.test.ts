import { describe, expect, it } from 'vitest';
import { Outbox, type OutboxOptions } from '../../bot/delivery/outbox.js';
import type { Card } from '../../kernel/card/card.js';
import type { Chat, Platform, Post, Sent } from '../../kernel/chat/chat.js';
import { FixedClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { deadPosts, duePosts, enqueue, resend } from '../../store/messages/outbox-queries.js';
import { messagesOfCard } from '../../store/messages/posted-cards.js';
import type { Db } from '../../store/statements/db.js';
import { createPlace } from '../../store/unit/rows/place-rows.js';
import { eachDatabase, freshSqlite } from '../support/databases.js';
import { runs } from '../support/runs.js';

const start = '2026-11-26T02:00:00Z';
const quiet = { warn: () => undefined, error: () => undefined };

/** A platform that remembers what arrived; posts of a key it knows arrive once. */
class FakeChat implements Chat {
  readonly platform = 'sandbox';
  readonly attempts: string[] = [];
  readonly arrived: string[] = [];
  /** What becomes of an attempt; an arrival unless told otherwise. */
  fate: (post: Post, attempt: number) => Sent | Error | undefined = () => undefined;

  constructor(
    readonly postsPerMinute = 1000,
    readonly digestOver?: number,
  ) {}

  start = async () => undefined;
  stop = async () => undefined;
  update = async (): Promise<Sent> => ({ ok: false, reason: 'not here', final: true });

  async send(post: Post): Promise<Sent> {
    this.attempts.push(post.key);
    const fate = this.fate(post, this.attempts.filter((key) => key === post.key).length);
    if (fate && !(fate instanceof Error) && !fate.ok) return fate;
    if (!this.arrived.includes(post.key)) this.arrived.push(post.key);
    if (fate instanceof Error) throw fate;
    return { ok: true, messageId: `m-${post.key}` };
  }
}

async function setUp(
  store: Store,
  chat = new FakeChat(),
  more: Pick<OutboxOptions, 'maxRefusals' | 'digest'> = {},
) {
  const clock = new FixedClock(start);
  const chats = new Map<Platform, Chat>([['sandbox', chat]]);
  const make = (over: Store = store) =>
    new Outbox({ store: over, clock, chats, log: quiet, jitter: () => 0, timers: false, ...more });
  const place = async (name: string) =>
    await store.tx((tx) =>
      createPlace(
        tx,
        { platform: 'sandbox', externalId: name, kind: 'group', name, personId: null },
        clock.now(),
      ),
    );
  const post = async (placeId: string, ...keys: string[]) => {
    await store.tx(async (tx) => {
      for (const key of keys) {
        const card: Card = { key: `deal:${key}`, title: key, tone: 'info', nodes: [] };
        clock.advance(1);
        await enqueue(tx, { dedupeKey: key, placeId, locale: 'zh', card }, clock.now());
      }
    });
  };
  return { clock, chat, make, outbox: make(), place, post };
}

/** The process dies at the moment it would note that a post was sent. */
function dyingAfterSend(store: Store): Store {
  let writes = 0;
  return {
    ...store,
    db: store.db,
    tx: <T>(fn: (tx: Db) => Promise<T>) =>
      ++writes === 2 ? Promise.reject(new Error('killed')) : store.tx(fn),
  };
}

eachDatabase('the outbox', (open) => {
  it('sends posts in order, once, and records which message shows which card', async () => {
    const { store } = await open();
    const { chat, outbox, place, post } = await setUp(store);
    const { id } = await place('team');
    await post(id, 'a', 'b', 'a', 'c');
    expect(await outbox.flush()).toEqual({ sent: 3, failed: 0, dead: 0 });
    expect(await outbox.flush()).toEqual({ sent: 0, failed: 0, dead: 0 });
    expect(chat.attempts).toEqual(['a', 'b', 'c']);
    expect(await messagesOfCard(store.db, 'deal:b', 5)).toMatchObject([
      { messageId: 'm-b', placeExternalId: 'team' },
    ]);
  });

  it('sends a post again under the same key if the process died after sending it', async () => {
    const { store } = await open();
    const { clock, chat, make, place, post } = await setUp(store);
    await post((await place('team')).id, 'a', 'b');
    await expect(make(dyingAfterSend(store)).flush()).rejects.toThrow('killed');
    expect(chat.attempts).toEqual(['a']);
    const after = make();
    expect(await after.flush()).toMatchObject({ sent: 0 });
    clock.advance(61_000);
    expect(await after.flush()).toMatchObject({ sent: 2 });
    expect(chat.attempts).toEqual(['a', 'a', 'b']);
    expect(chat.arrived).toEqual(['a', 'b']);
  });

  it('sends posts that may have arrived as one digest again as that digest, and others apart from them', async () => {
    const { store } = await open();
    const digest = (cards: readonly Card[]): Card => ({
      ...{ key: 'digest', title: cards.map(({ title }) => title).join(), tone: 'info', nodes: [] },
    });
    const { clock, chat, outbox, place, post } = await setUp(store, new FakeChat(1000, 2), { digest });
    const { id } = await place('team');
    await post(id, 'a', 'b', 'c');
    chat.fate = (_, attempt) => (attempt === 1 ? new Error('the answer was lost') : undefined);
    await outbox.flush();
    await post(id, 'd', 'e');
    clock.advance(3_000);
    await outbox.flush();
    clock.advance(3_000);
    await outbox.flush();
    expect(chat.attempts.slice(0, 3)).toEqual(['digest:a:3', 'digest:a:3', 'd']);
    expect(chat.arrived).toEqual(['digest:a:3', 'd', 'e']);
  });

  it('sends each post once if two processes flush at the same time', async () => {
    const { store } = await open();
    const { chat, make, place, post } = await setUp(store);
    const { id } = await place('team');
    const keys = Array.from({ length: 20 }, (_, n) => `k${n}`);
    await post(id, ...keys);
    const [one, two] = [make(), make()];
    await Promise.all([one.flush(), two.flush()]);
    await one.flush();
    expect([...chat.attempts].sort()).toEqual([...keys].sort());
  });

  it('waits as the platform asks, keeps the order of a chat, and blocks no other chat', async () => {
    const { store } = await open();
    const { clock, chat, outbox, place, post } = await setUp(store);
    const [slow, other] = [await place('slow'), await place('other')];
    chat.fate = (sent, attempt) =>
      sent.key === 'a' && attempt < 3 ? { ok: false, reason: 'slow down', retryAfter: 30 } : undefined;
    await post(slow.id, 'a', 'b');
    await post(other.id, 'x');
    expect(await outbox.flush()).toEqual({ sent: 1, failed: 1, dead: 0 });
    clock.advance(29_000);
    expect(await outbox.flush()).toEqual({ sent: 0, failed: 0, dead: 0 });
    clock.advance(1_000);
    expect(await outbox.flush()).toEqual({ sent: 0, failed: 1, dead: 0 });
    clock.advance(30_000);
    await outbox.flush();
    expect(chat.arrived).toEqual(['x', 'a', 'b']);
  });

  it('repeats a post with unknown outcome under its key', async () => {
    const { store } = await open();
    const { clock, chat, outbox, place, post } = await setUp(store);
    chat.fate = (_, attempt) => (attempt === 1 ? new Error('connection reset') : undefined);
    await post((await place('team')).id, 'a');
    expect(await outbox.flush()).toMatchObject({ failed: 1 });
    clock.advance(2_000);
    expect(await outbox.flush()).toMatchObject({ sent: 1 });
    expect(chat.attempts).toEqual(['a', 'a']);
    expect(chat.arrived).toEqual(['a']);
  });

  it('gives up on a failing post with its reason, continues with the next, and can resend it', async () => {
    const { store } = await open();
    const { clock, chat, outbox, place, post } = await setUp(store, new FakeChat(), { maxRefusals: 3 });
    let broken = true;
    chat.fate = (sent) => {
      if (!broken) return undefined;
      if (sent.key === 'gone') return { ok: false, reason: 'not in the channel', final: true };
      return sent.key === 'bad' ? { ok: false, reason: 'no such word', refused: true } : undefined;
    };
    const { id } = await place('team');
    await post(id, 'gone', 'bad', 'good');
    for (let n = 0; n < 6; n++) {
      await outbox.flush();
      clock.advance(60_000);
    }
    expect(chat.arrived).toEqual(['good']);
    const dead = await deadPosts(store.db, 10);
    expect(dead.map((row) => [row.dedupeKey, row.attempts, row.lastError])).toEqual([
      ['gone', 1, 'not in the channel'],
      ['bad', 3, 'no such word'],
    ]);
    broken = false;
    await store.tx((tx) =>
      resend(
        tx,
        dead.map((row) => row.id),
        clock.now(),
      ),
    );
    await outbox.flush();
    expect(chat.arrived).toEqual(['good', 'gone', 'bad']);
  });
});

const alerts = runs(100, 500);

describe('a storm of alerts', () => {
  it(`loses none of ${alerts} alerts, keeps their order, and obeys the platform’s rate limit`, async () => {
    const { store } = await freshSqlite();
    const { clock, chat, outbox, place, post } = await setUp(store, new FakeChat(20));
    const sentAt: number[] = [];
    chat.fate = (sent, attempt) => {
      if (attempt === 1 && Number(sent.key.slice(1)) % 37 === 0)
        return { ok: false, reason: 'busy', retryAfter: 5 };
      sentAt.push(clock.now().getTime());
      return undefined;
    };
    const keys = Array.from({ length: alerts }, (_, n) => `k${n}`);
    await post((await place('team')).id, ...keys);
    for (let n = 0; n < 600 && chat.arrived.length < keys.length; n++) {
      await outbox.flush();
      clock.advance(5_000);
    }
    expect(chat.arrived).toEqual(keys);
    expect(await duePosts(store.db, clock.now(), 10)).toEqual([]);
    for (const [index, at] of sentAt.entries()) {
      const before = sentAt[index - 20];
      if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(60_000);
    }
  });
});

describe('stopping the outbox', () => {
  it('waits for the current post and sends no other', async () => {
    const { store } = await freshSqlite();
    const { chat, outbox, place, post } = await setUp(store);
    let stopping: Promise<void> | undefined;
    chat.fate = () => {
      stopping = outbox.stop();
      return undefined;
    };
    await post((await place('team')).id, 'a', 'b');
    await outbox.flush();
    await stopping;
    expect(chat.arrived).toEqual(['a']);
    expect((await duePosts(store.db, new Date('2027-01-01'), 10)).map((row) => row.dedupeKey)).toEqual(['b']);
  });
});
