import { beforeEach, expect, test } from 'vitest';
import { lockableDatabase } from '../../support/busy-database.js';
import { asks, DingtalkOffice } from '../../support/dingtalk-office.js';

let office: DingtalkOffice;
let whileLocked: (work: () => Promise<void>) => Promise<void>;

beforeEach(async () => {
  const database = await lockableDatabase();
  whileLocked = database.whileLocked;
  office = await DingtalkOffice.open({ env: { DATABASE_URL: database.url } });
});

test('messages and taps are acknowledged while the database is busy, and answered when it is not', async () => {
  const { lei, mei } = office;
  const card = await asks(lei, '线索 星河科技 王总', 'L-1');
  await whileLocked(async () => {
    const sent = await Promise.all([mei.says('线索 云帆物流').acked(), lei.taps(card, '推进').acked()]);
    // The database is still locked.
    for (const { ackedAfter } of sent) expect(ackedAfter).toBeDefined();
    expect(mei.chat.readable()).not.toContain('L-2');
    expect(lei.chat.readable()).not.toContain('D-1');
  });
  await mei.chat.waitFor('L-2');
  await lei.chat.waitFor('D-1');
});
