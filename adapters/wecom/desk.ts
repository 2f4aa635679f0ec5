import type { Answer, ChatHost, PlaceRef } from '../../kernel/chat/chat.js';
import { type Clock, systemClock } from '../../kernel/time/clock.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { asError } from './connection/failure.js';
import type { WecomPeople } from './in/people.js';
import type { WecomHeard, WecomIncoming } from './in/read.js';
import type { WecomLog } from './logger.js';
import type { WecomShow } from './out/show.js';
import type { Thinking } from './out/thinking.js';

/** A second tap on the same button within that time is the same act, in ms: thumbs are quick, clients slow. */
const doubleTapMs = 10_000;
/** Acts remembered, so that a second delivery shows nothing twice. */
const remembered = 5_000;

/** Takes people's acts to the product, each once, one person's in the order they came. */
export class Desk {
  private readonly acts = new Map<string, Promise<void>>();
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly running = new Set<Promise<unknown>>();
  private readonly taps = new Map<string, { at: number; id: string }>();

  constructor(
    private readonly parts: {
      host: ChatHost;
      people: WecomPeople;
      show: WecomShow;
      thinking: Thinking;
      locale: Locale;
      log: WecomLog;
      clock?: Clock;
    },
  ) {}

  /** Carries out what was heard and shows the answer; never rejects. */
  hear(heard: WecomHeard): Promise<void> {
    if (heard.kind === 'media') return this.run(() => this.onlyWords(heard.place));
    if (heard.kind === 'entered')
      return this.once(heard.id, () => this.welcome(heard.user, heard.id, heard.reqId));
    const { incoming } = heard;
    return this.once(this.idOf(incoming), () => this.perform(incoming, this.idOf(incoming)));
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  private async perform(incoming: WecomIncoming, id: string): Promise<void> {
    const { host, people, show, thinking, locale } = this.parts;
    const { user, place, act, reqId, taskId } = incoming;
    const began = this.now();
    const work = this.inTurn(user, async () =>
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

  private once(id: string, work: () => Promise<void>): Promise<void> {
    const before = this.acts.get(id);
    if (before) return before;
    const run = this.run(work, id);
    this.acts.set(id, run);
    for (const key of this.acts.keys()) {
      if (this.acts.size <= remembered) break;
      this.acts.delete(key);
    }
    return run;
  }

  private run(work: () => Promise<void>, id?: string): Promise<void> {
    const run = work().catch((error) => {
      this.parts.log.error({ err: asError(error), act: id }, 'an act could not be answered');
    });
    this.running.add(run);
    run.finally(() => this.running.delete(run));
    return run;
  }

  private inTurn<T>(user: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(user) ?? Promise.resolve()).then(work);
    const tail = turn.catch(() => undefined);
    this.turns.set(user, tail);
    tail.then(() => {
      if (this.turns.get(user) === tail) this.turns.delete(user);
    });
    return turn;
  }

  private now(): number {
    return (this.parts.clock ?? systemClock).now().getTime();
  }
}
