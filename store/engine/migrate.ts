import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../kernel/files/package-folder.js';
import type { Broken, Rows } from '../guard/broken.js';
import { findBroken } from '../guard/broken.js';
import type { Schema } from '../guard/demands.js';
import { newDemands, readSchema } from '../guard/demands.js';
import type { Repair } from '../guard/repair.js';
import { repair } from '../guard/repair.js';
import type { Dialect } from '../statements/db.js';

export interface Migrated {
  /** Tags of the migrations just run, oldest first. */
  applied: string[];
  /** What had to be repaired first. */
  repaired: Repair[];
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
  rows: Rows;
  /** Rows of the migrations table; none if the table does not exist yet. */
  applied(): Promise<{ tag: string; hash: string }[]>;
  record(migration: Migration): Promise<void>;
}

export const migrationTable =
  'create table if not exists __migrations (tag text primary key, hash text not null, applied_at bigint not null)';

// The SQL files stay in store/ when the code is built.
const folder = join(packageFolder(), 'store', 'migrations');

/** Lists the migrations of this version, oldest first. */
export function migrations(dialect: Dialect): Migration[] {
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

/** Runs the pending migrations and records each; rows that a migration would refuse are repaired first, or stop it. */
export async function migrateOn(connection: MigrationConnection, dialect: Dialect): Promise<Migrated> {
  await connection.exec(migrationTable);
  const known = migrations(dialect);
  const applied = await connection.applied();
  const waiting = pending(known, applied);
  const repaired: Repair[] = [];
  // A new database holds nothing to look at.
  let before = applied.length > 0 ? schemaBefore(dialect, known, waiting) : undefined;
  for (const migration of waiting) {
    const after = before && schemaAfter(dialect, migration.tag);
    if (before && after) {
      const demands = newDemands(before, after);
      repaired.push(...(await repair(connection, dialect, migration.tag, before, demands)));
    }
    for (const statement of migration.statements) await connection.exec(statement);
    await connection.record(migration);
    before = after;
  }
  return { applied: waiting.map((migration) => migration.tag), repaired };
}

/** Rows that waiting migrations would repair or refuse; where none is waiting, rows that break the schema. */
export async function brokenOn(
  rows: Rows,
  dialect: Dialect,
  applied: { tag: string; hash: string }[],
): Promise<Broken[]> {
  if (applied.length === 0) return [];
  const known = migrations(dialect);
  const waiting = pending(known, applied);
  const present = schemaBefore(dialect, known, waiting);
  const last = schemaAfter(dialect, known.at(-1)?.tag ?? '');
  return findBroken(rows, present, waiting.length > 0 ? newDemands(present, last) : last.demands);
}

/** The schema that a migration leaves, as drizzle-kit noted it. */
export const schemaAfter = (dialect: Dialect, tag: string): Schema =>
  readSchema(`${folder}/${dialect}/meta/${tag.slice(0, tag.indexOf('_'))}_snapshot.json`);

/** The schema as it is before the first of those that wait. */
const schemaBefore = (dialect: Dialect, known: Migration[], waiting: Migration[]): Schema =>
  schemaAfter(dialect, known.at(-1 - waiting.length)?.tag ?? '');
