import { describe, expect, it } from 'vitest';
import { tellsTaskDone } from '../../language/sentence/task-told.js';

const step = (title: string) => ({ title, isPlain: false, isDue: true });

describe('a task is done by words', () => {
  it.each([
    ['给海棠地产李总送合同', '合同送过去了', undefined],
    ['给海棠地产李总送合同', '下午去海棠把合同送了', 'visit'],
    ['给海棠地产李总送合同', '海棠的合同今天签了', undefined],
    ['下周把报价发给王总', '给王总发了报价', undefined],
    ['周五把样品寄给他们', '样品已经寄出去了', undefined],
    ['星河今天聊得不错,下周三再去一趟', '今天去星河见了王总', 'visit'],
    ['明天给赵经理打电话', '刚跟赵经理通了电话', 'call'],
    ['周五再联系一下', '今天微信问了下,还在走流程', 'wechat'],
    ['讲方案', '会议 讲了方案', 'meeting'],
    ['下周二上午去演示', '演示做完了,反馈不错', 'visit'],
    ['Send the contract to Bill at Ironwood Cycles', 'sent the contract to Bill today', 'email'],
    ['call Jane tomorrow', 'called Jane, she is fine', 'call'],
  ] as const)('%s ← %s', (title, told, channel) => {
    expect(tellsTaskDone(step(title), told, channel)).toBe(true);
  });

  it.each([
    ['给海棠地产李总送合同', '今天去海棠聊了聊门禁', 'visit'],
    ['给海棠地产李总送合同', '李总说合同下周再送', undefined],
    ['给海棠地产李总送合同', '答应李总下周把合同送过去', undefined],
    ['给海棠地产李总送合同', '李总问合同什么时候送', undefined],
    ['给海棠地产李总送合同', '合同还没送,李总在催', undefined],
    ['给海棠地产李总送合同', '今天李总说合同周五签', undefined],
    ['给海棠地产李总送合同', '合同他们法务看了两天', undefined],
    ['给海棠地产李总送合同', '今天把报价发给李总了', 'wechat'],
    ['下周把报价发给王总', '今天见了王总,他想看案例', 'visit'],
    ['周五去现场演示', '王总来电话改了个需求', 'call'],
    ['明天给赵经理打电话', '赵经理发来了需求书', 'email'],
    ['Send the contract to Bill at Ironwood Cycles', 'met Bill, he wants the contract next week', 'visit'],
    ['Send the contract to Bill at Ironwood Cycles', 'called Bill about the webshop', 'call'],
    ['call Jane about the invoice', 'called Jane about the demo', 'call'],
    ['chase Larkspur for payment', 'called them, talked about the new menu', 'call'],
    ['给王总打电话问发票', '给王总打了电话聊演示', 'call'],
  ] as const)('%s stays open: %s', (title, told, channel) => {
    expect(tellsTaskDone(step(title), told, channel)).toBe(false);
  });
});
