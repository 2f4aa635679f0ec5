import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Store } from '../../store/engine/store.js';
import { openStore } from '../../store/open.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import { StoreBusy, TransactionRefused } from '../../store/statements/db.js';
import { freshSqlite, testFolder } from '../support/databases.js';

const synchronous = (store: Store): Promise<unknown> =>
  store.tx(async (tx) => (tx.q as unknown as { all(text: string): unknown }).all('pragma synchronous'));

const path = (url: string) => url.slice('file:'.length);

test('SQLite writes with full synchronisation, so that acknowledged writes survive a power cut', async () => {
  const { store, url } = await freshSqlite();
  await store.tx((tx) => setSetting(tx, 'a', 1));
  const file = new Database(path(url), { readonly: true });
  expect(file.pragma('journal_mode', { simple: true })).toBe('wal');
  file.close();
  expect(await synchronous(store)).toEqual([{ synchronous: 2 }]);
});

test('what can be done again does not wait for the disk, and what comes after it does again', async () => {
  const { store } = await freshSqlite();
  await store.withoutSync(async () => {
    expect(await synchronous(store)).toEqual([{ synchronous: 1 }]);
  });
  expect(await synchronous(store)).toEqual([{ synchronous: 2 }]);
  await expect(store.withoutSync(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await synchronous(store)).toEqual([{ synchronous: 2 }]);
});

test('a transaction that waits for something outside the database is refused, and blocks no other', async () => {
  const { store } = await freshSqlite();
  let late: unknown;
  const stray = store.tx(async (tx) => {
    await setSetting(tx, 'stray', 1);
    await nextTurn();
    await nextTurn();
    await setSetting(tx, 'stray', 2).catch((error) => {
      late = error;
    });
  });
  const after = store.tx((tx) => setSetting(tx, 'after', 1));
  await expect(stray).rejects.toThrow('waited for something outside');
  await after;
  expect(await getSetting(store.db, 'stray')).toBeUndefined();
  expect(await getSetting(store.db, 'after')).toBe(1);
  await expect.poll(() => late).toBeInstanceOf(TransactionRefused);
});

test('a transaction waits for another process’s write, and reads continue', async () => {
  const { store, url } = await freshSqlite();
  const other = new Database(path(url));
  other.exec('begin immediate');
  let written = false;
  const waiting = store
    .tx((tx) => setSetting(tx, 'a', 1))
    .then(() => {
      written = true;
    });
  await wait(60);
  expect(await getSetting(store.db, 'a')).toBeUndefined();
  expect(written).toBe(false);
  other.exec('commit');
  other.close();
  await waiting;
  expect(await getSetting(store.db, 'a')).toBe(1);
});

test('closing the store finishes waiting transactions and refuses new ones', async () => {
  const { store, url } = await freshSqlite();
  const waiting = Promise.all(['a', 'b', 'c'].map((name) => store.tx((tx) => setSetting(tx, name, 1))));
  const closing = store.close();
  await expect(store.tx((tx) => setSetting(tx, 'd', 1))).rejects.toBeInstanceOf(StoreBusy);
  await Promise.all([waiting, closing]);
  expect(existsSync(`${path(url)}-wal`)).toBe(false);
  const again = await openStore(url, { readonly: true });
  expect(await getSetting(again.db, 'c')).toBe(1);
  expect(await getSetting(again.db, 'd')).toBeUndefined();
  await again.close();
});

test('a backup taken during writes is complete', async () => {
  const { store } = await freshSqlite();
  await store.tx((tx) => setSetting(tx, 'before', 'x'.repeat(200_000)));
  const target = join(testFolder(), 'copy.db');
  const copying = store.backup(target);
  for (let n = 0; n < 20; n++) await store.tx((tx) => setSetting(tx, 'during', n));
  await copying;
  const copy = await openStore(`file:${target}`, { readonly: true });
  expect(await getSetting(copy.db, 'before')).toHaveLength(200_000);
  expect(await copy.pending()).toEqual([]);
  await copy.close();
  const file = new Database(target, { readonly: true });
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  file.close();
});

test('opening a store creates the folder of its file, except for reading only', async () => {
  const file = join(testFolder(), 'deep', 'er', 'genjin.db');
  await expect(openStore(`file:${file}`, { readonly: true })).rejects.toThrow('no database at');
  const store = await openStore(`file://${file}`);
  await store.migrate();
  await store.close();
  expect(existsSync(file)).toBe(true);
});

test.each(['mysql://x', './genjin.db', ''])('opening a store refuses the address %s', async (url) => {
  await expect(openStore(url)).rejects.toThrow('DATABASE_URL must begin with file: or postgres://');
});

test('opening a store refuses a file that is not a database, and names the file', async () => {
  const file = join(testFolder(), 'text.db');
  writeFileSync(file, 'this is no database, whatever its name says '.repeat(100));
  await expect(openStore(`file:${file}`)).rejects.toThrow(`${file} is not a database`);
});
