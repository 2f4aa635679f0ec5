import { createHmac } from 'node:crypto';

/** Right, or wrong in one of the ways that an attacker may try. */
export type Signature = 'valid' | 'forged' | 'stale' | 'missing';

/** Requests older than this are to be refused. */
const staleSeconds = 6 * 60;

/** The headers of https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signed(secret: string, body: string, signature: Signature): Record<string, string> {
  if (signature === 'missing') return {};
  const now = Math.floor(Date.now() / 1_000);
  const timestamp = String(signature === 'stale' ? now - staleSeconds : now);
  const key = signature === 'forged' ? `${secret}-guessed` : secret;
  const hash = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
}
