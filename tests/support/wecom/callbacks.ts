import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../kernel/time/clock.js';
import type { Faults } from './faults.js';
import { type Changes, frameLike } from './fixtures.js';
import type { Frame, JsonObject } from './frames.js';
import type { Occasion, Requests } from './requests.js';
import type { Wire } from './wire.js';

/** Letters and digits nobody guesses. */
export function newId(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length);
}

/** Something the bot was, or should have been, told. */
export interface Callback {
  frame: Frame;
  occasion: Occasion;
  /** It was written to a subscribed connection. */
  delivered: boolean;
}

/** Tells the bot what people do; every frame is like a recorded one. */
export class Callbacks {
  /** Said while nobody was subscribed, oldest first; kept only if `keepsMissed`. */
  private readonly missed: Callback[] = [];
  /**
   * What happens to callbacks while nobody is subscribed is not documented (wecom.md, section 3): they are lost,
   * unless told otherwise.
   */
  keepsMissed = false;

  constructor(
    private readonly wire: Wire,
    private readonly requests: Requests,
    private readonly faults: Faults,
    private readonly clock: Clock,
    private readonly botId: string,
  ) {}

  /** A message: wecom.md, section 4. */
  async message(recording: string, occasion: Occasion, body: Changes, quote?: JsonObject): Promise<Callback> {
    const { chat, person } = occasion;
    const frame = frameLike(recording, {
      headers: { req_id: newId(22) },
      body: {
        msgid: newId(32),
        aibotid: this.botId,
        ...(chat.kind === 'group' ? { chatid: chat.id } : {}),
        from: { userid: person.id },
        response_url: this.responseUrl(),
        ...body,
      },
    });
    if (quote) frame.body = { ...frame.body, quote };
    return await this.send({ frame, occasion, delivered: false });
  }

  /** An event, its detail nested below `event.<eventtype>`: wecom.md, section 5. */
  async event(recording: string, occasion: Occasion, event: Changes): Promise<Callback> {
    const { chat, person, kind } = occasion;
    const frame = frameLike(recording, {
      headers: { req_id: newId(22) },
      body: {
        msgid: newId(32),
        create_time: this.seconds(),
        aibotid: this.botId,
        ...(chat.kind === 'group' ? { chatid: chat.id } : {}),
        from: { userid: person.id },
        ...(kind === 'card' ? { response_url: this.responseUrl() } : {}),
        event,
      },
    });
    return await this.send({ frame, occasion, delivered: false });
  }

  /** To a connection that another one has replaced. */
  disconnected(): Frame {
    return frameLike('event-disconnected', {
      headers: { req_id: newId(22) },
      body: { msgid: newId(32), create_time: this.seconds(), aibotid: this.botId },
    });
  }

  /** The same msgid again, as the documents warn; the req_id of a repetition is not documented. */
  async redeliver(callback: Callback, { sameReqId = false } = {}): Promise<Callback> {
    const frame = structuredClone(callback.frame);
    if (!sameReqId) frame.headers.req_id = newId(22);
    return await this.send({ frame, occasion: callback.occasion, delivered: false });
  }

  /** Called when somebody has subscribed. */
  async deliverMissed(): Promise<void> {
    for (const callback of this.missed.splice(0)) await this.send(callback);
  }

  private async send(callback: Callback): Promise<Callback> {
    const { frame, occasion } = callback;
    const times = this.faults.takeDuplicate() ? 2 : 1;
    const connection = this.wire.receiver;
    if (!connection) {
      if (this.keepsMissed) this.missed.push(callback);
      return callback;
    }
    this.requests.add(frame.headers.req_id, occasion, connection, this.clock.now());
    for (let time = 0; time < times; time += 1) callback.delivered = await connection.send(frame);
    if (this.faults.takeDropAfterCallback()) this.wire.dropAll();
    return callback;
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000);
  }

  private responseUrl(): string {
    return `${this.wire.httpUrl}/cgi-bin/aibot/response?response_code=${newId(32)}`;
  }
}
