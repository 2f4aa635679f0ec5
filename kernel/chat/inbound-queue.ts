/** Acts remembered, so that a second delivery is not carried out again. */
const usuallyRemembered = 5_000;

export interface InboundQueueOptions {
  /** Told of an act that failed; `id` is absent for work that has none. */
  failed(error: unknown, id?: string): void;
  /** How many acts are remembered. */
  remembered?: number;
}

/**
 * The acts that a chat platform delivers: each is carried out once however often it is delivered, those of one person
 * in the order they came, those of different people side by side.
 */
export class InboundQueue {
  private readonly acts = new Map<string, Promise<void>>();
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly options: InboundQueueOptions) {}

  /** Carries out an act; a second delivery of the same id joins the first. Never rejects. */
  once(id: string, work: () => Promise<void>): Promise<void> {
    const before = this.acts.get(id);
    if (before) return before;
    const run = this.run(work, id);
    this.acts.set(id, run);
    for (const oldest of this.acts.keys()) {
      if (this.acts.size <= (this.options.remembered ?? usuallyRemembered)) break;
      this.acts.delete(oldest);
    }
    return run;
  }

  /** Does work that may be repeated; `drain` waits for it. Never rejects. */
  run(work: () => Promise<void>, id?: string): Promise<void> {
    const run = work().catch((error: unknown) => this.options.failed(error, id));
    this.running.add(run);
    run.finally(() => this.running.delete(run));
    return run;
  }

  /** Starts the work when everything that person has begun before is over; answers or rejects with its outcome. */
  inTurn<T>(person: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(person) ?? Promise.resolve()).then(work);
    const tail = turn.catch(() => undefined);
    this.turns.set(person, tail);
    tail.then(() => {
      if (this.turns.get(person) === tail) this.turns.delete(person);
    });
    return turn;
  }

  /** Resolves when nothing is under way any more, what has begun meanwhile included. */
  async drain(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }
}
