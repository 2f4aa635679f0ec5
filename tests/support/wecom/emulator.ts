import { type Clock, MovableClock, systemClock } from '../../../kernel/time/clock.js';
import { bodies, read } from './bodies.js';
import { BotCommands } from './bot-commands.js';
import { type Callback, Callbacks } from './callbacks.js';
import { Company, type Group } from './company.js';
import type { Connection } from './connection.js';
import { Contents } from './contents.js';
import { Faults, milliseconds, type Span } from './faults.js';
import { ackLike } from './fixtures.js';
import { type Ack, type Command, commands, type Frame, type JsonObject } from './frames.js';
import { PeopleFiles } from './people-files.js';
import type { Person } from './person.js';
import { Refusal, Unreadable } from './refusal.js';
import { Requests } from './requests.js';
import { Uploads } from './uploads.js';
import { Wire } from './wire.js';

export interface WecomOptions {
  botId?: string;
  secret?: string;
  botName?: string;
  /** Time limits and rates go by it, and by what `passes` adds. */
  clock?: Clock;
  /** Until a connection that another one replaced is closed; the vendor takes 2 s to 5 min. */
  closesReplacedMs?: number;
  /** Closes connections that say nothing for so long, in real time. */
  heartbeatMs?: number;
  streamRefreshesCount?: boolean;
  reqIdsSurviveReconnect?: boolean;
}

/** A frame of the bot. */
export interface Received {
  cmd: string;
  reqId: string;
  body: unknown;
  at: Date;
}

export interface Refused extends Received {
  errcode: number;
  errmsg: string;
}

/**
 * A company on WeCom with one smart bot, spoken to over the long connection as
 * https://developer.work.weixin.qq.com/document/path/101463 and recorded frames have it. People act through
 * `person`, what they see stands in chats.
 */
export class WecomEmulator {
  /** Everything the bot sent, heartbeats included. */
  readonly received: Received[] = [];
  /** Everything that was refused. */
  readonly refusals: Refused[] = [];
  /** What was acked although nobody will see it. */
  readonly unseen: string[] = [];

  private constructor(
    readonly botId: string,
    readonly secret: string,
    readonly clock: MovableClock,
    readonly faults: Faults,
    private readonly wire: Wire,
    private readonly callbacks: Callbacks,
    private readonly company: Company,
    private readonly botCommands: BotCommands,
  ) {}

  static async start(options: WecomOptions = {}): Promise<WecomEmulator> {
    const { botId = 'aibDEMO0000000000000000', secret = 'demo-secret-0000', botName = '跟进' } = options;
    const clock = new MovableClock(options.clock ?? systemClock);
    const wire = new Wire(options.closesReplacedMs ?? 2_000, options.heartbeatMs);
    const faults = new Faults(wire, clock);
    const requests = new Requests(options.reqIdsSurviveReconnect ?? false);
    const callbacks = new Callbacks(wire, requests, faults, clock, botId);
    const files = new PeopleFiles(clock, () => wire.httpUrl);
    const company = new Company(clock, botName, callbacks, files);
    const uploads = new Uploads(clock);
    const botCommands = new BotCommands({
      company,
      requests,
      contents: new Contents(uploads),
      uploads,
      faults,
      clock,
      unseen: (what) => wecom.unseen.push(what),
      streamRefreshesCount: options.streamRefreshesCount ?? false,
    });
    const wecom: WecomEmulator = new WecomEmulator(
      botId,
      secret,
      clock,
      faults,
      wire,
      callbacks,
      company,
      botCommands,
    );
    const handlers = {
      frame: (connection: Connection, text: string) => wecom.receive(connection, text),
      replaced: () => callbacks.disconnected(),
      http: files.serve.bind(files),
    };
    await wire.listen(handlers, faults);
    return wecom;
  }

  get url(): string {
    return this.wire.httpUrl.replace('http:', 'ws:');
  }

  /** How a text addresses the bot. */
  get mention(): string {
    return this.company.mention;
  }

  /** The person with that userid; frames carry no name. */
  person(userId: string, name?: string): Person {
    return this.company.person(userId, name);
  }

  /** A group of those people and the bot. */
  group(title: string, members: Person[]): Group {
    return this.company.group(title, members);
  }

  /** From now on frames carry encrypted userids, or plain ones again. */
  encryptIds(on = true): void {
    this.company.encryptsIds = on;
  }

  /** What people do while nobody is subscribed reaches the bot later, instead of never. */
  keepMissedCallbacks(on = true): void {
    this.callbacks.keepsMissed = on;
  }

  /** Tells the bot the same again, with the same msgid. */
  async redelivers(callback: Callback, options: { sameReqId?: boolean } = {}): Promise<Callback> {
    return await this.callbacks.redeliver(callback, options);
  }

  /** So much time goes by, at once. */
  passes(span: Span): void {
    this.clock.advance(milliseconds(span));
  }

  get isSubscribed(): boolean {
    return this.wire.isSubscribed;
  }

  get connections(): number {
    return this.wire.connections.size;
  }

  async untilSubscribed(): Promise<void> {
    await this.wire.changed.until(
      () => this.wire.isSubscribed || undefined,
      () => 'no bot has subscribed',
    );
  }

  async untilDisconnected(): Promise<void> {
    await this.wire.changed.until(
      () => this.wire.connections.size === 0 || undefined,
      () => 'a bot is still connected',
    );
  }

  /** The bot's frames with that command so far, at least so many of them. */
  async untilReceived(cmd: Command, count = 1): Promise<Received[]> {
    const find = () => {
      const frames = this.received.filter((frame) => frame.cmd === cmd);
      return frames.length >= count ? frames : undefined;
    };
    return await this.wire.changed.until(find, () => `waited for ${count} times ${cmd}`);
  }

  async close(): Promise<void> {
    await this.wire.close();
  }

  private receive(connection: Connection, text: string): void {
    const frame = JSON.parse(text) as Frame;
    const received = { cmd: frame.cmd, reqId: frame.headers.req_id, body: frame.body, at: this.clock.now() };
    this.received.push(received);
    this.wire.changed.notify();
    if (this.faults.silent) return;

    const mishap = this.faults.takeMishap(frame.cmd);
    if (mishap?.kind === 'request lost') return;
    if (mishap?.kind === 'drop before') {
      connection.drop();
      return;
    }
    const ack = this.answer(received, connection, () => {
      if (mishap?.kind === 'refused') throw new Refusal(mishap.errcode);
    });
    if (mishap?.kind === 'ack lost') return;
    if (mishap?.kind === 'drop after') connection.drop();
    const delay = mishap?.kind === 'ack late' ? mishap.ms : this.faults.ackDelayMs;
    if (delay > 0) this.wire.after(delay, () => void connection.send(ack));
    else void connection.send(ack);
    if (frame.cmd === commands.subscribe && connection.state === 'subscribed') {
      void this.callbacks.deliverMissed();
    }
  }

  private answer(received: Received, connection: Connection, before: () => void): Ack {
    try {
      before();
      return ackLike('ack-ok', received.reqId, this.run(received, connection));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { errcode, errmsg } = error;
      this.refusals.push({ ...received, errcode, errmsg });
      if (error instanceof Unreadable) return { ...ackLike('ack-unreadable'), errcode, errmsg };
      return { ...ackLike('ack-refused', received.reqId), errcode, errmsg };
    }
  }

  private run({ cmd, reqId, body }: Received, connection: Connection): JsonObject | undefined {
    if (cmd === commands.ping) return undefined;
    if (cmd === commands.subscribe) {
      const given = read(bodies.subscribe, body);
      // The socket stays open: wecom.md, section 3.
      if (given.bot_id !== this.botId || given.secret !== this.secret) throw new Refusal(853000);
      this.wire.subscribe(connection);
      return undefined;
    }
    if (connection.state !== 'subscribed') throw new Refusal(846609);
    const handler = this.botCommands.handlers[cmd as Command];
    if (!handler) throw new Refusal(40058, `invalid cmd ${cmd}`);
    return handler({ reqId, body, connection });
  }
}
