import type { Clock } from '../../../kernel/time/clock.js';
import { type Callbacks, newId } from './callbacks.js';
import { Chat } from './chat.js';
import type { PeopleFiles } from './people-files.js';
import { Person } from './person.js';

class PrivateChat extends Chat {
  constructor(
    private readonly company: Company,
    private readonly person: () => Person,
    botName: string,
  ) {
    super('single', () => company.clock.now(), botName);
  }

  /** A person's own id: wecom.md, section 4. */
  get id(): string {
    return this.person().id;
  }

  get members(): Person[] {
    return [this.person()];
  }

  nameOf(userId: string): string | undefined {
    return this.company.nameOf(userId);
  }
}

export class Group extends Chat {
  readonly id = `wrDEMO${newId(16)}`;

  constructor(
    private readonly company: Company,
    readonly title: string,
    readonly members: Person[],
    botName: string,
  ) {
    super('group', () => company.clock.now(), botName);
  }

  nameOf(userId: string): string | undefined {
    return this.company.nameOf(userId);
  }
}

/** Everybody who may use the bot, and the groups it is in. */
export class Company {
  /** Frames carry encrypted userids: https://developer.work.weixin.qq.com/document/path/101521. */
  encryptsIds = false;
  private readonly people = new Map<string, Person>();
  private readonly groups: Group[] = [];

  constructor(
    readonly clock: Clock,
    readonly botName: string,
    private readonly callbacks: Callbacks,
    private readonly files: PeopleFiles,
  ) {}

  /** How a text addresses the bot: wecom.md, section 4. */
  get mention(): string {
    return `@${this.botName}`;
  }

  /** The person with that userid, new or known. */
  person(userId: string, name = userId): Person {
    const known = this.people.get(userId);
    if (known) return known;
    const chat: Chat = new PrivateChat(this, () => person, this.botName);
    const person: Person = new Person(this, this.callbacks, this.files, chat, userId, name);
    this.people.set(userId, person);
    return person;
  }

  group(title: string, members: Person[]): Group {
    const group = new Group(this, title, members, this.botName);
    this.groups.push(group);
    return group;
  }

  nameOf(userId: string): string | undefined {
    return this.byId(userId)?.name;
  }

  /** Ids hold as frames give them, case kept. */
  byId(userId: string): Person | undefined {
    return [...this.people.values()].find((person) => person.id === userId);
  }

  /**
   * Where `aibot_send_msg` goes. chat_type 1 is a person, 2 a group, 0 or none a group first:
   * https://developer.work.weixin.qq.com/document/path/101463.
   */
  chat(chatId: string, chatType = 0): Chat | undefined {
    const group = chatType === 1 ? undefined : this.groups.find((one) => one.id === chatId);
    const person = chatType === 2 ? undefined : this.byId(chatId);
    return group ?? person?.chat;
  }
}
