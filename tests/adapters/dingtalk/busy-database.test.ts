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

test('while the database is busy taps are acknowledged and messages are not, and all are answered afterwards', async () => {
  const { lei, mei } = office;
  const card = await asks(lei, '线索 星河科技 王总', 'L-1');
  await whileLocked(async () => {
    const message = mei.says('线索 云帆物流');
    expect((await lei.taps(card, '推进').acked()).ackedAfter).toBeDefined();
    // The database is still locked: what is not stored comes again, as long as nobody acknowledges it.
    expect(message.ackedAfter).toBeUndefined();
    expect(mei.chat.readable()).not.toContain('L-2');
    expect(lei.chat.readable()).not.toContain('D-1');
  });
  await mei.chat.waitFor('L-2');
  await lei.chat.waitFor('D-1');
});
