import { like } from '../fixtures.js';
import { isObject, type JsonObject, parsed } from '../json.js';
import type { Delivery, EnvelopeType } from './delivery.js';
import { type Signature, signed } from './signing.js';
import type { Attempted, Transport, Turn } from './transport.js';

export interface HttpAnswer {
  status: number;
  body: string;
  noRetry: boolean;
}

/** The app's own address, for apps without Socket Mode (slack.md, section 11). */
export class HttpEndpoint implements Transport {
  /** Of everything sent from now on. */
  signature: Signature = 'valid';

  constructor(
    readonly url: string,
    readonly signingSecret: string,
    private readonly onAck: (envelopeId: string, via: string, payload: JsonObject) => void,
  ) {}

  async attempt(delivery: Delivery, turn: Turn, deadlineMs: number): Promise<Attempted> {
    delivery.sent({ envelopeId: turn.envelopeId, retryAttempt: turn.retryAttempt, via: 'http' });
    try {
      const answer = await this.post(delivery.type, delivery.payload, { turn, deadlineMs });
      if (answer.status < 200 || answer.status > 299)
        return { kind: 'unreachable', reason: 'http_error', noRetry: answer.noRetry };
      this.onAck(turn.envelopeId, 'http', answerOf(answer.body));
      return { kind: 'acked' };
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      return isLate
        ? { kind: 'timeout', reason: 'http_timeout' }
        : { kind: 'unreachable', reason: 'connection_failed' };
    }
  }

  /** One request as Slack makes it; or with a signature that must be refused. */
  async post(
    type: EnvelopeType,
    payload: JsonObject,
    options: { signature?: Signature; turn?: Turn; deadlineMs?: number } = {},
  ): Promise<HttpAnswer> {
    const { turn, deadlineMs = 3_000, signature = this.signature } = options;
    const body = bodyOf(type, payload);
    const contentType = type === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded';
    const retry: Record<string, string> =
      turn && turn.retryAttempt > 0
        ? { 'x-slack-retry-num': String(turn.retryAttempt), 'x-slack-retry-reason': turn.retryReason }
        : {};
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': contentType, ...retry, ...signed(this.signingSecret, body, signature) },
      body,
      signal: AbortSignal.timeout(deadlineMs),
    });
    const noRetry = response.headers.get('x-slack-no-retry') === '1';
    return { status: response.status, body: await response.text(), noRetry };
  }

  /** The handshake when an address is entered (https://docs.slack.dev/reference/events/url_verification). */
  async verifyUrl(): Promise<boolean> {
    const payload = like('url-verification', {});
    const { status, body } = await this.post('events_api', payload);
    const answer = parsed(body);
    const challenge = isObject(answer) ? answer.challenge : body;
    return status === 200 && challenge === payload.challenge;
  }
}

/** Events are JSON, commands flat fields, everything else one field `payload`. */
function bodyOf(type: EnvelopeType, payload: JsonObject): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(fields).toString();
}

/** A body that is no JSON is the text of an answer to a command. */
function answerOf(body: string): JsonObject {
  const value = parsed(body);
  if (isObject(value)) return value;
  return body ? { text: body } : {};
}
