import Database from 'better-sqlite3';
import { type Migrated, migrateOn } from '../engine/migrate.js';
import { pause, Transaction } from '../engine/transaction.js';
import { type Db, StoreBusy, TransactionRefused } from '../statements/db.js';
import { CommitGroup } from './commit-group.js';
import { watchedClient } from './sqlite-client.js';
import { makeDb, sqliteAppliedMigrations, sqliteRows } from './sqlite-connection.js';

/** How long a transaction waits while another process writes. */
const busyDeadlineMs = 10_000;

/** The one connection that writes; transactions of this process wait for each other in a queue. */
export class SqliteWriter {
  private readonly db: Db;
  private current: Transaction | undefined;
  private group: CommitGroup | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private closed = false;

  private constructor(readonly database: Database.Database) {
    const client = watchedClient(database, {
      before: () => {
        if (!this.current) throw new TransactionRefused('a statement came after its transaction had ended');
        this.current.check();
      },
      failed: (error) => {
        if (this.current) this.current.failure ??= error;
      },
    });
    this.db = makeDb(client);
  }

  static async open(file: string): Promise<SqliteWriter> {
    const database = new Database(file, { timeout: 5000 });
    try {
      await whenFree(() => {
        database.pragma('journal_mode = WAL');
        database.pragma('synchronous = FULL');
        database.pragma('foreign_keys = ON');
        database.pragma('cache_size = -16000');
        // What a failed body of a group needs to be taken back; small, and gone with the group.
        database.pragma('temp_store = MEMORY');
        // From here on a lock is waited for without holding up everything else in this process.
        database.pragma('busy_timeout = 5');
      });
    } catch (error) {
      database.close();
      const foreign = error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB';
      throw foreign ? new Error(`${file} is not a database`, { cause: error }) : error;
    }
    return new SqliteWriter(database);
  }

  async transaction<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
    Transaction.refuseNesting(this);
    let group: CommitGroup | undefined;
    try {
      return await this.inTurn(async () => {
        this.group ??= await this.begin();
        group = this.group;
        const tx = new Transaction(this);
        this.current = tx;
        return await group.take(tx, () => fn(this.db));
      });
    } finally {
      // Also one that failed is done only then: it may have failed for what another of the group wrote.
      await group?.committed;
    }
  }

  async withoutSync<T>(work: () => Promise<T>): Promise<T> {
    // The log stays in order, so that the file is whole after a power cut (https://sqlite.org/pragma.html#pragma_synchronous).
    const set = (sync: 'NORMAL' | 'FULL') =>
      this.inTurn(async () => {
        await this.group?.committed.catch(() => undefined);
        this.database.pragma(`synchronous = ${sync}`);
      });
    await set('NORMAL');
    try {
      return await work();
    } finally {
      await set('FULL');
    }
  }

  migrate(): Promise<Migrated> {
    const { database } = this;
    return this.inTurn(async () => {
      await this.group?.committed.catch(() => undefined);
      const restore = forRebuilding(database);
      try {
        await whenFree(() => database.exec('begin immediate'));
        const migrated = await migrateOn(
          {
            exec: async (text) => void database.exec(text),
            rows: sqliteRows(database),
            applied: async () => sqliteAppliedMigrations(database),
            record: async ({ tag, hash }) => {
              database
                .prepare(
                  "insert into __migrations values (?, ?, cast(unixepoch('subsec') * 1000 as integer))",
                )
                .run(tag, hash);
            },
          },
          'sqlite',
        );
        if (migrated.applied.length > 0) demandReferences(database);
        database.exec('commit');
        return migrated;
      } finally {
        if (database.inTransaction) database.exec('rollback');
        restore();
      }
    });
  }

  /** Takes no new transaction, ends those that wait, then closes after `others`. */
  async close(others: () => void): Promise<void> {
    this.closed = true;
    await this.queue;
    await this.group?.committed.catch(() => undefined);
    others();
    this.database.close();
  }

  private async begin(): Promise<CommitGroup> {
    await whenFree(() => this.database.exec('begin immediate'));
    return new CommitGroup(this.database, () => {
      this.group = undefined;
    });
  }

  /** After those that came before. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) throw new StoreBusy('the database is being closed');
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}

/**
 * SQLite changes the constraints of a table by making it anew, which references to it would forbid, and which sorts
 * its indexes: on disk, as they may be larger than the memory. Both can be said outside of a transaction only.
 */
function forRebuilding(database: Database.Database): () => void {
  database.pragma('foreign_keys = OFF');
  database.pragma('temp_store = FILE');
  return () => {
    database.pragma('temp_store = MEMORY');
    database.pragma('foreign_keys = ON');
  };
}

/** Throws where a row points to one that is not there: nothing looked while tables were made anew. */
function demandReferences(database: Database.Database): void {
  const broken = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  const pairs = new Set(broken.map(({ table, parent }) => `${table} to ${parent}`));
  if (pairs.size > 0)
    throw new Error(`the migration would leave references of nothing: ${[...pairs].join(', ')}`);
}

/** Tries again while another process holds the file's lock. */
async function whenFree(act: () => void): Promise<void> {
  const deadline = performance.now() + busyDeadlineMs;
  for (;;) {
    try {
      act();
      return;
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!busy) throw error;
      if (performance.now() > deadline) throw new StoreBusy('the database is locked', { cause: error });
      await pause(10);
    }
  }
}
