import type { WebClient } from '@slack/web-api';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import { type MembersRead, mostMembers, type UnreadMembers } from '../../../kernel/chat/chat.js';
import { failureOf } from '../api/web.js';
import type { SlackChannels } from './channels.js';
import type { SlackPeople } from './people.js';

/** Most ids that one call answers; https://docs.slack.dev/reference/methods/conversations.members */
const pageSize = 999;
/** People asked about at a time; users.info allows 100 calls a minute. */
const parallel = 8;

/** Lists who is in a channel. */
export class SlackMembers {
  constructor(
    private readonly parts: {
      client: WebClient;
      channels: SlackChannels;
      people: SlackPeople;
      log: PlatformLog;
    },
  ) {}

  async of(channel: string): Promise<MembersRead> {
    const { channels, log } = this.parts;
    try {
      const ids = await this.idsIn(channel);
      if (ids.length > mostMembers) return { ok: false, reason: 'crowd' };
      const { member, shared } = await channels.channel(channel);
      if (!member) return { ok: false, reason: 'absent' };
      return await this.read(ids, shared);
    } catch (error) {
      const failure = failureOf(error);
      channels.forget(channel);
      log.warn({ channel, reason: failure.reason }, 'Slack does not say who is in a channel');
      return { ok: false, reason: meaning(failure.reason) };
    }
  }

  /** All ids of the channel; more than `mostMembers` are not read to the end. */
  private async idsIn(channel: string): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor = ''; ids.length <= mostMembers; ) {
      const page = cursor === '' ? {} : { cursor };
      const { members = [], response_metadata: next } = await this.parts.client.conversations.members({
        ...{ channel, limit: pageSize },
        ...page,
      });
      ids.push(...members);
      cursor = next?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return ids;
  }

  private async read(all: readonly string[], isShared: boolean): Promise<MembersRead> {
    const ids: string[] = [];
    let hasOutsiders = isShared;
    for (let from = 0; from < all.length; from += parallel) {
      const asked = all.slice(from, from + parallel).map((id) => this.parts.people.person(id));
      for (const { speaker, reads } of await Promise.all(asked)) {
        if (!reads) continue;
        ids.push(speaker.id);
        if (speaker.outsider) hasOutsiders = true;
      }
    }
    return { ok: true, ids, hasOutsiders };
  }
}

/** Slack's word as what an administrator can do about it. */
function meaning(reason: string): UnreadMembers {
  if (/^(?:missing_scope|no_permission|not_allowed_token_type)/.test(reason)) return 'rights';
  return /^(?:channel_not_found|not_in_channel)/.test(reason) ? 'absent' : 'busy';
}
