import type { Inbound, PlaceRef } from '../../../kernel/chat/chat.js';
import type { Unread } from '../../../kernel/chat/unread.js';
import { decodeCall } from '../../../kernel/render/call-code.js';
import { callField, formAction } from '../draw/form.js';

/** A robot message, as far as it is read; https://open.dingtalk.com/document/development/robot-receive-message */
export interface RobotMessage {
  msgId: string;
  robotCode?: string;
  conversationId: string;
  conversationType: string;
  conversationTitle?: string;
  senderStaffId?: string;
  senderNick?: string;
  senderCorpId?: string;
  senderId?: string;
  chatbotCorpId?: string;
  chatbotUserId?: string;
  atUsers?: { dingtalkId?: string; staffId?: string }[];
  sessionWebhook?: string;
  sessionWebhookExpiredTime?: number;
  msgtype?: string;
  text?: { content?: string; isReplyMsg?: boolean; repliedMsg?: Replied };
  content?: { recognition?: string; richText?: Piece[] };
  errorCode?: number | string;
}

/**
 * The message that another one answers. No page describes it; this is how it arrives: a text's words in `content`, those of
 * Markdown in `text`, mixed ones in pieces, a card's in the leaves of a tree, and some cards without any.
 */
interface Replied {
  msgType?: string;
  content?: {
    content?: string;
    text?: string;
    richText?: (Piece & { content?: string })[];
    cardContent?: CardPart;
    recognition?: string;
  };
}

/** Of a message of words and pictures. */
interface Piece {
  text?: string;
  type?: string;
  msgType?: string;
}

interface CardPart {
  elementType?: string;
  value?: unknown;
  children?: CardPart[];
}

/** A tap; https://open.dingtalk.com/document/development/event-callback-card */
export interface Tap {
  outTrackId: string;
  userId: string;
  corpId?: string;
  spaceType?: string;
  spaceId?: string;
  content?: string;
  value?: string;
}

/** Where answers to a message may go without a call of the API, while it lives. */
export interface Webhook {
  url: string;
  /** Epoch ms. */
  until: number;
}

/** One act of a person, read from whatever DingTalk sent. */
export interface DingtalkIncoming {
  id: string;
  /** Their userId; absent for people outside the company. */
  user?: string;
  nick?: string;
  place: PlaceRef;
  act: Inbound['act'];
  webhook?: Webhook;
  /** userIds of colleagues the words mention. */
  mentions: string[];
  /** The card that was tapped. */
  card?: string;
}

/** A message; 'quota' where DingTalk withholds it. */
export function readMessage(message: RobotMessage): DingtalkIncoming | 'quota' {
  if (Number(message.errorCode ?? 0) !== 0) return 'quota';
  const {
    msgId,
    robotCode,
    conversationId,
    conversationTitle: name,
    senderStaffId,
    senderNick: nick,
  } = message;
  const isGroup = message.conversationType === '2';
  const ours = message.senderCorpId === undefined || message.senderCorpId === message.chatbotCorpId;
  const user = senderStaffId && ours ? senderStaffId : undefined;
  const place: PlaceRef = isGroup
    ? { id: conversationId, kind: 'group', ...(name ? { name } : {}) }
    : { id: user ?? conversationId, kind: 'private' };
  const text = wordsOf(message);
  const quoted = quotedIn(message);
  const unread = unreadIn(message, text) ?? unreadInQuoted(message);
  const mentions = (message.atUsers ?? []).flatMap(({ dingtalkId, staffId }) =>
    dingtalkId !== message.chatbotUserId && staffId ? [staffId] : [],
  );
  return {
    // Two robots that are mentioned together get one msgId.
    id: `m:${robotCode ?? ''}:${msgId}`,
    ...(user ? { user } : {}),
    ...(nick ? { nick } : {}),
    place,
    act: {
      kind: 'say',
      text,
      ...(message.msgtype === 'audio' ? { spoken: true } : {}),
      ...(quoted ? { quoted } : {}),
      ...(unread ? { unread } : {}),
    },
    ...(message.sessionWebhook
      ? { webhook: { url: message.sessionWebhook, until: message.sessionWebhookExpiredTime ?? 0 } }
      : {}),
    mentions,
  };
}

/** Typed, spoken or mixed with pictures; empty if there are no words. */
function wordsOf({ msgtype, text, content }: RobotMessage): string {
  if (msgtype === 'text') return (text?.content ?? '').trim();
  if (msgtype === 'audio') return (content?.recognition ?? '').trim();
  return (content?.richText ?? [])
    .flatMap((part) => part.text ?? [])
    .join('\n')
    .trim();
}

const unreadOf: Partial<Record<string, Unread>> = {
  picture: 'picture',
  audio: 'voice',
  video: 'video',
  file: 'file',
  location: 'location',
  link: 'link',
  chatRecord: 'forwarded',
};

/** What a message brings that is not read; a voice message without words was not understood. */
function unreadIn({ msgtype = '', content }: RobotMessage, words: string): Unread | undefined {
  if (msgtype === 'text' || (msgtype === 'audio' && words !== '')) return undefined;
  if (msgtype === 'richText') return pictureIn(content?.richText);
  return unreadOf[msgtype] ?? 'other';
}

/** What the message that this one answers brings; how cards and texts are told apart is not described. */
function unreadInQuoted({ text }: RobotMessage): Unread | undefined {
  const { msgType = '', content } = text?.repliedMsg ?? {};
  return unreadOf[msgType] ?? pictureIn(content?.richText);
}

const pictureIn = (pieces: readonly Piece[] = []): Unread | undefined =>
  pieces.some((piece) => piece.type === 'picture' || piece.msgType === 'picture') ? 'picture' : undefined;

/** The words of the message that this one answers. */
function quotedIn({ text }: RobotMessage): string {
  const { content, text: plain, richText, cardContent, recognition } = text?.repliedMsg?.content ?? {};
  const pieces = richText?.map((piece) => piece.content ?? piece.text ?? '').join('');
  return (content ?? plain ?? recognition ?? pieces ?? textsIn(cardContent).join('\n')).trim();
}

const textsIn = (part: CardPart | undefined): string[] =>
  part
    ? [
        ...(part.elementType === 'TEXT' && typeof part.value === 'string' ? [part.value] : []),
        ...(part.children ?? []).flatMap(textsIn),
      ]
    : [];

/** A tap on one of our cards; null for another's. */
export function readTap(tap: Tap, messageId: string): DingtalkIncoming | null {
  const { cardPrivateData } = parsed(tap.content ?? tap.value) as {
    cardPrivateData?: { actionIds?: string[]; params?: Record<string, unknown> };
  };
  const params = cardPrivateData?.params ?? {};
  const [actionId] = cardPrivateData?.actionIds ?? [];
  const act = actionId === formAction ? formOf(params) : tapOf(params, tap.outTrackId);
  if (!act || !tap.userId) return null;
  const isGroup = tap.spaceType === 'IM_GROUP';
  return {
    id: `t:${messageId}`,
    user: tap.userId,
    place: isGroup ? { id: tap.spaceId ?? '', kind: 'group' } : { id: tap.userId, kind: 'private' },
    act,
    mentions: [],
    card: tap.outTrackId,
  };
}

function tapOf(params: Record<string, unknown>, messageId: string): Inbound['act'] | null {
  const call = decodeCall(String(params.call ?? ''));
  return call && { kind: 'tap', call, messageId };
}

/** Values come as strings, booleans, or `{ index, value }` of a menu. */
function formOf(params: Record<string, unknown>): Inbound['act'] | null {
  const values = (params.form ?? {}) as Record<string, unknown>;
  const call = decodeCall(String(values[callField] ?? ''));
  if (!call) return null;
  const fields: Record<string, string> = {};
  for (const [name, held] of Object.entries(values)) {
    const value = held !== null && typeof held === 'object' ? (held as { value?: unknown }).value : held;
    if (name !== callField && value !== undefined && value !== null && value !== '')
      fields[name] = String(value);
  }
  return { kind: 'form', call, fields };
}

function parsed(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return value !== null && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}
