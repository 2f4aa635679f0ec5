import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import type { Store, StoreOptions } from '../../store/engine/store.js';
import { openStore } from '../../store/open.js';
import { templateName } from './postgres.js';
import { addRows, type Ids } from './rows.js';

/** A migrated database of its own; `url` opens it a second time. It is gone when the test file has ended. */
export interface Fresh {
  store: Store;
  url: string;
}

const endings: (() => Promise<void> | void)[] = [];

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

/** What a test file leaves behind goes with it (end-of-file.ts). */
export async function endFile(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
  folder = undefined;
}

/** On the database this run is about (vitest.config.ts): the dialogues run once on each. */
export const freshDatabase = (): Promise<Fresh> =>
  process.env.DIALOGUES_ON === 'postgresql' ? freshPostgres() : freshSqlite();

let folder: string | undefined;

/** A folder of this test file's own. */
export function testFolder(): string {
  if (folder) return folder;
  const made = mkdtempSync(join(tmpdir(), 'genjin-test-'));
  endings.unshift(() => rmSync(made, { recursive: true, force: true }));
  folder = made;
  return made;
}

let template: Promise<string> | undefined;

/** A migrated SQLite file: a copy of one that is migrated once per process. */
export async function freshSqlite(options: StoreOptions = {}): Promise<Fresh> {
  template ??= migratedFile();
  const file = newFile();
  copyFileSync(await template, file);
  return opened(`file:${file}`, options);
}

const newFile = () => join(testFolder(), `${randomBytes(6).toString('hex')}.db`);

async function migratedFile(): Promise<string> {
  const kept = mkdtempSync(join(tmpdir(), 'genjin-template-'));
  process.on('exit', () => rmSync(kept, { recursive: true, force: true }));
  const file = join(kept, 'template.db');
  const store = await openStore(`file:${file}`);
  await store.migrate();
  await store.close();
  return file;
}

/** A copy of the migrated template on the run's PostgreSQL. */
export async function freshPostgres(options: StoreOptions = {}): Promise<Fresh> {
  const server = await postgresUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administrate(server, `create database ${name} template ${templateName}`);
  endings.push(() => administrate(server, `drop database ${name} with (force)`));
  return opened(`${server}/${name}`, options);
}

/** A database that was never migrated. */
export async function emptyUrl(dialect: 'sqlite' | 'pg'): Promise<string> {
  if (dialect === 'sqlite') return `file:${newFile()}`;
  const server = await postgresUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administrate(server, `create database ${name}`);
  endings.push(() => administrate(server, `drop database ${name} with (force)`));
  return `${server}/${name}`;
}

async function opened(url: string, options: StoreOptions): Promise<Fresh> {
  const store = await openStore(url, options);
  let closed: Promise<void> | undefined;
  const close = store.close.bind(store);
  // A test may close it before the file's end does.
  store.close = () => (closed ??= close());
  endings.push(() => store.close());
  return { store, url };
}

let server: Promise<string> | undefined;

/** The URL of the run's PostgreSQL without a database; the first call of a run starts it. */
function postgresUrl(): Promise<string> {
  server ??= new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(inject('postgresOnDemand'), '127.0.0.1');
    socket.on('error', reject);
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('end', () => {
      const { url, error } = JSON.parse(text);
      if (url) resolve(url);
      else reject(new Error(error));
    });
  });
  return server;
}

async function administrate(url: string, statement: string): Promise<void> {
  const client = new pg.Client(`${url}/postgres`);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
