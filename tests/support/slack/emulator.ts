import type { Clock } from '../../../kernel/time/clock.js';
import { MovableClock } from '../../../kernel/time/clock.js';
import { Announcer } from './announcer.js';
import { Answers } from './api/answers.js';
import { CallLog } from './api/call-log.js';
import type { Api, AppSettings } from './api/method.js';
import { RateLimiter } from './api/rate-limits.js';
import { Tokens } from './api/tokens.js';
import { WebApi } from './api/web-api.js';
import { Deliveries, type DeliveryOptions } from './delivery/deliveries.js';
import { HttpEndpoint } from './delivery/http-endpoint.js';
import { Sockets } from './delivery/sockets.js';
import { Faults } from './faults.js';
import type { JsonObject } from './json.js';
import { type AppManifest, readManifest, usualManifest } from './manifest.js';
import { Person } from './people/person.js';
import type { CommandEntry, Stage } from './people/stage.js';
import { SlackServer } from './server.js';
import { sleep } from './waiting.js';
import type { Channel, ChannelKind } from './workspace/channel.js';
import type { Content, Message } from './workspace/message.js';
import { ResponseUrls } from './workspace/response-urls.js';
import { Triggers } from './workspace/triggers.js';
import type { App, PersonOptions, Team } from './workspace/user.js';
import { Workspace, type WorkspaceOptions } from './workspace/workspace.js';

export interface EmulatorOptions extends Omit<WorkspaceOptions, 'clock'>, DeliveryOptions {
  /** Scopes, events and commands of the app: a manifest or the path of one. */
  manifest?: JsonObject | string;
  /** Scopes of the bot token, instead of the manifest's. */
  scopes?: string[];
  /** Events that the app asks for, instead of the manifest's. */
  events?: string[];
  /** The app's own address: HTTP mode instead of sockets. */
  deliverTo?: string;
  signingSecret?: string;
  /** How often the sockets are pinged. */
  pingMs?: number;
  lingersAfterClose?: boolean;
  /** How long a trigger_id is good for, instead of three seconds. */
  triggerLifeMs?: number;
  /** What "now" is: for message ids, triggers and response_urls. Runs on like the system's and can be moved. */
  clock?: Clock & { advance(ms: number): void };
}

export interface ChannelOptions {
  kind?: Exclude<ChannelKind, 'im'>;
  members?: Person[];
  /** Whether the app is in it; yes unless said otherwise. */
  bot?: boolean;
  /** Shared with another company. */
  shared?: boolean;
}

/** A Slack for tests: one workspace with one app, reached over HTTP and WebSocket on the loopback. */
export class SlackEmulator {
  readonly workspace: Workspace;
  readonly clock: Clock & { advance(ms: number): void };
  readonly tokens: Tokens;
  readonly settings: AppSettings;
  /** Every call of the Web API. */
  readonly calls = new CallLog();
  /** What goes wrong with calls. */
  readonly faults = new Faults();
  readonly limits: RateLimiter;
  /** Everything sent to the app. */
  readonly deliveries: Deliveries;
  /** The app's sockets, and what happens to them. */
  readonly sockets: Sockets;
  /** What came to response_urls. */
  readonly answers: Answers;
  /** The app's own address in HTTP mode. */
  readonly http: HttpEndpoint | undefined;
  readonly signingSecret: string;
  private readonly manifest: AppManifest;
  private readonly announcer: Announcer;
  private readonly server: SlackServer;
  private readonly stage: Stage;

  /** Starts on a free port of 127.0.0.1. */
  static async start(options: EmulatorOptions = {}): Promise<SlackEmulator> {
    const emulator = new SlackEmulator(options);
    await emulator.server.listen();
    return emulator;
  }

  private constructor(options: EmulatorOptions) {
    this.clock = options.clock ?? new MovableClock();
    this.workspace = new Workspace({ ...options, clock: this.clock });
    this.manifest = options.manifest === undefined ? usualManifest : readManifest(options.manifest);
    this.tokens = new Tokens(options.scopes ?? this.manifest.scopes);
    this.settings = { homeTab: this.manifest.homeTab, messagesTab: this.manifest.messagesTab };
    this.limits = new RateLimiter(this.clock);
    const onAck = (envelopeId: string, via: string, payload: JsonObject) =>
      this.deliveries.acked(envelopeId, via, payload);
    this.sockets = new Sockets({ appId: this.workspace.app.id, onAck, ...options });
    this.signingSecret = options.signingSecret ?? 'a-secret-of-fiction';
    this.http = options.deliverTo
      ? new HttpEndpoint(options.deliverTo, this.signingSecret, onAck)
      : undefined;
    this.deliveries = new Deliveries(() => this.http ?? this.sockets, this.faults, options);
    this.announcer = new Announcer(
      this.workspace,
      this.deliveries,
      new Set(options.events ?? this.manifest.events),
    );
    this.workspace.onMessage = (message) => this.announcer.posted(message);
    const triggers = new Triggers(this.clock, options.triggerLifeMs);
    const api = this.makeApi(triggers);
    const responseUrls = new ResponseUrls(this.clock, () => this.base, this.workspace.team.id);
    this.answers = new Answers(api, responseUrls);
    const webApi = new WebApi(api, this.calls, this.faults, this.limits);
    const { answers, sockets, deliveries, workspace, announcer } = this;
    this.server = new SlackServer({ webApi, answers, files: workspace.files, sockets });
    this.stage = {
      ...{ workspace, deliveries, triggers, responseUrls, answers, api },
      command: (name) => this.command(name),
      subscribed: (event) => announcer.subscribed(event),
      changed: api.changed,
      deleted: api.deleted,
    };
  }

  /** `http://127.0.0.1:PORT` */
  get base(): string {
    return this.server.base;
  }

  /** For `clientOptions.slackApiUrl`. */
  get apiUrl(): string {
    return `${this.base}/api/`;
  }

  /** `xoxb-…` */
  get botToken(): string {
    return this.tokens.bot;
  }

  /** `xapp-…` */
  get appToken(): string {
    return this.tokens.app;
  }

  get app(): App {
    return this.workspace.app;
  }

  async close(): Promise<void> {
    this.deliveries.close();
    this.sockets.close();
    this.workspace.files.close();
    await this.server.close();
  }

  /** A colleague. */
  person(name: string, options: PersonOptions = {}): Person {
    return new Person(this.stage, this.workspace.addUser(name, options));
  }

  /** A guest of several channels, or with `isUltraRestricted` of one. */
  guest(name: string, options: PersonOptions = {}): Person {
    return this.person(name, { isRestricted: true, ...options });
  }

  /** Somebody of another company, met through Slack Connect. */
  stranger(name: string, { team, ...options }: PersonOptions & { team?: Partial<Team> } = {}): Person {
    const other = {
      id: team?.id ?? 'T0PARTNER1',
      name: team?.name ?? 'Partner Ltd',
      domain: team?.domain ?? 'partner',
    };
    return new Person(this.stage, this.workspace.addUser(name, options, other));
  }

  channel(name: string, options: ChannelOptions = {}): Channel {
    const { kind = 'public', members = [], bot = true, shared = false } = options;
    const channel = this.workspace.addChannel(kind, name).join(...members.map((person) => person.user));
    channel.isExtShared = shared;
    return bot ? channel.inviteBot() : channel;
  }

  /** Another app's bot speaks. */
  botSays(channel: Channel, text: string, name = 'deploys'): Message {
    const author = [...this.workspace.users.values()].find((one) => one.isBot && one.name === name);
    const bot = author ?? this.workspace.addUser(name, { isBot: true, email: null });
    return channel.post({ text, blocks: [], attachments: [], author: bot, bot: { botId: 'B0OTHERBT1' } });
  }

  /** Somebody invites the app; it gets member_joined_channel where it asked for that. */
  invitesBot(person: Person, channel: Channel): void {
    channel.inviteBot();
    this.announcer.joined(channel, this.workspace.bot, person.user);
  }

  /** Somebody comes into a channel; the app hears of it if it is there and asked for that. */
  joins(channel: Channel, person: Person, inviter = person): void {
    channel.join(person.user);
    this.announcer.joined(channel, person.user, inviter.user);
  }

  /** The same for somebody who leaves it. */
  leaves(channel: Channel, person: Person): void {
    channel.leave(person.user);
    this.announcer.left(channel, person.user);
  }

  /** A card that the app posted some time ago, without a call. */
  oldCard(channel: Channel, content: Partial<Content>): Message {
    const { text = '', blocks = [], attachments = [], metadata } = content;
    const shown = { text, blocks, attachments, metadata };
    return channel.post({ ...shown, author: this.workspace.bot, bot: this.app });
  }

  /** Somebody with rights deletes it, whoever wrote it. */
  deleteMessage(message: Message): void {
    message.delete();
    this.announcer.deleted(message);
  }

  revokeToken(kind: 'bot' | 'app' = 'bot'): void {
    this.tokens.revoke(kind);
  }

  removeScope(scope: string): void {
    this.tokens.scopes.delete(scope);
  }

  /** Neither the Web API nor sockets can be reached for a while, and what is open breaks. */
  goDark(ms: number): void {
    this.faults.unreachable(ms);
    this.sockets.refuse(ms);
    void this.sockets.drop();
  }

  /** Waits until nothing is on its way to the app and no call has come in for a moment. */
  async settled({ quietMs = 30 }: { quietMs?: number } = {}): Promise<void> {
    for (;;) {
      await this.deliveries.settled();
      const before = this.calls.all.length;
      await sleep(quietMs);
      if (this.calls.all.length === before && this.calls.underWay.length === 0) return;
    }
  }

  private command(name: string): CommandEntry | undefined {
    const { commands } = this.manifest;
    return commands ? commands.get(name) : { shouldEscape: true };
  }

  private makeApi(triggers: Triggers): Api {
    return {
      workspace: this.workspace,
      tokens: this.tokens,
      settings: this.settings,
      triggers,
      base: () => this.base,
      socketUrl: () => `${this.base.replace('http', 'ws')}${this.sockets.issue()}`,
      changed: (message, before) => this.announcer.changed(message, before),
      deleted: (message) => this.announcer.deleted(message),
    };
  }
}
