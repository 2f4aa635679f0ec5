import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const countOf = async (table: 'leads' | 'followUps' | 'tasks') => {
  const { q, t } = w.store.db;
  return (await q.select().from(t[table])).length;
};

test('a message of 1,000 lines is one answer and writes nothing', async () => {
  const lines = Array.from({ length: 1_000 }, (_, n) => `线索 客户${n} 想看ERP`).join('\n');
  const { cards } = await lei
    .says(lines, { id: 'long' })
    .sees('1000 行', '最多 30 行', '没有保存', '用文件导入');
  expect(cards).toHaveLength(1);
  expect(await countOf('leads')).toBe(0);
  // Delivered again, it is the same answer.
  expect(await lei.says(lines, { id: 'long' })).toEqual(lei.last);
});

test('a message of 30 lines is 30 acts', async () => {
  await lei.says('商机 华为 ERP 30万');
  const { cards } = await lei.says(
    Array.from({ length: 30 }, (_, n) => `约 华为 12月${n + 1}日 续约`).join('\n'),
  );
  expect(cards).toHaveLength(30);
  expect(await countOf('tasks')).toBe(30);
});

test('a line of 2,001 characters is refused with its length, the lines beside it are carried out', async () => {
  const long = `跟 华为 ${'价格偏高，'.repeat(399)}`;
  expect(long.length).toBe(2_000);
  await lei.says('商机 华为 ERP 30万');
  await lei.says(long).sees(/已记/);
  const before = await countOf('followUps');
  const { cards } = await lei.says(`${long}。\n线索 中兴`).sees('2001 个字', '最多 2000 个字', /中兴/);
  expect(cards).toHaveLength(2);
  expect(await countOf('followUps')).toBe(before);
  expect(await countOf('leads')).toBe(1);
});

test('an article takes 8,000 characters, in its lines and in one', async () => {
  await lei.says(`文章 竞品X怎么打：${'先问清楚他们的预算。\n'.repeat(700)}`).misses('没有处理');
  await lei.says(`文章 另一篇：${'先问清楚他们的预算。'.repeat(790)}`).misses('没有处理');
  await lei.says(`文章 第三篇：${'先问清楚他们的预算。\n'.repeat(1_000)}`).sees('最多 10000 个字');
});

test('the words are in the language of the reader', async () => {
  await w.close();
  w = await world({ locale: 'en' });
  lei = await w.rep('Lee');
  await lei.says('log Acme '.repeat(400)).sees('characters', 'Nothing was saved');
});

test('a tap or form with a value of 2,001 characters is refused', async () => {
  await lei.says('商机 华为 ERP 30万');
  await lei
    .calls({ command: 'log', input: { subject: 'D-1', note: 'x'.repeat(2_001) } })
    .sees('2001 个字', '没有保存');
});

test('a number that is too large to compute with is no amount', async () => {
  await lei.says(`商机 华为 ${'一'.repeat(400)}`);
  await lei.says('商机 中兴 ERP 30万');
  await lei.says(`改 D-1 ${'九'.repeat(17)}`);
  await lei.says(`改 D-1 ${'9'.repeat(18)}`);
});

test('a version in a tap that came as text is still compared with the record', async () => {
  await lei.says('商机 华为 ERP 30万');
  await lei.says('改 D-1 40万');
  const tap = { command: 'edit', input: { deal: 'D-1', amount: 5_000_000, v: '1' } };
  await lei.calls(tap).sees('D-1 已有更新');
  await lei.calls({ ...tap, input: { ...tap.input, v: 'x' } }).sees('D-1 已有更新');
  await lei.calls({ ...tap, input: { ...tap.input, v: '2' } }).misses('已有更新');
});
