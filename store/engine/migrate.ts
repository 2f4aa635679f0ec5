import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Dialect } from '../statements/db.js';

export interface Migrated {
  /** Tags of the migrations just run, oldest first. */
  applied: string[];
}

export interface Migration {
  tag: string;
  /** SHA-256 of its SQL text. */
  hash: string;
  statements: string[];
}

/** What a migration needs of a connection; the caller holds the lock and the transaction. */
export interface MigrationConnection {
  exec(text: string): Promise<void>;
  /** Rows of the migrations table; none if the table does not exist yet. */
  applied(): Promise<{ tag: string; hash: string }[]>;
  record(migration: Migration): Promise<void>;
}

export const migrationTable =
  'create table if not exists __migrations (tag text primary key, hash text not null, applied_at bigint not null)';

// The SQL files stay in store/ when the code is built to dist/store/.
const folder = ['../migrations', '../../../store/migrations']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find(existsSync);

/** Lists the migrations of this version, oldest first. */
export function migrations(dialect: Dialect): Migration[] {
  if (!folder) throw new Error('the folder store/migrations is missing');
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(`${folder}/${dialect}/meta/_journal.json`, 'utf8'),
  );
  return journal.entries.map(({ tag }) => {
    const text = readFileSync(`${folder}/${dialect}/${tag}.sql`, 'utf8');
    return {
      tag,
      hash: createHash('sha256').update(text).digest('hex'),
      statements: text.split('--> statement-breakpoint'),
    };
  });
}

/**
 * Lists the migrations of `known` still to be run. Throws if the database has one that this version does not
 * know or whose text differs: a newer or another build wrote it, and this one must not.
 */
export function pending(known: Migration[], applied: { tag: string; hash: string }[]): Migration[] {
  const hashes = new Map(known.map((migration) => [migration.tag, migration.hash]));
  for (const { tag, hash } of applied) {
    if (hashes.get(tag) !== hash) {
      throw new Error(
        `the database has migration ${tag}, which this version does not know: use a newer version`,
      );
    }
  }
  const appliedTags = new Set(applied.map((row) => row.tag));
  return known.filter((migration) => !appliedTags.has(migration.tag));
}

/** Runs the pending migrations on a connection and records each. */
export async function migrateOn(connection: MigrationConnection, dialect: Dialect): Promise<Migrated> {
  await connection.exec(migrationTable);
  const waiting = pending(migrations(dialect), await connection.applied());
  for (const migration of waiting) {
    for (const statement of migration.statements) await connection.exec(statement);
    await connection.record(migration);
  }
  return { applied: waiting.map((migration) => migration.tag) };
}
