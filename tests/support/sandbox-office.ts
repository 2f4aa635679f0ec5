import { expect } from 'vitest';
import type { Entry } from '../../adapters/sandbox/room/chat-log.js';
import { Room, type RoomAct } from '../../adapters/sandbox/room/room.js';
import { sandbox } from '../../adapters/sandbox/sandbox.js';
import type { Product } from '../../bot/wiring/wire.js';
import { actionsOf, wordsOf } from '../../kernel/card/card.js';
import type { Adapter } from '../../kernel/chat/adapter.js';
import type { Chat, PlaceRef } from '../../kernel/chat/chat.js';
import { productWith } from './plugged-in.js';

/** A team at work in the sandbox, without its page and without the demo's people; stopped once the test has ended. */
export class SandboxOffice {
  private last: RoomAct | undefined;
  private acts = 0;
  /** The page sends what it has one by one. */
  private sent: Promise<void> = Promise.resolve();

  private constructor(
    private readonly room: Room,
    readonly product: Product,
  ) {}

  static async open(): Promise<SandboxOffice> {
    let room!: Room;
    const adapter: Adapter = {
      ...sandbox,
      variables: [],
      settings: () => ({}),
      render: () => ({ messages: [], losses: [] }),
      preview: () => [],
      create: async (_settings, { log }): Promise<Chat> => {
        room = new Room(() => new Date(), log);
        return {
          platform: sandbox.id,
          postsPerMinute: 600,
          start: async (host) => room.open(host),
          stop: () => room.close(),
          send: async (post) => room.post(post),
          update: async (_place, id, card, locale) => room.update(id, card, locale),
        };
      },
    };
    const product = await productWith(adapter, {});
    return new SandboxOffice(room, product);
  }

  /** 李雷 does something there; does not wait for the answer. */
  act(place: PlaceRef, act: RoomAct['act']): void {
    const speaker = { id: '李雷', name: '李雷' };
    this.last = { id: `act-${++this.acts}`, speaker, locale: 'zh', place, act };
    this.again();
  }

  /** Sends the newest act once more. */
  again(): void {
    const { last } = this;
    if (last) this.sent = this.sent.then(async () => void (await this.room.perform(last)));
  }

  /** What 李雷 sees there: what all see, or what nobody else does. */
  all(place: PlaceRef, to: '李雷' | null = null): string {
    return this.entries(place)
      .filter((one) => one.to === to)
      .map(textOf)
      .join('\n');
  }

  /** Waits for a message there that reads so; gives the newest. */
  async sees(place: PlaceRef, words: RegExp) {
    const find = () => this.entries(place).findLast((one) => words.test(textOf(one)));
    await expect.poll(find).toBeDefined();
    const entry = find() as Entry;
    return {
      readable: () => textOf(entry),
      taps: async (label: string) => {
        const { body } = entry;
        const all = body.kind === 'card' ? actionsOf(body.card) : [];
        const button = all.find((one) => one.kind === 'button' && one.label === label);
        if (button?.kind !== 'button') throw new Error(`no button ${label}`);
        this.act(place, { kind: 'tap', call: button.call, messageId: entry.id });
      },
    };
  }

  private entries({ id }: PlaceRef): Entry[] {
    return this.room.log.entriesFor(id, '李雷').filter(({ author }) => author === null);
  }
}

const textOf = ({ body }: Entry): string =>
  body.kind === 'card' ? wordsOf(body.card).join('\n') : body.text;
