/** What goes wrong with one call of the Web API. */
export type Mishap =
  | { kind: 'rate limited'; retryAfter: number }
  | { kind: 'server error'; status: number }
  /** A page for people, with status 200 (slack.md, section 8). */
  | { kind: 'html page' }
  /** Taken, but carried out and answered late only. */
  | { kind: 'hang'; ms: number }
  /** Carried out, never answered: the connection breaks. */
  | { kind: 'answer lost' }
  /** Neither carried out nor answered. */
  | { kind: 'request lost' }
  | { kind: 'refused'; error: string };

export interface Times {
  /** The next one, or so many. */
  times?: number;
}

interface Planned {
  method: string;
  mishap: Mishap;
  left: number;
}

/** Everything that can go wrong with calls, each in one line; `'*'` is any method. */
export class Faults {
  private planned: Planned[] = [];
  private unreachableUntil = 0;
  private duplicates = 0;

  /** HTTP 429 with Retry-After. */
  rateLimit(method: string, { retryAfter = 1, times }: Times & { retryAfter?: number } = {}): void {
    this.plan(method, { kind: 'rate limited', retryAfter }, times);
  }

  serverError(method: string, { status = 500, times }: Times & { status?: number } = {}): void {
    this.plan(method, { kind: 'server error', status }, times);
  }

  htmlPage(method: string, { times }: Times = {}): void {
    this.plan(method, { kind: 'html page' }, times);
  }

  hang(method: string, { ms, times }: Times & { ms: number }): void {
    this.plan(method, { kind: 'hang', ms }, times);
  }

  loseAnswer(method: string, { times }: Times = {}): void {
    this.plan(method, { kind: 'answer lost' }, times);
  }

  loseRequest(method: string, { times }: Times = {}): void {
    this.plan(method, { kind: 'request lost' }, times);
  }

  /** Any error of the documents: `ok: false`. */
  refuse(method: string, error: string, { times }: Times = {}): void {
    this.plan(method, { kind: 'refused', error }, times);
  }

  /** Breaks every connection to the Web API for a while. */
  unreachable(ms: number): void {
    this.unreachableUntil = Date.now() + ms;
  }

  /** The next envelopes are sent twice, with the same envelope_id. */
  deliverTwice(times = 1): void {
    this.duplicates += times;
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.planned = [];
    this.unreachableUntil = 0;
    this.duplicates = 0;
  }

  takeDuplicate(): boolean {
    if (this.duplicates === 0) return false;
    this.duplicates -= 1;
    return true;
  }

  /** What goes wrong with this call, if anything. */
  take(method: string): Mishap | undefined {
    if (Date.now() < this.unreachableUntil) return { kind: 'request lost' };
    const next = this.planned.find((one) => one.method === method || one.method === '*');
    if (!next) return undefined;
    next.left -= 1;
    if (next.left <= 0) this.planned = this.planned.filter((one) => one !== next);
    return next.mishap;
  }

  private plan(method: string, mishap: Mishap, times = 1): void {
    this.planned.push({ method, mishap, left: times });
  }
}
