import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Answer, ChatHost, Inbound, Speaker } from '../../../kernel/chat/chat.js';
import { InboundQueue } from '../../../kernel/chat/inbound-queue.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import type { Locale } from '../../../texts/languages.js';
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

/** Takes people's acts to the product and shows the answers. */
export class SlackInbound {
  private readonly queue: InboundQueue;

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
      clock?: Clock;
    },
  ) {
    this.queue = new InboundQueue({
      failed: (error, act) => parts.log.error({ err: error, act }, 'an act could not be answered'),
    });
  }

  /** Carries an act out and shows its answer; resolves when both are done, and never rejects. */
  perform(incoming: SlackIncoming): Promise<void> {
    return this.queue.once(incoming.id, async () => {
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
    const { speaker, channel, answer } = await this.queue.inTurn(incoming.user, async () => {
      const { id, act, user } = incoming;
      const [speaker, channel] = await Promise.all([
        this.parts.people.speaker(user),
        this.channelOf(incoming),
      ]);
      const mentions = await this.colleagues(incoming.mentions ?? []);
      const inbound: Inbound = { id, platform: 'slack', speaker, place: channel.place, act, mentions };
      return { speaker, channel, answer: await host.receive(inbound) };
    });
    const late = this.now() - began > triggerMs;
    const { user, thread, responseUrl, message } = incoming;
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
    return this.queue.once(incoming.id, async () => {
      await work();
      this.parts.acted(incoming.user);
    });
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
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
