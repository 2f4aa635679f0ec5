import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { commands } from '../../support/wecom/frames.js';
import { asks, seen, WecomOffice } from '../../support/wecom-office.js';

const file = /\[文件\] 报表 · 金额 · 华东\.xlsx/;

test('an export arrives as a file of the private chat, also when it was asked for in the group', async () => {
  const { zhou, east } = await WecomOffice.open();
  await asks(zhou, '商机 云帆物流 CRM 8万', 'D-1');
  await asks(zhou, '导出 金额 按 产品', /文件马上发给您/);
  const { bubble } = await seen(zhou.chat, file);
  const bytes = bubble.kind === 'media' ? bubble.bytes : Buffer.alloc(0);
  const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
  expect(parts.join()).toContain('云帆物流');
  const before = zhou.chat.messages.at(-1);
  await zhou.says('导出 金额 按 产品', { in: east, mention: true });
  await seen(zhou.chat, file, before);
  expect(east.readable()).not.toMatch(/\[文件|8万/);
});

test('a file that WeCom cannot take now goes out later, once', async () => {
  const office = await WecomOffice.open();
  const { zhou, wecom, product } = office;
  await asks(zhou, '商机 云帆物流 CRM 8万', 'D-1');
  wecom.faults.refuse(45009, { cmd: commands.uploadInit });
  await asks(zhou, '导出 金额 按 产品', /文件马上发给您/);
  const { q, t } = product.store.db;
  const later = async () =>
    (await q.select().from(t.outbox)).filter(({ dedupeKey }) => dedupeKey.includes(':file:'));
  await expect.poll(async () => (await later()).length, { timeout: 60_000 }).toBe(1);
  office.clock.advance(120_000);
  await product.runner.runDue(office.clock.now());
  await seen(zhou.chat, file);
  await expect.poll(later, { timeout: 60_000 }).toMatchObject([{ status: 'sent' }]);
  expect(zhou.chat.readable().match(/\[文件\]/g)).toHaveLength(1);
});
