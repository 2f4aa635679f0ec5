import { like, whole } from '../fixtures.js';
import type { JsonObject } from '../json.js';
import type { Delivery } from './delivery.js';
import type { Turn } from './transport.js';

const fixtureOf = {
  slash_commands: 'envelope-slash-commands',
  interactive: 'envelope-interactive',
  events_api: 'envelope-events-api',
} as const;

/** The frame round a payload (https://docs.slack.dev/apis/events-api/using-socket-mode). */
export function envelopeOf(delivery: Delivery, turn: Turn): JsonObject {
  const isRetry = delivery.type === 'events_api' && turn.retryAttempt > 0;
  return like(isRetry ? 'envelope-events-api-retry' : fixtureOf[delivery.type], {
    envelope_id: turn.envelopeId,
    payload: whole(delivery.payload),
    accepts_response_payload: delivery.acceptsPayload,
    ...(delivery.type === 'events_api'
      ? { retry_attempt: turn.retryAttempt, retry_reason: turn.retryReason }
      : {}),
  });
}
