import { type ActStore, BehindAnother } from './act-store.js';
import type { InboundQueue } from './inbound-queue.js';

export interface DurableActsOptions<I> {
  store: ActStore;
  queue: InboundQueue;
  /** Carries out an act that was taken up again. */
  again(incoming: I): Promise<void>;
  failed(error: unknown, id?: string): void;
}

/** How often acts that nobody carries out are looked for, in ms. */
const lookMs = 10_000;
const firstWaitMs = 2_000;
const longestWaitMs = 5 * 60_000;
/** An act that failed so often, in some three hours, is given up: it would fail for ever. */
const mostAttempts = 40;

/**
 * Acts that survive the death of the process: each is stored before the platform is told that it arrived, and is done
 * only once its answer was shown. Those left over are carried out at the next start, or as soon as they can be; of one
 * that can never be, the admins are told.
 */
export class DurableActs<I> {
  private looking: NodeJS.Timeout | undefined;
  /** Whether the acts under way are stored, by their ids. */
  private readonly stored = new Map<string, Promise<boolean>>();

  constructor(private readonly options: DurableActsOptions<I>) {}

  /**
   * Stores an act and carries it out. `work` gets whether the act is new, known once that is stored, and acknowledges
   * it then; an act that could not be stored rejects there. An act that fails after that is taken up again later.
   * Never rejects.
   */
  take(id: string, incoming: I, work: (isNew: Promise<boolean>) => Promise<void>): Promise<void> {
    const isNew = this.options.store.receive(id, incoming);
    const isOurs = isNew.catch(() => false);
    return this.carryOut(id, () => work(isNew), isOurs, 0);
  }

  /**
   * Starts the work of an act when everything that person has begun before is over; the queue's rule. A stored act does not
   * overtake an earlier one that waits for the database: it rejects with BehindAnother, and is taken up again later.
   */
  inTurn<T>(person: string, id: string, work: () => Promise<T>): Promise<T> {
    const { store, queue } = this.options;
    return queue.inTurn(person, async () => {
      const isStored = await this.stored.get(id);
      try {
        if (isStored && store.isBehind(id)) throw new BehindAnother();
        return await work();
      } catch (error) {
        if (isStored) store.holdUp(id, error);
        throw error;
      }
    });
  }

  private carryOut(
    id: string,
    work: () => Promise<void>,
    isOurs: Promise<boolean>,
    attempts: number,
  ): Promise<void> {
    const { store, queue, failed } = this.options;
    if (!this.stored.has(id)) this.stored.set(id, isOurs);
    return queue.run(async () => {
      try {
        await work();
        if (await isOurs) store.done(id);
      } catch (error) {
        const isBehind = error instanceof BehindAnother;
        if (!isBehind) failed(error, id);
        if (!(await isOurs)) return;
        if (isBehind) store.putOff(id, 0);
        else if (attempts >= mostAttempts) store.giveUp(id, error);
        else store.putOff(id, Math.min(longestWaitMs, firstWaitMs * 2 ** attempts));
      } finally {
        if (this.stored.get(id) === isOurs) this.stored.delete(id);
      }
    }, id);
  }

  /** Takes up what was left over, now and from time to time; resolves once the first of it has begun. */
  async start(): Promise<void> {
    this.looking ??= setInterval(() => void this.takeUp(), lookMs).unref();
    await this.takeUp();
  }

  stop(): void {
    clearInterval(this.looking);
    this.looking = undefined;
  }

  private async takeUp(): Promise<void> {
    const { store, again, failed } = this.options;
    try {
      for (const { id, incoming, attempts } of await store.takeOpen()) {
        if (attempts > mostAttempts) store.giveUp(id, new Error('each process that carried it out died'));
        else void this.carryOut(id, () => again(incoming as I), Promise.resolve(true), attempts);
      }
    } catch (error) {
      failed(error);
    }
  }
}
