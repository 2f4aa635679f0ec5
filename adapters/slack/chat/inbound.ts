import type { ActStore } from '../../../kernel/chat/act-store.js';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Answer, ChatHost, Inbound, Speaker } from '../../../kernel/chat/chat.js';
import { DurableActs } from '../../../kernel/chat/durable-acts.js';
import { InboundQueue } from '../../../kernel/chat/inbound-queue.js';
import { welcomeCall } from '../../../kernel/chat/welcome-call.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import type { Locale } from '../../../texts/languages.js';
import { inTime } from '../connection/in-time.js';
import { waitingModal } from '../draw/modal.js';
import type { SlackChannel, SlackChannels } from '../in/channels.js';
import type { SlackPeople } from '../in/people.js';
import type { SlackIncoming } from '../in/read.js';
import type { SlackPlace, SlackShow } from '../out/show.js';
import type { Windows } from '../out/windows.js';

/** What became of an act: its answer, and where that is shown. */
export interface Done {
  answer: Answer;
  where: SlackPlace;
}

/** A trigger older than that is not worth trying, in ms. */
const triggerMs = 2_600;
/** A command or a tap is acknowledged by then; Slack's own deadline is 3 s. */
const ackMs = 1_500;

/** Takes people's acts to the product and shows the answers. */
export class SlackInbound {
  private readonly queue: InboundQueue;
  private readonly acts: DurableActs<SlackIncoming>;

  constructor(
    private readonly parts: {
      host: ChatHost;
      people: SlackPeople;
      channels: SlackChannels;
      windows: Windows;
      show: SlackShow;
      locale: Locale;
      log: PlatformLog;
      /** Told who has acted: what they see elsewhere may have changed. */
      acted(user: string): void;
      acts: ActStore;
      clock?: Clock;
    },
  ) {
    const failed = (error: unknown, act?: string) =>
      parts.log.error({ err: error, act }, 'an act could not be answered');
    this.queue = new InboundQueue({ failed });
    this.acts = new DurableActs({
      ...{ store: parts.acts, queue: this.queue, failed },
      // Its trigger has lapsed, and its window is closed or says that it waits.
      again: (incoming) => this.perform({ ...incoming, trigger: undefined }),
    });
  }

  /** Carries out what an earlier process left over. */
  async start(): Promise<void> {
    await this.acts.start();
  }

  /**
   * Stores an act, acknowledges it, carries it out and shows its answer; never rejects. A command or a tap comes only
   * once, so it is acknowledged in time even if the database is busy, and tried even if it could not be stored.
   */
  take(incoming: SlackIncoming, acknowledge: () => Promise<void>): Promise<void> {
    return this.acts.take(incoming.id, incoming, async (stored) => {
      const isNew = stored.catch(() => undefined);
      const known = await inTime(isNew, ackMs, true);
      const acknowledged = acknowledge();
      if (known !== false) await this.perform(incoming, isNew);
      await acknowledged;
    });
  }

  /**
   * The same for an event, which Slack sends again until it is acknowledged. Rejects if it could not be stored; resolves
   * once it is, and carries it out then.
   */
  async takeEvent(incoming: SlackIncoming): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      void this.acts.take(incoming.id, incoming, async (stored) => {
        stored.then(() => resolve(), reject);
        if (await stored) await this.perform(incoming);
      });
    });
  }

  /**
   * The same for a submission, whose errors Slack shows only in the answer to it: `work` gets what became of it, or
   * undefined if it came before, and acknowledges.
   */
  takeSubmission(
    incoming: SlackIncoming,
    work: (done: Promise<Done | undefined>) => Promise<void>,
  ): Promise<void> {
    return this.acts.take(incoming.id, incoming, async (stored) => {
      const isNew = stored.catch(() => undefined);
      await work(this.receive(incoming, isNew));
      if ((await isNew) !== false) this.parts.acted(incoming.user);
    });
  }

  private async perform(
    incoming: SlackIncoming,
    isNew: Promise<boolean | undefined> = Promise.resolve(true),
  ): Promise<void> {
    const done = await this.receive(incoming, isNew);
    if (!done) return;
    await this.parts.show.answer(done.answer, done.where);
    this.parts.acted(incoming.user);
  }

  /** Carries an act out, unless it came before; `isNew` is undefined where it could not be stored. */
  async receive(
    incoming: SlackIncoming,
    isNew: Promise<boolean | undefined> = Promise.resolve(true),
  ): Promise<Done | undefined> {
    const { host, windows, locale } = this.parts;
    const began = this.now();
    const opened =
      incoming.trigger && host.asks(incoming.act)
        ? windows.open(incoming.trigger, waitingModal(locale))
        : undefined;
    const done = await this.acts.inTurn(incoming.user, incoming.id, async () => {
      const stored = await isNew;
      if (stored === false) return undefined;
      const { id, act, user, thread } = incoming;
      const [speaker, channel] = await Promise.all([
        this.parts.people.speaker(user),
        this.channelOf(incoming),
      ]);
      const mentions = await this.colleagues(incoming.mentions ?? []);
      const inbound: Inbound = {
        ...{ id, platform: 'slack', speaker, place: channel.place, thread, act, mentions },
        isKept: stored === true,
      };
      return { speaker, channel, answer: await host.receive(inbound) };
    });
    if (!done) return undefined;
    const { speaker, channel, answer } = done;
    const late = this.now() - began > triggerMs;
    const { user, thread, responseUrl, message } = incoming;
    return {
      answer,
      where: {
        act: incoming.id,
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

  /** Welcomes whoever opens the app for the first time, in their private chat; never rejects. */
  async welcome(user: string): Promise<void> {
    const { host, people, channels, log } = this.parts;
    try {
      const speaker = await people.speaker(user);
      const channel = await channels.privateChat(user);
      if (speaker.outsider || (await host.knows('slack', { id: channel, kind: 'private' }))) return;
      const act = { kind: 'tap' as const, call: welcomeCall };
      await this.take({ id: `w:${user}`, user, channel, act }, async () => undefined);
    } catch (error) {
      log.warn({ err: error, user }, 'somebody could not be welcomed');
    }
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    this.acts.stop();
    await this.queue.drain();
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
