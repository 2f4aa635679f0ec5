import type { CardButton, Chat, Message } from './chat.js';
import { type JsonObject, like, without } from './fixtures.js';
import type { Sent } from './gateway.js';

export interface ProductDeps {
  corpId: string;
  robotCode: string;
  robotUserId: string;
  webhookFor(chat: Chat): { sessionWebhook: string; sessionWebhookExpiredTime: number };
  message(payload: JsonObject): Sent;
  tap(payload: JsonObject): Sent;
  nextId(): string;
  now(): number;
}

export interface Saying {
  in?: Chat;
  /** Colleagues who are mentioned beside the robot. */
  mentions?: Person[];
}

/** Somebody with the app in the hand. */
export class Person {
  readonly chat: Chat;
  email: string | null = null;

  constructor(
    private readonly deps: ProductDeps,
    /** The userId; people of another company have none here. */
    readonly staffId: string | null,
    readonly name: string,
    chat: (self: Person) => Chat,
    private readonly corpId: string,
  ) {
    this.chat = chat(this);
  }

  /** Types it; in a group with a mention of the robot, which does not stand in the text. */
  says(text: string, { in: chat = this.chat, mentions = [] }: Saying = {}): Sent {
    const words = mentions.length > 0 ? `${text} ${mentions.map((one) => `@${one.name}`).join(' ')}` : text;
    chat.post(this, { kind: 'text', text: words });
    const recording = chat.kind === 'group' ? 'message-text-group' : 'message-text-private';
    const atUsers = [
      { dingtalkId: this.deps.robotUserId },
      ...mentions.map((one) => ({ dingtalkId: `$:LWCP_v1:$${one.name}`, staffId: one.staffId ?? '' })),
    ];
    const title: JsonObject = chat.kind === 'group' ? { conversationTitle: chat.title } : {};
    return this.send(recording, chat, { text: { content: ` ${words}` }, atUsers, ...title });
  }

  /** Holds the microphone, in private only; the words come as text. */
  speaks(words: string): Sent {
    this.chat.post(this, { kind: 'text', text: `[语音] ${words}` });
    return this.send('message-audio', this.chat, {
      content: { duration: 4_000, downloadCode: this.deps.nextId(), recognition: words },
    });
  }

  /**
   * Sends something that is no words: `picture`, `video`, `file`, or a mix of words and pictures as `richText`; in a group
   * only pictures and mixes reach a robot.
   */
  sends(msgtype: string, content: JsonObject, { in: chat = this.chat }: Saying = {}): Sent {
    chat.post(this, { kind: 'text', text: `[${msgtype}]` });
    const isGroup = chat.kind === 'group';
    const place: JsonObject = isGroup ? { conversationType: '2' } : {};
    return this.send('message-audio', chat, { msgtype, content, ...place });
  }

  /** Answers another message with words; `replied` is that message as DingTalk repeats it. */
  repliesTo(replied: JsonObject, words: string): Sent {
    this.chat.post(this, { kind: 'text', text: words });
    const text = { content: words, isReplyMsg: true, repliedMsg: replied };
    return this.send('message-text-private', this.chat, { text });
  }

  /** What comes in place of words when the month's pushes are used up. */
  saysBeyondQuota(): Sent {
    return this.deps.message(
      like('message-quota', {
        conversationId: this.chat.id,
        msgId: this.deps.nextId(),
        senderNick: this.name,
        senderStaffId: this.staffId ?? '',
        robotCode: this.deps.robotCode,
      }),
    );
  }

  /** Taps a button by its label: a callback of a card, or the line that an action card's link says. */
  taps(message: Message, label: string, { seen }: { seen?: CardButton[] } = {}): Sent {
    if (message.bubble.kind === 'action card') {
      const url = message.bubble.buttons.find(({ title }) => title === label)?.url ?? '';
      const line = new URL(url.replace('dtmd:', 'https:')).searchParams.get('content');
      if (line === null) throw new Error(`no "${label}" on:\n${message.readable()}`);
      return this.says(line, { in: message.chat });
    }
    const { card } = message;
    const button = (seen ?? card.buttons(this)).find(({ text }) => text === label);
    if (!button) throw new Error(`no "${label}" on:\n${message.readable(this)}`);
    if (!card.callsBack) throw new Error('the card was made without callbackType STREAM');
    return this.callback(message, [button.id ?? ''], button.params ?? {});
  }

  /** Fills a form card and submits it. */
  submits(message: Message, values: JsonObject): Sent {
    return this.callback(message, ['form'], { form: values, current_form: values });
  }

  private callback({ card, chat }: Message, actionIds: string[], params: JsonObject): Sent {
    const content = JSON.stringify({ cardPrivateData: { actionIds, params } });
    return this.deps.tap(
      like('card-callback', {
        outTrackId: card.outTrackId,
        corpId: this.corpId,
        userId: this.staffId ?? '',
        spaceType: chat.kind === 'group' ? 'IM_GROUP' : 'IM',
        spaceId: chat.id,
        content,
      }),
    );
  }

  private send(recording: string, chat: Chat, fields: JsonObject): Sent {
    const { deps } = this;
    const payload = like(recording, {
      ...deps.webhookFor(chat),
      conversationId: chat.id,
      chatbotCorpId: deps.corpId,
      chatbotUserId: deps.robotUserId,
      msgId: deps.nextId(),
      senderNick: this.name,
      senderStaffId: this.staffId ?? '',
      senderCorpId: this.corpId,
      senderId: `$:LWCP_v1:$${this.name}`,
      createAt: deps.now(),
      robotCode: deps.robotCode,
      ...fields,
    });
    return deps.message(this.staffId === null ? without(payload, 'senderStaffId') : payload);
  }
}
