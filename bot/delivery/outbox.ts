import { type Card, digestible } from '../../kernel/card/card.js';
import { cardInWords } from '../../kernel/card/shown-texts.js';
import type { Chat, Platform, Sent } from '../../kernel/chat/chat.js';
import { sentWithin } from '../../kernel/chat/sent-within.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { whileBusy } from '../../store/engine/while-busy.js';
import {
  anyAhead,
  correctTimes,
  duePosts,
  markFailed,
  markSent,
  placesInRetry,
  postsSentSince,
  takePost,
} from '../../store/messages/outbox-queries.js';
import { recordPostedCard } from '../../store/messages/posted-cards.js';
import { placeById } from '../../store/people/place-queries.js';
import type { OutboxRow, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import type { Locale } from '../../texts/languages.js';
import type { Held } from '../members/held-posts.js';
import type { Views } from '../views/views.js';
import type { WallChange } from '../views/wall-changes.js';

export interface OutboxOptions {
  store: Store;
  clock: Clock;
  /** The chats of this process; posts for other platforms wait for a process that has them. */
  chats: ReadonlyMap<Platform, Chat>;
  /** Decides whether a post may go to a group now; absent: each may. */
  hold?(place: Place, locale: Locale): Promise<Held | undefined>;
  /** Keeps which card a message shows; absent: by its key alone. */
  views?: Pick<Views, 'keep'>;
  log: {
    warn(details: object, message: string): void;
    error(details: object, message: string): void;
  };
  /** Refusals in words that nobody here knows, before a post is given up. */
  maxRefusals?: number;
  /** Called when a post must be taken back: other people than before read its group. */
  changed?(change: WallChange): void;
  /** Combines many short cards into one, for chats that ask for that. */
  digest?(cards: readonly Card[], locale: Locale): Card;
  /** 0 ≤ jitter < 1; tests bring their own. */
  jitter?(): number;
  /** Whether it may set its own timers for posts due within a minute; tests wake it themselves. */
  timers?: boolean;
}

export interface FlushResult {
  sent: number;
  failed: number;
  dead: number;
}

/** How long an attempt may take before another process may assume it is dead. */
const attemptMs = 60_000;
/**
 * How long a chat may take over one post; shorter than an attempt, so that a late answer finds the post still
 * ours.
 */
const sendMs = 45_000;
const firstWaitMs = 2_000;
/** Longest wait for a platform that cannot be asked, so that posts go out soon after it is back, in ms. */
const longestWaitMs = 5 * 60_000;
/** Longest wait after a refusal, in ms. */
const longestRefusedMs = 60 * 60_000;
/** About a day: the waits double up to an hour. */
const usualMaxRefusals = 34;
/** How often the outbox looks by itself whether a post is due, in ms. */
const tickMs = 15_000;
/** A time so much later than now was written while the clock was ahead, in ms. */
const aheadMs = 60_000;
const pageSize = 100;
/** Most cards in one digest. */
const inDigest = 20;
/** How soon to try an unavailable chat again. */
const awayMs = 3_000;
/** Places served at a time. */
const parallel = 8;

type Outcome = 'sent' | 'failed' | 'dead' | 'stop';

/**
 * Sends posts from the outbox: in order per place, and no faster than the platform allows. A post is marked
 * after it was sent, so a crash in between sends it again under the same key, which platforms with
 * idempotency keys recognise.
 */
export class Outbox {
  private running: Promise<FlushResult> | undefined;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private ticking: NodeJS.Timeout | undefined;

  constructor(private readonly options: OutboxOptions) {}

  /** Flushes now and from time to time, whatever the jobs do. */
  start(): void {
    this.ticking ??= setInterval(() => this.wake(), tickMs).unref();
    this.wake();
  }

  /** Starts a flush if none is running; returns at once. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.flush().catch((error) => this.options.log.error({ err: error }, 'the outbox could not be flushed'));
  }

  /** Sends everything that is due and allowed now. Concurrent calls share one run. */
  async flush(): Promise<FlushResult> {
    if (this.running) {
      this.again = true;
      return await this.running;
    }
    this.running = this.run();
    try {
      return await this.running;
    } finally {
      this.running = undefined;
    }
  }

  /** Takes no new posts and waits for those under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    clearInterval(this.ticking);
    await this.running?.catch(() => undefined);
  }

  private async run(): Promise<FlushResult> {
    const flushed: FlushResult = { sent: 0, failed: 0, dead: 0 };
    const { store, clock } = this.options;
    await this.correctTimes();
    do {
      this.again = false;
      const skipped = new Set(await placesInRetry(store.db, clock.now()));
      while (!this.stopped) {
        const due = await duePosts(store.db, clock.now(), pageSize, [...skipped]);
        if (due.length === 0) break;
        const queues = [...byPlace(due)];
        for (let from = 0; from < queues.length && !this.stopped; from += parallel) {
          await Promise.all(
            queues.slice(from, from + parallel).map(async ([placeId, posts]) => {
              if (!(await this.serve(placeId, posts, flushed))) skipped.add(placeId);
            }),
          );
        }
      }
    } while (this.again && !this.stopped);
    return flushed;
  }

  /** Posts whose times a wrong clock wrote would wait until the right one gets there. */
  private async correctTimes(): Promise<void> {
    const { store, clock, log } = this.options;
    const now = clock.now();
    if (!(await anyAhead(store.db, new Date(now.getTime() + aheadMs)))) return;
    const posts = await store.tx((tx) => correctTimes(tx, now, aheadMs));
    log.warn({ posts }, 'the clock was set back; the times of waiting posts were corrected');
  }

  /** Sends a place's posts in order; false if the place must be left alone for now. */
  private async serve(placeId: string, posts: OutboxRow[], flushed: FlushResult): Promise<boolean> {
    const { store, clock, chats } = this.options;
    const place = await placeById(store.db, placeId);
    const chat = place && chats.get(place.platform as Platform);
    if (place && !chat) return false;
    for (let at = 0; at < posts.length; ) {
      if (this.stopped) return false;
      if (chat) {
        if (chat.away?.()) {
          this.wakeIn(awayMs);
          return false;
        }
        const now = clock.now();
        const minuteAgo = new Date(now.getTime() - 60_000);
        if ((await postsSentSince(store.db, placeId, minuteAgo, now)) >= chat.postsPerMinute) {
          this.wakeIn(10_000);
          return false;
        }
      }
      const together = this.together(posts.slice(at), chat);
      const outcome = await this.attempt(together, place, chat);
      if (outcome === 'stop') return false;
      flushed[outcome] += together.length;
      if (outcome === 'failed') return false;
      at += together.length;
    }
    return true;
  }

  /**
   * Picks the posts of the next message: one, or a burst of short ones. Those that were tried together go together again,
   * as they may have arrived: the platform recognises their key.
   */
  private together(posts: OutboxRow[], chat: Chat | undefined): [OutboxRow, ...OutboxRow[]] {
    const [first, ...rest] = posts as [OutboxRow, ...OutboxRow[]];
    if (!this.options.digest || chat?.digestOver === undefined) return [first];
    const end = posts.findIndex(
      (post) => post.locale !== first.locale || !digestible(post.card as Card) || !triedTogether(post, first),
    );
    const burst = end < 0 ? posts.length : end;
    const fewest = first.attempts > 0 ? 1 : chat.digestOver;
    return burst > fewest ? [first, ...rest.slice(0, Math.min(burst, inDigest) - 1)] : [first];
  }

  private async attempt(
    posts: readonly [OutboxRow, ...OutboxRow[]],
    place: Place | undefined,
    chat: Chat | undefined,
  ): Promise<Outcome> {
    const { store, clock, log } = this.options;
    const now = clock.now();
    const until = new Date(now.getTime() + attemptMs);
    const [post] = posts;
    const isClaimed = await store.tx(async (tx) => {
      for (const one of posts) if (!(await takePost(tx, one, now, until))) return false;
      return true;
    });
    if (!isClaimed) return 'stop';
    const cards = posts.map((one) => one.card as Card);
    const drawn = (posts.length > 1 && this.options.digest?.(cards, post.locale)) || (post.card as Card);
    const held = place && (await this.options.hold?.(place, post.locale));
    const instead = held && !held.waits ? held : undefined;
    const card = cardInWords(instead?.card ?? drawn, post.locale);
    const before = Math.max(...posts.map((one) => one.attempts));
    let sent: Sent;
    if (!place || !chat) sent = { ok: false, reason: 'the place is gone', final: true };
    else if (held?.waits) sent = { ok: false, reason: 'nobody knows who is in the group', refused: true };
    else if (instead && !instead.card) {
      await whileBusy(() => store.tx((tx) => markAllSent(tx, posts, clock.now())));
      return 'sent';
    } else {
      const to = { id: place.externalId, kind: place.kind, name: place.name };
      const key = posts.length > 1 ? `digest:${post.dedupeKey}:${posts.length}` : post.dedupeKey;
      const mention = [...new Set(posts.flatMap((one) => one.mention ?? []))];
      const { locale } = post;
      // Where it is unknown whether a post arrived, it is sent again under the same key.
      sent = await sentWithin(sendMs, chat.send({ key, place: to, card, locale, mention }));
    }
    if (sent.ok) {
      const { messageId } = sent;
      const to = place as Place;
      const isLost = await whileBusy(() =>
        store.tx(async (tx) => {
          await instead?.told(tx);
          return await this.noteSent(tx, posts, to, card, messageId);
        }),
      );
      if (isLost) this.options.changed?.({ acts: [], places: [to] });
      return 'sent';
    }
    // If the platform names a time, the wait does not grow.
    const attempts = sent.retryAfter === undefined ? before + 1 : Math.max(before, 1);
    // Only what the platform refuses counts towards the end: a platform that is away is waited for.
    const refusals = Math.max(...posts.map((one) => one.refusals)) + (sent.refused ? 1 : 0);
    const dead = sent.final === true || refusals >= (this.options.maxRefusals ?? usualMaxRefusals);
    const notBefore = new Date(clock.now().getTime() + this.waitMs(attempts, sent));
    const failure = { attempts, refusals, lastError: sent.reason, notBefore, dead };
    await store.tx(async (tx) => {
      for (const one of posts) await markFailed(tx, one.id, failure);
    });
    const about = { post: post.id, key: post.dedupeKey, posts: posts.length, attempts, reason: sent.reason };
    if (dead) log.error(about, 'a post was given up; `genjin dead list` shows it');
    else {
      log.warn(about, 'a post failed and will be tried again');
      this.wakeIn(notBefore.getTime() - clock.now().getTime());
    }
    return dead ? 'dead' : 'failed';
  }

  private async noteSent(
    tx: Db,
    posts: readonly OutboxRow[],
    place: Place,
    card: Card,
    messageId: string,
  ): Promise<boolean> {
    const at = this.options.clock.now();
    await markAllSent(tx, posts, at);
    const { platform, externalId: placeExternalId } = place;
    const [{ locale, createdAt: moment }] = posts as [OutboxRow];
    const key = { platform, placeExternalId, messageId };
    const { views } = this.options;
    if (views) return await views.keep(tx, key, card, { at, locale, moment });
    await recordPostedCard(tx, { ...key, cardKey: card.key, at });
    return false;
  }

  /** Waits as long as the platform asks, else twice as long after each attempt, plus up to half at random. */
  private waitMs(attempts: number, { retryAfter, refused }: Extract<Sent, { ok: false }>): number {
    const jitter = 1 + (this.options.jitter ?? Math.random)() / 2;
    if (retryAfter !== undefined) return Math.ceil(Math.min(retryAfter * 1000, longestRefusedMs) * jitter);
    const longest = refused ? longestRefusedMs : longestWaitMs;
    return Math.min(longest, Math.round(firstWaitMs * 2 ** Math.min(attempts - 1, 20) * jitter));
  }

  /** Wakes for a short wait, for which the minute's tick would be too late. */
  private wakeIn(ms: number): void {
    if (this.options.timers === false || this.stopped || ms > 60_000) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), ms);
    this.timer.unref();
  }
}

async function markAllSent(tx: Db, posts: readonly OutboxRow[], at: Date): Promise<void> {
  for (const { id } of posts) await markSent(tx, id, at);
}

/** Whether the last attempt to send two posts was one, or neither was ever tried. */
const triedTogether = (one: OutboxRow, other: OutboxRow): boolean =>
  one.attempts > 0 === other.attempts > 0 && one.triedAt?.getTime() === other.triedAt?.getTime();

function byPlace(posts: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const queues = new Map<string, OutboxRow[]>();
  for (const post of posts) {
    const queue = queues.get(post.placeId);
    if (queue) queue.push(post);
    else queues.set(post.placeId, [post]);
  }
  return queues;
}
