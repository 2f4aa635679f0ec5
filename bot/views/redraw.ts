import type { Chat, Platform } from '../../kernel/chat/chat.js';
import { eventsAfter, eventsOfAct } from '../../store/activity/event-queries.js';
import type { Store } from '../../store/engine/store.js';
import { type MessageKey, messagesAt, messagesWithRecords } from '../../store/messages/posted-cards.js';
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
  private from = Date.now();

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
    for (const { id } of events) this.known.set(id, Date.now());
    return events;
  }

  /** The events that no act of this process brought here. */
  private async newEvents(): Promise<Event[]> {
    const now = Date.now();
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
    const records = [...new Set([...touched.records, ...touched.withdrawn])];
    const found = await messagesWithRecords(db, records, looked);
    for (const { platform, externalId: placeExternalId } of touched.places.values())
      found.push(...(await messagesAt(db, { platform, placeExternalId }, looked)));
    const chosen = await this.chosen(found, touched, change);
    for (const view of chosen) if (!this.stopped) await this.draw(view);
  }

  /**
   * The messages to draw: all that may show what is no one's to see any more, and of the others the newest of each card
   * and place, as many as the platform has room for. Receipts stay as they are, but for one whose act was taken back.
   */
  private async chosen(found: readonly PostedCard[], touched: Touched, { acts, except }: WallChange) {
    const withdrawn = new Set<string>();
    const { db } = this.options.store;
    for (const view of await messagesWithRecords(db, [...touched.withdrawn], looked))
      withdrawn.add(nameOf(view));
    const places = new Set([...touched.places.values()].map((one) => `${one.platform} ${one.externalId}`));
    const cards = new Set<string>();
    const counts = new Map<string, number>();
    const seen = new Set<string>(except ? [nameOf(except)] : []);
    const chosen: PostedCard[] = [];
    for (const view of found) {
      const name = nameOf(view);
      if (seen.has(name)) continue;
      seen.add(name);
      const place = `${view.platform} ${view.placeExternalId}`;
      const must = withdrawn.has(name) || places.has(place);
      const isOwn = view.actId !== null && acts.includes(view.actId);
      if (!must && isOwn !== isReceipt(view.cardKey)) continue;
      const card = `${place} ${view.cardKey}`;
      const count = counts.get(view.platform) ?? 0;
      const room = this.options.chats.get(view.platform)?.mostRedraws ?? most;
      if (!must && (cards.has(card) || count >= room)) continue;
      cards.add(card);
      counts.set(view.platform, count + 1);
      chosen.push(view);
    }
    return chosen;
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

const nameOf = ({ platform, placeExternalId, messageId }: MessageKey): string =>
  JSON.stringify([platform, placeExternalId, messageId]);
