import { randomUUID } from 'node:crypto';
import { absent, type Changes, like, whole } from '../fixtures.js';
import { type JsonObject, objectOf } from '../json.js';
import { richTextOf } from '../text/read-rich.js';
import { echoed, withIds } from '../workspace/echo.js';
import type { SlackFile } from '../workspace/files.js';
import type { Drawing, Message } from '../workspace/message.js';
import type { User } from '../workspace/user.js';
import type { Workspace } from '../workspace/workspace.js';
import { messageObject, seconds, viewObject } from './objects.js';

const channelTypes = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

/** The envelope of the Events API round an event (https://docs.slack.dev/apis/events-api#callback-field). */
function callback(name: string, event: Changes, workspace: Workspace, shared = false): JsonObject {
  return like(name, {
    team_id: workspace.team.id,
    context_team_id: workspace.team.id,
    context_enterprise_id: workspace.enterprise?.id ?? null,
    api_app_id: workspace.app.id,
    event,
    event_id: workspace.ids.next('Ev'),
    event_time: seconds(workspace.clock.now()),
    authorizations: whole([
      {
        enterprise_id: workspace.enterprise?.id ?? null,
        team_id: workspace.team.id,
        user_id: workspace.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ]),
    is_ext_shared_channel: shared,
  });
}

/** What every event about a message of a person says. */
function written(message: Message, inThread: boolean): Changes {
  const { author, channel, ts, text } = message;
  return {
    user: author.id,
    ts,
    event_ts: ts,
    client_msg_id: randomUUID(),
    text,
    team: author.team.id,
    channel: channel.id,
    blocks: whole(echoed(withIds([richTextOf(text)]))),
    ...(inThread
      ? {
          thread_ts: message.threadTs,
          parent_user_id: channel.find(message.threadTs ?? '')?.author.id ?? absent,
        }
      : {}),
  };
}

/** https://docs.slack.dev/reference/events/app_mention */
export function appMention(message: Message, workspace: Workspace): JsonObject {
  const { author, channel, threadTs } = message;
  if (author.team.id !== workspace.team.id) {
    const from = { user_team: author.team.id, source_team: author.team.id };
    const profile = { team: author.team.id, name: author.name, real_name: author.realName };
    const event = { ...written(message, false), ...from, team: workspace.team.id, user_profile: profile };
    return callback('app-mention-over-slack-connect', event, workspace, true);
  }
  const name = threadTs ? 'app-mention-in-thread' : 'app-mention';
  const payload = callback(name, written(message, threadTs !== undefined), workspace, channel.isExtShared);
  return message.files.length === 0
    ? payload
    : { ...payload, event: { ...objectOf(payload.event), files: message.files.map(sentFile) } };
}

/** A file as events show it: https://docs.slack.dev/reference/events/message/file_share */
const sentFile = (file: SlackFile): JsonObject => ({
  id: file.id,
  name: file.name,
  mimetype: file.mimetype,
  filetype: file.filetype,
  ...(file.recordedAs ? { subtype: file.recordedAs } : {}),
});

/** https://docs.slack.dev/reference/events/message : written by a person. */
export function messageOfPerson(message: Message, workspace: Workspace): JsonObject {
  const { author, channel, threadTs } = message;
  const inThread = threadTs !== undefined;
  const event = { ...written(message, inThread), channel_type: channelTypes[channel.kind] };
  if (author.team.id !== workspace.team.id) {
    const payload = callback('message-channels-over-slack-connect', event, workspace, true);
    return { ...payload, team_id: author.team.id };
  }
  if (message.files.length > 0) {
    const files = whole(message.files.map(sentFile));
    return callback('file-share', { ...event, files }, workspace, channel.isExtShared);
  }
  const name = inThread ? 'message-im-in-thread' : 'message-im';
  return callback(name, event, workspace, channel.isExtShared);
}

/** A message of this app itself, which comes back as an event too. */
export function messageOfApp(message: Message, workspace: Workspace): JsonObject {
  const { app } = workspace;
  return callback(
    'message-by-the-app-itself',
    {
      user: app.botUserId,
      bot_id: app.botId,
      app_id: app.id,
      bot_profile: { id: app.botId, app_id: app.id, user_id: app.botUserId, team_id: workspace.team.id },
      ts: message.ts,
      event_ts: message.ts,
      text: message.text,
      team: workspace.team.id,
      blocks: whole(echoed(message.blocks)),
      channel: message.channel.id,
      channel_type: channelTypes[message.channel.kind],
    },
    workspace,
    message.channel.isExtShared,
  );
}

/** https://docs.slack.dev/reference/events/message/bot_message : another bot spoke. */
export function messageOfBot(message: Message, workspace: Workspace): JsonObject {
  return callback(
    'bot-message',
    {
      ts: message.ts,
      event_ts: message.ts,
      bot_id: message.bot?.botId,
      username: message.author.name,
      text: message.text,
      channel: message.channel.id,
      channel_type: channelTypes[message.channel.kind],
    },
    workspace,
  );
}

/** https://docs.slack.dev/reference/events/message/message_changed */
export function messageChanged(message: Message, before: Drawing, workspace: Workspace): JsonObject {
  const ts = workspace.nextTs();
  const now = messageObject(message, workspace);
  const previous = { ...now, text: before.text, blocks: echoed(before.blocks) };
  return callback(
    'message-changed',
    {
      message: whole(now),
      previous_message: whole(previous),
      channel: message.channel.id,
      ts,
      event_ts: ts,
      channel_type: channelTypes[message.channel.kind],
    },
    workspace,
  );
}

/** https://docs.slack.dev/reference/events/message/message_deleted */
export function messageDeleted(message: Message, workspace: Workspace): JsonObject {
  const ts = workspace.nextTs();
  return callback(
    'message-deleted',
    {
      previous_message: whole(messageObject(message, workspace)),
      channel: message.channel.id,
      deleted_ts: message.ts,
      ts,
      event_ts: ts,
      channel_type: channelTypes[message.channel.kind],
    },
    workspace,
  );
}

/** https://docs.slack.dev/reference/events/app_home_opened ; it fires for both tabs. */
export function appHomeOpened(user: User, tab: 'home' | 'messages', workspace: Workspace): JsonObject {
  const home = workspace.views.homeOf(user);
  const event = { user: user.id, channel: workspace.directChannel(user).id, event_ts: workspace.nextTs() };
  if (tab === 'messages') return callback('app-home-opened-messages-tab', event, workspace);
  if (!home) return callback('app-home-opened-first-time', event, workspace);
  return callback('app-home-opened', { ...event, view: whole(viewObject(home, workspace)) }, workspace);
}

/** https://docs.slack.dev/reference/events/member_joined_channel */
export function memberJoined(user: User, channelId: string, inviter: User, workspace: Workspace): JsonObject {
  return callback(
    'member-joined-channel',
    {
      user: user.id,
      channel: channelId,
      team: user.team.id,
      inviter: inviter.id,
      event_ts: workspace.nextTs(),
    },
    workspace,
  );
}

/** https://docs.slack.dev/reference/events/member_left_channel */
export function memberLeft(user: User, channelId: string, workspace: Workspace): JsonObject {
  const event = { user: user.id, channel: channelId, team: user.team.id, event_ts: workspace.nextTs() };
  return callback('member-left-channel', event, workspace);
}
