import type { Sent } from '../../../kernel/chat/chat.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';

/** WeCom took a request and said no. */
export class WecomRefused extends Error {
  override name = 'Refused';
  constructor(
    readonly code: number,
    words: string,
  ) {
    super(`${code} ${words}`.trim());
  }
}

/** Nobody is connected: nothing was sent. */
export class Away extends Error {
  override name = 'Away';
}

/** Codes that say what to do. Source: https://developer.work.weixin.qq.com/document/path/101463. */
export const codes = {
  wrongSecret: 853000,
  /** The subscription is gone although the socket is open. */
  notSubscribed: 846609,
  tooMany: 846607,
  tooLate: 846608,
  wrongRequest: 846605,
  /** They have not spoken to the bot, or the id is none. */
  unknownChat: 93006,
  /** A new card under an id that was used: it has arrived before. */
  usedTaskId: 42014,
} as const;

/** Seconds until a refusal of the moment may have passed. */
const pauses = new Map<number, number>([
  [codes.tooMany, 60],
  [codes.notSubscribed, 3],
  // Busy, and the older limit: https://developer.work.weixin.qq.com/document/path/96213
  [-1, 5],
  [45009, 60],
]);

/** What is sent breaks a rule: type, size, parameters, and parts of a card (42014: see `usedTaskId`). */
const malformed = new Set([40004, 40006, 40007, 40008, 40058, 41016, 42039, 42045, 44004, 45002]);

/** What the SDK rejects with, as an error: refusals come as plain acknowledgements. */
export function asError(reason: unknown): Error {
  if (reason instanceof Error) return reason;
  const { errcode, errmsg } = (reason ?? {}) as { errcode?: number; errmsg?: string };
  return errcode === undefined
    ? new Error('no answer')
    : new WecomRefused(errcode, (errmsg ?? '').slice(0, 200));
}

/** What a failed send means for whoever wants to make it again. */
export function wecomSent(error: unknown): Sent {
  if (error instanceof Away) return { ok: false, reason: 'WeCom is not connected', retryAfter: 5 };
  if (!(error instanceof WecomRefused)) {
    // It may have arrived; cards are sent again under the same id, so that they come once.
    return { ok: false, reason: plainReason(error) };
  }
  const { code, message: reason } = error;
  if (code === codes.unknownChat)
    return { ok: false, reason: 'nobody there has spoken to the bot yet (93006)', final: true };
  if (malformed.has(code)) return { ok: false, reason, final: true };
  const retryAfter = pauses.get(code);
  if (retryAfter !== undefined) return { ok: false, reason, retryAfter };
  return { ok: false, reason, refused: true };
}
