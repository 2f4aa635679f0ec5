import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../support/world.js';
import { type Company, found } from './company.js';
import { Writing } from './written.js';

let company: Company;
let rep: Actor;
beforeAll(async () => {
  company = await found('zh');
  rep = company.actors.get('李雷') as Actor;
});
afterAll(async () => {
  await company.w.close();
});

it('takes up a question that was set aside by the words of its button', async () => {
  await rep.alone().says('商机');
  await rep.says('今天有什么安排').sees('接着办');
  await rep.says('接着办').sees('新建商机');
  await rep.says('取消');
});

it('posts a list to the group by the words of its button', async () => {
  await rep.in('华东销售群').says('我的商机').sees('发到群');
  const shared = await rep.says('发到群');
  expect(shared.quiet).toBeFalsy();
  expect(shared.cards[0]?.title).toBe('我的商机');
});

it('asks which one is meant by the label of a picker, and takes its words', async () => {
  await rep.alone().says('我上周几次拜访').sees('换个人');
  await rep.says('换个人').sees('哪一个').sees('韩梅');
  await rep.says('韩梅').sees('负责人韩梅');
});

it('does what the option of a picker does, named with its picker', async () => {
  await rep.says('我的待办').sees('T-1');
  await rep.says('t-1：+1天').sees('11月28日');
  await rep.says('撤').sees('已撤销');
});

it('reads a label no more once the answer is old', async () => {
  const label = '打开 D-1 星河科技 ERP二期';
  await rep.says('我的商机').sees('打开');
  expect((await rep.means(label))?.kind).toBe('label');
  company.w.clock.advance(31 * 60_000);
  expect((await rep.means(label))?.kind).not.toBe('label');
});

it('changes nothing by a word that colleagues say to each other', async () => {
  await rep.in('华东销售群').says('刚去了海棠地产，李总很满意').sees('撤');
  const writing = new Writing(company.w.store.db);
  await writing.since();
  await rep.says('明天', { isOverheard: true });
  expect(await writing.since()).toEqual([]);
  await rep.says('撤');
});
