import { beforeEach, expect, test } from 'vitest';
import { lockableDatabase } from '../../support/busy-database.js';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;
let whileLocked: (work: () => Promise<void>) => Promise<void>;

beforeEach(async () => {
  const database = await lockableDatabase();
  whileLocked = database.whileLocked;
  office = await SlackOffice.open({ env: { DATABASE_URL: database.url } });
});

test('commands and taps are acknowledged at once while the database is busy, and answered afterwards', async () => {
  const { alice, bob } = office;
  await alice.says('线索 星河科技 王总').sees('L-1');
  const card = await alice.dm.waitFor(/L-1/);
  await whileLocked(async () => {
    const outcomes = await Promise.all([
      ...['云帆物流', '青禾食品', '蓝鲸制造'].map((name) => bob.slash('/sale', `线索 ${name}`)),
      alice.taps(card, '推进'),
    ]);
    // The database is still locked.
    for (const { kind } of outcomes) expect(kind).toBe('acked');
    expect(bob.dm.readable()).not.toContain('云帆物流');
  });
  for (const name of ['云帆物流', '青禾食品', '蓝鲸制造']) await bob.dm.waitFor(name);
  await alice.dm.waitFor(/D-1/);
});

test('a modal says that it is saving while the database is busy, and the answer is posted in the chat', async () => {
  const { alice } = office;
  await alice.slash('/lead', '');
  const view = await alice.waitForView(/客户/);
  await whileLocked(async () => {
    const submitted = await alice.submits(view, { 客户: '星河科技' });
    expect(submitted.kind).toBe('updated');
    await alice.waitForView(/正在保存/);
  });
  await alice.dm.waitFor(/L-1/);
});

test('a command without arguments opens its modal in time while the database is busy', async () => {
  const { alice } = office;
  await whileLocked(async () => {
    await alice.slash('/deal', '');
    await alice.waitForView(/正在准备/);
  });
  await alice.waitForView(/客户/);
});
