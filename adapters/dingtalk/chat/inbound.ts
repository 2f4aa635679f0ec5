import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { ChatHost, Inbound, Speaker } from '../../../kernel/chat/chat.js';
import { InboundQueue } from '../../../kernel/chat/inbound-queue.js';
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

  constructor(
    private readonly parts: {
      host: ChatHost;
      people: DingtalkPeople;
      show: DingtalkShow;
      usage: Usage;
      /** Said to whoever sends a picture or a file. */
      onlyWords(message: RobotMessage): Promise<void>;
      log: PlatformLog;
    },
  ) {
    this.queue = new InboundQueue({
      failed: (error, act) => parts.log.error({ err: error, act }, 'an act could not be answered'),
    });
  }

  /** Takes a push. Messages are acknowledged before any work, taps with what becomes of the card, in time. */
  hear(push: Push): void {
    this.parts.usage.count('push');
    if (push.topic === topics.tap) {
      const incoming = readTap(push.data as Tap, push.id);
      if (incoming) void this.queue.once(incoming.id, () => this.perform(incoming, push));
      else push.acknowledge();
      return;
    }
    push.acknowledge();
    const message = push.data as RobotMessage;
    const incoming = readMessage(message);
    if (incoming === 'quota') {
      this.parts.log.error({}, 'DingTalk withholds messages: the pushes of this month are used up');
      return;
    }
    if (incoming === null) void this.queue.once(`o:${message.msgId}`, () => this.parts.onlyWords(message));
    else void this.queue.once(incoming.id, () => this.perform(incoming, null));
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    await this.queue.drain();
  }

  private async perform(incoming: DingtalkIncoming, push: Push | null): Promise<void> {
    const { host, show, people } = this.parts;
    const { id, user, nick, place, act, webhook, mentions, card } = incoming;
    let open = push !== null;
    const acknowledge = (response?: object): boolean => {
      const inTime = open;
      if (inTime) push?.acknowledge(response);
      open = false;
      return inTime;
    };
    const late = setTimeout(() => acknowledge(), tapMs);
    try {
      const { speaker, answer } = await this.queue.inTurn(user ?? id, async () => {
        const speaker: Speaker = user ? await people.speaker(user, nick) : { id: 'outsider', outsider: true };
        const colleagues = await Promise.all(mentions.map((one) => people.speaker(one)));
        const inbound: Inbound = { id, platform: 'dingtalk', speaker, place, act, mentions: colleagues };
        return { speaker, answer: await host.receive(inbound) };
      });
      const submitted = card !== undefined && act.kind === 'form';
      await show.answer(answer, { user, name: speaker.name, place, webhook, card, submitted, acknowledge });
    } finally {
      clearTimeout(late);
      acknowledge();
    }
  }
}
