import type { ActStore } from '../../../kernel/chat/act-store.js';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { ChatHost, Inbound, Speaker } from '../../../kernel/chat/chat.js';
import { DurableActs } from '../../../kernel/chat/durable-acts.js';
import { InboundQueue } from '../../../kernel/chat/inbound-queue.js';
import { welcomeCall } from '../../../kernel/chat/welcome-call.js';
import type { Usage } from '../../../kernel/job/usage-port.js';
import type { Push } from '../connection/client.js';
import { topics } from '../connection/client.js';
import type { DingtalkPeople } from '../in/people.js';
import { type DingtalkIncoming, type RobotMessage, readMessage, readTap, type Tap } from '../in/read.js';
import type { DingtalkShow } from '../out/show.js';

/** A tap is answered within two seconds; some of them are for the way there. */
const tapMs = 1_700;

/** Takes people's acts to the product and shows the answers. */
export class DingtalkInbound {
  private readonly queue: InboundQueue;
  private readonly acts: DurableActs<DingtalkIncoming>;

  constructor(
    private readonly parts: {
      host: ChatHost;
      people: DingtalkPeople;
      show: DingtalkShow;
      usage: Usage;
      acts: ActStore;
      log: PlatformLog;
    },
  ) {
    const failed = (error: unknown, act?: string) =>
      parts.log.error({ err: error, act }, 'an act could not be answered');
    this.queue = new InboundQueue({ failed });
    this.acts = new DurableActs({
      ...{ store: parts.acts, queue: this.queue, failed },
      again: (incoming) => this.perform(incoming, true),
    });
  }

  /** Carries out what an earlier process left over. */
  async start(): Promise<void> {
    await this.acts.start();
  }

  /**
   * Takes a push. It is stored before it is acknowledged, since DingTalk then never sends it again: messages at once,
   * taps with what becomes of the card, in time.
   */
  hear(push: Push): void {
    this.parts.usage.count('push');
    if (push.topic === topics.tap) {
      const incoming = readTap(push.data as Tap, push.id);
      if (incoming) this.take(incoming, new OpenTap(push));
      else push.acknowledge();
      return;
    }
    const incoming = readMessage(push.data as RobotMessage);
    if (incoming !== 'quota') {
      void this.acts.take(incoming.id, incoming, async (isNew) => {
        // What cannot be stored is not acknowledged, so that it comes again.
        const fresh = await isNew;
        push.acknowledge();
        if (fresh) await this.perform(incoming, true);
      });
      return;
    }
    push.acknowledge();
    this.parts.log.error({}, 'DingTalk withholds messages: the pushes of this month are used up');
  }

  private take(incoming: DingtalkIncoming, tap: OpenTap): void {
    void this.acts.take(incoming.id, incoming, async (isNew) => {
      try {
        const stored = await isNew.catch(() => undefined);
        // What cannot be stored is tried all the same: a tap comes only once.
        if (stored !== false) await this.perform(incoming, stored === true, tap);
      } finally {
        tap.acknowledge();
      }
    });
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    this.acts.stop();
    await this.queue.drain();
  }

  /** `isKept`: whether the act is stored. */
  private async perform(incoming: DingtalkIncoming, isKept: boolean, tap?: OpenTap): Promise<void> {
    const { host, show, people } = this.parts;
    const { id, user, nick, place, act, webhook, mentions, card } = incoming;
    const { speaker, answer, welcome } = await this.acts.inTurn(user ?? id, id, async () => {
      const speaker: Speaker = user ? await people.speaker(user, nick) : { id: 'outsider', outsider: true };
      const colleagues = await Promise.all(mentions.map((one) => people.speaker(one)));
      const inbound: Inbound = {
        ...{ id, platform: 'dingtalk', speaker, place, act, mentions: colleagues, isKept },
      };
      const isFirst = place.kind === 'private' && !speaker.outsider && !(await host.knows('dingtalk', place));
      const answer = await host.receive(inbound);
      const isWelcomed = answer.cards.some(({ key }) => key.startsWith('welcome:'));
      const welcome =
        isFirst && !isWelcomed
          ? await host.receive({ ...inbound, id: `${id}:welcome`, act: { kind: 'tap', call: welcomeCall } })
          : undefined;
      return { speaker, answer, welcome };
    });
    const submitted = card !== undefined && act.kind === 'form';
    const acknowledge = (response?: object) => tap?.acknowledge(response) ?? false;
    const where = { user, name: speaker.name, place, webhook, card, submitted, acknowledge };
    await show.answer(answer, { act: id, ...where });
    // DingTalk does not tell that somebody opens the chat: the first word is when the welcome is due.
    if (welcome) await show.answer(welcome, { act: `${id}:welcome`, ...where });
  }
}

/** A tap that is acknowledged once: with what becomes of the card, or in time with nothing. */
class OpenTap {
  private open = true;
  private readonly late: NodeJS.Timeout;

  constructor(private readonly push: Push) {
    this.late = setTimeout(() => this.acknowledge(), tapMs);
  }

  /** Whether it was in time. */
  acknowledge(response?: object): boolean {
    const inTime = this.open;
    if (inTime) this.push.acknowledge(response);
    this.open = false;
    clearTimeout(this.late);
    return inTime;
  }
}
