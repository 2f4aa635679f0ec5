import type { MovableClock } from '../../../kernel/time/clock.js';
import { bodies, checkContent, checkFeedback, read } from './bodies.js';
import type { Chat } from './chat.js';
import type { Company } from './company.js';
import type { Connection } from './connection.js';
import type { Content, Contents } from './contents.js';
import type { Faults } from './faults.js';
import { type Command, commands, type JsonObject } from './frames.js';
import { limits } from './limits.js';
import type { Bubble, Message } from './message.js';
import { RateLimit } from './rate-limit.js';
import { Refusal } from './refusal.js';
import type { OpenRequest, Requests } from './requests.js';
import type { Uploads } from './uploads.js';

export interface Request {
  reqId: string;
  body: unknown;
  connection: Connection;
}

type Handler = (request: Request) => JsonObject | undefined;

interface Parts {
  company: Company;
  requests: Requests;
  contents: Contents;
  uploads: Uploads;
  faults: Faults;
  clock: MovableClock;
  /** What was acked but nobody will see. */
  unseen: (what: string) => void;
  /** One project counted refreshes of a stream, another did not (wecom.md, section 7). */
  streamRefreshesCount: boolean;
}

/** What a subscribed bot may ask for: wecom.md, sections 3 and 6. */
export class BotCommands {
  private readonly streams = new Map<string, Message>();
  private readonly rate = new RateLimit<Chat>(limits.messages);

  constructor(private readonly parts: Parts) {}

  readonly handlers: Partial<Record<Command, Handler>> = {
    [commands.reply]: (request) => this.reply(request),
    [commands.welcome]: (request) => this.welcome(request),
    [commands.update]: (request) => this.update(request),
    [commands.push]: (request) => this.push(request),
    [commands.uploadInit]: ({ body }) => this.parts.uploads.init(body),
    [commands.uploadChunk]: ({ body }) => this.parts.uploads.chunk(body),
    [commands.uploadFinish]: ({ body }) => this.parts.uploads.finish(body),
  };

  private reply({ reqId, body, connection }: Request): undefined {
    const { msgtype } = read(bodies.kind, body);
    const request = this.open(reqId, connection, 'message', limits.replyMs);
    if (msgtype === 'stream') return this.stream(request, body);
    if (msgtype !== 'stream_with_template_card') {
      this.post(request.chat, this.parts.contents.message(body));
      return;
    }
    // The documents say it is not supported, the field that it is acked without buttons: wecom.md, section 6.
    this.stream(request, body);
    if (read(bodies.kind, body).template_card !== undefined)
      this.parts.unseen('template_card beside a stream');
  }

  /** Every frame replaces the text of the bubble; a new id begins a new one. */
  private stream(request: OpenRequest, body: unknown): undefined {
    const { id, content, finish = false, feedback, msg_item: items } = read(bodies.stream, body).stream;
    checkContent(content ?? '');
    checkFeedback(feedback);
    const key = `${request.reqId} ${id}`;
    const bubble: Bubble = { kind: 'markdown', markdown: content ?? '', mentions: false };
    let message = this.streams.get(key);
    if (message) {
      const age = this.parts.clock.now().getTime() - message.at.getTime();
      if (!message.streaming || age > limits.streamMs) throw new Refusal(846608);
      if (this.parts.streamRefreshesCount) this.count(request.chat);
      message.streaming = !finish;
      message.change(content === undefined ? message.bubble : bubble);
    } else {
      message = this.post(request.chat, { bubble, feedbackId: feedback?.id });
      message.streaming = !finish;
      this.streams.set(key, message);
    }
    // Recorded: acked in every form, never shown.
    if (items !== undefined && items.length > 0) this.parts.unseen('stream.msg_item');
  }

  private welcome({ reqId, body, connection }: Request): undefined {
    const request = this.open(reqId, connection, 'enter_chat', limits.welcomeMs);
    this.post(request.chat, this.parts.contents.welcome(body));
    request.answered = true;
  }

  /** Not a message of its own: it is shown in place and does not count. */
  private update({ reqId, body, connection }: Request): undefined {
    const { response_type: kind, template_card: card, userids } = read(bodies.update, body);
    const request = this.open(reqId, connection, 'card', limits.cardUpdateMs);
    if (kind !== 'update_template_card') throw new Refusal(40058, 'invalid response_type');
    const content = this.parts.contents.replacement(card);
    request.answered = true;
    const tapped = request.card;
    if (!tapped || card.task_id !== tapped.card().task_id) {
      // Recorded: acked, but the card stays as it was.
      this.parts.unseen('update with another task_id');
      return;
    }
    tapped.feedbackId = content.feedbackId;
    // userids hold in groups only: https://developer.work.weixin.qq.com/document/path/101031.
    const limited = request.chat.kind === 'group' && userids !== undefined && userids.length > 0;
    tapped.change(content.bubble, limited ? this.people(userids) : undefined);
  }

  private push({ body }: Request): undefined {
    const { chatid, chat_type: chatType } = read(bodies.target, body);
    if (chatid === undefined || chatid === '') throw new Refusal(86201);
    if (![undefined, 0, 1, 2].includes(chatType)) throw new Refusal(40058, 'invalid chat_type');
    const content = this.parts.contents.message(body);
    const chat = this.parts.company.chat(chatid, chatType);
    if (!chat?.open) throw new Refusal(93006);
    this.post(chat, content);
  }

  private open(
    reqId: string,
    connection: Connection,
    kind: OpenRequest['kind'],
    withinMs: number,
  ): OpenRequest {
    return this.parts.requests.answer(reqId, connection, { kind, withinMs, now: this.parts.clock.now() });
  }

  private post(chat: Chat, content: Content): Message {
    this.count(chat);
    this.parts.contents.use(content);
    const message = chat.post(null, content.bubble);
    message.feedbackId = content.feedbackId;
    return message;
  }

  private count(chat: Chat): void {
    const allowed = !this.parts.faults.limits(chat) && this.rate.take(chat, this.parts.clock.now());
    if (!allowed) throw new Refusal(846607);
  }

  private people(userIds: string[]) {
    return userIds.flatMap((id) => this.parts.company.byId(id) ?? []);
  }
}
