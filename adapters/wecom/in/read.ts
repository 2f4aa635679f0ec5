import type { WsFrame } from '@wecom/aibot-node-sdk';
import type { Inbound, PlaceRef } from '../../../kernel/chat/chat.js';
import type { Unread } from '../../../kernel/chat/unread.js';
import { decodeCall } from '../../../kernel/render/call-code.js';
import { fieldsKey, questionKey, submitKey } from '../draw/limits.js';
import { withoutMention } from './words.js';

/** One act of a person, read from whatever WeCom sent. */
export interface WecomIncoming {
  /** The same for every delivery of the act. */
  id: string;
  user: string;
  place: PlaceRef;
  act: Inbound['act'];
  /** The request that an answer may be tied to. */
  reqId: string;
  /** The tapped card. */
  taskId?: string;
}

/** What WeCom sent: something to do, or a chat that was opened. */
export type WecomHeard =
  | { kind: 'act'; incoming: WecomIncoming }
  | { kind: 'entered'; user: string; reqId: string; id: string };

/** Frames as they really are; the SDK's types are wrong about some (wecom's own pages: 100719, 101027). */
interface Body {
  msgid: string;
  chattype?: string;
  chatid?: string;
  from?: { userid?: string };
  msgtype?: string;
  text?: Words;
  voice?: Words;
  mixed?: { msg_item?: { msgtype?: string; text?: Words }[] };
  quote?: Omit<Body, 'msgid'>;
  event?: { eventtype?: string; template_card_event?: CardEvent } & CardEvent;
}

interface Words {
  content?: string;
}

interface CardEvent {
  event_key?: string;
  task_id?: string;
  selected_items?: {
    selected_item?: { question_key?: string; option_ids?: { option_id?: string[] } }[];
  };
}

export interface ReadOptions {
  botName?: string;
  /** What a group is called: WeCom tells no names. */
  groupName(mark: string): string;
}

/** Reads a frame; null for what concerns nobody here. */
export function readFrame(frame: WsFrame, options: ReadOptions): WecomHeard | null {
  const body = frame.body as Body | undefined;
  const user = body?.from?.userid;
  if (!body || !user) return null;
  const reqId = frame.headers.req_id;
  const place = placeOf(body, user, options);
  if (body.msgtype === 'event') {
    if (body.event?.eventtype === 'enter_chat')
      return { kind: 'entered', user, reqId, id: `e:${body.msgid}` };
    const tapped = body.event?.eventtype === 'template_card_event' ? tapOf(body) : null;
    return tapped && { kind: 'act', incoming: { ...tapped, user, place, reqId } };
  }
  if (body.msgtype === undefined || body.msgtype === 'stream') return null;
  const words = wordsOf(body);
  const text = place.kind === 'group' ? withoutMention(words, options.botName) : words.trim();
  const quoted = body.quote && wordsOf(body.quote);
  const unread = unreadIn(body, text) ?? (body.quote && unreadIn(body.quote, quoted ?? ''));
  const spoken = body.msgtype === 'voice' ? { spoken: true } : {};
  const act = {
    ...{ kind: 'say' as const, text, ...spoken },
    ...(quoted ? { quoted } : {}),
    ...(unread ? { unread } : {}),
  };
  return { kind: 'act', incoming: { id: `m:${body.msgid}`, user, place, act, reqId } };
}

function placeOf(body: Body, user: string, { groupName }: ReadOptions): PlaceRef {
  if (body.chattype !== 'group' || !body.chatid) return { id: user, kind: 'private' };
  return { id: body.chatid, kind: 'group', name: groupName(body.chatid.slice(-4).toUpperCase()) };
}

/** Typed or transcribed words; empty if there are none. */
function wordsOf({ msgtype, text, voice, mixed }: Omit<Body, 'msgid'>): string {
  if (msgtype === 'text') return text?.content ?? '';
  if (msgtype === 'voice') return voice?.content ?? '';
  return (mixed?.msg_item ?? []).flatMap((item) => item.text?.content ?? []).join('\n');
}

const unreadOf: Partial<Record<string, Unread>> = {
  image: 'picture',
  voice: 'voice',
  video: 'video',
  file: 'file',
  location: 'location',
  link: 'link',
  emotion: 'sticker',
  chatrecord: 'forwarded',
};

/** What a message brings that is not read; a voice message without words was not understood. */
function unreadIn({ msgtype = '', mixed }: Omit<Body, 'msgid'>, words: string): Unread | undefined {
  if (msgtype === 'text' || (msgtype === 'voice' && words !== '')) return undefined;
  if (msgtype !== 'mixed') return unreadOf[msgtype] ?? 'other';
  const other = (mixed?.msg_item ?? []).find((item) => item.msgtype !== 'text');
  return other && (unreadOf[other.msgtype ?? ''] ?? 'other');
}

/** The detail of a card event is nested, whatever the SDK's types say; flat is how its older pages had it. */
function tapOf(body: Body): Pick<WecomIncoming, 'id' | 'act' | 'taskId'> | null {
  const event = body.event?.template_card_event ?? body.event;
  const { event_key: key = '', task_id: taskId } = event ?? {};
  const chosen = new Map(
    (event?.selected_items?.selected_item ?? []).map((item) => [
      item.question_key ?? '',
      item.option_ids?.option_id?.[0] ?? '',
    ]),
  );
  const id = `t:${body.msgid}`;
  if (key.startsWith(fieldsKey)) {
    const call = decodeCall(key.slice(fieldsKey.length));
    return call && { id, act: { kind: 'form', call, fields: Object.fromEntries(chosen) }, taskId };
  }
  const call = decodeCall(key === submitKey ? (chosen.get(questionKey) ?? '') : key);
  return call && { id, act: { kind: 'tap', call, ...(taskId ? { messageId: taskId } : {}) }, taskId };
}
