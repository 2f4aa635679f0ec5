import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { InputError } from '../../../kernel/command/errors.js';

const loopbackAddress = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u;
const loopbackHostHeader = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/u;

/** Throws InputError unless the address is this machine's own: the page lets anyone be anyone. */
export function requireLoopback(host: string): void {
  if (loopbackAddress.test(host)) return;
  throw new InputError(
    'HOST',
    `The sandbox only listens on this machine (127.0.0.1, ::1 or localhost), not on ${host}. ` +
      'Anyone who opens it can act as any person. Set SANDBOX=off to listen elsewhere.',
    'HOST=127.0.0.1',
  );
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer; a Host that is not this machine's is refused (DNS rebinding). */
export const guard: MiddlewareHandler = async (c, next) => {
  if (!loopbackHostHeader.test(c.req.header('host') ?? '')) return c.text('Unknown host', 403);
  await next();
  c.header('Content-Security-Policy', policy);
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
};

/** Tokens against cross-site requests, one per page; valid as long as this process lives. */
export class PageTokens {
  readonly #secret = randomBytes(32);

  issue(): string {
    const nonce = randomBytes(16).toString('base64url');
    return `${nonce}.${this.#sign(nonce)}`;
  }

  /** Lets a writing request pass only from a page of this very process. */
  readonly check: MiddlewareHandler = async (c, next) => {
    if (!sameOrigin(c)) return c.json({ error: 'origin' }, 403);
    if (!this.#valid(c.req.header('x-page-token') ?? '')) return c.json({ error: 'token' }, 403);
    await next();
  };

  #valid(token: string): boolean {
    const [nonce = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature);
    const right = Buffer.from(this.#sign(nonce));
    return given.length === right.length && timingSafeEqual(given, right);
  }

  #sign(nonce: string): string {
    return createHmac('sha256', this.#secret).update(nonce).digest('base64url');
  }
}

function sameOrigin(c: Context): boolean {
  return c.req.header('origin') === `http://${c.req.header('host')}`;
}
