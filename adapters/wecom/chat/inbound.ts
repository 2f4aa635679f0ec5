import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Answer, ChatHost, PlaceRef } from '../../../kernel/chat/chat.js';
import { InboundQueue } from '../../../kernel/chat/inbound-queue.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
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
  private readonly taps = new Map<string, { at: number; id: string }>();

  constructor(
    private readonly parts: {
      host: ChatHost;
      people: WecomPeople;
      show: WecomShow;
      thinking: Thinking;
      locale: Locale;
      log: PlatformLog;
      clock?: Clock;
    },
  ) {
    this.queue = new InboundQueue({
      failed: (error, act) => parts.log.error({ err: asError(error), act }, 'an act could not be answered'),
    });
  }

  /** Carries out what was heard and shows the answer; never rejects. */
  hear(heard: WecomHeard): Promise<void> {
    if (heard.kind === 'media') return this.queue.run(() => this.onlyWords(heard.place));
    if (heard.kind === 'entered')
      return this.queue.once(heard.id, () => this.welcome(heard.user, heard.id, heard.reqId));
    const { incoming } = heard;
    return this.queue.once(this.idOf(incoming), () => this.perform(incoming, this.idOf(incoming)));
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    await this.queue.drain();
  }

  private async perform(incoming: WecomIncoming, id: string): Promise<void> {
    const { host, people, show, thinking, locale } = this.parts;
    const { user, place, act, reqId, taskId } = incoming;
    const began = this.now();
    const work = this.queue.inTurn(user, async () =>
      host.receive({ id, platform: 'wecom', speaker: await people.speaker(user), place, act }),
    );
    // A stream may only answer words, not taps.
    const answer = taskId ? await work : await thinking.during(reqId, locale, work);
    await show.answer(answer, { user, place, reqId, taskId, tookMs: this.now() - began });
  }

  private async welcome(user: string, id: string, reqId: string): Promise<void> {
    const { host, people, show } = this.parts;
    const speaker = await people.speaker(user);
    const place: PlaceRef = { id: user, kind: 'private' };
    const act = { kind: 'tap' as const, call: { command: 'home', input: {} } };
    const answer: Answer = await host.receive({ id, platform: 'wecom', speaker, place, act });
    await show.welcome(answer, reqId);
  }

  private async onlyWords(place: PlaceRef): Promise<void> {
    await this.parts.show.words(place, textsIn(this.parts.locale).wecom.onlyWords);
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
