import type { ActStore } from '../../../kernel/chat/act-store.js';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Answer, ChatHost, PlaceRef } from '../../../kernel/chat/chat.js';
import { DurableActs } from '../../../kernel/chat/durable-acts.js';
import { InboundQueue } from '../../../kernel/chat/inbound-queue.js';
import { welcomeCall } from '../../../kernel/chat/welcome-call.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import type { Locale } from '../../../texts/languages.js';
import { asError } from '../api/failure.js';
import type { WecomPeople } from '../in/people.js';
import type { WecomHeard, WecomIncoming } from '../in/read.js';
import type { WecomShow } from '../out/show.js';
import type { Thinking } from '../out/thinking.js';

/** A second tap on the same button within that time is the same act, in ms: thumbs are quick, clients slow. */
const doubleTapMs = 10_000;

/** Takes people's acts to the product and shows the answers. */
export class WecomInbound {
  private readonly queue: InboundQueue;
  private readonly acts: DurableActs<WecomIncoming>;
  private readonly taps = new Map<string, { at: number; id: string }>();

  constructor(
    private readonly parts: {
      host: ChatHost;
      people: WecomPeople;
      show: WecomShow;
      thinking: Thinking;
      /** Resolves when there is a connection, or soon after without one. */
      connected(): Promise<void>;
      acts: ActStore;
      locale: Locale;
      log: PlatformLog;
      clock?: Clock;
    },
  ) {
    const failed = (error: unknown, act?: string) =>
      parts.log.error({ err: asError(error), act }, 'an act could not be answered');
    this.queue = new InboundQueue({ failed });
    this.acts = new DurableActs({
      ...{ store: parts.acts, queue: this.queue, failed },
      again: (incoming) => this.perform(incoming, Promise.resolve(true)),
    });
  }

  /** Carries out what an earlier process left over. */
  async start(): Promise<void> {
    await this.acts.start();
  }

  /** Carries out what was heard and shows the answer; never rejects. */
  hear(heard: WecomHeard): Promise<void> {
    if (heard.kind === 'entered')
      return this.queue.once(heard.id, () => this.welcome(heard.user, heard.id, heard.reqId));
    const began = this.now();
    const id = this.idOf(heard.incoming);
    const incoming = { ...heard.incoming, id };
    // WeCom wants no acknowledgement, and sends a message again at times for no reason that is known.
    return this.acts.take(id, incoming, (isNew) =>
      this.perform(
        incoming,
        // What cannot be stored is tried all the same: it never comes again.
        isNew.catch(() => undefined),
        began,
      ),
    );
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    this.acts.stop();
    await this.queue.drain();
  }

  /**
   * `isNew`: undefined where the act could not be stored. `began`: when it was heard, in ms; undefined for an act that an
   * earlier process left over.
   */
  private async perform(
    incoming: WecomIncoming,
    isNew: Promise<boolean | undefined>,
    began?: number,
  ): Promise<void> {
    const { host, people, show, thinking, locale, connected } = this.parts;
    const { id, user, place, act, reqId, taskId } = incoming;
    const work = this.acts.inTurn(user, id, async () => {
      const stored = await isNew;
      if (stored === false) return undefined;
      const speaker = await people.speaker(user);
      return await host.receive({ id, platform: 'wecom', speaker, place, act, isKept: stored === true });
    });
    const isLate = began === undefined;
    // A stream may only answer words, not taps.
    const answer = taskId || isLate ? await work : await thinking.during(reqId, locale, work);
    if (!answer) return;
    if (isLate) await connected();
    const tookMs = isLate ? Number.POSITIVE_INFINITY : this.now() - began;
    await show.answer(answer, { act: id, user, place, reqId, taskId, tookMs });
  }

  private async welcome(user: string, id: string, reqId: string): Promise<void> {
    const { host, people, show } = this.parts;
    const speaker = await people.speaker(user);
    const place: PlaceRef = { id: user, kind: 'private' };
    const act = { kind: 'tap' as const, call: welcomeCall };
    const answer: Answer = await host.receive({ id, platform: 'wecom', speaker, place, act });
    await show.welcome(answer, reqId);
  }

  /** The id of an act: the first one's, where the same person taps the same button again at once. */
  private idOf({ id, user, taskId, act }: WecomIncoming): string {
    if (!taskId) return id;
    const key = JSON.stringify([taskId, user, act]);
    const now = this.now();
    for (const [known, { at }] of this.taps) if (now - at > doubleTapMs) this.taps.delete(known);
    const before = this.taps.get(key);
    if (before) return before.id;
    this.taps.set(key, { at: now, id });
    return id;
  }

  private now(): number {
    return (this.parts.clock ?? systemClock).now().getTime();
  }
}
