import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { Store, StoreOptions } from '../../store/engine/store.js';
import { filePath } from '../../store/engine/store.js';
import { openStore } from '../../store/open.js';
import { afterwards } from './endings.js';
import { onceARun } from './once-a-run.js';
import { addRows, type Ids } from './rows.js';
import { lentDatabase, ownDatabase } from './worker-postgres.js';
import { lentSqlite } from './worker-sqlite.js';

/** A migrated database of its own; `url` opens it a second time. It is gone when the test (or the file) has ended. */
export interface Fresh {
  store: Store;
  url: string;
}

type Suite = (open: (options?: StoreOptions) => Promise<Fresh>) => void;

/** Runs the same tests on a SQLite file and on a real PostgreSQL: `eachDatabase('leads', (open) => …)`. */
export function eachDatabase(name: string, suite: Suite): void {
  describe(`${name} on SQLite`, () => suite(freshSqlite));
  describe(`${name} on PostgreSQL`, () => suite(freshPostgres));
}

/** The same on databases that have rows under these ids, for the tests to point to. */
export function eachDatabaseWith(there: Ids, name: string, suite: Suite): void {
  eachDatabase(name, (open) =>
    suite(async (options) => {
      const fresh = await open(options);
      await addRows(fresh.store, there);
      return fresh;
    }),
  );
}

/** Empty, on the database this run is about (vitest.config.ts): some dialogues run once on each. */
export const dialogueStore = async (): Promise<Store> =>
  process.env.DIALOGUES_ON === 'postgresql'
    ? (await freshPostgres()).store
    : await lentSqlite(migratedTemplate);

/** A folder of its own, gone when the test (or the file) has ended. */
export function testFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'genjin-test-'));
  afterwards(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The URL of a migrated SQLite file: a copy of one that is migrated once a run. */
export async function migratedSqlite(): Promise<string> {
  return sqliteCopy(`file:${await migratedTemplate()}`);
}

const migratedTemplate = (): Promise<string> => onceARun('template.db', migrate);

/** The URL of a copy, for a test of its own, of a SQLite database that is closed. */
export function sqliteCopy(url: string): string {
  const file = join(testFolder(), 'test.db');
  copyFileSync(filePath(url), file);
  return `file:${file}`;
}

/** A migrated SQLite file. */
export async function freshSqlite(options: StoreOptions = {}): Promise<Fresh> {
  return opened(await migratedSqlite(), options);
}

/** What another database holds, on SQLite too. */
export const freshCopy = (url: string): Promise<Fresh> => opened(sqliteCopy(url));

async function migrate(path: string): Promise<void> {
  const store = await openStore(`file:${path}`);
  await store.migrate();
  await store.close();
}

/** A migrated database on the run's PostgreSQL, which tests use one after the other. */
export async function freshPostgres(options: StoreOptions = {}): Promise<Fresh> {
  return opened(await lentDatabase(), options);
}

/** The same for a test that does more to the database than change rows. */
export async function ownPostgres(options: StoreOptions = {}): Promise<Fresh> {
  return opened(await ownDatabase('migrated'), options);
}

/** A database that was never migrated. */
export async function emptyUrl(dialect: 'sqlite' | 'pg'): Promise<string> {
  return dialect === 'sqlite'
    ? `file:${join(testFolder(), 'empty.db')}`
    : await ownDatabase('without tables');
}

async function opened(url: string, options: StoreOptions = {}): Promise<Fresh> {
  const store = await openStore(url, options);
  let closed: Promise<void> | undefined;
  const close = store.close.bind(store);
  // A test may close it before its end does.
  store.close = () => (closed ??= close());
  afterwards(() => store.close());
  return { store, url };
}
