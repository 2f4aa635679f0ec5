import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;
let lei: Actor;
let mei: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  await lei.says('商机 云帆物流 仓储系统 50万').sees('D-1');
  await lei.says('商机 云帆物流 运费结算 12万').sees('D-2');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const followUps = async () => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.followUps)).filter(({ undone }) => !undone);
};
const deals = async () => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.deals)).sort((a, b) => a.no - b.no);
};

describe('a report about a customer with several deals', () => {
  test('is written at once on the deal that its words tell, and a tap moves it to another one', async () => {
    await lei
      .says('昨天拜访了云帆物流，仓储系统要重新评审')
      .sees('已记录 · 云帆物流', 'D-1', '[记到「运费结算」]');
    const [first, second] = await deals();
    expect((await followUps()).map(({ dealId }) => dealId)).toEqual([first?.id]);
    await lei.taps('记到「运费结算」').sees('D-2');
    expect((await followUps()).map(({ dealId }) => dealId)).toEqual([second?.id]);
    // The move is one act: taken back, the report stands where it stood before.
    await lei.says('撤').sees('已撤销');
    expect((await followUps()).map(({ dealId }) => dealId)).toEqual([first?.id]);
    await lei.says('撤').sees('已撤销');
    expect(await followUps()).toEqual([]);
  });

  test('is written on the customer if its words tell of none of them', async () => {
    await lei
      .says('昨天拜访了云帆物流，赵经理很满意')
      .sees('已记录 · 云帆物流', '[记到「运费结算」]', '[记到「仓储系统」]');
    expect((await followUps()).map(({ dealId }) => dealId)).toEqual([null]);
  });

  test('does the same where it is typed as a command', async () => {
    await lei
      .says('跟 云帆物流 电话 没人接')
      .sees('已记录 · 云帆物流', '[记到「运费结算」]', '[记到「仓储系统」]', '[撤销]');
    await lei.says('log 云帆 call 仓储的报价要改').sees('已记录 · 云帆物流', 'D-1').misses('记到「');
    const [first, second] = await deals();
    expect((await followUps()).map(({ dealId }) => dealId)).toEqual([null, first?.id]);
    await lei.says('跟 云帆物流 微信 约了明天再聊');
    await lei.taps('记到「运费结算」').sees('D-2');
    expect((await followUps()).map(({ dealId }) => dealId)).toEqual([null, first?.id, second?.id]);
  });

  test('names the customer by its deal alone', async () => {
    await lei.says('今天和赵经理对了一下仓储系统的需求，差不多清楚了').sees('已记录 · 云帆物流', 'D-1');
  });
});

describe('a deal named by its own name', () => {
  test('is lost, moved and won', async () => {
    await lei.says('输 运费结算 价格').sees('输单');
    await lei.says('跟 仓储系统 电话 王总 需求已确认').sees('D-1');
    await lei.says('推 云帆的仓储系统').sees('推进到');
    await lei.says('赢 仓储系统 48万').sees('赢单 48万');
  });

  test('opens its card', async () => {
    await lei.says('运费结算').sees('D-2');
  });

  test('is asked about if several deals are called so', async () => {
    await lei.says('商机 星河科技 仓储系统 9万').sees('D-3');
    await lei.says('输 仓储系统 价格').sees('[D-1', '[D-3');
    expect((await deals()).every(({ status }) => status === 'open')).toBe(true);
  });
});

describe('words left over in a typed order', () => {
  test('are asked about, and nothing is written meanwhile', async () => {
    await lei.says('推 D-1 随便什么').sees('「随便什么」指的是', '[备注：随便什么]', '[推 D-1]');
    await lei.says('赢 D-1 很多').sees('「很多」指的是', '[赢 D-1]');
    await lei.says('改 D-1 55万 很多').sees('「很多」指的是', '改 D-1 55万');
    await zhou.says('派 D-1 韩梅 加急').sees('「加急」指的是');
    expect((await deals()).map(({ status, amount, ownerId }) => [status, amount, ownerId])).toEqual([
      ['open', 50_000_000, lei.person.id],
      ['open', 12_000_000, lei.person.id],
    ]);
    expect(await followUps()).toEqual([]);
  });

  test('are none where they only say how a value is meant', async () => {
    await lei.says('跟 D-1 电话 需求已确认');
    await lei.says('推 D-1 到 需求确认').sees('需求确认');
    await zhou.says('派 D-1 给 韩梅').sees('转给韩梅');
    await zhou.says('派 D-2 给韩梅').sees('转给韩梅');
    await mei.says('改 D-1 金额 60万 谢谢').sees('60万');
  });

  test('create no team of an unknown word', async () => {
    const chen = await w.admin('陈晨');
    await chen.says('team add 韩梅 华东').sees('「华东」指的是');
    await chen.says('团队 添加 @韩梅').sees('添加');
    expect((await w.store.db.q.select().from(w.store.db.t.teams)).map(({ name }) => name)).toEqual(['华东']);
  });
});

describe('rights', () => {
  test('come before the question, and the refusal ends it', async () => {
    await mei.says('输 D-1').sees('没有权限', '李雷').misses('为什么输单');
    await mei.says('今天').misses('输单原因');
    await mei.says('改 D-1').sees('没有权限');
    await lei.says('输 D-1').sees('为什么输单');
  });
});

describe('an order in plain words', () => {
  test('becomes the command’s call', async () => {
    await lei.says('把仓储系统的金额改成55万').sees('50万', '55万');
    await lei.says('帮我把运费结算的预计成交日改到明年1月15日').sees('D-2', '1月15日');
    await lei.says('把云帆物流的金额改成60万').sees('[D-1', '[D-2');
    await lei.says('把运费结算标记为输单，价格原因').sees('输单');
    await zhou.says('把D-1转给韩梅').sees('转给韩梅');
  });

  test('in English too', async () => {
    await w.close();
    w = await world({ locale: 'en' });
    const amy = await w.rep('Amy Chen');
    const tom = await w.rep('Tom Baker');
    const linda = await w.manager('Linda Fox');
    await amy.says('deal "Bluebird Logistics" WMS 50k').sees('D-1');
    await amy.says('deal Bluebird Logistics Fleet app 12k').sees('D-2', 'Fleet app');
    await amy.says('change WMS amount to 55k').sees('55,000');
    await amy.says('change Bluebird amount to 60k').sees('WMS', 'Fleet app');
    await amy.says('set close date of the WMS to July 15').sees('Jul 15, 2027');
    await amy.says('mark the Fleet app as lost on price').sees('Price');
    await amy.says('undo').sees('Undone');
    await amy.says('lost Fleet app price').sees('Price');
    await linda.says('assign WMS to Tom Baker').sees('Tom Baker');
    await tom
      .says("lead O'Brien & Hartley-Jones Legal Jane Smith wants WMS")
      .sees("O'Brien & Hartley-Jones Legal", 'Jane Smith');
  });
});

test('a thought, a wish and a request write nothing', async () => {
  for (const line of [
    '假如云帆物流月底付款，我的指标就够了',
    '云帆物流赵经理的微信推我一下',
    '云帆物流要是能签下来就好了',
    '如果云帆物流下周能拍板，我们月底就可以签了',
  ])
    await lei.says(line).misses('已记');
  expect(await followUps()).toEqual([]);
});

test('a deal in its last open stage is won only after it was asked', async () => {
  await lei.says('商机 海棠地产 智慧社区 40万').sees('D-3');
  await w.store.tx(async ({ q, t }) => {
    await q.update(t.deals).set({ stage: 'negotiation' });
  });
  await lei.says('跟 智慧社区 电话 王总 条款谈妥');
  await lei.says('推 智慧社区').sees('要记为赢单吗', '[赢单]');
  expect((await deals()).map(({ status }) => status)).toEqual(['open', 'open', 'open']);
  await lei.taps('赢单').sees('赢单 40万');
});
