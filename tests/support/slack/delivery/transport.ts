import type { Delivery } from './delivery.js';

/** How one attempt ended. */
export type Attempted =
  | { kind: 'acked' }
  | { kind: 'timeout'; reason: string }
  | { kind: 'unreachable'; reason: string; noRetry?: boolean };

/** What an attempt is: the first one, or a later one of an event. */
export interface Turn {
  envelopeId: string;
  retryAttempt: number;
  retryReason: string;
}

/** A way to the app: sockets that it opened, or its own address. */
export interface Transport {
  attempt(delivery: Delivery, turn: Turn, deadlineMs: number): Promise<Attempted>;
}
