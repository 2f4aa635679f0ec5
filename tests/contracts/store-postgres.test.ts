import pg from 'pg';
import { expect, test } from 'vitest';
import { openStore } from '../../store/open.js';
import { getSetting, setSetting } from '../../store/running/setting-queries.js';
import { StoreBusy, storeBusy } from '../../store/statements/db.js';
import { freshPostgres, ownPostgres } from '../support/databases.js';
import { afterwards } from '../support/endings.js';

/** Ends every other connection to the database, as a restart of the server does. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

test('a connection lost in a transaction fails only that transaction', async () => {
  const { store, url } = await ownPostgres();
  const cut = store.tx(async (tx) => {
    await setSetting(tx, 'a', 1);
    await cutConnections(url);
    await setSetting(tx, 'b', 1);
  });
  await expect(cut).rejects.toBeInstanceOf(StoreBusy);
  await store.tx((tx) => setSetting(tx, 'c', 1));
  expect(await getSetting(store.db, 'a')).toBeUndefined();
  expect(await getSetting(store.db, 'c')).toBe(1);
});

test('a server that ends its connections again and again never ends the process', async () => {
  const { store, url } = await ownPostgres();
  const work = () => [getSetting(store.db, 'a'), store.tx((tx) => setSetting(tx, 'a', 1))];
  for (let round = 0; round < 12; round++) {
    const all = Promise.allSettled(Array.from({ length: 15 }, work).flat());
    await Promise.all([all, cutConnections(url)]);
    for (const one of await all) if (one.status === 'rejected') expect(storeBusy(one.reason)).toBeDefined();
  }
  await store.tx((tx) => setSetting(tx, 'a', 2));
  expect(await getSetting(store.db, 'a')).toBe(2);
});

test('a server that is not there is told as a busy database, by reads and by transactions', async () => {
  const store = await openStore('postgres://postgres@127.0.0.1:1/nothing');
  afterwards(() => store.close());
  const errors = await Promise.all([
    getSetting(store.db, 'a').catch((error: unknown) => error),
    store.tx((tx) => setSetting(tx, 'a', 1)).catch((error: unknown) => error),
  ]);
  expect(errors.map((error) => storeBusy(error)?.message)).toEqual(
    Array(2).fill('the database is not reachable now'),
  );
});

test('lost idle connections are logged and replaced', async () => {
  const told: string[] = [];
  const log = { warn: (_details: object, message: string) => void told.push(message) };
  const { store, url } = await ownPostgres({ log });
  await store.tx((tx) => setSetting(tx, 'a', 1));
  await cutConnections(url);
  await expect.poll(() => told).toContain('a database connection was lost');
  await store.tx((tx) => setSetting(tx, 'b', 2));
  expect(await getSetting(store.db, 'b')).toBe(2);
});

test('a transaction that conflicts at every attempt fails as busy', async () => {
  const { store, url } = await freshPostgres();
  const other = await openStore(url);
  afterwards(() => other.close());
  await store.tx((tx) => setSetting(tx, 'sum', 0));
  let attempts = 0;
  const unlucky = store.tx(async (tx) => {
    attempts++;
    const sum = Number(await getSetting(tx, 'sum'));
    // Between this read and the write below, somebody else is always faster.
    await other.tx(async (faster) => setSetting(faster, 'sum', Number(await getSetting(faster, 'sum')) + 1));
    await setSetting(tx, 'sum', sum + 1000);
  });
  await expect(unlucky).rejects.toBeInstanceOf(StoreBusy);
  expect(attempts).toBeGreaterThan(3);
  expect(await getSetting(store.db, 'sum')).toBe(attempts);
});

test('the backup command refuses PostgreSQL and names pg_dump', async () => {
  const { store } = await freshPostgres();
  await expect(store.backup('/dev/null')).rejects.toThrow('pg_dump');
});
