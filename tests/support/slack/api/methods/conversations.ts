import type { JsonObject } from '../../json.js';
import { channelObject, messageObject } from '../../payloads/objects.js';
import type { Channel } from '../../workspace/channel.js';
import type { Message } from '../../workspace/message.js';
import type { Args } from '../args.js';
import { historyScopeOf, readScopeOf, visibleChannel } from '../channels.js';
import { type Api, type Method, need, tiers } from '../method.js';
import { Refusal } from '../refusal.js';

const readScopes = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const historyScopes = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

/** https://docs.slack.dev/reference/methods/conversations.info */
const info: Method = {
  token: 'bot',
  scopes: readScopes,
  takesJson: false,
  required: ['channel'],
  perMinute: tiers.t3,
  run: (args, api) => {
    const channel = visibleChannel(args.text('channel'), api);
    need(readScopeOf(channel), api);
    const object = channelObject(channel, api.workspace);
    if (args.flag('include_num_members')) object.num_members = channel.members.size;
    return { ok: true, channel: object };
  },
};

/** https://docs.slack.dev/reference/methods/conversations.members */
const members: Method = {
  token: 'bot',
  scopes: readScopes,
  takesJson: false,
  required: ['channel'],
  perMinute: tiers.t4,
  run: (args, api) => {
    const channel = visibleChannel(args.text('channel'), api);
    need(readScopeOf(channel), api);
    const ids = [...channel.members].map((user) => user.id);
    if (args.number('limit', 100) > 999) throw new Refusal('invalid_limit');
    const { page, next } = pageOf(ids, args, 100);
    return { ok: true, members: page, response_metadata: { next_cursor: next } };
  },
};

/** A cursor is the place to go on from, in base64 as slack.com's are. */
function pageOf<T>(all: T[], args: Args, usual: number): { page: T[]; next: string } {
  const cursor = args.text('cursor');
  const from = cursor ? Number(Buffer.from(cursor, 'base64').toString('utf8').replace('next:', '')) : 0;
  if (!Number.isInteger(from)) throw new Refusal('invalid_cursor');
  const until = from + Math.max(1, args.number('limit', usual));
  const next = until < all.length ? Buffer.from(`next:${until}`).toString('base64') : '';
  return { page: all.slice(from, until), next };
}

/** https://docs.slack.dev/reference/methods/conversations.open */
const open: Method = {
  token: 'bot',
  scopes: ['im:write', 'mpim:write', 'groups:write', 'channels:manage'],
  takesJson: true,
  required: [],
  perMinute: tiers.t3,
  run: (args, api) => {
    const { workspace } = api;
    if (args.has('channel')) return opened(visibleChannel(args.text('channel'), api), args, api);
    const ids = args.text('users').split(',').filter(Boolean);
    if (ids.length === 0) throw new Refusal('users_list_not_supplied');
    if (ids.length > 8) throw new Refusal('too_many_users');
    const users = ids.map((id) => {
      const user = workspace.users.get(id);
      if (!user) throw new Refusal('user_not_found');
      if (user.deleted) throw new Refusal('user_disabled');
      return user;
    });
    const [first] = users;
    need(users.length === 1 ? 'im:write' : 'mpim:write', api);
    return opened(
      users.length === 1 && first ? workspace.directChannel(first) : workspace.groupChannel(users),
      args,
      api,
    );
  },
};

function opened(channel: Channel, args: Args, { workspace }: Api): JsonObject {
  const full = args.flag('return_im') ? channelObject(channel, workspace) : { id: channel.id };
  return { ok: true, channel: full };
}

/** https://docs.slack.dev/reference/methods/conversations.history : newest first. */
const history: Method = {
  token: 'bot',
  scopes: historyScopes,
  takesJson: true,
  required: ['channel'],
  perMinute: tiers.t3,
  run: (args, api) => {
    const channel = readableChannel(args, api);
    const top = channel.shown.filter((message) => !message.threadTs || message.threadTs === message.ts);
    return listed(within(top, args).reverse(), args, api);
  },
};

/** https://docs.slack.dev/reference/methods/conversations.replies : the first message and its replies. */
const replies: Method = {
  token: 'bot',
  scopes: historyScopes,
  takesJson: false,
  required: ['channel', 'ts'],
  perMinute: tiers.t3,
  run: (args, api) => {
    const channel = readableChannel(args, api);
    const ts = args.text('ts');
    const message = channel.find(ts);
    if (!message) throw new Refusal('thread_not_found');
    const first = message.threadTs ?? ts;
    const all = channel.shown.filter((one) => one.ts === first || one.threadTs === first);
    return listed(within(all, args), args, api);
  },
};

function readableChannel(args: Args, api: Api): Channel {
  const channel = visibleChannel(args.text('channel'), api);
  need(historyScopeOf(channel), api);
  if (!channel.has(api.workspace.bot)) throw new Refusal('not_in_channel');
  return channel;
}

function within(messages: Message[], args: Args): Message[] {
  const oldest = args.number('oldest', 0);
  const latest = args.number('latest', Number.POSITIVE_INFINITY);
  const isIn = args.flag('inclusive')
    ? (ts: number) => ts >= oldest && ts <= latest
    : (ts: number) => ts > oldest && ts < latest;
  return messages.filter((message) => isIn(Number(message.ts)));
}

function listed(messages: Message[], args: Args, { workspace }: Api): JsonObject {
  const { page, next } = pageOf(messages, args, 100);
  const withMetadata = args.flag('include_all_metadata');
  const objects = page.map((message) => ({
    ...messageObject(message, workspace),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...threadFacts(message),
  }));
  return { ok: true, messages: objects, has_more: next !== '', response_metadata: { next_cursor: next } };
}

function threadFacts(message: Message): JsonObject {
  const count = message.channel.repliesTo(message.ts).length;
  return count === 0 ? {} : { thread_ts: message.ts, reply_count: count };
}

export const conversationMethods: Record<string, Method> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.open': open,
  'conversations.history': history,
  'conversations.replies': replies,
};
