import { describe, expect, test } from 'vitest';
import { readTasksOrder } from '../../language/correction/tasks-order.js';
import { asksForApprovals } from '../../language/order/approved.js';
import { leaveSaid } from '../../language/order/leave-wish.js';
import { ordersIn } from '../../language/order/orders-in-row.js';
import { nothingKnown, questionIn } from '../../language/question/read-question.js';
import { recordAskedWhy } from '../../language/question/why-asked.js';

const at = { today: '2026-11-26', locale: 'zh' as const };

describe('several orders in one line', () => {
  test.each([
    ['把D-3推进到报价，再提醒我周五打电话给王总', ['把D-3推进到报价', '提醒我周五打电话给王总']],
    ['云帆明天改后天，九州的取消', ['云帆明天改后天', '九州的取消']],
    ['完成T-1，取消T-2，T-3改到周五', ['完成T-1', '取消T-2', 'T-3改到周五']],
    ['把D-3推进到报价，金额改成30万', ['把D-3推进到报价', '把D-3的金额改成30万']],
    ['给星河建个商机20万，再推进到谈判', ['给星河建个商机20万', '把星河的推进到谈判']],
    ['星河和云帆都推进到报价', ['把星河推进到报价', '把云帆推进到报价']],
    ['今天拜访了星河，再把D-2推进到谈判', ['今天拜访了星河', '把D-2推进到谈判']],
  ])('%s', (line, orders) => {
    expect(ordersIn(line)).toEqual(orders);
  });

  test.each([
    '提醒我周五打电话给王总，把合同带上',
    '提醒我周五打给王总，再把D-3的合同推进一下',
    '今天拜访了云帆，把方案推到下周',
    '预算改到明年，项目取消了',
    '取消明天跟王总的会，改到周五',
    '星河和云帆都推进到报价了',
    '王总说把合同改成三年，把付款改到月底',
    '星河和云帆都见了',
  ])('%s is one', (line) => {
    expect(ordersIn(line)).toEqual([line]);
  });
});

describe('one order over several tasks', () => {
  const numbers = (...all: string[]) => ({ which: 'numbers', numbers: all });
  test.each([
    ['完成T-5和T-12', { meant: numbers('T-5', 'T-12'), what: 'done' }],
    ['T-1到T-3都推到下周一', { meant: numbers('T-1', 'T-2', 'T-3'), what: 'move', to: '2026-11-30' }],
    ['cancel T-5, T-6', { meant: numbers('T-5', 'T-6'), what: 'drop' }],
    ['逾期的都推到明天', { meant: { which: 'late' }, what: 'move', to: '2026-11-27' }],
    ['把所有逾期的都推迟三天', { meant: { which: 'late' }, what: 'move', shift: 3 }],
    ['今天的待办都完成了', { meant: { which: 'day', day: '2026-11-26' }, what: 'done' }],
    ['海棠的待办都取消', { meant: { which: 'about', about: '海棠' }, what: 'drop' }],
    ['王总那个和云帆那个都完成了', { meant: { which: 'each', each: ['王总', '云帆'] }, what: 'done' }],
    ['都做完了', { meant: { which: 'due' }, what: 'done' }],
  ])('%s', (line, order) => {
    expect(readTasksOrder(line, at)).toEqual(order);
  });

  test.each([
    '把T-5推到明天',
    'T-5和T-12是什么',
    '李总说T-5和T-6都取消',
    '今天的会都取消了',
    '逾期回款都推到明天',
    '星河的款都付完了',
    '今天的客户都跑完了',
  ])('%s is none', (line) => {
    expect(readTasksOrder(line, at)).toBeUndefined();
  });
});

test('reads who is on leave and who stands in', () => {
  const people = ['李雷', '韩梅'];
  expect(leaveSaid('李雷周五请假，让韩梅顶一下', at, people)).toMatchObject({ who: '李雷', deputy: '韩梅' });
  expect(leaveSaid('我周五休假，活让韩梅盯着', at, people)).toMatchObject({ days: '周五', deputy: '韩梅' });
  expect(leaveSaid('李雷周五请假了吗', at, people)).toBeUndefined();
  expect(leaveSaid('让韩梅顶一下', at, people)).toBeUndefined();
});

test('reads questions for those who have not done something', () => {
  const read = (line: string) => questionIn(line, nothingKnown);
  expect(read('谁今天没记')).toMatchObject({ measure: 'followUps', period: 'today', none: true });
  expect(read('谁这周还没跑客户')).toMatchObject({ measure: 'visits', period: 'thisWeek', none: true });
  expect(read("who hasn't visited anyone this week")).toMatchObject({ measure: 'visits', none: true });
  for (const other of ['谁没完成目标', '谁还没跟进海棠', '谁没来']) expect(read(other)?.none).toBeUndefined();
});

test('tells what asks for approvals and why a record does not move', () => {
  for (const line of ['有啥要我批的', '待审批', 'pending approvals'])
    expect(asksForApprovals(line), line).toBe(true);
  for (const line of ['同意', '等审批', '王总要批', '审批过了吗'])
    expect(asksForApprovals(line), line).toBe(false);
  expect(recordAskedWhy('为啥D-12不动了')).toBe('D-12');
  expect(recordAskedWhy('云帆怎么没进展')).toBe('云帆');
  expect(recordAskedWhy('为什么')).toBeUndefined();
});
