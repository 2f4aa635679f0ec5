import type { Channel } from '../workspace/channel.js';
import type { User } from '../workspace/user.js';
import type { Api } from './method.js';
import { Refusal } from './refusal.js';

/** The scope that reading about a conversation of each kind needs (/reference/methods/conversations.info). */
const readScopes = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
} as const;

const historyScopes = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
} as const;

export const readScopeOf = (channel: Channel): string => readScopes[channel.kind];
export const historyScopeOf = (channel: Channel): string => historyScopes[channel.kind];

/** A channel that the app can see: private ones only from inside (slack.md, section 9). */
export function visibleChannel(id: string, { workspace }: Api): Channel {
  const channel = workspace.channels.get(id);
  const isVisible = channel && (channel.kind === 'public' || channel.has(workspace.bot));
  if (!isVisible) throw new Refusal('channel_not_found');
  return channel;
}

/**
 * Where a message goes: an id or the name of a channel, or a person, whose conversation is opened. A deactivated
 * person's is written to without an error (slackapi/python-slack-sdk#1156).
 */
export function channelToPostIn(id: string, api: Api): Channel {
  const { workspace, tokens } = api;
  const user = workspace.users.get(id);
  if (user?.isBot) throw new Refusal('cannot_dm_bot');
  const named = [...workspace.channels.values()].find(
    (channel) => channel.kind === 'public' && channel.name === id.replace(/^#/u, ''),
  );
  const channel = user ? workspace.directChannel(user) : visibleChannel(named?.id ?? id, api);
  if (channel.isArchived) throw new Refusal('is_archived');
  const mayPostUninvited = channel.kind === 'public' && tokens.scopes.has('chat:write.public');
  if (!channel.has(workspace.bot) && !mayPostUninvited) throw new Refusal('not_in_channel');
  return channel;
}

/** Somebody of the workspace, or met in a channel shared with it. */
export function visibleUser(id: string, { workspace }: Api): User {
  const user = workspace.users.get(id);
  if (!user) throw new Refusal('user_not_found');
  return user;
}
