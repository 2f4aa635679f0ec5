import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { customerByNo } from '../../store/customers/customer-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { leadByNo } from '../../store/leads/lead-queries.js';
import { type Actor, type World, world } from '../support/world.js';
import { processOf, shippedText } from '../unit/sales/fixtures.js';

/** The shipped rules with other lines in the pool's part. */
const rulesWith = (...changes: [from: string, to: string][]) =>
  processOf(changes.reduce((text, [from, to]) => text.replace(from, to), shippedText));

let w: World;
let zhou: Actor;
let lei: Actor;
let mei: Actor;
let wu: Actor;

async function open(...changes: [from: string, to: string][]): Promise<void> {
  w = await world({ process: rulesWith(...changes) });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  wu = await w.rep('吴桐');
  for (const one of [zhou, lei, mei, wu]) await one.says('帮');
}

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const posts = async () => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.outbox)).map(({ card }) => JSON.stringify(card));
};

describe('giving a record back to the pool', () => {
  beforeEach(async () => await open());

  test('asks for the reason, moves the lead and its customer to the pool, and can be undone', async () => {
    await lei.says('线索 星河科技 王总 13800000000').sees('L-1');
    await lei.says('放回公海 L-1').sees('为什么放回公海');
    await lei.says('暂时没有需求').sees('L-1 已放回公海', '暂时没有需求');
    expect(await leadByNo(w.store.db, 1)).toMatchObject({ status: 'pool', ownerId: null });
    expect(await customerByNo(w.store.db, 1)).toMatchObject({ ownerId: null });
    await mei.says('公海').sees('L-1', '138****0000').misses('C-1');
    await lei.says('撤').sees('已撤销');
    expect(await leadByNo(w.store.db, 1)).toMatchObject({ status: 'open', ownerId: lei.person.id });
    expect(await customerByNo(w.store.db, 1)).toMatchObject({ ownerId: lei.person.id, pooledAt: null });
  });

  test('is allowed to the owner and the manager, and refused for a lead already in the pool', async () => {
    await lei.says('线索 星河科技 王总').sees('L-1');
    await mei.says('放回公海 L-1 我想要').sees('没有权限', '李雷');
    await zhou.says('放回公海 L-1 换人').sees('已放回公海');
    await zhou.says('放回公海 L-1 换人').sees('已经在公海里');
  });

  test('works for a customer without open deals; the person who claims the customer also gets its tasks', async () => {
    await lei.says('商机 云帆物流 20万 王总').sees('D-1');
    await lei.says('放回公海 C-1 忙不过来').sees('还有进行中的商机', 'D-1');
    await lei.says('约 云帆物流 下周三 回访');
    await lei.says('输 D-1 价格').sees('D-1');
    await lei.says('约 C-1 下周三 回访').sees('回访');
    await lei.says('放回公海 C-1 忙不过来').sees('C-1 已放回公海');
    await mei.says('公海').sees('C-1', '云帆物流');
    await mei.taps('认领 C-1').sees('韩梅已认领', '负责人: 韩梅', '今天还能认领 4 条');
    await wu.says('抢 C-1').sees('已由韩梅认领');
    const customer = await customerByNo(w.store.db, 1);
    const [task] = await openTasksOf(w.store.db, customer?.id ?? '');
    expect(task).toMatchObject({ title: '回访', ownerId: mei.person.id });
    await mei.says('撤').sees('已撤销');
    await wu.says('抢 C-1').sees('吴桐已认领');
  });
});

describe('cooldown and caps of the pool', () => {
  test('the previous owner may not claim the lead again for some workdays', async () => {
    await open(['cooldownDays: 0', 'cooldownDays: 3']);
    await lei.says('线索 星河科技').sees('L-1');
    await lei.says('放回公海 L-1 没空').sees('已放回公海');
    await lei.says('抢 L-1').sees('从您名下回公海', '才能再次认领');
    // Thursday and three workdays more: Tuesday, after working hours.
    w.later(5, '18:01');
    await lei.says('抢 L-1').sees('李雷已认领');
  });

  test('the cap on customers is enforced on a claim', async () => {
    await open(['maxCustomers: null', 'maxCustomers: 1']);
    await mei.says('线索 星河科技').sees('L-1');
    await lei.says('线索 云帆物流').sees('L-2');
    await lei.says('放回公海 L-2 没空');
    await mei.says('抢 L-2').sees('名下客户已达 1 个');
    await wu.says('抢 L-2').sees('吴桐已认领');
  });

  test('views of pool records are limited per day, and each record counts once a day', async () => {
    await open(['dailyViews: null', 'dailyViews: 6']);
    for (const name of ['星河科技', '云帆物流', '青禾食品', '蓝鲸制造', '晨光医疗', '远山教育', '北辰电气']) {
      await lei.says(`线索 ${name}`);
      await lei.says(`放回公海 ${name} 没空`).sees('已放回公海');
    }
    await mei.says('公海').sees('今天已查看 5/6 条', '换一批');
    await mei.says('公海').sees('今天已查看 5/6 条');
    await mei.says('L-6').sees('每查看一条计一次', '5/6').misses('远山教育');
    await mei.taps('查看').sees('L-6 · 远山教育');
    await mei.says('L-7').sees('每查看一条计一次');
    await mei.taps('查看').sees('今天查看公海已达 6 条');
    await mei.says('L-6').sees('L-6 · 远山教育');
    await zhou.says('L-7').sees('L-7 · 北辰电气');
    await zhou.says('公海记录').sees('今天查看过公海: 韩梅 6 条');
    w.nextDay();
    await mei.says('L-7');
    await mei.taps('查看').sees('L-7 · 北辰电气');
  });
});

describe('priority claim', () => {
  beforeEach(async () => await open(['offerMinutes: null', 'offerMinutes: 30']));

  test('the next rep in turn may claim alone for some working minutes, skipping reps on leave', async () => {
    await mei.says('请假 今天').sees('韩梅请假');
    await lei.says('线索 星河科技 王总 13800000000').sees('L-1');
    await lei.says('放回公海 L-1 没空').sees('已放回公海');
    const told = (await posts()).find((card) => card.includes('优先认领')) ?? '';
    expect(told).toContain('优先给您');
    expect(told).not.toContain('13800000000');
    expect((await leadByNo(w.store.db, 1))?.offeredTo).toBe(wu.person.id);
    await mei.says('抢 L-1').sees('先给吴桐', '所有人可以认领');
    await wu.says('抢 L-1').sees('吴桐已认领', '13800000000');
  });

  test('opens to everybody if the rep declines (which undo reverts) or the time runs out', async () => {
    await lei.says('线索 星河科技').sees('L-1');
    await lei.says('放回公海 L-1 没空');
    const first = (await leadByNo(w.store.db, 1))?.offeredTo === mei.person.id ? mei : wu;
    const other = first === mei ? wu : mei;
    await other.says('不要 L-1').sees('没有优先分给您');
    await first.calls({ command: 'decline', input: { record: 'L-1' } }).sees('已放弃 L-1');
    await first.taps('撤销').sees('已撤销');
    await other.says('抢 L-1').sees(`先给${first.id}`);
    w.clock.advance(30 * 60_000);
    await other.says('抢 L-1').sees(`${other.id}已认领`);
  });

  test('the pool log shows managers who did what, when and why', async () => {
    await lei.says('线索 星河科技').sees('L-1');
    await lei.says('放回公海 L-1 没空');
    const first = (await leadByNo(w.store.db, 1))?.offeredTo === mei.person.id ? mei : wu;
    await first.says('抢 L-1').sees('已认领');
    await zhou
      .says('公海记录')
      .sees(`${first.id} 认领 L-1`, '李雷 放回 L-1（放回公海 L-1 没空）', `优先分给 ${first.id} L-1`);
    await zhou.says('公海记录 L-1').sees('认领 L-1');
    await lei.says('公海记录').sees('没有权限');
    const far = await w.team('华南');
    const lin = await w.manager('林经理', far);
    await lin.says('公海记录').sees('公海还没有记录');
  });
});

describe('the grade and contract of a customer', () => {
  beforeEach(async () => await open());

  test('are set in one line and can be undone', async () => {
    await lei.says('商机 星河科技 20万').sees('D-1');
    await lei
      .says('客户 星河科技 A级 合同到 2027-06-30')
      .sees('星河科技：A级、合同到 2027年6月30日', '等级: A级', '合同到期: 2027年6月30日');
    expect(await customerByNo(w.store.db, 1)).toMatchObject({ grade: 'A', contractEnd: '2027-06-30' });
    await lei.taps('撤销').sees('已撤销');
    expect(await customerByNo(w.store.db, 1)).toMatchObject({ grade: null, contractEnd: null });
    await lei.says('客户 星河科技 等级 b').sees('B级');
    await lei.says('客户 星河科技 合同到期 2027-06-30').sees('合同到 2027年6月30日');
    await lei.says('客户 星河科技 无合同').sees('没有合同');
    expect(await customerByNo(w.store.db, 1)).toMatchObject({ grade: 'B', contractEnd: null });
  });

  test('are checked: an unknown grade, a missing value and a lack of permission are explained', async () => {
    await lei.says('商机 星河科技 20万').sees('D-1');
    await lei.says('客户 星河科技 Z级').sees('「Z级」不是客户等级', 'A、B、C、D', '例如');
    await mei.says('客户 星河科技 A级').sees('没有权限', '李雷');
    await lei.says('客户 星河科技').sees('什么等级');
    await lei.says('A级').sees('A级');
    await lei.says('客户 星河科技 A').sees('已经是这样');
  });

  test('are set in English as well', async () => {
    const en = await world({ locale: 'en' });
    const ann = await en.rep('Ann');
    await ann.says('deal Acme ERP 200k').sees('D-1');
    await ann.says('customer Acme grade B contract until 2027-06-30').sees('Acme: B, contract until');
    await ann.says('customer Acme no contract').sees('no contract');
    await ann.says('customer Acme grade Z').sees("isn't a customer grade");
    expect(en.incidents).toEqual([]);
    await en.close();
  });
});

test('a follow-up that does not count does not postpone the return of a lead, and its answer says so', async () => {
  await open(['followUp: { minLetters: 0 }', 'followUp: { channels: [call, visit], minLetters: 10 }']);
  await lei.says('线索 星河科技 王总').sees('L-1');
  const before = (await leadByNo(w.store.db, 1))?.poolAt;
  w.nextDay();
  await lei.says('跟 L-1 微信 发了一份很长很长的产品资料').sees('不算有效跟进');
  await lei.says('跟 L-1 电话').sees('不算有效跟进');
  expect((await leadByNo(w.store.db, 1))?.poolAt).toEqual(before);
  await lei.says('跟 L-1 电话 王总说下周安排演示').misses('不算有效跟进');
  const after = (await leadByNo(w.store.db, 1))?.poolAt;
  expect(after?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
});

test('claiming a pooled lead also claims its customer', async () => {
  await open();
  await lei.says('线索 星河科技').sees('L-1');
  await lei.says('放回公海 L-1 没空');
  await mei.says('抢 星河科技').sees('韩梅已认领');
  expect(await customerByNo(w.store.db, 1)).toMatchObject({ ownerId: mei.person.id, pooledAt: null });
  await mei.says('推 L-1').sees('D-1');
  expect((await dealByNo(w.store.db, 1))?.ownerId).toBe(mei.person.id);
});
