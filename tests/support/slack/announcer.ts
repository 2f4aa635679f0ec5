import type { Deliveries } from './delivery/deliveries.js';
import type { JsonObject } from './json.js';
import {
  appMention,
  memberJoined,
  memberLeft,
  messageChanged,
  messageDeleted,
  messageOfApp,
  messageOfBot,
  messageOfPerson,
} from './payloads/events.js';
import { notifiedBy } from './text/mrkdwn.js';
import type { Channel } from './workspace/channel.js';
import type { Drawing, Message } from './workspace/message.js';
import type { User } from './workspace/user.js';
import type { Workspace } from './workspace/workspace.js';

const eventOf = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
} as const;

/** Turns what happens in conversations into the events that the app has asked for. */
export class Announcer {
  constructor(
    private readonly workspace: Workspace,
    private readonly deliveries: Deliveries,
    private readonly events: Set<string>,
  ) {}

  subscribed(event: string): boolean {
    return this.events.has(event);
  }

  /** One mention may arrive as two events (slack.md, section 2). */
  posted(message: Message): void {
    if (message.isEphemeral || !message.channel.has(this.workspace.bot)) return;
    const isMention =
      !message.channel.isDirect && notifiedBy(message.text).includes(this.workspace.bot.id) && !message.bot;
    if (isMention && this.subscribed('app_mention'))
      this.deliveries.event(appMention(message, this.workspace));
    if (this.hears(message.channel)) this.deliveries.event(this.payloadOf(message));
  }

  /** A chat.update of the app itself comes back as well. */
  changed(message: Message, before: Drawing): void {
    if (this.hears(message.channel)) this.deliveries.event(messageChanged(message, before, this.workspace));
  }

  deleted(message: Message): void {
    if (this.hears(message.channel)) this.deliveries.event(messageDeleted(message, this.workspace));
  }

  /** Told of channels that the app is in. */
  left(channel: Channel, user: User): void {
    if (channel.has(this.workspace.bot) && this.subscribed('member_left_channel'))
      this.deliveries.event(memberLeft(user, channel.id, this.workspace));
  }

  joined(channel: Channel, user: User, inviter: User): void {
    if (channel.has(this.workspace.bot) && this.subscribed('member_joined_channel'))
      this.deliveries.event(memberJoined(user, channel.id, inviter, this.workspace));
  }

  private payloadOf(message: Message): JsonObject {
    if (message.bot?.botId === this.workspace.app.botId) return messageOfApp(message, this.workspace);
    return message.bot ? messageOfBot(message, this.workspace) : messageOfPerson(message, this.workspace);
  }

  private hears(channel: Channel): boolean {
    return channel.has(this.workspace.bot) && this.subscribed(eventOf[channel.kind]);
  }
}
