import type { JsonObject } from '../json.js';

/** One call of the Web API, as it came in and as it was answered. */
export interface ApiCall {
  method: string;
  /** When it came in, in milliseconds of the machine's clock. */
  at: number;
  args: JsonObject;
  /** What was decided; undefined while it is under way. */
  outcome:
    | { kind: 'ok'; answer: JsonObject }
    | { kind: 'refused'; error: string }
    | { kind: 'rate limited'; retryAfter: number }
    | { kind: 'failed'; why: string }
    | undefined;
  /** Whether the caller got the answer. */
  answered: boolean;
}

/** Every call, oldest first. */
export class CallLog {
  readonly all: ApiCall[] = [];

  start(method: string, args: JsonObject): ApiCall {
    const call: ApiCall = { method, at: Date.now(), args, outcome: undefined, answered: false };
    this.all.push(call);
    return call;
  }

  to(method: string): ApiCall[] {
    return this.all.filter((call) => call.method === method);
  }

  /** Methods in the order they were called in. */
  get order(): string[] {
    return this.all.map((call) => call.method);
  }

  /** Milliseconds between calls of that method that Slack carried out. */
  gaps(method: string): number[] {
    const times = this.to(method)
      .filter((call) => call.outcome?.kind === 'ok')
      .map((call) => call.at);
    return times.slice(1).map((time, index) => time - (times[index] as number));
  }

  get underWay(): ApiCall[] {
    return this.all.filter((call) => call.outcome === undefined);
  }

  forget(): void {
    this.all.length = 0;
  }
}
