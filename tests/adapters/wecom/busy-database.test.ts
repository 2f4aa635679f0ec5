import { beforeEach, expect, test } from 'vitest';
import { lockableDatabase } from '../../support/busy-database.js';
import { asks, WecomOffice } from '../../support/wecom-office.js';

let office: WecomOffice;
let whileLocked: (work: () => Promise<void>) => Promise<void>;

beforeEach(async () => {
  const database = await lockableDatabase();
  whileLocked = database.whileLocked;
  office = await WecomOffice.open({ env: { DATABASE_URL: database.url } });
});

test('a slow answer shows 「正在处理」 until it arrives', async () => {
  const { lei } = office;
  await whileLocked(async () => {
    await lei.says('线索 星河科技');
    await lei.chat.waitFor(/正在处理/);
  });
  await lei.chat.waitFor(/L-1/);
  await lei.chat.waitFor(/已完成，见下方/);
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
