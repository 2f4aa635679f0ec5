import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../kernel/card/card.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { contactsOf } from '../../store/customers/contact-queries.js';
import { customerByNo } from '../../store/customers/customer-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let chen: Actor;
let zhou: Actor;
let lei: Actor;
let mei: Actor;
let lin: Actor;
let hua: Actor;

/** 华东 has 周敏, 李雷, 韩梅; 华南 has 林经理 and 华强. */
beforeEach(async () => {
  w = await world();
  const south = await w.team('华南');
  chen = await w.admin('陈晨');
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  lin = await w.manager('林经理', south);
  hua = await w.rep('华强', south);
  for (const one of [chen, zhou, lei, mei, lin, hua]) await one.says('帮');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const told = async (): Promise<Card[]> => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.outbox)).map(({ card }) => card as Card);
};

describe('a possible duplicate', () => {
  test('is reported with its owner, or with only the team’s manager if another team has it', async () => {
    await lei.says('线索 星河科技 王总 13800000000 想看ERP').sees('L-1');
    await mei.says('线索 星河科技有限公司 李总').sees('同名客户「星河科技」 · 负责人：李雷', 'L-1');
    await hua
      .says('线索 星河科技 李总')
      .sees('同名客户「星河科技」，归其他团队，请联系经理周敏', '[申诉]', '[仍要新建]')
      .misses('李雷', 'L-1', '并入', '王总');
    await hua
      .says('线索 南方重工 13800000000')
      .sees('电话 13800000000 已登记，归其他团队')
      .misses('星河科技', '李雷');
    await hua
      .says('商机 星河科技 ERP 30万')
      .sees('没有权限', '同名客户「星河科技」，归其他团队，请联系经理周敏')
      .misses('李雷', 'L-1');
    await hua.says('线索 星河科学 李总').sees('名字相近的客户，归其他团队').misses('星河科技');
    await hua.says('线索 xinghekeji 李总').sees('归其他团队').misses('星河科技');
  });

  test('is found by its mail address, which is stored on the contact', async () => {
    await lei.says('线索 星河科技 王总 Wang@Xinghe.com 想看ERP').sees('L-1');
    const customer = await customerByNo(w.store.db, 1);
    expect(await contactsOf(w.store.db, customer?.id ?? '')).toMatchObject([
      { name: '王总', email: 'wang@xinghe.com' },
    ]);
    await mei.says('线索 新河集团 李总 wang@xinghe.com').sees('邮箱 wang@xinghe.com 已登记 · 星河科技');
    await hua.says('线索 新河集团 wang@xinghe.com').sees('邮箱 wang@xinghe.com 已登记，归其他团队');
    await mei.taps('仍要新建').sees('新河集团');
  });
});

/** 华强 says that 李雷's customer is his. */
async function disputed(): Promise<string> {
  await lei.says('商机 星河科技 20万').sees('D-1');
  await lei.says('约 D-1 明天 演示').sees('演示');
  await hua.says('线索 星河科技 李总 13900000001').sees('归其他团队');
  await hua.taps('申诉').sees('为什么应该归您');
  await hua.says('三月就签了保密协议').sees('已提交，由周敏决定', '三月就签了保密协议');
  const card = (await told()).find((one) => one.key.startsWith('dispute:'));
  if (!card) throw new Error('nobody was told');
  expect(printed(card)).toMatch(/华强认为「星河科技」应该归自己/);
  expect(printed(card)).toMatch(/李总、13900000001/);
  expect(printed(card)).toMatch(/现负责人: 李雷/);
  expect(printed(card)).toMatch(/\[归华强\] \[归李雷\] \[合并\]/);
  return card.key.slice('dispute:'.length);
}

const decide = (actor: Actor, dispute: string, verdict: string) =>
  actor.calls({ command: 'dispute-decide', input: { dispute, verdict } });

describe('a dispute', () => {
  test('decided for the claimant transfers the customer with all open records, notifies both, and can be undone', async () => {
    const id = await disputed();
    await decide(zhou, id, 'given').sees('为什么这样决定');
    await zhou.says('以保密协议为准').sees('「星河科技」归华强', '理由：以保密协议为准');
    const customer = await customerByNo(w.store.db, 1);
    const key = customer?.id ?? '';
    expect(customer?.ownerId).toBe(hua.person.id);
    const owners = async () => [
      ...(await openDealsOf(w.store.db, key)).map((one) => one.ownerId),
      ...(await openTasksOf(w.store.db, key)).map((one) => one.ownerId),
    ];
    expect(await owners()).toEqual([hua.person.id, hua.person.id]);
    const words = (await told()).map(printed).filter((text) => text.includes('以保密协议为准'));
    expect(words).toHaveLength(2);
    await decide(chen, id, 'kept').sees('为什么');
    await chen.says('两边都说得通').sees('周敏已在', '归申诉人');
    await zhou.says('撤').sees('已撤销');
    expect((await customerByNo(w.store.db, 1))?.ownerId).toBe(lei.person.id);
    expect(await owners()).toEqual([lei.person.id, lei.person.id]);
    await zhou.says('申诉').sees('待处理的申诉 · 1', '星河科技 · 华强');
  });

  test('decided as a merge keeps the owner and adds the claimant’s contacts and notes', async () => {
    const id = await disputed();
    await decide(zhou, id, 'merged').sees('为什么');
    await zhou.says('一起跟').sees('仍归李雷', '并入');
    const customer = await customerByNo(w.store.db, 1);
    expect(customer?.ownerId).toBe(lei.person.id);
    expect(await contactsOf(w.store.db, customer?.id ?? '')).toMatchObject([
      { name: '李总', phone: '13900000001' },
    ]);
    const [log] = await lastFollowUps(w.store.db, customer?.id ?? '', 1);
    expect(log).toMatchObject({ personId: hua.person.id, words: '华强申诉并入：三月就签了保密协议' });
  });

  test('is decided by the manager of the owning team, never by the claimant', async () => {
    const id = await disputed();
    for (const other of [lei, lin, hua]) {
      await decide(other, id, 'kept').sees('为什么');
      await other.says('我说了算').sees('由周敏决定');
    }
    await lei.calls({ command: 'dispute-show', input: { dispute: id } }).sees('由周敏决定');
    await hua.says('申诉 星河科技 再说一次').sees('正在等待处理');
    await hua.says('申诉 C-1 再说一次').sees('没有编号为 C-1 的记录').misses('星河科技');
    await lei.says('申诉 C-1 是我的').sees('已经是您的客户');
    await zhou.says('申诉').sees('星河科技 · 华强');
    await zhou.taps('看 C-1').sees('[归华强]');
    await zhou.taps('归李雷').sees('为什么');
    await zhou.says('一直是李雷在跟').sees('仍归李雷');
    await zhou.says('申诉').sees('没有待处理的申诉');
  });

  test('can be undone by the claimant, and explains a wrong record number', async () => {
    await disputed();
    await hua.says('撤').sees('已撤销');
    await zhou.says('申诉').sees('没有待处理的申诉');
    await hua.says('申诉 D-1 我的').sees('不是客户');
    await hua.says('申诉 C-99 我的').sees('没有编号为 C-99 的记录');
  });
});

describe('merging two customers', () => {
  test('keeps both histories, and undo restores both customers', async () => {
    const { db } = w.store;
    await lei.says('商机 星河科技 20万').sees('D-1');
    await lei.says('商机 星河软件 30万 王总').sees('D-2');
    await lei.says('线索 星河软件 李总 13900000001 想看CRM');
    await lei.taps('仍要新建').sees('L-1');
    await lei.says('跟 D-2 电话 价格偏高 下周三再约').sees('已记');
    const [kept, gone] = [await customerByNo(db, 1), await customerByNo(db, 2)];
    const [into, from] = [kept?.id ?? '', gone?.id ?? ''];
    const historyOf = async (id: string) => (await eventsOf(db, 'customer', id, 50)).map(({ kind }) => kind);
    const whole = async (id: string) => ({
      contacts: (await contactsOf(db, id)).map(({ name }) => name),
      deals: (await openDealsOf(db, id)).map(({ no }) => no).sort(),
      leads: (await liveLeadsOf(db, id)).map(({ no }) => no),
      followUps: (await lastFollowUps(db, id, 9)).map(({ words }) => words),
      tasks: (await openTasksOf(db, id)).map(({ no }) => no),
    });
    const before = [await whole(into), await whole(from)];
    const history = await historyOf(from);
    expect(history).toContain('customer.created');
    await lei.says('合并 C-2 C-1').sees('星河软件 已并入 星河科技');
    expect(await whole(into)).toEqual({
      contacts: ['王总', '李总'],
      deals: [1, 2],
      leads: [1],
      followUps: ['跟 D-2 电话 价格偏高 下周三再约'],
      tasks: [1],
    });
    // What happened to the other is still told of it, and its records' own history is untouched.
    expect(await historyOf(from)).toEqual(['customer.merged', ...history]);
    for (const deal of await openDealsOf(db, into))
      expect((await eventsOf(db, 'deal', deal.id, 9)).length).toBeGreaterThan(0);
    expect((await customerByNo(db, 2))?.id).toBe(into);
    expect((await customerByNo(db, 1))?.lastFollowUpAt).toEqual(gone?.lastFollowUpAt);
    await lei.says('星河软件').sees('C-1 · 星河科技', '王总', '价格偏高');
    await lei.says('撤').sees('已撤销');
    expect([await whole(into), await whole(from)]).toEqual(before);
    expect((await customerByNo(db, 1))?.lastFollowUpAt).toEqual(kept?.lastFollowUpAt);
    await lei.says('星河软件').sees('C-2 · 星河软件', '价格偏高');
  });
});
