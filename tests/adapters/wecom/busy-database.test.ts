import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshPostgres } from '../../support/databases.js';
import { asks, WecomOffice } from '../../support/wecom-office.js';

let office: WecomOffice;
let other: pg.Client;

beforeEach(async () => {
  const { url, store } = await freshPostgres();
  await store.close();
  office = await WecomOffice.open({ env: { DATABASE_URL: url } });
  other = new pg.Client(url);
  await other.connect();
});

afterEach(async () => {
  await other.end();
});

/** Another connection holds what every act has to write to. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await other.query('begin');
  await other.query('lock table inbox in access exclusive mode');
  try {
    await work();
  } finally {
    await other.query('rollback');
  }
}

test('a slow answer shows 「正在处理」 until it arrives', async () => {
  const { lei } = office;
  await whileLocked(async () => {
    await lei.says('线索 星河科技');
    await lei.chat.waitFor(/正在处理/);
  });
  await lei.chat.waitFor(/L-1/);
  await lei.chat.waitFor(/好了，见下面/);
  expect(lei.chat.readable()).not.toContain('正在处理');
});

test('a tap that takes too long for a card update is answered by a message', async () => {
  const { lei, wecom } = office;
  const card = await asks(lei, '线索 星河科技 王总', 'L-1');
  await whileLocked(async () => {
    await lei.taps(card, '推进');
    await new Promise((done) => setTimeout(done, 5_000));
  });
  await lei.chat.waitFor(/D-1/, { after: card });
  expect(wecom.refusals).toEqual([]);
});
