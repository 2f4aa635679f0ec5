import { absent, type Changes, like, whole } from '../fixtures.js';
import { type JsonObject, objectsIn } from '../json.js';
import type { Channel } from '../workspace/channel.js';
import { echoed } from '../workspace/echo.js';
import type { Message } from '../workspace/message.js';
import type { Team, User } from '../workspace/user.js';
import type { View } from '../workspace/view.js';
import type { Workspace } from '../workspace/workspace.js';
import { messageObject, viewObject } from './objects.js';

/** What is sent for the element that was acted on. */
export interface ActionOn {
  blockId: string;
  element: JsonObject;
  /** `value`, `selected_option`, …: what the element holds now. */
  chosen: JsonObject;
  actionTs: string;
  /** Set for blocks inside an attachment: which one it is, from 1 on. */
  attachmentId?: number | undefined;
}

export interface Reply {
  triggerId: string;
  responseUrl: string;
}

/** The name of a channel in payloads: those of private ones are hidden (slack.md, section 2). */
export const channelName = ({ kind, name }: Channel): string =>
  kind === 'im' ? 'directmessage' : kind === 'private' ? 'privategroup' : name;

const teamPart = ({ id, domain }: Team) => ({ id, domain });

const userPart = (user: User) => ({
  id: user.id,
  username: user.name,
  name: user.name,
  team_id: user.team.id,
});

/** Fields of every interaction; the team is the person's own (slack.md, section 2). */
function base(user: User, workspace: Workspace): Changes {
  return {
    user: userPart(user),
    team: teamPart(user.team),
    api_app_id: workspace.app.id,
    enterprise: workspace.enterprise ? whole({ ...workspace.enterprise }) : null,
  };
}

/** The fields of an element that come back with an act on it; the rest stays in the blocks. */
const returned = new Set([
  'type',
  'action_id',
  'text',
  'style',
  'url',
  'confirm',
  'placeholder',
  'initial_option',
  'initial_options',
  'initial_date',
  'initial_time',
  'initial_user',
  'initial_conversation',
  'initial_channel',
]);

function action({ blockId, element, chosen, actionTs }: ActionOn): JsonObject {
  const kept = Object.entries(element).filter(([field]) => returned.has(field));
  return {
    ...echoed(Object.fromEntries(kept)),
    ...echoed(chosen),
    block_id: blockId,
    action_ts: actionTs,
  };
}

const container = (message: Message) => ({
  message_ts: message.ts,
  channel_id: message.channel.id,
  is_ephemeral: message.isEphemeral,
});

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload : on a message. */
export function actionOnMessage(
  act: ActionOn,
  message: Message,
  user: User,
  reply: Reply,
  workspace: Workspace,
): JsonObject {
  const { attachmentId, ...rest } = act;
  const place = { ...container(message), ...(attachmentId ? { attachment_id: attachmentId } : {}) };
  const payload = {
    ...base(user, workspace),
    container: place,
    channel: { id: message.channel.id, name: channelName(message.channel) },
    state: whole(echoed(message.stateOf(user).values(allBlocks(message)))),
    trigger_id: reply.triggerId,
    response_url: reply.responseUrl,
    actions: whole([action(rest)]),
  };
  // An ephemeral message carries no usable message (slack.md, section 2).
  if (message.isEphemeral) return like('block-actions-button-on-ephemeral', payload);
  const shown = { ...payload, message: whole(messageObject(message, workspace)) };
  if (attachmentId) return like('block-actions-button-in-attachment', shown);
  if (message.threadTs === undefined) return like('block-actions-button', shown);
  const inThread = { ...place, thread_ts: message.threadTs };
  return like('block-actions-button-in-thread', { ...shown, container: inThread });
}

/** Blocks of the message and of its attachments. */
const allBlocks = ({ blocks, attachments }: Message): JsonObject[] => [
  ...blocks,
  ...attachments.flatMap((one) => objectsIn(one.blocks)),
];

/** The same in a window or in the Home tab: no channel and no response_url. */
export function actionInView(act: ActionOn, view: View, triggerId: string, workspace: Workspace): JsonObject {
  return like(view.isHome ? 'block-actions-in-home' : 'block-actions-in-modal', {
    ...base(view.user, workspace),
    container: { view_id: view.id },
    view: whole(viewObject(view, workspace)),
    trigger_id: triggerId,
    actions: whole([action(act)]),
  });
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewSubmission(
  view: View,
  triggerId: string,
  responseUrls: JsonObject[],
  workspace: Workspace,
): JsonObject {
  return like('view-submission', {
    ...base(view.user, workspace),
    view: whole(viewObject(view, workspace)),
    trigger_id: triggerId,
    response_urls: whole(responseUrls),
  });
}

export function viewClosed(view: View, isCleared: boolean, workspace: Workspace): JsonObject {
  return like('view-closed', {
    ...base(view.user, workspace),
    view: whole(viewObject(view, workspace)),
    is_cleared: isCleared,
  });
}

/** https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export function blockSuggestion(
  where: View | Message,
  user: User,
  field: { blockId: string; actionId: string; query: string },
  workspace: Workspace,
): JsonObject {
  const asked = { block_id: field.blockId, action_id: field.actionId, value: field.query };
  if (!('channel' in where))
    return like('block-suggestion', {
      ...base(user, workspace),
      ...asked,
      container: { view_id: where.id },
      view: whole(viewObject(where, workspace)),
    });
  return like('block-suggestion-on-message', {
    ...base(user, workspace),
    ...asked,
    container: container(where),
    channel: { id: where.channel.id, name: channelName(where.channel) },
    message: where.isEphemeral ? absent : whole(messageObject(where, workspace)),
  });
}

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload : on a message. */
export function messageAction(
  message: Message,
  user: User,
  callbackId: string,
  reply: Reply,
  workspace: Workspace,
): JsonObject {
  const { api_app_id: _unused, ...who } = base(user, workspace);
  return like('message-action', {
    ...who,
    channel: { id: message.channel.id, name: channelName(message.channel) },
    callback_id: callbackId,
    trigger_id: reply.triggerId,
    response_url: reply.responseUrl,
    action_ts: workspace.nextTs(),
    message_ts: message.ts,
    message: whole(messageObject(message, workspace)),
  });
}

/** The global kind, from the composer or the search field. */
export function globalShortcut(
  user: User,
  callbackId: string,
  triggerId: string,
  workspace: Workspace,
): JsonObject {
  return like('shortcut', {
    team: teamPart(user.team),
    user: { id: user.id, username: user.name, team_id: user.team.id },
    enterprise: workspace.enterprise ? whole({ ...workspace.enterprise }) : null,
    callback_id: callbackId,
    trigger_id: triggerId,
    action_ts: workspace.nextTs(),
  });
}

/** Flat form fields (https://docs.slack.dev/interactivity/implementing-slash-commands). */
export function slashCommand(
  user: User,
  channel: Channel,
  command: string,
  text: string,
  reply: Reply,
  workspace: Workspace,
): JsonObject {
  const { enterprise } = workspace;
  return like(enterprise ? 'slash-command-in-enterprise' : 'slash-command', {
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: workspace.app.id,
    response_url: reply.responseUrl,
    trigger_id: reply.triggerId,
  });
}
