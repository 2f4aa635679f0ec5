import type Database from 'better-sqlite3';
import type { Transaction } from '../engine/transaction.js';
import { TransactionRefused } from '../statements/db.js';

/**
 * Transactions that end in one commit, because making a commit durable takes longer than most bodies do. A group
 * takes body after body until the event loop's turn is over, then commits; each transaction is done when its
 * group is. A body that fails is taken back alone.
 */
export class CommitGroup {
  /** Settles with the commit: rejects for every body where the database could not keep them. */
  readonly committed: Promise<void>;
  private settle!: { resolve(): void; reject(error: unknown): void };
  private taken = 0;
  /** Ends the running body from outside. */
  private refuse: ((error: TransactionRefused) => void) | undefined;
  /** Why all bodies so far are lost: SQLite itself takes everything back where the disk is full, say. */
  private lost: { error: unknown } | undefined;
  private end: NodeJS.Immediate;

  /** The write transaction has begun already; `ended` is told when no body can be taken any more. */
  constructor(
    private readonly database: Database.Database,
    private readonly ended: () => void,
  ) {
    this.committed = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    // Whoever was taken looks at it; it may also reject before they do.
    this.committed.catch(() => undefined);
    this.end = setImmediate(() => this.turnIsOver());
  }

  /** Runs one body; no other may be running. */
  async take<T>(tx: Transaction, fn: () => Promise<T>): Promise<T> {
    const first = this.taken++ === 0;
    if (!first) this.database.exec('savepoint body');
    try {
      const outside = new Promise<never>((_, reject) => {
        this.refuse = reject;
      });
      const result = await Promise.race([tx.body(fn), outside]);
      if (!first) this.database.exec('release body');
      return result;
    } catch (error) {
      tx.open = false;
      this.takeBack(first, error);
      throw error;
    } finally {
      tx.open = false;
      this.refuse = undefined;
    }
  }

  private takeBack(first: boolean, error: unknown): void {
    if (!this.database.inTransaction) {
      this.lost = { error };
      this.finish();
    } else if (first) {
      this.database.exec('rollback');
      this.finish();
    } else {
      this.database.exec('rollback to body');
      this.database.exec('release body');
    }
  }

  /**
   * All of SQLite's answers come within one turn of the event loop, so a body that outlives the turn waits for
   * something else; it is refused, as all others wait for it.
   */
  private turnIsOver(): void {
    if (this.refuse) {
      this.refuse(
        new TransactionRefused('the body of a transaction waited for something outside the database'),
      );
      this.end = setImmediate(() => this.turnIsOver());
      return;
    }
    try {
      this.database.exec('commit');
    } catch (error) {
      this.lost = { error };
      if (this.database.inTransaction) this.database.exec('rollback');
    }
    this.finish();
  }

  private finish(): void {
    clearImmediate(this.end);
    this.ended();
    if (this.lost) this.settle.reject(this.lost.error);
    else this.settle.resolve();
  }
}
