import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actionsOf } from '../../kernel/card/card.js';
import { withNamedRows } from '../../kernel/render/named-rows.js';
import { customersStarting } from '../../store/customers/customer-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { teamByName } from '../../store/people/team-queries.js';
import { pipelineAt } from '../../store/reports/figure-queries.js';
import { createDispute } from '../../store/unit/rows/dispute-rows.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { eachDatabase } from '../support/databases.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let zhou: Actor;

eachDatabase('acts', (open) => {
  beforeEach(async () => {
    const { store } = await open();
    w = await world({ store, process: winsAtOnce });
    zhou = await w.manager('周敏');
    lei = await w.rep('李雷');
    await lei.says('商机 星河科技 ERP二期 30万 6月底 王总').sees('D-1');
    w.later(1);
  });

  afterEach(async () => {
    expect(w.incidents).toEqual([]);
    await w.close();
  });

  const deal = async () => {
    const found = await dealByNo(w.store.db, 1);
    if (!found) throw new Error('D-1 is gone');
    return found;
  };

  describe('undo', () => {
    test('undoing a follow-up removes its task, resets the deal’s deadlines and lists what was undone', async () => {
      const before = await deal();
      await lei.says('跟 星河科技 电话 价格偏高 下周三再约').sees('12月2日 周三');
      expect((await deal()).lastFollowUpAt).not.toBeNull();
      await lei.taps('撤销').sees('已撤销', '跟 星河科技 电话 价格偏高 下周三再约', 'D-1');
      const { lastFollowUpAt, stallAt } = await deal();
      expect({ lastFollowUpAt, stallAt }).toEqual({ lastFollowUpAt: null, stallAt: before.stallAt });
      await lei.says('星河科技').misses('价格偏高');
      await lei.says('今天').sees('今天没有待办');
    });

    test('undoing a move writes a new version, so a report of the time before still shows the move', async () => {
      await lei.says('跟 D-1 拜访 需求已确认');
      await lei.says('推 D-1').sees('需求确认');
      const moved = w.clock.now();
      w.clock.advance(60_000);
      await lei.says('撤').sees('已撤销', 'D-1 已恢复原样');
      expect((await deal()).stage).toBe('contact');
      const [then] = await pipelineAt(w.store.db, moved);
      const [now] = await pipelineAt(w.store.db, w.clock.now());
      expect([then?.stage, now?.stage]).toEqual(['qualify', 'contact']);
    });

    test('undoing a win or loss reopens the deal', async () => {
      await lei.says('输 D-1 价格').sees('输单');
      await lei.says('撤').sees('已撤销');
      expect(await deal()).toMatchObject({ status: 'open', lossReason: null, closedAt: null });
      await lei.says('赢 D-1').sees('赢单');
      await lei.says('撤').sees('已撤销');
      expect(await deal()).toMatchObject({ status: 'open', stage: 'contact', amount: 30_000_000 });
    });

    test('undoing a new lead removes its customer and contact too', async () => {
      await lei.says('线索 云帆物流 赵总 13800000009 想看ERP').sees('L-1');
      await lei.says('撤').sees('删除 L-1');
      await lei.says('L-1').sees('没有编号为 L-1 的记录');
      await lei.says('线索 云帆物流 赵总 13800000009').sees('L-2').misses('可能重复');
    });

    test('undoes one act at a time, the last one first', async () => {
      await lei.says('改 D-1 28万');
      await lei.says('改 D-1 26万');
      await lei.says('撤').sees('已撤销');
      expect((await deal()).amount).toBe(28_000_000);
      await lei.says('撤');
      expect((await deal()).amount).toBe(30_000_000);
      await lei.says('撤').sees('没有可撤销的操作');
    });

    test('is refused for an act already undone', async () => {
      await lei.says('改 D-1 28万');
      const call = lei.callOf('撤');
      await lei.calls(call).sees('已撤销');
      await lei.calls(call).sees('已经撤销过了');
      expect((await deal()).amount).toBe(30_000_000);
    });

    test('is refused after the minutes set in the process file', async () => {
      await lei.says('改 D-1 28万');
      const call = lei.callOf('撤');
      w.clock.advance(11 * 60_000);
      await lei.calls(call).sees('超过 10 分钟');
      await lei.says('撤').sees('没有可撤销的操作');
      expect((await deal()).amount).toBe(28_000_000);
    });

    test('is refused if somebody changed the record since', async () => {
      await lei.says('改 D-1 28万');
      const call = lei.callOf('撤');
      await zhou.says('改 D-1 26万').sees('26万');
      await lei.calls(call).sees('之后又有改动');
      expect((await deal()).amount).toBe(26_000_000);
    });

    test('is refused for the creation of a record that was changed since', async () => {
      await lei.says('商机 云帆物流 ERP 20万').sees('D-2');
      const call = lei.callOf('撤');
      await lei.says('改 D-2 22万').sees('22万');
      await lei.calls(call).sees('之后又有改动');
      await lei.says('D-2').sees('22万');
    });

    test('undoing a new customer removes its undone follow-ups too', async () => {
      await lei.says('线索 云帆物流 张总 想看ERP').sees('L-1');
      await lei.says('跟 云帆物流 张总 电话 报价太高').sees('云帆物流');
      await lei.says('撤').sees('已撤销');
      await lei.says('撤').sees('云帆物流', 'L-1');
      const { followUps, customers } = w.store.db.t;
      expect(await w.store.db.q.select().from(followUps)).toEqual([]);
      const left = await w.store.db.q.select().from(customers);
      expect(left.map(({ name }) => name)).toEqual(['星河科技']);
    });

    test('is refused for the creation of a record that other records refer to', async () => {
      await lei.says('线索 云帆物流 张总 想看ERP').sees('L-1');
      await w.store.tx(async (tx) => {
        const [found] = await customersStarting(tx, '云帆', 1);
        const given = {
          contact: null,
          phone: null,
          email: null,
          teamId: null,
          ownerId: null,
          remindAt: null,
        };
        const who = { customerId: found?.id ?? '', raisedBy: zhou.person.id, reason: '我先谈的' };
        await createDispute(tx, { ...given, ...who }, w.clock.now());
      });
      await lei.says('撤').sees('之后又有改动');
      await lei.says('云帆').sees('云帆物流');
      const admin = await w.admin('管理员');
      await admin.says('团队 华北').sees('华北');
      const north = await teamByName(w.store.db, '华北');
      await w.store.tx((tx) => updatePerson(tx, lei.person.id, { teamId: north?.id ?? null }));
      await admin.says('撤').sees('之后又有改动');
    });

    test('is refused for another person’s act', async () => {
      await lei.says('改 D-1 28万');
      await zhou.calls(lei.callOf('撤')).sees('李雷', '只有本人可以撤');
      expect((await deal()).amount).toBe(28_000_000);
    });

    test('undoing the earlier of two follow-ups keeps the time of the later one', async () => {
      await lei.says('跟 D-1 电话 第一次');
      const call = lei.callOf('撤');
      w.clock.advance(60_000);
      await lei.says('跟 D-1 电话 第二次');
      const { lastFollowUpAt } = await deal();
      await lei.calls(call).sees('已撤销');
      expect((await deal()).lastFollowUpAt).toEqual(lastFollowUpAt);
      await lei.says('星河科技').sees('第二次').misses('第一次');
    });
  });
});

test('what was recorded last about a customer is asked about, with its words, before it is undone', async () => {
  const own = await world();
  const lei = await own.rep('李雷');
  await lei.says('商机 海棠地产 智慧社区 80万');
  await lei.says('线索 玉衡制造 刘工');
  await lei.says('今天拜访了玉衡制造，聊得不错');
  await lei.says('今天拜访了海棠地产，签了意向');
  await lei.says('删掉玉衡那条').sees('要撤销玉衡制造的这条记录吗', '聊得不错').misses('已撤销', '签了意向');
  await lei.taps('撤销').sees('已撤销', '聊得不错');
  await lei.says('海棠地产').sees('签了意向');
  await lei.says('delete the one about Pluto').sees('没有找到').misses('已撤销');
  own.later(2);
  await lei.says('把海棠的那条删了').sees('签了意向').misses('已撤销');
  await lei.taps('撤销').sees('已撤销');
  expect(own.incidents).toEqual([]);
  await own.close();
});

test.each([
  ['zh', '查看 C-1'],
  ['en', 'View C-1'],
] as const)(
  'the button of what is as it was bears its number, and no word of the line: %s',
  async (locale, label) => {
    const own = await world({ locale });
    const lei = await own.rep('李雷');
    const zhou = await own.manager('周敏');
    await lei.calls({ command: 'deal', input: { customer: '星河科技', name: 'ERP' } });
    await zhou.calls({ command: 'assign', input: { record: 'D-1', to: zhou.person.id } });
    const undone = await zhou.calls({ command: 'undo', input: {} });
    const labels = undone.cards
      .map(withNamedRows)
      .flatMap(actionsOf)
      .map((one) => one.label);
    expect(labels).toContain(label);
    await own.close();
  },
);
