import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personById } from '../../store/people/person-queries.js';
import { portfolioOf } from '../../store/reports/portfolio-queries.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;
let lei: Actor;
let mei: Actor;
let wu: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  wu = await w.rep('吴桐');
  for (const one of [mei, wu]) await one.says('帮');
  for (const name of ['星河科技', '云帆物流', '青禾食品', '蓝鲸制造'])
    await lei.says(`商机 ${name} 10万`).sees('D-');
  await lei.says('约 星河科技 明天 演示').sees('演示');
  await lei.says('线索 晨光医疗').sees('L-1');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const sizes = async (actor: Actor) => {
  const { customers, leads, deals, tasks } = await portfolioOf(w.store.db, actor.person.id);
  return [customers.length, leads.length, deals.length, tasks.length];
};

const told = async () => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.outbox)).map(({ card }) => JSON.stringify(card));
};

describe('a handover', () => {
  test('transfers all records to one colleague, who is notified; stages and dates stay, and undo reverts it', async () => {
    expect(await sizes(lei)).toEqual([5, 1, 4, 1]);
    const before = await portfolioOf(w.store.db, lei.person.id);
    await zhou.says('交接 @李雷 @韩梅').sees('名下的全部记录吗？', '韩梅: 客户 5 · 线索 1 · 商机 4 · 待办 1');
    expect(await sizes(lei)).toEqual([5, 1, 4, 1]);
    await zhou.taps('确认交接').sees('李雷已交接', '韩梅: 客户 5 · 线索 1 · 商机 4 · 待办 1');
    expect(await sizes(lei)).toEqual([0, 0, 0, 0]);
    const after = await portfolioOf(w.store.db, mei.person.id);
    expect(after.deals.map(({ no, stage, amount, closeDate }) => [no, stage, amount, closeDate])).toEqual(
      before.deals.map(({ no, stage, amount, closeDate }) => [no, stage, amount, closeDate]),
    );
    expect(after.tasks[0]?.dueDate).toBe(before.tasks[0]?.dueDate);
    expect(after.leads[0]?.respondBy).toEqual(before.leads[0]?.respondBy);
    expect((await told()).join()).toContain('您接手了李雷的客户');
    await zhou.taps('撤销').sees('已撤销');
    expect(await sizes(lei)).toEqual([5, 1, 4, 1]);
  });

  test('without a named colleague shares the customers, each with all its deals, among the team', async () => {
    await zhou.says('交接 @李雷').sees('韩梅', '吴桐');
    await zhou.taps('确认交接').sees('李雷已交接', '韩梅', '吴桐');
    const [a, b] = [
      await portfolioOf(w.store.db, mei.person.id),
      await portfolioOf(w.store.db, wu.person.id),
    ];
    expect([a.customers.length, b.customers.length].sort()).toEqual([2, 3]);
    for (const book of [a, b])
      for (const deal of book.deals) expect(book.customers.map(({ id }) => id)).toContain(deal.customerId);
  });

  test('deactivates the account of a person who leaves (离职)', async () => {
    await zhou.says('交接 @李雷 @韩梅 离职').sees('账号会同时停用');
    await zhou.taps('确认交接').sees('账号已停用');
    expect((await personById(w.store.db, lei.person.id))?.active).toBe(false);
    await lei.says('今天').sees('停用');
  });

  test('is allowed only to managers, and needs another colleague as the receiver', async () => {
    await mei.says('交接 @李雷 @韩梅').sees('没有权限');
    await zhou.says('交接 @李雷 @李雷').sees('没有可以接手李雷的同事');
  });
});

test('giving one record away tells what went along and what did not', async () => {
  await zhou
    .says('转交 星河科技 韩梅')
    .sees('转给韩梅', '1 件待办一并转给韩梅', '演示', '客户「星河科技」一并');
  await zhou.says('撤').sees('已撤销');
  await zhou.says('转 C-1 韩梅').sees('D-1 没有一并转交', '[D-1 一并转交]');
  await zhou.taps('D-1 一并转交').sees('D-1', '转给韩梅', '1 件待办一并转给韩梅');
  await zhou.says('转交 李雷 韩梅').sees('是同事，不是客户').misses('新建');
});
