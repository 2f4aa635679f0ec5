import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { asks, DingtalkOffice } from '../../support/dingtalk-office.js';

const file = /\[文件 报表 · 金额 · 华东\.xlsx\]/;

test('an export arrives as a file of the private chat, also when it was asked for in the group', async () => {
  const { zhou, east, dingtalk } = await DingtalkOffice.open();
  await asks(zhou, '商机 云帆物流 CRM 8万', 'D-1');
  await asks(zhou, '导出 金额 按 产品', /文件马上发给您/);
  const { bubble } = await zhou.chat.waitFor(file);
  const raw = dingtalk.api.media.get(bubble.kind === 'file' ? bubble.media : '') ?? Buffer.alloc(0);
  expect(raw.toString('latin1')).toContain('PK');
  const zip = raw.subarray(raw.indexOf('PK\u0003\u0004'), raw.lastIndexOf('\r\n--'));
  const parts = Object.values(unzipSync(zip)).map((part) => strFromU8(part));
  expect(parts.join()).toContain('云帆物流');
  const before = zhou.chat.last;
  zhou.says('导出 金额 按 产品', { in: east });
  await zhou.chat.waitFor(file, { after: before });
  expect(east.readable()).not.toMatch(/\[文件|8万/);
});

test('a file that DingTalk cannot take now goes out later, once', async () => {
  const office = await DingtalkOffice.open();
  const { zhou, dingtalk } = office;
  await asks(zhou, '商机 云帆物流 CRM 8万', 'D-1');
  dingtalk.faults.serverError('/media/upload');
  await asks(zhou, '导出 金额 按 产品', /文件马上发给您/);
  await zhou.chat.waitFor(file);
  expect(zhou.chat.readable().match(/\[文件/g)).toHaveLength(1);
  expect(zhou.chat.readable().match(/文件马上发给您/g)).toHaveLength(1);
  const { q, t } = office.product.store.db;
  const later = (await q.select().from(t.outbox)).filter(({ dedupeKey }) => dedupeKey.includes(':file:'));
  expect(later).toHaveLength(1);
});

test('a file that DingTalk refuses is told of with what can be done', async () => {
  const { zhou, dingtalk } = await DingtalkOffice.open();
  await asks(zhou, '商机 云帆物流 CRM 8万', 'D-1');
  dingtalk.faults.errcode('/media/upload', 60011);
  zhou.says('导出 金额 按 产品');
  await zhou.chat.waitFor(/文件没有发送成功[\s\S]*genjin report/);
  expect(zhou.chat.readable()).not.toContain('[文件');
});
