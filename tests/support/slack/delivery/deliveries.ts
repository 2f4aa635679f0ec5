import { randomUUID } from 'node:crypto';
import type { Faults } from '../faults.js';
import type { JsonObject } from '../json.js';
import { Delivery } from './delivery.js';
import type { Attempted, Transport, Turn } from './transport.js';

export interface DeliveryOptions {
  /** Deadline of an acknowledgement: 3 seconds (slack.md, section 1). */
  ackMs?: number;
  /** Pauses before an event is sent again: at once, 1 minute and 5 minutes at slack.com (/apis/events-api). */
  retryDelaysMs?: readonly number[];
}

/** Shorter than slack.com's, the last one still longer than the SDK takes to reconnect. */
const shortDelays = [20, 1_000, 12_000] as const;

/** Sends payloads to the app and keeps what became of them. */
export class Deliveries {
  readonly all: Delivery[] = [];
  /** Acknowledgements of envelopes that were never sent. */
  readonly strayAcks: { envelopeId: string; via: string }[] = [];
  ackMs: number;
  retryDelaysMs: readonly number[];
  private readonly byEnvelope = new Map<string, Delivery>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly transport: () => Transport,
    private readonly faults: Faults,
    { ackMs = 3_000, retryDelaysMs = shortDelays }: DeliveryOptions = {},
  ) {
    this.ackMs = ackMs;
    this.retryDelaysMs = retryDelaysMs;
  }

  /** A command or an interaction: one attempt, nothing is sent again (slack.md, section 1). */
  async send(
    type: 'slash_commands' | 'interactive',
    payload: JsonObject,
    options: { accepts?: boolean; onAnswer?: (answer: JsonObject) => void } = {},
  ): Promise<Delivery> {
    const delivery = new Delivery(type, payload, options.accepts ?? false, options.onAnswer);
    this.all.push(delivery);
    const attempted = await this.track(this.attempt(delivery, first()));
    if (attempted.kind === 'acked') delivery.status = 'acked';
    else delivery.status = attempted.kind === 'timeout' ? 'timed out' : 'undeliverable';
    return delivery;
  }

  /** An event: sent again until it is acknowledged, with the same event_id. */
  event(payload: JsonObject): Delivery {
    const delivery = new Delivery('events_api', payload, false);
    this.all.push(delivery);
    void this.track(this.insist(delivery));
    return delivery;
  }

  /** Sends it once more, as Slack does at times: under the same envelope_id or under a new one. */
  async redeliver(
    delivery: Delivery,
    { envelope = 'same', retryAttempt = 0 }: { envelope?: 'same' | 'new'; retryAttempt?: number } = {},
  ): Promise<Attempted> {
    const envelopeId = envelope === 'same' ? delivery.envelopeId : randomUUID();
    const turn = { envelopeId, retryAttempt, retryReason: retryAttempt > 0 ? 'timeout' : '' };
    this.byEnvelope.set(envelopeId, delivery);
    return await this.track(this.transport().attempt(delivery, turn, this.ackMs));
  }

  acked(envelopeId: string, via: string, payload: JsonObject): void {
    const delivery = this.byEnvelope.get(envelopeId);
    if (delivery) delivery.acked(envelopeId, via, payload);
    else this.strayAcks.push({ envelopeId, via });
  }

  /** Deliveries whose payload says so: `of('app_mention')`, `of('/sale')`, `of('view_submission')`. */
  of(kind: string): Delivery[] {
    return this.all.filter(({ payload }) => {
      const event = payload.event as JsonObject | undefined;
      return [event?.type, event?.subtype, payload.type, payload.command].includes(kind);
    });
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled([...this.underWay]);
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.underWay.clear();
  }

  private async insist(delivery: Delivery): Promise<void> {
    let turn = first();
    for (;;) {
      const attempted = await this.attempt(delivery, turn);
      if (attempted.kind === 'acked') {
        delivery.status = 'acked';
        return;
      }
      const pause = this.retryDelaysMs[turn.retryAttempt];
      if (pause === undefined || (attempted.kind === 'unreachable' && attempted.noRetry)) break;
      await this.pause(pause);
      turn = { envelopeId: randomUUID(), retryAttempt: turn.retryAttempt + 1, retryReason: attempted.reason };
    }
    delivery.status = 'given up';
  }

  private async attempt(delivery: Delivery, turn: Turn): Promise<Attempted> {
    this.byEnvelope.set(turn.envelopeId, delivery);
    const twice = this.faults.takeDuplicate();
    const attempts = [this.transport().attempt(delivery, turn, this.ackMs)];
    if (twice) attempts.push(this.transport().attempt(delivery, turn, this.ackMs));
    const [attempted] = await Promise.all(attempts);
    return attempted as Attempted;
  }

  private async track<T>(work: Promise<T>): Promise<T> {
    this.underWay.add(work);
    try {
      return await work;
    } finally {
      this.underWay.delete(work);
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        done();
      }, ms);
      this.timers.add(timer);
    });
  }
}

const first = (): Turn => ({ envelopeId: randomUUID(), retryAttempt: 0, retryReason: '' });
