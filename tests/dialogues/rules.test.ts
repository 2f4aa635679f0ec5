import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testFolder } from '../support/databases.js';
import { type Actor, type World, world } from '../support/world.js';

const shipped = join(import.meta.dirname, '../../process.yaml');

let w: World;
let chen: Actor;
let zhou: Actor;
let lei: Actor;
let file: string;
let files = 0;

async function open(edit: (yaml: string) => string = (yaml) => yaml): Promise<void> {
  file = join(testFolder(), `process-${++files}.yaml`);
  copyFileSync(shipped, file);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  w = await world({ processFile: file });
  chen = await w.admin('陈晨');
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
}

const yaml = () => readFileSync(file, 'utf8');

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('the rules', () => {
  beforeEach(async () => await open());

  test('are shown as a card, to managers', async () => {
    await zhou.says('规则').sees('公海回收: 10 个工作日', '响应时限: 60 分钟', '谈判签约', '80%');
    await lei.says('规则').sees('没有权限');
  });

  test('a change is tried on the last quarter, made by a tap, and kept in the file with its comments', async () => {
    await lei.says('线索 星河科技 王总').sees('L-1');
    w.later(20);
    await lei.says('线索 云帆物流').sees('L-2');
    await zhou
      .says('规则 公海回收 5')
      .sees('现在: 10 个工作日', '改成: 5 个工作日', '2 条线索里会收回 1 条', '现在的规则 1 条');
    expect(yaml()).toContain('returnAfterDays: 10');
    await zhou.taps('生效').sees('公海回收：10 个工作日 → 5 个工作日，已生效');
    expect(yaml()).toContain('returnAfterDays: 5');
    expect(yaml()).toBe(readFileSync(shipped, 'utf8').replace('returnAfterDays: 10', 'returnAfterDays: 5'));
    await zhou.says('规则').sees('公海回收: 5 个工作日');
    await zhou.says('规则版本').sees('第 2 版', '周敏', '（现在）', '第 1 版', '改文件');
  });

  test('and taken back to the former version', async () => {
    await zhou.says('规则 响应时限 50').sees('超时');
    await zhou.taps('生效').sees('已生效');
    await zhou.taps('回退').sees('已回退到第 1 版');
    expect(yaml()).toBe(readFileSync(shipped, 'utf8'));
    await zhou.says('规则').sees('响应时限: 60 分钟');
  });

  test('of a stage, of a choice, and to none', async () => {
    await zhou.says('规则 谈判签约赢率 70').sees('80%', '70%');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('规则 分配方式 最少').sees('轮流', '最少');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('规则 公海回收 不收回').sees('不收回', '会收回 0 条');
    await zhou.taps('生效').sees('已生效');
    expect(yaml()).toMatch(/returnAfterDays: null/);
    expect(yaml()).toMatch(/strategy: "leastLoaded"/);
    await zhou.says('规则').sees('公海回收: 不收回', '分配方式: 最少', '70%');
  });

  test('what is no rule, no value, no change, or against the other rules is said, and nothing is written', async () => {
    await zhou.says('规则 天气 晴').sees('没有「天气 晴」这条规则', '规则 公海回收 15');
    await zhou.says('规则 公海回收 很久').sees('不能用作公海回收');
    await zhou.says('规则 公海回收 10').sees('已经是 10 个工作日');
    await zhou.says('规则 回收提醒 30').sees('流程文件就不对了');
    expect(yaml()).toBe(readFileSync(shipped, 'utf8'));
  });

  test('proposed on rules that have changed meanwhile are refused', async () => {
    await zhou.says('规则 公海回收 5').sees('改成');
    const old = zhou.callOf('生效');
    await chen.says('规则 响应时限 50').sees('改成');
    await chen.taps('生效').sees('已生效');
    await zhou.calls(old).sees('规则在这期间变过了');
  });

  test('edited by hand are followed as before', async () => {
    await zhou.says('规则 公海回收 5').sees('改成');
    await zhou.taps('生效').sees('已生效');
    writeFileSync(file, yaml().replace('respondWithinMinutes: 60', 'respondWithinMinutes: 55 '));
    await zhou.says('规则');
    await zhou.says('规则').sees('响应时限: 55 分钟', '公海回收: 5 个工作日');
  });
});

test('where the file asks for a second person, who proposes does not decide', async () => {
  await open((text) => text.replace('secondPerson: false', 'secondPerson: true'));
  await zhou.says('规则 公海回收 5').sees('另一位');
  const apply = zhou.callOf('生效');
  await zhou.taps('生效').sees('没有权限');
  await lei.calls(apply).sees('没有权限');
  await chen.calls(apply).sees('已生效');
  expect(yaml()).toContain('returnAfterDays: 5');
});

describe('the dry run of a rule about customers', () => {
  beforeEach(async () => await open());

  test('counts who was silent for longer without an open deal, by grade, and who was won later', async () => {
    for (const name of ['星河科技', '云帆物流', '青禾食品', '蓝鲸制造'])
      await lei.says(`商机 ${name} 10万`).sees('D-');
    for (const no of [1, 2, 3]) await lei.says(`输 D-${no} 价格`);
    await lei.says('客户 青禾食品 A级').sees('A级');
    w.later(7);
    await lei.says('跟 C-2 电话 还在看').sees('已记');
    // Thursday to Thursday a fortnight later: 星河科技 and 青禾食品 silent for 10 workdays, 云帆物流 for 5 and 5.
    w.later(7);
    await lei.says('商机 星河科技 20万').sees('D-5');
    await lei.says('赢 D-5 20万');
    await zhou.says('规则 客户回收 8').sees('4 个客户里会收回 2 个（现在的规则 0 个），其中 1 个后来赢了');
    await zhou.taps('生效').sees('已生效');
    await zhou.says('规则 A级回收 20').sees('4 个客户里会收回 1 个（现在的规则 2 个），其中 1 个后来赢了');
    await zhou.says('规则 客户回收 4').sees('4 个客户里会收回 3 个（现在的规则 2 个）');
    await zhou.says('规则 优先认领 30').sees('对过去没有影响');
  });

  test('and of leads by their source', async () => {
    await lei.says('线索 星河科技 #展会').sees('L-1');
    await lei.says('线索 云帆物流 #官网').sees('L-2');
    w.later(12);
    await zhou.says('规则 展会线索回收 5').sees('2 条线索里会收回 1 条（现在的规则 0 条）');
  });
});
