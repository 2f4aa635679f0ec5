import type { IncomingHttpHeaders } from 'node:http';
import type { Args } from './args.js';
import { Refusal } from './refusal.js';

/** What the manifest of slack.md, section 9, asks for. */
export const usualScopes = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
  'channels:read',
  'groups:read',
  'files:write',
  'files:read',
] as const;

export type TokenKind = 'bot' | 'app';

/** The two tokens of the app and what they are good for. */
export class Tokens {
  readonly bot = 'xoxb-0000000000-0000000000-fictionFICTION';
  readonly app = 'xapp-1-A0FICTION1-0000000000-fictionfiction';
  readonly scopes: Set<string>;
  private readonly revoked = new Set<TokenKind>();

  constructor(scopes: Iterable<string> = usualScopes) {
    this.scopes = new Set(scopes);
  }

  revoke(kind: TokenKind): void {
    this.revoked.add(kind);
  }

  restore(kind: TokenKind): void {
    this.revoked.delete(kind);
  }

  scopesOf(kind: TokenKind): Set<string> {
    return kind === 'bot' ? this.scopes : new Set(['connections:write']);
  }

  /** Whose token it is, or the error that slack.com answers (errors of /reference/methods/auth.test). */
  check(headers: IncomingHttpHeaders, args: Args, allowed: TokenKind): void {
    const token = /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1] ?? '';
    // An app-level token is taken from the header only (slack.md, section 1).
    const sent = token || (allowed === 'bot' ? args.text('token') : '');
    if (!sent) throw new Refusal('not_authed');
    const kind = sent === this.bot ? 'bot' : sent === this.app ? 'app' : undefined;
    if (!kind) throw new Refusal('invalid_auth');
    if (this.revoked.has(kind)) throw new Refusal(kind === 'bot' ? 'token_revoked' : 'invalid_auth');
    if (kind !== allowed) throw new Refusal('not_allowed_token_type');
  }
}
