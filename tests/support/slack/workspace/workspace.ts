import { type Clock, systemClock } from '../../../../kernel/time/clock.js';
import { Ids, Timestamps } from '../ids.js';
import type { JsonObject } from '../json.js';
import { Channel, type ChannelKind } from './channel.js';
import { Files } from './files.js';
import { Message, type MessageParts } from './message.js';
import type { App, PersonOptions, Team, User } from './user.js';
import { View } from './view.js';
import { Views } from './views.js';

export interface WorkspaceOptions {
  team?: Partial<Team>;
  /** Set for a workspace inside an Enterprise organisation. */
  enterprise?: { id: string; name: string };
  app?: Partial<Pick<App, 'name' | 'id'>>;
  clock?: Clock;
}

/** Who and what is in the workspace; every change counts one further. */
export class Workspace {
  readonly clock: Clock;
  readonly ids = new Ids();
  readonly team: Team;
  readonly enterprise: { id: string; name: string } | null;
  readonly app: App;
  readonly bot: User;
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly files = new Files();
  readonly views: Views;
  /** How often anything changed. */
  changes = 0;
  /** Told of every message that appears. */
  onMessage: (message: Message) => void = () => undefined;
  private readonly timestamps = new Timestamps();

  constructor({ team = {}, enterprise, app = {}, clock = systemClock }: WorkspaceOptions = {}) {
    this.clock = clock;
    const name = team.name ?? 'Sales of Fiction Ltd';
    this.team = { id: team.id ?? this.ids.next('T'), name, domain: team.domain ?? 'fiction-sales' };
    this.enterprise = enterprise ?? null;
    const botUserId = this.ids.next('U');
    this.app = {
      id: app.id ?? this.ids.next('A'),
      name: app.name ?? 'genjin',
      botId: this.ids.next('B'),
      botUserId,
    };
    this.bot = this.addUser(this.app.name, { id: botUserId, isBot: true, email: null });
    this.views = new Views(
      (user, shape, under) => this.makeView(user, shape, under),
      () => this.clock.now(),
    );
  }

  addUser(name: string, options: PersonOptions = {}, team: Team = this.team): User {
    const user: User = {
      id: options.id ?? this.ids.next('U'),
      name,
      realName: options.realName ?? name,
      email: options.email === undefined ? `${name.toLowerCase()}@fiction.example` : options.email,
      tz: options.tz ?? 'Asia/Shanghai',
      locale: options.locale ?? 'zh-CN',
      isBot: options.isBot ?? false,
      isRestricted: options.isRestricted ?? options.isUltraRestricted ?? false,
      isUltraRestricted: options.isUltraRestricted ?? false,
      deleted: options.deleted ?? false,
      team,
    };
    this.users.set(user.id, user);
    return user;
  }

  addChannel(kind: ChannelKind, name: string): Channel {
    const letter = { public: 'C', private: 'C', im: 'D', mpim: 'G' } as const;
    const deps = { post: (parts: Omit<MessageParts, 'ts'>) => this.post(parts), botUser: this.bot };
    const channel = new Channel(deps, this.ids.next(letter[kind]), name, kind);
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The conversation of the bot with one person, made when first needed. */
  directChannel(user: User): Channel {
    const known = [...this.channels.values()].find((one) => one.isDirect && one.has(user));
    return known ?? this.addChannel('im', 'directmessage').join(user, this.bot);
  }

  /** A group conversation of exactly these people. */
  groupChannel(users: User[]): Channel {
    const all = [...users, this.bot];
    const known = [...this.channels.values()].find(
      (one) => one.kind === 'mpim' && one.members.size === all.length && all.every((user) => one.has(user)),
    );
    const name = `mpdm-${users.map((user) => user.name).join('--')}-1`;
    return known ?? this.addChannel('mpim', name).join(...all);
  }

  /** The name of a person or a channel, for readers. */
  readonly nameOf = (id: string): string => this.users.get(id)?.realName ?? this.channels.get(id)?.name ?? id;

  readonly tick = (): number => ++this.changes;

  nextTs(): string {
    return this.timestamps.next(this.clock.now());
  }

  private post(parts: Omit<MessageParts, 'ts'>): Message {
    const message = new Message({ ...parts, ts: this.nextTs() }, this.nameOf, this.tick);
    queueMicrotask(() => this.onMessage(message));
    return message;
  }

  private makeView(user: User, shape: JsonObject, under: View | null): View {
    const id = this.ids.next('V');
    const view = new View(id, user, under?.rootId ?? id, under?.id ?? null, this.nameOf, this.tick);
    return view.show(shape, this.clock.now());
  }
}
