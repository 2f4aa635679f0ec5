import type { Inbound } from '../../../kernel/chat/chat.js';
import type { Unread } from '../../../kernel/chat/unread.js';
import { decodeCall } from '../../../kernel/render/call-code.js';
import { metaOf, submittedFields, type ViewState } from '../draw/modal.js';
import { mentionsIn, readText } from './text.js';

/** The command that takes the whole grammar; every other slash command is a verb by itself. */
export const wholeGrammar = 'sale';

/** One act of a person, read from whatever Slack sent. */
export interface SlackIncoming {
  /** The same for every delivery of the act. */
  id: string;
  user: string;
  act: Inbound['act'];
  /** The conversation it was done in; absent in the Home tab and for shortcuts that belong to none. */
  channel?: string;
  thread?: string;
  responseUrl?: string;
  /** Opens a window, for three seconds. */
  trigger?: string;
  message?: { ts: string; ephemeral: boolean };
  /** The window it was done in. */
  window?: string;
  /** Ids of colleagues the words mention. */
  mentions?: string[];
}

/** What Slack sends, as far as it is read. Sources: https://docs.slack.dev/reference/interaction-payloads */
export interface CommandBody {
  command: string;
  text?: string;
  user_id: string;
  channel_id: string;
  response_url: string;
  trigger_id: string;
}

export interface MessageEvent {
  type: string;
  subtype?: string;
  bot_id?: string;
  user?: string;
  text?: string;
  ts: string;
  thread_ts?: string;
  channel: string;
  channel_type?: string;
  files?: SentFile[];
  /** Messages that are passed on, and pages that links lead to. */
  attachments?: { is_share?: boolean }[];
  /** Of a huddle: who began it. */
  room?: { created_by?: string };
  /** Of a message that was changed: as it is, and as it was. */
  message?: MessageEvent & { edited?: { user?: string; ts: string } };
  previous_message?: { text?: string };
}

interface SentFile {
  mimetype?: string;
  /** `slack_audio` or `slack_video`: recorded in Slack. */
  subtype?: string;
}

export interface ActionsBody {
  user: { id: string };
  trigger_id: string;
  response_url?: string;
  container: { type: string; message_ts?: string; thread_ts?: string; is_ephemeral?: boolean };
  channel?: { id: string };
  view?: { id: string; type: string };
  actions: { value?: string; selected_option?: { value: string }; action_ts: string }[];
}

export interface ViewBody {
  user: { id: string };
  trigger_id?: string;
  view: { id: string; callback_id: string; private_metadata: string; state: { values: ViewState } };
}

export interface SuggestionBody {
  user: { id: string };
  action_id: string;
  value: string;
  view?: { private_metadata: string };
}

export interface ShortcutBody {
  user: { id: string };
  callback_id: string;
  trigger_id: string;
  response_url?: string;
  channel?: { id: string };
  message?: { text?: string; ts: string; thread_ts?: string; user?: string };
}

/**
 * `/sale 跟 华为 …` as it stands, `/log 华为 …` with its verb. A name may carry a prefix of the administrator's
 * (`/crm-log`), where another app had it first.
 */
export function ofCommand(body: CommandBody, slashes: readonly string[], botUserId: string): SlackIncoming {
  const name = body.command.replace(/^\//, '');
  const known = [wholeGrammar, ...slashes]
    .filter((slash) => name === slash || name.endsWith(`-${slash}`))
    .sort((a, b) => b.length - a.length)[0];
  const words = readText(body.text ?? '', botUserId);
  const text = known === undefined || known === wholeGrammar ? words : `${known} ${words}`;
  return {
    id: `c:${body.trigger_id}`,
    user: body.user_id,
    act: { kind: 'say', text: text.trim() },
    channel: body.channel_id,
    responseUrl: body.response_url,
    trigger: body.trigger_id,
    mentions: mentionsIn(body.text ?? '', botUserId),
  };
}

/** Kinds of messages whose sender is who it seems; in others it may be somebody else. */
const plainKinds = [undefined, 'thread_broadcast', 'file_share', 'me_message'];

/** A mention or a private message; null for what nobody said to the bot. */
export function ofMessage(event: MessageEvent, botUserId: string): SlackIncoming | null {
  if (event.subtype === 'message_changed') return ofEdit(event, botUserId);
  if (event.subtype === 'huddle_thread')
    return ofMessage({ ...event, subtype: undefined, user: event.room?.created_by, text: '' }, botUserId);
  const { user, ts, thread_ts: thread, channel, text = '' } = event;
  const plain = plainKinds.includes(event.subtype);
  if (!user || user === botUserId || event.bot_id || !plain) return null;
  const inThread = thread !== undefined && thread !== ts;
  const unread = unreadIn(event);
  return {
    id: `m:${channel}:${ts}`,
    user,
    act: {
      kind: 'say',
      text: readText(text, botUserId),
      ...(inThread ? { replyTo: thread } : {}),
      ...(unread ? { unread } : {}),
    },
    channel,
    ...(inThread ? { thread } : {}),
    mentions: mentionsIn(text, botUserId),
  };
}

/**
 * A message whose words the sender changed afterwards; null for changes that nobody typed: a link that was unfolded, a card
 * of the bot drawn anew. What was said first was carried out already, so only the change itself is an act.
 */
function ofEdit({ message, previous_message: before, channel }: MessageEvent, botUserId: string) {
  const { user, edited, ts, thread_ts: thread, text = '' } = message ?? {};
  if (!user || user === botUserId || message?.bot_id || edited?.user !== user || !ts) return null;
  if (readText(text, botUserId) === readText(before?.text ?? '', botUserId)) return null;
  const act = { kind: 'say' as const, text: '', unread: 'edit' as const };
  return {
    ...{ id: `e:${channel}:${ts}:${edited.ts}`, user, act, channel },
    ...(thread !== undefined && thread !== ts ? { thread } : {}),
  };
}

/** What a message brings that is not read. */
function unreadIn({ files = [], attachments = [], room }: MessageEvent): Unread | undefined {
  const [file] = files;
  if (room) return 'voice';
  if (!file) return attachments.some((one) => one.is_share) ? 'forwarded' : undefined;
  const kind = file.subtype?.replace('slack_', '') ?? file.mimetype?.split('/')[0];
  if (kind === 'image') return 'picture';
  if (kind === 'audio') return 'voice';
  return kind === 'video' ? 'video' : 'file';
}

/** The act of an event of the Events API; null for events that are none: what is said elsewhere, a Home tab opened. */
export function ofEvent(body: { type?: string; event?: unknown }, botUserId: string): SlackIncoming | null {
  const event = body.event as MessageEvent | undefined;
  if (body.type !== 'event_callback' || !event) return null;
  const isToBot = event.type === 'app_mention' || (event.type === 'message' && event.channel_type === 'im');
  return isToBot ? ofMessage(event, botUserId) : null;
}

/** A tap; null for a control that does nothing of ours (a link opens by itself). */
export function ofActions(body: ActionsBody): SlackIncoming | null {
  const { user, container, view, channel } = body;
  const [action] = body.actions;
  const call = decodeCall(action?.value ?? action?.selected_option?.value ?? '');
  if (!action || !call) return null;
  const ts = container.type === 'message' ? container.message_ts : undefined;
  return {
    id: `a:${user.id}:${ts ?? view?.id}:${action.action_ts}`,
    user: user.id,
    act: { kind: 'tap', call, ...(ts ? { messageId: ts } : {}) },
    channel: channel?.id,
    thread: container.thread_ts,
    responseUrl: body.response_url,
    trigger: view?.type === 'modal' ? undefined : body.trigger_id,
    message: ts ? { ts, ephemeral: container.is_ephemeral === true } : undefined,
    window: view?.type === 'modal' ? view.id : undefined,
  };
}

/** A submitted window of ours. */
export function ofSubmission(body: ViewBody): SlackIncoming | null {
  const { view, user, trigger_id: trigger } = body;
  const meta = metaOf(view.private_metadata);
  if (!meta) return null;
  const fields = submittedFields(view.state.values);
  const { call, place, thread } = meta;
  const said = call.command === '';
  return {
    id: `v:${trigger ?? view.id}`,
    user: user.id,
    act: said ? { kind: 'say', text: fields.line ?? '' } : { kind: 'form', call, fields },
    channel: place.id,
    thread,
  };
}

/** A colleague's message as the note of a new record; `author` is shown where somebody else wrote it. */
export function ofMessageShortcut(
  body: ShortcutBody,
  botUserId: string,
  author: string | undefined,
): SlackIncoming {
  const { message, channel, user } = body;
  const words = readText(message?.text ?? '', botUserId);
  const note = author ? `${author}: ${words}` : words;
  return {
    id: `s:${body.trigger_id}`,
    user: user.id,
    act: { kind: 'tap', call: { command: body.callback_id, input: { note } } },
    channel: channel?.id,
    thread: message?.thread_ts ?? message?.ts,
    responseUrl: body.response_url,
    trigger: body.trigger_id,
  };
}
