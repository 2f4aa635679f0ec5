import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { brokenOn, migrations, pending } from '../engine/migrate.js';
import type { Store, StoreOptions } from '../engine/store.js';
import { pgTables } from '../schema/pg-tables.js';
import { pgRefusal } from './pg-refusal.js';
import { PgWriter, pgAppliedMigrations } from './pg-writer.js';

/** Enough for a bot's handful of people at once; each takes some 10 MB of the server's memory. */
const connections = 10;

export async function openPg(url: string, options: StoreOptions): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'genjin',
    idle_in_transaction_session_timeout: 60_000,
    ...(options.readonly ? { options: '-c default_transaction_read_only=on' } : {}),
  });
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', (error) => options.log?.warn({ err: error }, 'a database connection was lost'));
  // One lost in use fails its statement, but the pool listens to idle ones only.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const writer = new PgWriter(pool);
  const refuse = () => {
    if (options.readonly) throw new Error('the database was opened for reading only');
  };

  return {
    dialect: 'pg',
    db: { dialect: 'pg', q: drizzle(reading(pool)), t: pgTables },
    tx: async (fn) => {
      refuse();
      return writer.transaction(fn);
    },
    migrate: async () => {
      refuse();
      return writer.migrate();
    },
    withoutSync: (work) => work(),
    pending: async () => pending(migrations('pg'), await pgAppliedMigrations(pool)).map(({ tag }) => tag),
    broken: async () =>
      brokenOn(async (text) => (await pool.query(text)).rows, 'pg', await pgAppliedMigrations(pool)),
    backup: async () => {
      throw new Error('a PostgreSQL database is backed up with pg_dump');
    },
    close: () => pool.end(),
  };
}

/** The pool as drizzle sees it for reads: its errors tell whether the database cannot be asked now. */
function reading(pool: pg.Pool): pg.Pool {
  const query = async (...call: unknown[]) => {
    try {
      return await (pool.query as (...call: unknown[]) => Promise<unknown>).apply(pool, call);
    } catch (error) {
      throw pgRefusal(error);
    }
  };
  return { query } as unknown as pg.Pool;
}
