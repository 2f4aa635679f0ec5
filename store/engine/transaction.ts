import { AsyncLocalStorage } from 'node:async_hooks';
import { TransactionRefused } from '../statements/db.js';

/** One run of a transaction body; statements of its connection are let through while it is open. */
export class Transaction {
  open = true;
  /** The first failed statement: nothing after it can be committed, as in PostgreSQL. */
  failure: unknown;

  constructor(private readonly owner: object) {}

  /** Throws where a statement may not run: after the body has ended, from outside it, or after a failure. */
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

  /** Runs the body; ends with an error where a statement of it failed, even if the body caught that. */
  async body<T>(fn: () => Promise<T>): Promise<T> {
    const result = await running.run(this, fn);
    if (this.failure !== undefined) {
      throw new TransactionRefused('a statement failed and was passed over', { cause: this.failure });
    }
    return result;
  }

  /** A transaction inside another of the same store would wait for itself. */
  static refuseNesting(owner: object): void {
    const outer = running.getStore();
    if (outer?.open && outer.owner === owner)
      throw new TransactionRefused('a transaction inside a transaction');
  }
}

const running = new AsyncLocalStorage<Transaction>();

/** Somewhere in [0.5, 1.5) times `ms`, so that those who met once do not meet again. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms * (0.5 + Math.random())));
