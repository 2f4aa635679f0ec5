import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { recomputeDealClocks } from '../../bot/product/deal-clocks.js';
import { ProcessFile, ProcessRefused } from '../../bot/product/process-file.js';
import { FixedClock } from '../../kernel/time/clock.js';
import { dealById } from '../../store/deals/deal-queries.js';
import type { Store } from '../../store/engine/store.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { freshSqlite } from '../support/databases.js';
import { processFile, shippedPath } from '../support/process-file.js';

const now = new Date('2026-11-23T02:00:00Z');
let path: string;
let store: Store;
let refusals: ProcessRefused[];

const open = () => new ProcessFile(path, store, new FixedClock(now), (error) => refusals.push(error));
const edit = (from: string | RegExp, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));

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
  const ground = { store, process: file, timeZone: 'Asia/Shanghai', clock: new FixedClock(now) };
  const deal = await store.tx(async (tx) => {
    const customer = await createCustomer(tx, { name: '星河科技' }, now);
    const given = { name: 'ERP', ownerId: null, teamId: null, stage: 'contact', processVersion: 1 };
    return await createDeal(tx, { ...given, customerId: customer.id, stallAt: now }, now);
  });
  edit(/stallDays: 5/, 'stallDays: 2');
  expect(await file.refresh()).toBe(true);
  expect(await recomputeDealClocks(ground)).toBe(1);
  expect((await dealById(store.db, deal.id))?.stallAt?.toISOString()).toBe('2026-11-25T10:00:00.000Z');
  expect(await recomputeDealClocks(ground)).toBe(0);
});
