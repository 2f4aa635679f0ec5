import type { Answer, ChatHost, Speaker } from '../../kernel/chat/chat.js';
import type { Usage } from '../../kernel/job/usage-port.js';
import type { Push } from './connection/client.js';
import { topics } from './connection/client.js';
import type { DingtalkPeople } from './in/people.js';
import { type DingtalkIncoming, type RobotMessage, readMessage, readTap, type Tap } from './in/read.js';
import type { DingtalkLog } from './logger.js';
import type { DingtalkShow } from './out/show.js';

/** A tap is answered within two seconds; some of them are for the way there. */
const tapMs = 1_700;
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
      people: DingtalkPeople;
      show: DingtalkShow;
      usage: Usage;
      /** Said to whoever sends a picture or a file. */
      onlyWords(message: RobotMessage): Promise<void>;
      log: DingtalkLog;
    },
  ) {}

  /** Takes a push. Messages are acknowledged before any work, taps with what becomes of the card, in time. */
  hear(push: Push): void {
    this.parts.usage.count('push');
    if (push.topic === topics.tap) {
      const incoming = readTap(push.data as Tap, push.id);
      if (incoming) void this.once(incoming.id, () => this.perform(incoming, push));
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
    if (incoming === null) void this.once(`o:${message.msgId}`, () => this.parts.onlyWords(message));
    else void this.once(incoming.id, () => this.perform(incoming, null));
  }

  /** Waits for everything under way. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
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
      const speaker: Speaker = user ? await people.speaker(user, nick) : { id: 'outsider', outsider: true };
      const colleagues = await Promise.all(mentions.map((one) => people.speaker(one)));
      const inbound = { id, platform: 'dingtalk' as const, speaker, place, act, mentions: colleagues };
      const answer: Answer = await this.inTurn(user ?? id, () => host.receive(inbound));
      const submitted = card !== undefined && act.kind === 'form';
      await show.answer(answer, { user, name: speaker.name, place, webhook, card, submitted, acknowledge });
    } finally {
      clearTimeout(late);
      acknowledge();
    }
  }

  private once(id: string, work: () => Promise<void>): Promise<void> {
    const before = this.acts.get(id);
    if (before) return before;
    const run = work().catch((error) => {
      this.parts.log.error({ err: error, act: id }, 'an act could not be answered');
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
}
