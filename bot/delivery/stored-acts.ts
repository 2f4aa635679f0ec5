import { type ActStore, BehindAnother, type OpenAct } from '../../kernel/chat/act-store.js';
import type { Platform } from '../../kernel/chat/chat.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { whileBusy } from '../../store/engine/while-busy.js';
import {
  incomingOf,
  markDone,
  openActs,
  putOffAct,
  type ReceivedAct,
  storeReceived,
  takeAct,
} from '../../store/messages/inbox-queries.js';
import type { InboxRow } from '../../store/schema/row-types.js';
import { type Db, storeBusy } from '../../store/statements/db.js';
import { newId } from '../../store/statements/ids.js';
import type { DeadAct, KeptAct } from './dead-act.js';

export interface StoredActsOptions {
  store: Store;
  /** The product's time, by which rows are cleaned up. */
  clock: Clock;
  /** The machine's time, by which others wait for this process. */
  machineClock: Clock;
  /** Names this process. */
  holder: string;
  /** Whether a holder's process is known to be gone. */
  isGone(holder: string): boolean;
  /** Tells the admins of an act that was given up, in the transaction that ends it. */
  gaveUp(tx: Db, act: DeadAct): Promise<void>;
  /** Logs an unexpected fault and returns its incident number. */
  incident(error: unknown, about: Record<string, unknown>): string;
  log: { error(about: object, message: string): void };
}

/** How long a process has an act to itself, in ms; then others on other machines may think that it died. */
const heldMs = 2 * 60_000;
/** How long an act may be put off at most, in ms: a longer time was written by a clock that was wrong. */
const longestPutOffMs = 10 * 60_000;
/** An act that was taken up so often waits its time, even if its process died: it may be what kills processes. */
const quickAttempts = 3;
/** Marks written together, and how long the first one of them waits, in ms. */
const markMs = 50;
/** How soon marks that could not be written are tried again, in ms. */
const markAgainMs = 10_000;
const pageSize = 200;
const mostTaken = 5_000;

interface Arriving {
  act: ReceivedAct;
  resolve(isNew: boolean): void;
  reject(error: unknown): void;
}

/** An act's place among those of its person. */
interface Queued {
  platform: string;
  turn: string;
  user: string | undefined;
}

/** The acts of all platforms in the inbox; whatever arrives while a write is under way is written together. */
export class StoredActs {
  private arriving: Arriving[] = [];
  private writing: Promise<void> = Promise.resolve();
  private isWriting = false;
  /** Done acts that are not marked yet, by platform. */
  private readonly done = new Map<Platform, string[]>();
  private marking: NodeJS.Timeout | undefined;
  private marked: Promise<void> = Promise.resolve();
  /** Acts that are being put off or given up; these writes never reject. */
  private readonly noting = new Set<Promise<void>>();
  /** Acts that this process has under way: it does not take them up again. */
  private readonly mine = new Map<string, Queued>();
  /** Acts of which nothing was done yet and which wait: later ones of the same person wait behind them. */
  private readonly waiting = new Map<string, Queued>();

  constructor(private readonly options: StoredActsOptions) {}

  /** The acts of one platform. */
  of(platform: Platform): ActStore {
    return {
      receive: (id, incoming) => this.receive(platform, id, incoming),
      done: (id) => this.finish(platform, id),
      holdUp: (id, error) => this.holdUp(platform, id, error),
      isBehind: (id) => this.isBehind(platform, id),
      putOff: (id, ms) => this.noteLater(this.putOff(platform, id, ms)),
      giveUp: (id, error) => this.noteLater(this.giveUp(platform, id, error)),
      takeOpen: () => this.takeOpen(platform),
    };
  }

  /** Writes what is not written yet. */
  async stop(): Promise<void> {
    await this.writing;
    await Promise.all(this.noting);
    await this.mark();
  }

  private receive(platform: Platform, eventId: string, incoming: unknown): Promise<boolean> {
    const { clock, machineClock, holder } = this.options;
    const notBefore = new Date(machineClock.now().getTime() + heldMs);
    const act = { platform, eventId, incoming, at: clock.now(), turn: newId(), holder, notBefore };
    return new Promise((resolve, reject) => {
      this.arriving.push({ act, resolve, reject });
      if (!this.isWriting) this.writing = this.writeArrived();
    });
  }

  private async writeArrived(): Promise<void> {
    this.isWriting = true;
    while (this.arriving.length > 0) {
      const batch = new Map<string, Arriving>();
      const later: Arriving[] = [];
      for (const one of this.arriving) {
        const key = keyOf(one.act);
        // A second delivery within the batch is judged by what the first one left.
        if (batch.has(key) || batch.size >= pageSize) later.push(one);
        else batch.set(key, one);
      }
      this.arriving = later;
      const all = [...batch.values()];
      try {
        const acts = all.map(({ act }) => act);
        const fresh = await whileBusy(() => this.options.store.tx((tx) => storeReceived(tx, acts)));
        for (const { act, resolve } of all) {
          const isNew = fresh.has(`${act.platform} ${act.eventId}`);
          if (isNew) this.mine.set(keyOf(act), queuedOf(act));
          resolve(isNew);
        }
      } catch (error) {
        for (const { reject } of all) reject(error);
      }
    }
    this.isWriting = false;
  }

  private noteLater(write: Promise<void>): void {
    this.noting.add(write);
    write.finally(() => this.noting.delete(write));
  }

  private holdUp(platform: Platform, eventId: string, error: unknown): void {
    const key = keyOf({ platform, eventId });
    const act = this.mine.get(key);
    if (act && (error instanceof BehindAnother || storeBusy(error))) this.waiting.set(key, act);
  }

  private isBehind(platform: Platform, eventId: string): boolean {
    const act = this.mine.get(keyOf({ platform, eventId }));
    if (act?.user === undefined) return false;
    const isAhead = (one: Queued) =>
      one.platform === platform && one.user === act.user && one.turn < act.turn;
    return [...this.waiting.values()].some(isAhead);
  }

  private finish(platform: Platform, id: string): void {
    this.waiting.delete(`${platform} ${id}`);
    this.noteDone(platform, [id]);
    this.marking ??= setTimeout(() => void this.mark(), markMs).unref();
  }

  private noteDone(platform: Platform, ids: readonly string[]): void {
    const marks = this.done.get(platform);
    if (marks) marks.push(...ids);
    else this.done.set(platform, [...ids]);
  }

  private mark(): Promise<void> {
    this.marked = this.marked.then(() => this.markNow());
    return this.marked;
  }

  /** An act that is not marked before the process ends is carried out again, and its stored answer shown again. */
  private async markNow(): Promise<void> {
    clearTimeout(this.marking);
    this.marking = undefined;
    const marks = [...this.done];
    this.done.clear();
    if (marks.length === 0) return;
    const write = async (tx: Db) => {
      for (const [platform, ids] of marks)
        for (let from = 0; from < ids.length; from += pageSize)
          await markDone(tx, platform, ids.slice(from, from + pageSize));
    };
    try {
      await whileBusy(() => this.options.store.tx(write));
      for (const [platform, ids] of marks) for (const id of ids) this.mine.delete(`${platform} ${id}`);
    } catch (error) {
      this.options.log.error({ err: error }, 'acts that are done could not be marked so');
      for (const [platform, ids] of marks) this.noteDone(platform, ids);
      this.marking ??= setTimeout(() => void this.mark(), markAgainMs).unref();
    }
  }

  private async putOff(platform: Platform, eventId: string, ms: number): Promise<void> {
    const { store, machineClock, log } = this.options;
    const until = new Date(machineClock.now().getTime() + ms);
    try {
      await whileBusy(() => store.tx((tx) => putOffAct(tx, { platform, eventId }, until)));
    } catch (error) {
      log.error({ err: error, event: eventId }, 'an act could not be put off');
    }
    this.mine.delete(`${platform} ${eventId}`);
  }

  private async giveUp(platform: Platform, eventId: string, error: unknown): Promise<void> {
    const { store, gaveUp, log } = this.options;
    const incident = this.options.incident(error, { platform, event: eventId });
    try {
      await whileBusy(() =>
        store.tx(async (tx) => {
          const incoming = await incomingOf(tx, { platform, eventId });
          await markDone(tx, platform, [eventId]);
          await gaveUp(tx, { platform, eventId, incoming, incident });
        }),
      );
    } catch (fault) {
      log.error({ err: fault, event: eventId }, 'an act could not be given up');
    }
    this.mine.delete(`${platform} ${eventId}`);
    this.waiting.delete(`${platform} ${eventId}`);
  }

  private async takeOpen(platform: Platform): Promise<OpenAct[]> {
    const { store, machineClock, holder } = this.options;
    const taken: OpenAct[] = [];
    const now = machineClock.now().getTime();
    const known = [...this.waiting].filter(([key, one]) => one.platform === platform && !this.mine.has(key));
    const left = new Map<string, Queued>();
    for (let after = ''; taken.length < mostTaken; ) {
      const page = await openActs(store.db, platform, after, pageSize);
      const free = this.freeAmong(page, now, left);
      if (free.length > 0) {
        const until = new Date(now + heldMs);
        const won = await store.tx(async (tx) => {
          const acts: InboxRow[] = [];
          for (const act of free) if (await takeAct(tx, act, { holder, until })) acts.push(act);
          return acts;
        });
        for (const act of won) {
          this.mine.set(keyOf(act), queuedOf(act));
          this.waiting.delete(keyOf(act));
          taken.push({ id: act.eventId, incoming: act.incoming, attempts: act.attempts + 1 });
        }
      }
      const last = page.at(-1)?.turn;
      if (page.length < pageSize || !last) break;
      after = last;
    }
    for (const [key] of known) if (!left.has(key)) this.waiting.delete(key);
    for (const [key, act] of left) if (!this.mine.has(key)) this.waiting.set(key, act);
    return taken;
  }

  /** The acts that may be taken up; notes in `left` those that wait, for their time or behind an earlier one. */
  private freeAmong(page: readonly InboxRow[], now: number, left: Map<string, Queued>): InboxRow[] {
    return page.filter((act) => {
      const key = keyOf(act);
      if (this.mine.has(key)) return false;
      const one = queuedOf(act);
      const isBehind = one.user !== undefined && [...left.values()].some(({ user }) => user === one.user);
      if (this.isFree(act, now) && !isBehind) return true;
      // One that another process carries out holds nobody up, nor does one whose effect is there.
      const isWaiting = act.holder === null || this.options.isGone(act.holder);
      if (isWaiting && act.answer === null) left.set(key, one);
      return false;
    });
  }

  private isFree({ notBefore, holder, attempts }: InboxRow, now: number): boolean {
    const until = notBefore?.getTime() ?? 0;
    if (until <= now || until > now + longestPutOffMs) return true;
    return attempts < quickAttempts && holder !== null && this.options.isGone(holder);
  }
}

const queuedOf = ({
  platform,
  turn,
  incoming,
}: Pick<InboxRow, 'platform' | 'turn' | 'incoming'>): Queued => ({
  platform,
  turn: turn ?? '',
  user: (incoming as KeptAct | null)?.user,
});

const keyOf = ({ platform, eventId }: Pick<InboxRow, 'platform' | 'eventId'>): string =>
  `${platform} ${eventId}`;
