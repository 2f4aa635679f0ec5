import { expect, test } from 'vitest';
import { personByIdentity } from '../../../store/people/person-queries.js';
import { afterwards } from '../../support/endings.js';
import { directory } from '../../support/wecom/directory.js';
import { asks, WecomOffice } from '../../support/wecom-office.js';

async function openWith(secret: string) {
  const entries: Parameters<typeof directory>[2] = [
    { userid: 'carol', name: '魏卡罗', email: 'carol@example.com' },
  ];
  const book = await directory('ww-demo', 'app-secret', entries);
  afterwards(() => book.close());
  const office = await WecomOffice.open({
    env: { WECOM_CORP_ID: 'ww-demo', WECOM_APP_SECRET: secret, WECOM_API_URL: book.url },
  });
  return { office, book, entries };
}

test('names come from the directory of a self-built app, by plain and encrypted id, and nobody is asked', async () => {
  const { office, book, entries } = await openWith('app-secret');
  const { wecom, product } = office;
  const carol = wecom.person('carol', '魏卡罗');
  await asks(carol, '线索 星河科技', /L-1[\s\S]*魏卡罗/);
  expect(await personByIdentity(product.store.db, 'wecom', 'carol')).toMatchObject({
    name: '魏卡罗',
    email: 'carol@example.com',
  });
  wecom.encryptIds();
  const dana = wecom.person('dana', '董娜');
  entries.push({ userid: 'dana', name: '董娜', openUserid: dana.id });
  book.forgetTokens();
  await asks(dana, '线索 云帆物流', /L-2[\s\S]*董娜/);
  expect(office.wecom.person('carol').chat.readable() + dana.chat.readable()).not.toContain('怎么称呼您');
});

test('if the directory refuses, people are asked for their name', async () => {
  const { office } = await openWith('wrong');
  const carol = office.wecom.person('carol', '魏卡罗');
  await asks(carol, '线索 星河科技', /L-1/);
  await carol.chat.waitFor(/怎么称呼您/);
});
