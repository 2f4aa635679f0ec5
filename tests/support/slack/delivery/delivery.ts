import type { JsonObject } from '../json.js';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** One way that the payload went out. */
export interface Attempt {
  envelopeId: string;
  at: number;
  /** The socket, or `http`. */
  via: string;
  retryAttempt: number;
}

/** One acknowledgement; a second one, or one that comes too late, is noted too. */
export interface Ack {
  envelopeId: string;
  at: number;
  via: string;
  /** Since the latest attempt. */
  latencyMs: number;
  payload: JsonObject;
  isLate: boolean;
}

export type DeliveryStatus =
  | 'under way'
  | 'acked'
  /** Nobody acknowledged in time: the person sees operation_timeout. */
  | 'timed out'
  /** Nowhere to send it to: the person sees dispatch_failed. */
  | 'undeliverable'
  /** An event that was not acknowledged after all retries. */
  | 'given up';

/** A payload on its way to the app, with everything that happened to it. */
export class Delivery {
  readonly attempts: Attempt[] = [];
  readonly acks: Ack[] = [];
  status: DeliveryStatus = 'under way';
  private readonly waiting = new Set<() => void>();

  constructor(
    readonly type: EnvelopeType,
    readonly payload: JsonObject,
    /** Whether an acknowledgement may carry an answer. */
    readonly acceptsPayload: boolean,
    /** Told of every answer, of those to a second delivery too. */
    private readonly onAnswer: (answer: JsonObject) => void = () => undefined,
  ) {}

  /** The answer in the first acknowledgement; empty where none was given. */
  get answer(): JsonObject {
    return (this.acceptsPayload && this.acks[0]?.payload) || {};
  }

  get latencyMs(): number | undefined {
    return this.acks[0]?.latencyMs;
  }

  get envelopeId(): string {
    return this.attempts[0]?.envelopeId ?? '';
  }

  sent(attempt: Omit<Attempt, 'at'>): void {
    this.attempts.push({ ...attempt, at: Date.now() });
  }

  acked(envelopeId: string, via: string, payload: JsonObject): void {
    const at = Date.now();
    const since = this.attempts.findLast((attempt) => attempt.envelopeId === envelopeId)?.at ?? at;
    const isLate = this.status !== 'under way' && this.status !== 'acked';
    this.acks.push({ envelopeId, at, via, latencyMs: at - since, payload, isLate });
    for (const wake of this.waiting) wake();
    if (!isLate && this.acceptsPayload) this.onAnswer(payload);
  }

  /** Whether one more acknowledgement comes before so many milliseconds have passed. */
  async nextAck(ms: number): Promise<boolean> {
    return await new Promise((resolve) => {
      const done = (value: boolean) => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve(value);
      };
      const wake = () => done(true);
      const timer = setTimeout(() => done(false), ms);
      this.waiting.add(wake);
    });
  }
}
