import { absent, like, whole } from '../fixtures.js';
import { type JsonObject, objectOf } from '../json.js';
import type { Channel } from '../workspace/channel.js';
import { echoed } from '../workspace/echo.js';
import type { SlackFile } from '../workspace/files.js';
import type { Message } from '../workspace/message.js';
import type { User } from '../workspace/user.js';
import type { View } from '../workspace/view.js';
import type { Workspace } from '../workspace/workspace.js';

/** Slack's objects, as its answers and payloads show them. */

export const seconds = (date: Date): number => Math.floor(date.getTime() / 1_000);

/** https://docs.slack.dev/reference/objects/user-object ; the address needs users:read.email. */
export function userObject(user: User, { withEmail }: { withEmail: boolean }): JsonObject {
  const name = user.isBot ? 'user-bot' : 'user';
  const profile = {
    real_name: user.realName,
    real_name_normalized: user.realName,
    display_name: user.name,
    display_name_normalized: user.name,
    team: user.team.id,
  };
  const email = user.isBot ? {} : { email: withEmail && user.email !== null ? user.email : absent };
  return like(name, {
    id: user.id,
    team_id: user.team.id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.tz,
    locale: user.locale,
    is_restricted: user.isRestricted,
    is_ultra_restricted: user.isUltraRestricted,
    is_bot: user.isBot,
    profile: { ...profile, ...email },
  });
}

/** https://docs.slack.dev/reference/objects/conversation-object */
export function channelObject(channel: Channel, workspace: Workspace): JsonObject {
  const team = workspace.team.id;
  if (channel.isDirect) {
    const { partner } = channel;
    return like('channel-im', {
      id: channel.id,
      user: partner?.id,
      context_team_id: team,
      is_archived: channel.isArchived || partner?.deleted === true,
    });
  }
  const teams = [...new Set([team, ...[...channel.members].map((user) => user.team.id)])];
  return like(channel.isExtShared ? 'channel-over-slack-connect' : 'channel', {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.isArchived,
    is_member: channel.has(workspace.bot),
    context_team_id: team,
    shared_team_ids: whole(channel.isExtShared ? teams : [team]),
  });
}

/** A message, as histories and interactions show it. */
export function messageObject(message: Message, workspace: Workspace): JsonObject {
  const thread = threadOf(message);
  const shared = {
    user: message.author.id,
    ts: message.ts,
    text: message.text,
    team: message.author.team.id,
    blocks: message.blocks.length > 0 ? whole(echoed(message.blocks)) : absent,
    edited: message.edited ? { ...message.edited } : absent,
    ...thread,
  };
  if (!message.bot) return like('message-of-a-person', shared);
  const { app } = workspace;
  return like('message-of-the-app', {
    ...shared,
    bot_id: message.bot.botId,
    app_id: message.bot.id ?? absent,
    bot_profile: {
      id: message.bot.botId,
      app_id: app.id,
      user_id: app.botUserId,
      team_id: workspace.team.id,
    },
    attachments:
      message.attachments.length > 0
        ? whole(echoed(message.attachments.map((one, index) => ({ id: index + 1, fallback: '', ...one }))))
        : absent,
    metadata: absent,
    files: message.files.length > 0 ? whole(message.files.map((file) => fileObject(file))) : absent,
  });
}

const threadOf = (message: Message) => ({
  thread_ts: message.threadTs ?? absent,
  parent_user_id: parentOf(message) ?? absent,
});

const parentOf = (message: Message): string | undefined =>
  message.threadTs === undefined || message.threadTs === message.ts
    ? undefined
    : message.channel.find(message.threadTs)?.author.id;

/** https://docs.slack.dev/reference/objects/view-object */
export function viewObject(view: View, workspace: Workspace): JsonObject {
  const { sent } = view;
  const label = (name: string) => (sent[name] ? whole(echoed(objectOf(sent[name]))) : null);
  return like(view.isHome ? 'view-home' : 'view-modal', {
    id: view.id,
    team_id: workspace.team.id,
    blocks: whole(echoed(view.blocks)),
    private_metadata: (sent.private_metadata as string | undefined) ?? '',
    callback_id: view.callbackId,
    external_id: view.externalId,
    state: whole(echoed(view.state.values(view.blocks))),
    hash: view.hash,
    title: view.isHome ? undefined : label('title'),
    close: label('close'),
    submit: label('submit'),
    clear_on_close: view.clearsOnClose,
    notify_on_close: view.notifiesOnClose,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: workspace.app.id,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.app.botId,
  });
}

/** https://docs.slack.dev/reference/objects/file-object ; the kind is empty until it is processed. */
export function fileObject(file: SlackFile): JsonObject {
  const ids = file.sharedIn.map(({ channelId }) => channelId);
  return like(file.isProcessed ? 'file' : 'file-not-processed-yet', {
    id: file.id,
    created: seconds(file.createdAt),
    timestamp: seconds(file.createdAt),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.filetype.toUpperCase(),
    user: file.owner.id,
    user_team: file.owner.team.id,
    size: file.length,
    url_private: file.urlPrivate,
    url_private_download: `${file.urlPrivate}?download=1`,
    permalink: file.permalink,
    channels: whole(ids.filter((id) => !id.startsWith('D'))),
    ims: whole(ids.filter((id) => id.startsWith('D'))),
    shares: whole(
      file.sharedIn.length === 0
        ? {}
        : { private: Object.fromEntries(file.sharedIn.map(({ channelId, ts }) => [channelId, [{ ts }]])) },
    ),
    alt_txt: file.altText,
  });
}
