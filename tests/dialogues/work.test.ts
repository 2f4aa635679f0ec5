import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let alice: Actor;
let bob: Actor;

beforeEach(async () => {
  w = await world();
  alice = await w.rep('爱丽丝');
  bob = await w.rep('张三');
  await alice.says('商机 华为 ERP二期 30万 6月底 王总');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('a follow-up', () => {
  it('stores the words, the channel and the next step with its weekday', async () => {
    await alice
      .says('跟 华为 电话 王总 价格偏高 下周三再约')
      .sees(
        '已记录 · 华为',
        '跟 华为 电话 王总 价格偏高 下周三再约',
        '方式: 电话',
        '联系人: 王总',
        '12月2日 周三',
      );
  });

  it('offers dates if the line has none', async () => {
    await alice.says('跟 华为 微信 发了资料').sees('没有下一步');
    await alice.taps('下周').sees('T-1', '12月3日 周四');
  });

  it('uses a past date as the day it happened', async () => {
    await alice.says('跟 华为 拜访 昨天 见了王总').misses('下一步:');
    await alice.says('华为').sees('昨天 12:00', '拜访');
  });

  it('asks what happened if the line has no text, and reads the answer', async () => {
    await alice.says('跟 华为').sees('跟进了什么');
    await alice.says('电话 价格偏高 明天再约').sees('已记', '方式: 电话', '11月27日 周五');
  });

  it('finds a customer by the beginning of its name, and asks if several match', async () => {
    await alice.says('商机 蓝天科技 云服务 50万');
    await alice.says('跟 蓝天 电话 价格偏高').sees('已记录 · 蓝天科技');
    await alice.says('商机 蓝天运输 ERP 20万 新客户');
    await alice.says('跟 蓝天 电话 价格偏高').sees('蓝天科技', '蓝天运输');
    await alice.taps('蓝天运输').sees('已记录 · 蓝天运输');
    await alice.says('蓝').misses('蓝天科技');
  });

  it('completes the tasks that were due', async () => {
    await alice.says('约 华为 明天 讲方案').sees('T-1', '讲方案');
    w.nextDay();
    await alice.says('跟 华为 会议 讲了方案').sees('同时完成待办：T-1');
    await alice.says('今天').sees('今天没有待办');
  });

  it('leaves a due task open that the words do not tell of, and shows it as the next step', async () => {
    await alice.says('约 华为 明天 送合同');
    w.nextDay();
    await alice
      .says('跟 华为 电话 客户问了发票')
      .sees('送合同', '下一步')
      .misses('同时完成待办', '没有下一步');
    await alice.says('今天去华为把合同送了').sees('同时完成待办：T-1');
  });

  it('is kept on the customer at once if it has several deals, which a tap then chooses from', async () => {
    await alice.says('商机 华为 云服务 50万');
    await alice.says('跟 华为 电话 价格偏高 下周三').sees('已记录 · 华为', 'C-1', '记到「云服务」');
    await alice.taps('记到「云服务」').sees('已更正 · 华为', '价格偏高', 'D-2');
  });

  it('accepts the number of a choice as the answer', async () => {
    await alice.says('商机 华为 云服务 50万');
    await alice.says('推 华为').sees('有多条记录');
    await alice.says('1').sees('进入「需求确认」前请先补齐');
  });

  it('asks about a typo or pinyin in the customer’s name with buttons', async () => {
    await alice.says('跟 花为 电话 价格偏高').sees('「花为」是哪个客户？');
    await alice.taps('华为').sees('已记录 · 华为', '方式: 电话');
    await alice.says('跟 hw 电话').sees('「hw」是哪个客户？');
  });

  it('says how to create the customer if it is unknown', async () => {
    await alice.says('跟 不存在公司 电话').sees('没有找到客户「不存在公司」', '线索 不存在公司');
  });

  it('belongs to the record of the card it replies to', async () => {
    await alice.says('D-1');
    await alice.replies('电话 价格谈妥了 明天签').sees('已记录 · 华为', '方式: 电话', '11月27日 周五');
    await alice.says('D-1');
    await alice.replies('推').sees('推进到「需求确认」');
  });

  it('is several acts if it has several lines', async () => {
    await alice.says('商机 中兴 CRM 10万');
    await alice.says('跟 华为 电话 谈价格\n跟 中兴 拜访 看演示');
    expect(alice.last.cards.map((card) => card.title)).toEqual(['已记录 · 华为', '已记录 · 中兴']);
  });
});

describe('tasks', () => {
  it('are listed by value at risk, with overdue ones marked', async () => {
    await alice.says('商机 中兴 CRM 200万');
    await alice.says('约 华为 明天 送合同');
    await alice.says('约 中兴 明天 看演示');
    w.later(2);
    await alice.says('今天').sees(/T-2 中兴[\s\S]*T-1 华为/, '2 件待办，2 件逾期', '40万', '逾期');
  });

  it('of one customer are all on its card, and listed when they are asked for', async () => {
    await alice.says('商机 中兴 CRM 200万');
    await alice.says('约 华为 明天 送合同');
    await alice.says('约 华为 下周三 送样品');
    await alice.says('约 中兴 明天 看演示');
    await alice.says('华为').sees('送合同', '送样品').misses('看演示');
    await alice.says('华为有什么待办').sees('华为的待办', '2 件待办', '送合同', '送样品').misses('看演示');
    await alice.says('中兴的待办').sees('1 件待办', '看演示');
    await alice.says('约 华为 明天 第三件');
    await alice.says('约 华为 明天 第四件');
    await alice.says('约 华为 明天 第五件');
    await alice.says('华为').sees('还有 1 件');
  });

  it('are listed up to seven, with the number of the others', async () => {
    for (let n = 0; n < 9; n++) await alice.says(`约 华为 今天 第${n}件`);
    await alice.says('今天').sees('9 件待办', '还有 2 件');
  });

  it('can be completed, or postponed by a day or a week', async () => {
    await alice.says('约 华为 今天 送合同');
    await alice.says('今天');
    await alice.taps('+1天').sees('改到 11月27日 周五');
    await alice.taps('+1周').sees('改到 12月4日 周五');
    await alice.taps('完成').sees('完成：送合同');
    await alice.says('完成 T-1').sees('T-1 已经完成了');
  });

  it('cannot be postponed to the past, nor completed by other people', async () => {
    await alice.says('约 华为 今天 送合同');
    await alice.says('延 T-1 昨天').sees('已经过去了');
    await alice.says('取消');
    await bob.says('完成 T-1').sees('没有权限', '负责人爱丽丝');
  });

  it('ask for the date if it is missing', async () => {
    await alice.says('约 华为').sees('请补充：日期');
    await alice.says('下周三').sees('T-1', '12月2日 周三');
  });
});

describe('finding a record', () => {
  it('shows contacts, deals, the last three follow-ups and the risk', async () => {
    for (const note of ['一', '二', '三', '四']) await alice.says(`跟 华为 电话 说了${note}`);
    await alice.says('华为').sees('王总', 'D-1 ERP二期', '30万', '说了四', '无停滞').misses('说了一');
    w.later(20);
    await alice.says('查 华为').sees('停滞');
  });

  it('accepts the number of every kind of record, in upper or lower case', async () => {
    await alice.says('约 华为 明天 送合同');
    await alice.says('d1').sees('D-1 · 华为');
    await alice.says('C-1').sees('C-1 · 华为');
    await alice.says('t-1').sees('送合同');
    await alice.says('D-99').sees('没有编号为 D-99 的记录');
  });
});

describe('undo', () => {
  it('removes everything that the act created', async () => {
    await alice.says('商机 中兴 CRM 10万 赵总').sees('D-2');
    await alice.says('撤').sees('已撤销', '商机 中兴 CRM 10万 赵总', '删除 D-2', '删除 C-2');
    await alice.says('D-2').sees('没有编号为 D-2 的记录');
    await alice.says('跟 中兴 电话').sees('没有找到客户「中兴」');
  });

  it('restores the values before the change', async () => {
    await alice.says('改 华为 28万 7月底');
    await alice.says('撤').sees('D-1 已恢复原样');
    await alice.says('D-1').sees('30万', '6月30日');
    await alice.says('输 华为 价格');
    await alice.taps('撤销').sees('D-1 已恢复原样');
    await alice.says('D-1').sees('初步沟通 (2/6)');
  });

  it('undoing a follow-up removes its task and follow-up time', async () => {
    await alice.says('跟 华为 电话 明天再约');
    await alice.taps('撤销').sees('删除 T-1');
    await alice.says('华为').misses('电话:', 'T-1');
    await alice.says('D-1').misses('最近跟进');
  });

  it('undoing a conversion restores the lead', async () => {
    await alice.says('线索 中兴 赵总 想看CRM');
    await alice.says('推 L-1').sees('D-2');
    await alice.says('撤').sees('L-1 已恢复原样', '删除 D-2');
    await alice.says('L-1').sees('进行中');
  });

  it('undoing a merge separates the customers again', async () => {
    await alice.says('商机 华为技术公司 云 10万');
    await alice.says('商机 中兴 CRM 10万');
    await alice.says('合并 中兴 华为').sees('中兴 已并入 华为', 'D-1', '30万');
    await alice.says('中兴').sees('· 华为');
    await alice.says('撤').sees('已撤销');
    await alice.says('中兴').sees('· 中兴');
  });

  it('is refused after ten minutes, a second time, for other people, and after a later change', async () => {
    await alice.says('改 华为 28万');
    const tap = alice.callOf('撤');
    await bob.calls(tap).sees('没有权限', '爱丽丝');
    await alice.says('改 华为 27万');
    await alice.calls(tap).sees('之后又有改动，不能撤销：D-1');
    await alice.says('撤').sees('已撤销');
    await alice.calls(tap).sees('已撤销');
    await alice.calls(tap).sees('已经撤销过了');
    await alice.says('改 华为 26万');
    w.clock.advance(11 * 60_000);
    await alice.taps('撤销').sees('超过 10 分钟');
    await alice.says('撤').sees('没有可撤销的操作');
  });
});

it('follow-ups and tasks work in English as well', async () => {
  const en = await world({ locale: 'en' });
  const ann = await en.rep('Ann');
  await ann.says('deal Acme ERP 300k');
  await ann.says('plan Acme tomorrow send the contract').sees('Fri, Nov 27');
  await ann.says('snooze T-1 next Wed').sees('Rescheduled to Wed, Dec 2');
  await ann.says('done T-1').sees('Done: send the contract');
  await ann.says('undo').sees('Undone', 'T-1 restored');
  await ann.says('today').sees('Today');
  await ann.says('Acme').sees('C-1 · Acme', 'ERP');
  expect(en.incidents).toEqual([]);
  await en.close();
});
