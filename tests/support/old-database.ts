import Database from 'better-sqlite3';
import pg from 'pg';
import { migrations, migrationTable } from '../../store/engine/migrate.js';
import { filePath } from '../../store/engine/store.js';
import type { Dialect } from '../../store/statements/db.js';
import { emptyUrl } from './databases.js';

type Value = string | number | boolean | null;

/** A database of an earlier version, written to past the store and all it would refuse. */
export interface OldDatabase {
  url: string;
  insert(table: string, row: Record<string, Value>): Promise<void>;
  run(text: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A database as the migrations before that one leave it. */
export async function databaseBefore(dialect: Dialect, tag: string): Promise<OldDatabase> {
  const old = await connect(await emptyUrl(dialect), dialect);
  await old.run(migrationTable);
  for (const migration of migrations(dialect)) {
    if (migration.tag === tag) return old;
    for (const statement of migration.statements) await old.run(statement);
    await old.insert('__migrations', { tag: migration.tag, hash: migration.hash, applied_at: 0 });
  }
  throw new Error(`there is no migration ${tag}`);
}

/** Opens a database past the store. */
export async function connect(url: string, dialect: Dialect): Promise<OldDatabase> {
  const { run, close } = dialect === 'sqlite' ? sqlite(url) : await postgres(url);
  return {
    url,
    run,
    close,
    async insert(table, row) {
      const names = Object.keys(row).map((name) => `"${name}"`);
      await run(`insert into "${table}" (${names}) values (${Object.values(row).map(literal)})`);
    },
  };

  function literal(value: Value): string {
    if (typeof value === 'string') return `'${value}'`;
    return dialect === 'sqlite' && typeof value === 'boolean' ? String(Number(value)) : String(value);
  }
}

function sqlite(url: string): Pick<OldDatabase, 'run' | 'close'> {
  const database = new Database(filePath(url));
  database.pragma('foreign_keys = OFF');
  return {
    async run(text) {
      const statement = database.prepare(text);
      if (statement.reader) return statement.all() as Record<string, unknown>[];
      statement.run();
      return [];
    },
    close: async () => void database.close(),
  };
}

async function postgres(url: string): Promise<Pick<OldDatabase, 'run' | 'close'>> {
  const client = new pg.Client(url);
  await client.connect();
  return { run: async (text) => (await client.query(text)).rows, close: () => client.end() };
}
