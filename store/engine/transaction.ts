import { AsyncLocalStorage } from 'node:async_hooks';
import { TransactionRefused } from '../statements/db.js';

/** One run of a transaction body; its connection accepts statements while it is open. */
export class Transaction {
  open = true;
  /** Error of the first failed statement: nothing after it can be committed, as in PostgreSQL. */
  failure: unknown;

  constructor(private readonly owner: object) {}

  /** Throws if a statement may not run: after the body ended, from outside it, or after a failure. */
  check(): void {
    if (!this.open || running.getStore() !== this) {
      throw new TransactionRefused('a statement of a transaction came from outside its body');
    }
    if (this.failure !== undefined) {
      throw new TransactionRefused('an earlier statement of this transaction failed', {
        cause: this.failure,
      });
    }
  }

  /** Runs the body; throws if one of its statements failed, even if the body caught the error. */
  async body<T>(fn: () => Promise<T>): Promise<T> {
    const result = await running.run(this, fn);
    if (this.failure !== undefined) {
      throw new TransactionRefused('a statement failed and was passed over', { cause: this.failure });
    }
    return result;
  }

  /** Throws if called inside a transaction of the same store, which would wait for itself. */
  static refuseNesting(owner: object): void {
    const outer = running.getStore();
    if (outer?.open && outer.owner === owner)
      throw new TransactionRefused('a transaction inside a transaction');
  }
}

const running = new AsyncLocalStorage<Transaction>();

/** Waits [0.5, 1.5) × `ms`, so that processes that collided do not collide again. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())));
