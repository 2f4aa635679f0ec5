import type { Chat, Platform } from '../../kernel/chat/chat.js';
import { systemClock } from '../../kernel/time/clock.js';
import { eventsAfter, eventsOfAct } from '../../store/activity/event-queries.js';
import type { Store } from '../../store/engine/store.js';
import {
  type MessageKey,
  messagesAt,
  messagesWithRecords,
  newestMessages,
} from '../../store/messages/posted-cards.js';
import { findPlace } from '../../store/people/place-queries.js';
import type { Event, PostedCard } from '../../store/schema/row-types.js';
import { idFrom } from '../../store/statements/ids.js';
import { isReceipt } from './view-rows.js';
import type { Views } from './views.js';
import { type Touched, touchedBy, type WallChange } from './wall-changes.js';

export interface RedrawOptions {
  store: Store;
  views: Views;
  chats: ReadonlyMap<Platform, Chat>;
  log: { warn(details: object, message: string): void };
}

/** Messages looked at for one act. */
const looked = 80;
/** Messages looked at after the rules have changed. */
const lookedEverywhere = 500;
/** Newest messages redrawn for one act, where a platform counts nothing. */
const most = 5;
/** Events read at a time. */
const page = 200;
/** Events of other processes may become visible so much later than they were numbered, in ms. */
const overlapMs = 10_000;

/**
 * Keeps the cards on the wall up to date: after an act or a job, draws anew the newest message of each card that shows
 * what it changed, and every message that shows what somebody may no longer see. A message that cannot be redrawn is
 * left, since its next tap answers with the present state.
 */
export class Redraw {
  private readonly waiting: WallChange[] = [];
  private readonly known = new Map<string, number>();
  private running: Promise<void> | undefined;
  private stopped = false;
  private isPolling = false;
  /** Ids of events follow the machine's time, whatever the product's clock says. */
  private from = machineMs();

  constructor(private readonly options: RedrawOptions) {}

  /** Queues what an act changed; returns at once. */
  changed(change: WallChange): void {
    this.waiting.push(change);
    this.go();
  }

  /** Looks for what jobs, other processes and imports changed; returns at once. */
  poll(): void {
    this.isPolling = true;
    this.go();
  }

  /** Takes from the wall what its readers may no longer see by other rules; returns at once. */
  rulesChanged(): void {
    this.waiting.push({ acts: [], isEverywhere: true });
    this.go();
  }

  /** Waits until nothing is left to draw. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Waits for the card being drawn; drops the queue. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private go(): void {
    if (this.stopped) return;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      if (this.waiting.length > 0 || this.isPolling) this.go();
    });
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const change = this.waiting.shift();
      if (!change && !this.isPolling) return;
      try {
        if (change) await this.follow(await this.eventsOf(change), change);
        else {
          this.isPolling = false;
          await this.follow(await this.newEvents(), { acts: [] });
        }
      } catch (error) {
        this.options.log.warn({ err: error, acts: change?.acts }, 'cards could not be redrawn');
      }
    }
  }

  private async eventsOf({ acts }: WallChange): Promise<Event[]> {
    const events: Event[] = [];
    for (const act of acts) events.push(...(await eventsOfAct(this.options.store.db, act)));
    for (const { id } of events) this.known.set(id, machineMs());
    return events;
  }

  /** The events that no act of this process brought here. */
  private async newEvents(): Promise<Event[]> {
    const now = machineMs();
    for (const [id, at] of this.known) if (now - at > 3 * overlapMs) this.known.delete(id);
    const found: Event[] = [];
    let after = idFrom(new Date(this.from - overlapMs));
    for (;;) {
      const events = await eventsAfter(this.options.store.db, after, page);
      found.push(...events.filter(({ id }) => !this.known.has(id)));
      for (const { id } of events) this.known.set(id, now);
      const last = events.at(-1);
      if (!last || events.length < page) break;
      after = last.id;
    }
    this.from = now;
    return found;
  }

  private async follow(events: readonly Event[], change: WallChange): Promise<void> {
    const { db } = this.options.store;
    const touched = await touchedBy(db, events);
    const must = await this.withdrawn(touched, change);
    const records = [...touched.records].filter((number) => !touched.withdrawn.has(number));
    const may = await messagesWithRecords(db, records, looked);
    const skipped = new Set(change.except ? [nameOf(change.except)] : []);
    for (const view of [...must, ...this.newest(may, change)]) {
      const name = nameOf(view);
      if (!skipped.has(name) && !this.stopped) await this.draw(view);
      skipped.add(name);
    }
  }

  /** The messages that may show what somebody may no longer see, or what was taken back. */
  private async withdrawn(
    { withdrawn, places, isEverywhere }: Touched,
    change: WallChange,
  ): Promise<PostedCard[]> {
    const { store, views } = this.options;
    const found = await messagesWithRecords(store.db, [...withdrawn], looked);
    const others: PostedCard[] = [];
    for (const { platform, externalId: placeExternalId } of [...places.values(), ...(change.places ?? [])])
      others.push(...(await messagesAt(store.db, { platform, placeExternalId }, looked)));
    if (isEverywhere || change.isEverywhere)
      others.push(...(await newestMessages(store.db, lookedEverywhere)));
    for (const view of others) if (await views.hasLost(view)) found.push(view);
    return found;
  }

  /**
   * Of each card and place the newest message, as many as the platform has room for. Receipts stay as they are, but for
   * that of an act that was taken back.
   */
  private newest(found: readonly PostedCard[], { acts }: WallChange): PostedCard[] {
    const cards = new Set<string>();
    const counts = new Map<string, number>();
    return found.filter(({ platform, placeExternalId, cardKey, actId }) => {
      const isOwn = actId !== null && acts.includes(actId);
      const card = JSON.stringify([platform, placeExternalId, cardKey]);
      const count = counts.get(platform) ?? 0;
      const room = this.options.chats.get(platform)?.mostRedraws ?? most;
      if (cards.has(card) || count >= room || (isReceipt(cardKey) && !isOwn)) return false;
      cards.add(card);
      counts.set(platform, count + 1);
      return true;
    });
  }

  private async draw(view: PostedCard): Promise<void> {
    const chat = this.options.chats.get(view.platform);
    if (!chat?.update) return;
    const { kind = 'group' as const, name } =
      (await findPlace(this.options.store.db, view.platform, view.placeExternalId)) ?? {};
    const place = { id: view.placeExternalId, kind, name };
    await this.options.views.redraw(
      view,
      async (card, locale) =>
        (await chat.update?.(place, view.messageId, card, locale)) ?? { ok: false, reason: 'no updates' },
    );
  }
}

const machineMs = (): number => systemClock.now().getTime();

const nameOf = ({ platform, placeExternalId, messageId }: MessageKey): string =>
  JSON.stringify([platform, placeExternalId, messageId]);
