import type { ServerResponse } from 'node:http';
import { isObject, type JsonObject, parsed } from '../json.js';
import type { Channel } from '../workspace/channel.js';
import type { Content, Message } from '../workspace/message.js';
import type { ResponseUrl, ResponseUrls } from '../workspace/response-urls.js';
import type { User } from '../workspace/user.js';
import { Args } from './args.js';
import { contentOf } from './content.js';
import type { Api } from './method.js';
import { Refusal } from './refusal.js';

/** What came to a response_url, and how it was answered. */
export interface AnswerCall {
  url: string;
  at: number;
  body: JsonObject;
  status: number;
}

/**
 * The addresses that interactions bring along: five uses within half an hour, ephemeral unless told otherwise, and
 * nobody asks whether the app is in the channel (slack.md, section 3).
 */
export class Answers {
  readonly all: AnswerCall[] = [];

  constructor(
    private readonly api: Api,
    private readonly urls: ResponseUrls,
  ) {}

  take(path: string, body: Buffer, response: ServerResponse): void {
    const value = parsed(body.toString('utf8'));
    const call: AnswerCall = { url: path, at: Date.now(), body: isObject(value) ? value : {}, status: 200 };
    this.all.push(call);
    const url = this.urls.find(path);
    const refusal = typeof url === 'string' ? url : this.carryOut(url, value);
    // The status of a wrong message: slackapi/java-slack-sdk#1017.
    call.status = typeof url === 'string' ? 404 : refusal ? 400 : 200;
    const text = refusal ? JSON.stringify({ ok: false, error: refusal }) : 'ok';
    response.writeHead(call.status, { 'content-type': refusal ? 'application/json' : 'text/html' }).end(text);
  }

  /** An answer inside the acknowledgement of a command: nothing, or a message (slack.md, section 3). */
  inAck(channel: Channel, user: User, body: object): string | undefined {
    if (Object.keys(body).length === 0) return undefined;
    const url = { kind: 'commands', channel, user, original: undefined, issuedAt: 0, used: 0 } as const;
    return this.carryOut({ ...url }, body);
  }

  /** Does what the answer says; an error where it cannot be done. */
  private carryOut(url: ResponseUrl, body: unknown): string | undefined {
    if (!isObject(body)) return 'invalid_payload';
    try {
      this.apply(url, body);
      url.used += 1;
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  private apply(url: ResponseUrl, body: JsonObject): void {
    const { original } = url;
    if (body.delete_original === true) {
      if (original) this.remove(original);
      return;
    }
    const content = contentOf(new Args(body), this.api);
    // A command has no original: its answer is posted once more (slackapi/bolt-js#2287).
    if (body.replace_original === true && original && !original.deleted) this.replace(original, content);
    else this.post(url, body, content);
  }

  private post(url: ResponseUrl, body: JsonObject, content: Content): Message {
    const { workspace } = this.api;
    const thread = new Args(body).text('thread_ts');
    return url.channel.post({
      ...content,
      author: workspace.bot,
      bot: workspace.app,
      onlyFor: body.response_type === 'in_channel' ? undefined : url.user,
      threadTs: thread || undefined,
    });
  }

  private replace(original: Message, content: Content): void {
    const before = original.drawing;
    original.change(content);
    if (!original.isEphemeral) this.api.changed(original, before);
  }

  private remove(original: Message): void {
    original.delete();
    if (!original.isEphemeral) this.api.deleted(original);
  }
}
