import { copyFileSync, existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { recomputeDealClocks } from '../../bot/product/deal-clocks.js';
import { ProcessFile, ProcessRefused } from '../../bot/product/process-file.js';
import { FixedClock } from '../../kernel/time/clock.js';
import { dealById } from '../../store/deals/deal-queries.js';
import type { Store } from '../../store/engine/store.js';
import { latestProcessVersion, processHash } from '../../store/running/process-versions.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { addProcessVersion } from '../../store/unit/rows/process-rows.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { freshSqlite } from '../support/databases.js';
import { processFile, shippedPath } from '../support/process-file.js';

const now = new Date('2026-11-23T02:00:00Z');
let path: string;
let store: Store;
let refusals: ProcessRefused[];

const open = () => new ProcessFile(path, store, new FixedClock(now), (error) => refusals.push(error));
const edit = (from: string | RegExp, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));

const fail = (error: Error) => {
  throw error;
};

beforeEach(async () => {
  path = processFile();
  ({ store } = await freshSqlite());
  refusals = [];
});

it('a bad edit keeps the last good version in force, and reports line and reason', async () => {
  const file = open();
  await file.refresh();
  const good = file.inForce;
  edit('probability: 20', 'probability: 200000');
  expect(await file.refresh()).toBe(false);
  expect(file.inForce).toBe(good);
  const line =
    readFileSync(path, 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('200000')) + 1;
  expect(refusals[0]?.problems[0]?.line).toBe(line);
});

it('starts on the last good version if the file is bad, and refuses to start without one', async () => {
  edit('stages:', 'stages: oops');
  await expect(open().refresh()).rejects.toBeInstanceOf(ProcessRefused);
  copyFileSync(shippedPath, path);
  await open().refresh();
  edit('stages:', 'stages: oops');
  const again = open();
  await again.refresh();
  expect(again.inForce.version).toBe(1);
  expect(refusals).toHaveLength(1);
});

it('recomputes the stall times of open deals when a threshold changes', async () => {
  const file = open();
  await file.refresh();
  const deps = { store, process: file, timeZone: 'Asia/Shanghai', clock: new FixedClock(now) };
  const deal = await store.tx(async (tx) => {
    const customer = await createCustomer(tx, { name: '星河科技' }, now);
    const given = { name: 'ERP', ownerId: null, teamId: null, stage: 'contact', processVersion: 1 };
    return await createDeal(tx, { ...given, customerId: customer.id, stallAt: now }, now);
  });
  edit(/stallDays: 5/, 'stallDays: 2');
  expect(await file.refresh()).toBe(true);
  expect(await recomputeDealClocks(deps)).toBe(1);
  expect((await dealById(store.db, deal.id))?.stallAt?.toISOString()).toBe('2026-11-25T10:00:00.000Z');
  expect(await recomputeDealClocks(deps)).toBe(0);
});

describe('the database owns the rules', () => {
  const text = () => readFileSync(path, 'utf8');
  const inForce = async () => (await latestProcessVersion(store.db))?.yaml;
  /** A change made in chat. */
  const change = async (yaml: string) =>
    await store.tx((tx) => unitOfNobody(tx, now, 'slack').putInForce({ hash: processHash(yaml), yaml }));
  const withDays = (days: number) => text().replace(/stallDays: \d+/, `stallDays: ${days}`);

  it('a restart with the old file changes neither rules nor file, on this machine or another', async () => {
    const file = open();
    await file.refresh();
    const old = text();
    edit(/stallDays: 3/, 'stallDays: 2');
    await file.refresh();
    expect(file.inForce.version).toBe(2);
    const edited = text();

    const other = processFile();
    for (const start of [1, 2]) {
      const machine = new ProcessFile(other, store, new FixedClock(now), fail);
      await machine.refresh();
      expect(machine.inForce.version, `start ${start}`).toBe(2);
      expect(readFileSync(other, 'utf8')).toBe(old);
    }
    await file.refresh();
    expect([file.inForce.version, text()]).toEqual([2, edited]);

    // The old file in the place of the edited one.
    writeFileSync(path, old);
    const again = open();
    await again.refresh();
    expect([again.inForce.version, text()]).toEqual([2, old]);
  });

  it('another machine’s edit of its old file changes nothing', async () => {
    const file = open();
    await file.refresh();
    const other = processFile();
    const machine = new ProcessFile(other, store, new FixedClock(now), fail);
    await machine.refresh();
    edit(/stallDays: 3/, 'stallDays: 2');
    await file.refresh();
    writeFileSync(other, readFileSync(other, 'utf8').replace('dailyClaims: 5', 'dailyClaims: 6'));
    expect(await machine.refresh()).toBe(true);
    expect(await inForce()).toBe(text());
  });

  it('a change in chat is followed, writes no file, and is not lost to a save of the file', async () => {
    const file = open();
    await file.refresh();
    const before = text();
    const yaml = withDays(9);
    await change(yaml);
    expect(await file.refresh()).toBe(true);
    expect(text()).toBe(before);
    const touched = new Date(now.getTime() + 5000);
    utimesSync(path, touched, touched);
    await file.refresh();
    writeFileSync(path, before.replace('dailyClaims: 5', 'dailyClaims: 6'));
    await file.refresh();
    expect(await inForce()).toBe(yaml);
  });

  it('an edit while the bot was stopped is put in force if nobody else changed the rules', async () => {
    await open().refresh();
    edit(/stallDays: 3/, 'stallDays: 2');
    await open().refresh();
    expect(await inForce()).toBe(text());
    await change(withDays(9));
    edit('dailyClaims: 5', 'dailyClaims: 6');
    await open().refresh();
    expect(await inForce()).not.toBe(text());
  });

  it('an edit taken back in the running bot is an edit', async () => {
    const file = open();
    await file.refresh();
    edit(/stallDays: 3/, 'stallDays: 2');
    await file.refresh();
    edit(/stallDays: 2/, 'stallDays: 3');
    await file.refresh();
    expect(file.inForce.version).toBe(1);
  });

  it('no file is needed once the rules are stored', async () => {
    await open().refresh();
    rmSync(path);
    const file = open();
    await file.refresh();
    expect(file.inForce.version).toBe(1);
    expect(existsSync(path)).toBe(false);
  });
});

it('refuses a schedule that has no slot, with its line', async () => {
  const file = open();
  await file.refresh();
  edit('weekly: { day: monday, at: "09:00" }', 'weekly: { cron: "0 9 30 2 *" }');
  await file.refresh();
  expect(file.inForce.version).toBe(1);
  const line =
    readFileSync(path, 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('30 2')) + 1;
  expect(refusals[0]?.problems).toMatchObject([
    { line, reason: { en: 'names a day that never happens' }, example: { en: "cron: '0 9 * * 1'" } },
  ]);
});

it('keeps the other rules of a stored version in force if one of its schedules has no slot', async () => {
  const yaml = readFileSync(path, 'utf8')
    .replace('weekly: { day: monday, at: "09:00" }', 'weekly: { cron: "0 9 30 2 *" }')
    .replace('dailyClaims: 5', 'dailyClaims: 6');
  await store.tx((tx) => addProcessVersion(tx, { hash: processHash(yaml), yaml, createdAt: now }));
  const file = open();
  await file.refresh();
  expect(file.inForce.process.pool.dailyClaims).toBe(6);
});

it('falls back to the newest version that can be read', async () => {
  await open().refresh();
  const bad = 'stages: oops';
  await store.tx((tx) => addProcessVersion(tx, { hash: processHash(bad), yaml: bad, createdAt: now }));
  const file = open();
  await file.refresh();
  expect(file.inForce.version).toBe(1);
  expect(refusals.map((one) => one.path)).toEqual(['version 2']);
});
