import type { Sent } from '../../../kernel/chat/chat.js';
import { plainReason } from '../../../kernel/command/plain-reason.js';

/** DingTalk took a call and said no; `code` is its own word, or an errcode of the older host. */
export class DingtalkRefused extends Error {
  override name = 'Refused';
  constructor(
    readonly code: string,
    words = '',
    /** HTTP status of the answer. */
    readonly status = 200,
  ) {
    super(`${code} ${words}`.trim().slice(0, 300));
  }
}

/**
 * What a refusal means. Throttling and missing permissions are both HTTP 403 and told apart by the code:
 * https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server
 */
export type Meaning =
  | 'permission'
  | 'template'
  | 'quota'
  | 'too fast'
  | 'token'
  | 'content'
  | 'passing'
  /** Nobody there, the robot was removed, or malformed: the same for ever. */
  | 'final'
  | 'unknown';

/** What DingTalk says once the month's calls are used up. */
export const quotaCode = 'Forbidden.AccessDenied.ApiCountLimitForOrg';

const meanings: [RegExp, Meaning][] = [
  [/ApiCountLimitForOrg|^90020$/, 'quota'],
  [/QpsLimit|send\.too\.fast|^(90018|90002|410100)$/, 'too fast'],
  [/AccessTokenPermissionDenied|^(60011|60020)$/, 'permission'],
  [/templateNotExist|templateUnpublished/, 'template'],
  [/InvalidAuthentication|^(40014|42001)$/, 'token'],
  [/contentUnsafe|contain\.unsafe|^4301\d\d$/, 'content'],
  [/system\.busy|^HTTP (?:5|408|429)|^-1$/, 'passing'],
  [
    /staffId\.notExist|(?:chat|group|conversation|robot|chatbot|resource)\.?not\.?(?:exist|found|in)|^param\.|^invalidParameter|^notDelivered/i,
    'final',
  ],
];

/** Statuses of a server that is down or overwhelmed, whatever its answer says. */
const passes = (status: number): boolean => status >= 500 || status === 429 || status === 408;

export function meaningOf(error: unknown): Meaning {
  if (!(error instanceof DingtalkRefused)) return 'passing';
  const known = meanings.find(([pattern]) => pattern.test(error.code))?.[1];
  if (passes(error.status)) return known === 'quota' || known === 'too fast' ? known : 'passing';
  return known ?? 'unknown';
}

/** The same for whoever wants to make the call again. */
export function dingtalkSent(error: unknown): Sent {
  const reason = plainReason(error);
  switch (meaningOf(error)) {
    case 'too fast':
      return { ok: false, reason, retryAfter: 2 };
    case 'quota':
      // It is the month's; looked at again every hour, since an administrator may buy more.
      return { ok: false, reason, retryAfter: 3_600 };
    case 'passing':
    case 'token':
      return { ok: false, reason };
    case 'final':
    case 'content':
      return { ok: false, reason, final: true };
    default:
      return { ok: false, reason, refused: true };
  }
}
