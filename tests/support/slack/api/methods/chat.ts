import { limits } from '../../block-kit/limits.js';
import { messageObject } from '../../payloads/objects.js';
import type { Channel } from '../../workspace/channel.js';
import type { Message } from '../../workspace/message.js';
import type { Args } from '../args.js';
import { channelToPostIn, visibleChannel } from '../channels.js';
import { contentOf, warned } from '../content.js';
import { type Api, type Method, tiers } from '../method.js';
import { Refusal } from '../refusal.js';

const writing = { token: 'bot', scopes: ['chat:write'], takesJson: true } as const;

/** https://docs.slack.dev/reference/methods/chat.postMessage */
const postMessage: Method = {
  ...writing,
  scopes: [...writing.scopes],
  required: ['channel'],
  perMinute: tiers.special,
  run: (args, api) => {
    const { workspace, settings } = api;
    const { warnings, ...content } = contentOf(args, api);
    const channel = channelToPostIn(args.text('channel'), api);
    if (channel.isDirect && !settings.messagesTab) throw new Refusal('messages_tab_disabled');
    const message = channel.post({
      ...content,
      author: workspace.bot,
      bot: workspace.app,
      threadTs: threadOf(args, channel),
    });
    const answer = {
      ok: true,
      channel: channel.id,
      ts: message.ts,
      message: messageObject(message, workspace),
    };
    return warned(answer, warnings);
  },
};

/** The first message of the thread; a reply to one that is gone stands in the channel (slack-go/slack#1571). */
function threadOf(args: Args, channel: Channel): string | undefined {
  const ts = args.text('thread_ts');
  const message = channel.find(ts);
  return message ? (message.threadTs ?? ts) : undefined;
}

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
const postEphemeral: Method = {
  ...writing,
  scopes: [...writing.scopes],
  required: ['channel', 'user'],
  perMinute: tiers.t4,
  run: (args, api) => {
    const { workspace } = api;
    const { warnings, ...content } = contentOf(args, api);
    const channel = channelToPostIn(args.text('channel'), api);
    const user = workspace.users.get(args.text('user'));
    // The person must be in the channel and active (slack.md, section 3).
    if (!user || !channel.has(user) || user.deleted) throw new Refusal('user_not_in_channel');
    const message = channel.post({
      ...content,
      author: workspace.bot,
      bot: workspace.app,
      onlyFor: user,
      threadTs: threadOf(args, channel),
    });
    return warned({ ok: true, message_ts: message.ts }, warnings);
  },
};

/** A message of the app itself; ephemeral ones are not kept and cannot be found. */
function ownMessage(args: Args, api: Api, error: 'cant_update_message' | 'cant_delete_message'): Message {
  const channel = visibleChannel(args.text('channel'), api);
  const message = channel.find(args.text('ts'));
  if (!message) throw new Refusal('message_not_found');
  if (message.bot?.id !== api.workspace.app.id) throw new Refusal(error);
  return message;
}

/** https://docs.slack.dev/reference/methods/chat.update */
const update: Method = {
  ...writing,
  scopes: [...writing.scopes],
  required: ['channel', 'ts'],
  perMinute: tiers.t3,
  run: (args, api) => {
    const { workspace } = api;
    if (args.text('text').length > limits.updateText) throw new Refusal('msg_too_long');
    const message = ownMessage(args, api, 'cant_update_message');
    if (message.channel.isArchived) throw new Refusal('is_inactive');
    const { warnings, ...content } = contentOf(args, api);
    const before = message.drawing;
    // What is not sent stays, but text alone takes the blocks away, and only it leaves a mark.
    message.change({
      ...content,
      text: args.has('text') ? content.text : before.text,
      blocks: args.has('blocks') || args.has('text') ? content.blocks : before.blocks,
      attachments: args.has('attachments') ? content.attachments : before.attachments,
    });
    if (!args.has('blocks')) message.edited = { user: workspace.bot.id, ts: workspace.nextTs() };
    api.changed(message, before);
    return warned(
      {
        ok: true,
        channel: message.channel.id,
        ts: message.ts,
        text: message.text,
        message: messageObject(message, workspace),
      },
      warnings,
    );
  },
};

/** https://docs.slack.dev/reference/methods/chat.delete */
const remove: Method = {
  ...writing,
  scopes: [...writing.scopes],
  required: ['channel', 'ts'],
  perMinute: tiers.t3,
  run: (args, api) => {
    const message = ownMessage(args, api, 'cant_delete_message');
    message.delete();
    api.deleted(message);
    return { ok: true, channel: message.channel.id, ts: message.ts };
  },
};

/** https://docs.slack.dev/reference/methods/chat.getPermalink */
const getPermalink: Method = {
  token: 'bot',
  scopes: [],
  takesJson: false,
  required: ['channel', 'message_ts'],
  perMinute: tiers.special,
  run: (args, api) => {
    const channel = visibleChannel(args.text('channel'), api);
    const message = channel.find(args.text('message_ts'));
    if (!message) throw new Refusal('message_not_found');
    const { domain } = api.workspace.team;
    const path = `https://${domain}.slack.example/archives/${channel.id}/p${message.ts.replace('.', '')}`;
    const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
    return { ok: true, channel: channel.id, permalink: `${path}${thread}` };
  },
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
