import type { Sent } from '../../../kernel/chat/chat.js';

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
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  if (error.code === codes.tooMany) return { ok: false, reason: error.message, retryAfter: 60 };
  if (error.code === codes.notSubscribed) return { ok: false, reason: error.message, retryAfter: 3 };
  if (error.code === codes.unknownChat)
    return { ok: false, reason: 'nobody there has spoken to the bot yet (93006)', final: true };
  const final = error.code > 0 && error.code < 846_000;
  return { ok: false, reason: error.message, final };
}
