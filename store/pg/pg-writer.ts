import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { type Migrated, migrateOn } from '../engine/migrate.js';
import { pause, Transaction } from '../engine/transaction.js';
import { pgTables } from '../schema/pg-tables.js';
import { constraintBroken, type Db, StoreBusy, storeBusy, TransactionRefused } from '../statements/db.js';
import { pgRefusal } from './pg-refusal.js';

/** Serialization failure and deadlock: the server asks for the whole transaction again. */
const contention = new Set(['40001', '40P01']);
const attempts = 12;

/** Any number, the same in every version: those who migrate one database wait for each other. */
const migrationLock = 7_203_114;

/** A pooled connection as transactions see it, made once so that its compiled statements last. */
class Connection {
  current: Transaction | undefined;
  readonly db: Db;

  constructor(client: pg.PoolClient) {
    this.db = { dialect: 'pg', q: drizzle(watched(client, this)), t: pgTables };
  }
}

export class PgWriter {
  private readonly connections = new WeakMap<pg.PoolClient, Connection>();
  /** Transactions of this process that collided go one at a time, or they would collide with each other again. */
  private collided: Promise<unknown> = Promise.resolve();

  constructor(private readonly pool: pg.Pool) {}

  async transaction<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
    Transaction.refuseNesting(this);
    for (let attempt = 1; ; attempt++) {
      try {
        return await (attempt === 1 ? this.attempt(fn) : this.inTurn(() => this.attempt(fn)));
      } catch (error) {
        if (!isContention(error)) throw error;
        if (attempt === attempts) throw new StoreBusy('too many changes at once', { cause: error });
        await pause(2 ** Math.min(attempt, 7));
      }
    }
  }

  /** One migrator at a time; each sees what the one before it has done. */
  async migrate(): Promise<Migrated> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
      const migrated = await migrateOn(
        {
          exec: async (text) => void (await client.query(text)),
          rows: async (text) => (await client.query(text)).rows,
          applied: () => pgAppliedMigrations(client),
          record: async ({ tag, hash }) => {
            await client.query(
              'insert into __migrations values ($1, $2, (extract(epoch from now()) * 1000)::bigint)',
              [tag, hash],
            );
          },
        },
        'pg',
      );
      await client.query('commit');
      client.release();
      return migrated;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      client.release(true);
      throw error;
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.collided.then(work);
    this.collided = turn.catch(() => undefined);
    return turn;
  }

  private async attempt<T>(fn: (tx: Db) => Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch((error) => {
      throw pgRefusal(error);
    });
    const connection = this.connection(client);
    const tx = new Transaction(this);
    let broken: Error | undefined;
    try {
      await client.query('begin isolation level serializable');
      connection.current = tx;
      const result = await tx.body(() => fn(connection.db));
      tx.open = false;
      const { command } = await client.query('commit');
      // The server answers COMMIT with ROLLBACK, and no error, where a statement had failed.
      if (command !== 'COMMIT') throw new TransactionRefused('the database rolled the transaction back');
      return result;
    } catch (error) {
      tx.open = false;
      await client.query('rollback').catch((lost) => {
        broken = lost;
      });
      if (isContention(tx.failure)) throw tx.failure;
      const refusal = pgRefusal(error);
      const busy = storeBusy(tx.failure) ?? storeBusy(refusal);
      if (busy) throw busy;
      // Drizzle's own error says the statement with its values, which belong into no log.
      throw refusal instanceof DrizzleQueryError ? (constraintBroken(refusal) ?? refusal) : refusal;
    } finally {
      connection.current = undefined;
      client.release(broken);
    }
  }

  private connection(client: pg.PoolClient): Connection {
    const known = this.connections.get(client);
    if (known) return known;
    const made = new Connection(client);
    this.connections.set(client, made);
    return made;
  }
}

/** The client as drizzle sees it: lets a statement through only inside its transaction, and notes failures. */
function watched(client: pg.PoolClient, connection: Connection): pg.PoolClient {
  const query = async (...call: unknown[]) => {
    if (!connection.current) throw new TransactionRefused('a statement came after its transaction had ended');
    connection.current.check();
    const tx = connection.current;
    try {
      return await (client.query as (...call: unknown[]) => Promise<unknown>).apply(client, call);
    } catch (thrown) {
      const error = pgRefusal(thrown);
      tx.failure ??= error;
      throw error;
    }
  };
  return { query } as unknown as pg.PoolClient;
}

/** The migrations this database has seen. */
export async function pgAppliedMigrations(
  client: pg.PoolClient | pg.Pool,
): Promise<{ tag: string; hash: string }[]> {
  const { rows } = await client.query("select to_regclass('__migrations') is not null as present");
  if (!rows[0]?.present) return [];
  return (await client.query('select tag, hash from __migrations')).rows;
}

/** Drizzle wraps the server's error, so the whole chain of causes is looked at. */
function isContention(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (contention.has((at as { code?: string }).code ?? '')) return true;
  }
  return false;
}
