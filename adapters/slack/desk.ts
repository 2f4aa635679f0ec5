import type { Answer, ChatHost, Inbound, Speaker } from '../../kernel/chat/chat.js';
import { type Clock, systemClock } from '../../kernel/time/clock.js';
import type { Locale } from '../../texts/languages.js';
import type { SlackChannel, SlackChannels } from './in/channels.js';
import type { SlackPeople } from './in/people.js';
import type { SlackLog } from './logger.js';
import { waitingModal } from './out/modal.js';
import type { SlackPlace, SlackShow } from './out/show.js';
import type { Windows } from './out/windows.js';

/** One act of a person, read from whatever Slack sent. */
export interface SlackIncoming {
  /** The same for every delivery of the act. */
  id: string;
  user: string;
  act: Inbound['act'];
  /** The conversation it was done in; absent in the Home tab and for shortcuts that belong to none. */
  channel?: string;
  thread?: string;
  responseUrl?: string;
  /** Opens a window, for three seconds. */
  trigger?: string;
  message?: { ts: string; ephemeral: boolean };
  /** The window it was done in. */
  window?: string;
  /** Ids of colleagues the words mention. */
  mentions?: string[];
}

/** What became of an act: its answer, and where that is shown. */
export interface Done {
  answer: Answer;
  where: SlackPlace;
}

/** A trigger older than that is not worth trying, in ms. */
const triggerMs = 2_600;
/** Acts remembered, so that a second delivery shows nothing twice. */
const remembered = 5_000;

/** Takes people's acts to the product, each once, one person's in the order they came. */
export class Desk {
  private readonly acts = new Map<string, Promise<void>>();
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly parts: {
      host: ChatHost;
      people: SlackPeople;
      channels: SlackChannels;
      windows: Windows;
      show: SlackShow;
      locale: Locale;
      log: SlackLog;
      /** Told who has acted: what they see elsewhere may have changed. */
      acted(user: string): void;
      clock?: Clock;
    },
  ) {}

  /** Carries an act out and shows its answer; resolves when both are done, and never rejects. */
  perform(incoming: SlackIncoming): Promise<void> {
    return this.once(incoming, async () => {
      const { answer, where } = await this.receive(incoming);
      await this.parts.show.answer(answer, where);
      this.parts.acted(incoming.user);
    });
  }

  /** The same in two steps, for a submission: Slack shows a form's errors only in the answer to it. */
  async receive(incoming: SlackIncoming): Promise<Done> {
    const { host, windows, locale } = this.parts;
    const began = this.now();
    const opened =
      incoming.trigger && host.asks(incoming.act)
        ? windows.open(incoming.trigger, waitingModal(locale))
        : undefined;
    const [speaker, channel] = await Promise.all([this.speakerOf(incoming), this.channelOf(incoming)]);
    const mentions = await this.colleagues(incoming.mentions ?? []);
    const { id, user, act } = incoming;
    const inbound: Inbound = { id, platform: 'slack', speaker, place: channel.place, act, mentions };
    const answer = await this.inTurn(user, () => host.receive(inbound));
    const late = this.now() - began > triggerMs;
    const { thread, responseUrl, message } = incoming;
    return {
      answer,
      where: {
        user,
        locale: speaker.locale ?? locale,
        channel,
        thread,
        responseUrl,
        message,
        window: (await opened) ?? incoming.window,
        trigger: opened || late ? undefined : incoming.trigger,
      },
    };
  }

  /** Runs what is left of an act that was received apart. */
  finish(incoming: SlackIncoming, work: () => Promise<void>): Promise<void> {
    return this.once(incoming, async () => {
      await work();
      this.parts.acted(incoming.user);
    });
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  private once({ id, user }: SlackIncoming, work: () => Promise<void>): Promise<void> {
    const before = this.acts.get(id);
    if (before) return before;
    const run = work().catch((error) => {
      this.parts.log.error({ err: error, act: id, user }, 'an act could not be answered');
    });
    this.acts.set(id, run);
    this.running.add(run);
    run.finally(() => this.running.delete(run));
    for (const key of this.acts.keys()) {
      if (this.acts.size <= remembered) break;
      this.acts.delete(key);
    }
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

  private speakerOf({ user }: SlackIncoming): Promise<Speaker> {
    return this.parts.people.speaker(user);
  }

  /**
   * A private chat of two people, or of several, is none of the bot's: what is said there is taken as said to the
   * bot in private, and answered to the speaker alone.
   */
  private async channelOf({ channel, user }: SlackIncoming): Promise<SlackChannel> {
    const { channels } = this.parts;
    if (channel === undefined || channel.startsWith('D')) {
      const own = await channels.privateChat(user);
      return { place: { id: own, kind: 'private' }, member: true, shared: false };
    }
    return await channels.channel(channel);
  }

  private async colleagues(ids: string[]): Promise<Speaker[]> {
    const all = await Promise.all(ids.map((id) => this.parts.people.speaker(id)));
    return all.filter((speaker) => !speaker.outsider);
  }

  private now(): number {
    return (this.parts.clock ?? systemClock).now().getTime();
  }
}
