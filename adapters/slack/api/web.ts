import { setTimeout as wait } from 'node:timers/promises';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import type { PlatformLog } from '../../../kernel/chat/adapter.js';
import type { Sent } from '../../../kernel/chat/chat.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';
import { slackSdkLogger } from '../log/sdk-logger.js';

/** A request that is not answered by then is given up; Slack's own deadline for us is 3 s. */
const timeoutMs = 15_000;

/**
 * A client that says what happened instead of trying again by itself: the SDK's own retries repeat posts whose
 * answer was lost, and on a limit they hold up every other call of the client.
 */
export function webClient(token: string, apiUrl: string | undefined, log: PlatformLog): WebClient {
  return new WebClient(token, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: slackSdkLogger(log, 'slack web api'),
  });
}

/** Slack knows the token and will not have it, now or later. */
export class SlackRefused extends Error {
  override name = 'Refused';
}

/** Whether Slack refuses a token or the app for a reason that no further attempt changes. */
export const isPermanent = (reason: string): boolean =>
  /invalid_auth|not_authed|account_inactive|not_allowed_token_type|missing_scope|app_uninstalled|token_revoked|token_expired/.test(
    reason,
  );

/** What a failed call means for whoever wants to make it again. */
export interface Failure {
  /** Slack's own word ('channel_not_found'), or what went wrong on the way. */
  reason: string;
  /** Seconds. */
  retryAfter?: number;
  /** Trying again cannot help. */
  final: boolean;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError)
    return { reason: 'rate limited', retryAfter: error.retryAfter, final: false };
  if (error instanceof WebAPIPlatformError) {
    const details = error.data as { error: string; errors?: string[]; needed?: string };
    const more = [details.needed, ...(details.errors ?? [])].filter(Boolean).join('; ');
    const reason = `${details.error}${more ? ` (${more})` : ''}`.slice(0, 300);
    // A page for people in place of an answer stands where the error's word should.
    const isWord = /^\w+$/.test(details.error);
    return { reason, final: isWord && !passing.has(details.error) };
  }
  if (error instanceof WebAPIHTTPError) return { reason: `HTTP ${error.statusCode}`, final: false };
  if (error instanceof WebAPIRequestError)
    return { reason: String(error.cause ?? error.message), final: false };
  return { reason: plainReason(error), final: false };
}

/** Refusals of the moment (https://docs.slack.dev/reference/methods/chat.postMessage, common errors). */
const passing = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'accesslimited',
]);

/**
 * Words after which a post is given up: nobody there, the bot was removed, malformed, or not the bot's to change. A
 * token that was revoked is none of them: an administrator may install the app again.
 */
const final =
  /^(?:channel_not_found|not_in_channel|is_archived|user_not_found|users_not_found|user_disabled|cannot_dm_bot|is_inactive|messages_tab_disabled|cannot_reply_to_message|invalid_blocks|invalid_blocks_format|invalid_arguments|msg_too_long|msg_blocks_too_long|no_text|restricted_action\w*|message_not_found|cant_update_message|edit_window_closed)\b/;

/** What a failed post means for whoever wants to make it again. */
export function slackSent(error: unknown): Sent {
  const { reason, retryAfter, final: isWord } = failureOf(error);
  if (retryAfter !== undefined) return { ok: false, reason, retryAfter };
  if (!isWord) return { ok: false, reason };
  return final.test(reason) ? { ok: false, reason, final: true } : { ok: false, reason, refused: true };
}

/** Waits between attempts of one answer, in ms; then it is given up. */
const pauses = [500, 2_000, 8_000];
/** A longer pause than this is not waited for by somebody who has just asked. */
const longestAskedMs = 60_000;

/** Makes a call again while that may help: for answers, which are in no outbox. */
export async function persist<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const { final, retryAfter } = failureOf(error);
      const asked = retryAfter === undefined ? undefined : retryAfter * 1000;
      const pause = asked ?? pauses[attempt];
      if (final || pause === undefined || pause > longestAskedMs || attempt >= pauses.length) throw error;
      await wait(pause, undefined, { ref: false });
    }
  }
}
