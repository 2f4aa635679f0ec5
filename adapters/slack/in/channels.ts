import type { WebClient } from '@slack/web-api';
import type { PlaceRef } from '../../../kernel/chat/chat.js';
import { type Clock, systemClock } from '../../../kernel/time/clock.js';
import { failureOf, persist } from '../api/web.js';

/** A conversation as far as an answer needs to know it. */
export interface SlackChannel {
  place: PlaceRef;
  /** The bot may write there. */
  member: boolean;
  /** People of another company see it. */
  shared: boolean;
}

/** How long what Slack says of a conversation is believed, in ms: the bot may be invited any moment. */
const believedMs = 60_000;
const kept = 10_000;

/** Conversations as Slack knows them. */
export class SlackChannels {
  private readonly known = new Map<string, { at: number; channel: Promise<SlackChannel> }>();
  private readonly chats = new Map<string, Promise<string>>();

  constructor(
    private readonly client: WebClient,
    private readonly clock: Clock = systemClock,
  ) {}

  channel(id: string): Promise<SlackChannel> {
    const now = this.clock.now().getTime();
    const before = this.known.get(id);
    if (before && Math.abs(now - before.at) < believedMs) return before.channel;
    const channel = this.ask(id);
    if (this.known.size >= kept) this.known.clear();
    this.known.set(id, { at: now, channel });
    channel.catch(() => this.known.delete(id));
    return channel;
  }

  /** It turned out otherwise: it is asked about anew. */
  forget(id: string): void {
    this.known.delete(id);
  }

  /** The private chat of a person with the bot. */
  privateChat(user: string): Promise<string> {
    const before = this.chats.get(user);
    if (before) return before;
    const opened = persist(() => this.client.conversations.open({ users: user })).then(
      ({ channel }) => channel?.id ?? '',
    );
    this.chats.set(user, opened);
    opened.catch(() => this.chats.delete(user));
    return opened;
  }

  private async ask(id: string): Promise<SlackChannel> {
    try {
      const { channel } = await persist(() => this.client.conversations.info({ channel: id }));
      const direct = channel?.is_im === true;
      const shared = channel?.is_ext_shared === true || channel?.is_pending_ext_shared === true;
      return {
        place: direct
          ? { id, kind: 'private' }
          : { id, kind: 'group', name: channel?.name, isShared: shared },
        member: direct || channel?.is_member === true,
        shared,
      };
    } catch (error) {
      if (!failureOf(error).final) throw error;
      // Slack hides private conversations that the bot is not in; who is there is not known.
      return { place: { id, kind: id.startsWith('D') ? 'private' : 'group' }, member: false, shared: true };
    }
  }
}
