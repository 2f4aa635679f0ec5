import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { latestProcessVersion } from '../../store/running/process-versions.js';
import { processFile } from '../support/process-file.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let chen: Actor;
let mei: Actor;
let lei: Actor;

const posts = async () => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.outbox)).map(({ card }) => JSON.stringify(card)).join('\n');
};
const yaml = async () => (await latestProcessVersion(w.store.db))?.yaml ?? '';
const tasks = async () => {
  const { q, t } = w.store.db;
  return (await q.select().from(t.tasks)).map(({ title, status }) => `${title} ${status}`);
};

beforeEach(async () => {
  w = await world({ processFile: processFile() });
  chen = await w.admin('陈晨');
  mei = await w.rep('韩梅');
  lei = await w.rep('李雷');
  for (const one of [chen, mei]) await one.says('帮');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('standard actions that name who does them', () => {
  beforeEach(async () => {
    await chen
      .says('规则 方案输出「出方案和报价」 韩梅 4天')
      .sees('方案输出「出方案和报价」由谁做', '当前: 不建待办', '修改后: 韩梅，进入阶段后 4 个工作日内');
    await chen.taps('生效').sees('已生效');
    await chen.says('规则 方案输出收集意见并修改 5个工作日').sees('商机负责人，进入阶段后 5 个工作日内');
    await chen.taps('生效').sees('已生效');
  });

  test('become tasks when a deal enters the stage, told to those who do them, and go with the stage', async () => {
    await lei.says('商机 星河科技 ERP 30万 王总').sees('D-1');
    await lei.says('跟 星河科技 电话 谈过一次').sees('已记');
    expect(await tasks()).toEqual([]);
    await lei.says('推 D-1 >方案输出').sees('方案输出', '出方案和报价（韩梅，', '收集意见并修改（李雷，');
    expect(await posts()).toContain('D-1 星河科技 进入「方案输出」，这一步由您完成');
    await lei.says('撤').sees('已撤销');
    expect(await tasks()).toEqual([]);
    await lei.says('推 D-1 >方案输出').sees('方案输出');
    await mei.says('今天').misses('没有权限');
    // Whoever did it ticks the standard action with the task.
    await mei.says('完成 T-3').sees('已完成');
    await lei.says('D-1').misses('出方案和报价').sees('收集意见并修改（李雷，');
    await mei.says('撤').sees('已撤销');
    await lei.says('D-1').sees('出方案和报价（韩梅，');
    // A log in which it is spoken of closes no task of a standard action.
    await lei.says('跟 星河科技 电话 收集意见并修改了方案').sees('已记');
    expect(await tasks()).toContain('收集意见并修改 open');
    await lei.says('推 D-1 >需求确认').sees('为什么从「方案输出」退回');
    await lei.says('客户要重新评估').sees('需求确认');
    expect((await tasks()).toSorted()).toEqual(['出方案和报价 dropped', '收集意见并修改 dropped']);
  });

  test('are dropped when the deal is lost, and come back with undo', async () => {
    await lei.says('商机 星河科技 ERP 30万 王总').sees('D-1');
    await lei.says('跟 星河科技 电话 谈过一次').sees('已记');
    await lei.says('推 D-1 >方案输出').sees('方案输出');
    await lei.says('输 D-1 价格').sees('输');
    expect(new Set((await tasks()).map((one) => one.split(' ')[1]))).toEqual(new Set(['dropped']));
    await lei.says('撤').sees('已撤销');
    expect(new Set((await tasks()).map((one) => one.split(' ')[1]))).toEqual(new Set(['open']));
  });

  test('are changed in chat by anybody who may, and refused with the reason', async () => {
    expect(await yaml()).toContain('task: { who: 韩梅, days: 4 }');
    await chen.says('规则 方案输出出方案和报价 小王 2天').sees('小王', '韩梅');
    await chen.says('规则 方案输出出方案和报价 主管').sees('例如', '3天');
    await chen.says('规则 方案输出出方案和报价 主管2天').sees('团队经理，进入阶段后 2 个工作日内');
    await chen.says('规则 交付服务与交付团队交接 韩梅 1天').sees('韩梅，进入阶段后 1 个工作日内');
    await chen.taps('生效').sees('已生效');
    await lei.says('商机 星河科技 ERP 30万 王总').sees('D-1');
    await lei.says('跟 D-1 电话 谈妥了').sees('已记');
    await lei.says('赢 D-1 30万').sees('赢');
    expect(await tasks()).toEqual(['与交付团队交接 open']);
    await chen.says('规则 方案输出出方案和报价 不建待办').sees('修改后: 不建待办');
    await chen.taps('生效').sees('已生效');
    expect(await yaml()).not.toContain('who: 韩梅, days: 4');
  });
});
