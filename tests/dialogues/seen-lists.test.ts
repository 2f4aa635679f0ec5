import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLearntName } from '../../store/unit/rows/learnt-name-rows.js';
import { updateTeam } from '../support/change-rows.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

/** Lists and sums hold only what their readers may see. */

let w: World;
let chen: Actor;
let zhou: Actor;
let lei: Actor;
let mei: Actor;
let nuo: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  chen = await w.admin('陈晨');
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  nuo = await w.rep('许诺', await w.team('华南'));
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** A customer that went to 华南 with one of its two deals. */
async function divided(): Promise<void> {
  await lei.says('商机 星河科技 ERP 30万 王总').sees('D-1');
  await lei.says('商机 星河科技 CRM 20万').sees('D-2');
  await lei.says('跟 D-1 电话 底价是九折 下周三再约').sees('已记');
  await lei.says('跟 D-2 电话 想看演示').sees('已记');
  await chen.says('派 D-2 许诺').sees('许诺');
}

test('a customer’s card lists no follow-ups and tasks of deals that its reader may not see', async () => {
  await divided();
  await nuo.says('星河科技').sees('D-2', '想看演示').misses('D-1', '底价', '再约');
  await nuo.says('最近一次跟 星河科技 聊了什么？').misses('底价');
  await lei.says('星河科技').sees('底价', '再约');
});

test('a group reads no card that lists what somebody there may not see', async () => {
  await lei.says('商机 星河科技 ERP 30万 王总').sees('D-1');
  await lei.says('商机 星河科技 CRM 20万').sees('D-2');
  await zhou.in('东群').says('绑群 华东');
  await chen.in('东群').says('星河科技').sees('D-1');
  expect((await chen.taps('发到群')).quiet).toBe(false);
  // The customer stays with 李雷, who has D-2.
  await chen.in('东群').says('派 D-1 许诺').sees('许诺');
  await chen.in('东群').says('星河科技').sees('负责人: 李雷', 'D-1');
  expect((await chen.taps('发到群')).quiet).toBe(true);
  await mei.in('东群').says('星河科技').sees('D-2').misses('D-1');
  expect((await mei.taps('发到群')).quiet).toBe(false);
});

test('learnt names of customers that went to another team are neither listed nor forgotten', async () => {
  await lei.says('商机 星河科技 ERP 30万 王总');
  await lei.says('商机 云帆物流 CRM 20万');
  await w.store.tx(async (tx) => {
    const customers = await tx.q.select().from(tx.t.customers);
    for (const { id, name } of customers) {
      const words = name === '星河科技' ? '老海' : '帆哥';
      const facts = { teamId: w.east.id, words, customerId: id, contactId: null, personId: lei.person.id };
      await createLearntName(tx, facts, w.clock.now());
    }
  });
  await mei.says('学到的').sees('老海', '星河科技', '帆哥');
  // A name of the list is no order to forget it.
  await mei.says('老海').misses('已忘').sees('是要「忘掉 老海」吗');
  await mei.says('学到的');
  await mei
    .says('忘掉 帆哥')
    .sees('帆哥', '已忘')
    .misses(/[0-9A-Z]{20,}/);
  await mei.says('撤').sees('已撤销');
  await chen.says('派 D-1 许诺');
  await mei.says('学到的').sees('帆哥').misses('老海', '星河科技');
  await mei.calls({ command: 'forget', input: { name: '老海' } }).misses('已忘');
  await mei.calls({ command: 'forget', input: { name: '帆哥' } }).sees('帆哥');
});

test('a report of targets names and sums only people whom its reader may see', async () => {
  const china = await w.team('中国区');
  await w.store.tx((tx) => updateTeam(tx, w.east.id, { parentId: china.id }));
  const boss = await w.manager('方总', china);
  const fang = await w.rep('方明', china);
  await lei.says('商机 星河科技 ERP 31万');
  await lei.says('赢 D-1').sees('赢单');
  await chen.says('目标 李雷 本月 47万').sees('47万');
  await boss.says('目标 中国区').sees('李雷', '31万', '47万');
  await fang.says('目标 中国区').misses('李雷', '31万', '47万', '华东');
  await boss.says('建议目标 中国区').sees('李雷');
  await boss.in('区群').says('绑群 中国区');
  const whole = await boss.in('区群').says('目标 中国区').sees('47万');
  expect(whole.quiet).toBe(true);
  const funnel = await boss.in('区群').says('漏斗');
  expect(funnel.quiet).toBe(true);
  await zhou.in('东群').says('绑群 华东');
  expect((await zhou.in('东群').says('目标 华东')).quiet).toBe(false);
});
