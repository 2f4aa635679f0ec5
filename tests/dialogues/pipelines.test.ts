import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { processFile, withList } from '../support/process-file.js';
import { type Actor, type World, world } from '../support/world.js';

const renewal = `
pipelines:
  - key: renewal
    name: { zh: 续约, en: Renewal }
    teams: [华南]
    products: [维保]
    stages:
      - { key: due, name: { zh: 到期提醒, en: Due }, probability: 60, stallDays: 5 }
      - { key: talk, name: { zh: 续约沟通, en: Talk }, probability: 70, required: [contact] }
      - { key: terms, name: { zh: 谈判签约, en: Terms }, probability: 90, gate: { role: manager } }
      - { key: renewed, name: { zh: 已续约, en: Renewed }, won: true, required: [amount] }
`;

let w: World;
let zhou: Actor;
let lei: Actor;
let nuo: Actor;
let file: string;

beforeEach(async () => {
  file = processFile((yaml) => withList(yaml, 'pipelines', renewal));
  w = await world({ processFile: file });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  nuo = await w.rep('许诺', await w.team('华南'));
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const stage = async (no = 1) => (await dealByNo(w.store.db, no))?.stage;

describe('a deal with two pipelines', () => {
  test('starts in the pipeline of its product, otherwise of its team', async () => {
    await lei.says('商机 星河科技 ERP二期 30万').sees('主管道 · 初步沟通 (2/6)');
    await lei.says('商机 云帆物流 年度维保 8万').sees('续约 · 续约沟通 (2/4)');
    await nuo.says('商机 青禾食品 ERP 10万').sees('续约 · 续约沟通 (2/4)');
  });

  test('moves within the stages of its own pipeline, even if both have a stage of that name', async () => {
    await lei.says('商机 云帆物流 年度维保 8万 王总').sees('D-1');
    await lei.says('>谈判签约 D-1').sees('进入「谈判签约」需周敏审批');
    await zhou.says('推 D-1').sees('谈判签约 (3/4)');
    expect(await stage()).toBe('terms');
    await lei.says('>方案 D-1').sees('D-1 在「续约」里', '到期提醒 → 续约沟通 → 谈判签约 → 已续约');
    await lei.says('推 D-1').sees('下一阶段「已续约」');
    await lei.taps('赢单').sees('赢单 8万');
    expect(await stage()).toBe('renewed');
  });

  test('is won in the last stage of its own pipeline', async () => {
    await lei.says('商机 云帆物流 年度维保 王总').sees('D-1');
    await zhou.says('赢 D-1 8万').sees('赢单 8万');
    expect(await stage()).toBe('renewed');
  });

  test('can be switched to another pipeline, and undo switches it back', async () => {
    await lei.says('商机 云帆物流 年度维保 8万 王总').sees('D-1');
    await lei.says('管道 D-1 主管道').sees('从「续约」换到「主管道」，当前阶段「初步沟通」');
    await lei.says('管道 D-1 主管道').sees('已经在「主管道」里');
    await lei.says('管道 D-1 火星').sees('没有「火星」这个管道', '续约');
    await lei.says('撤').sees('要撤销', '换管道');
    await lei.taps('撤销').sees('已撤销', '换管道');
    expect(await stage()).toBe('talk');
  });
});

describe('reports on two pipelines', () => {
  beforeEach(async () => {
    await lei.says('商机 星河科技 ERP二期 30万').sees('D-1');
    await lei.says('商机 云帆物流 年度维保 8万 王总').sees('D-2');
  });

  test('count every deal and keep the stages apart', async () => {
    await zhou
      .says('周报 本周')
      .sees('主管道', '初步沟通 | 1 | 30万', '续约\n', '续约沟通 | 1 | 8万')
      .misses('谈判签约 | 1');
  });

  test('show the funnel of one pipeline', async () => {
    await zhou.says('漏斗').sees('主管道', '进行中商机 2 个，共 38万').misses('到期提醒');
    await zhou.taps('续约').sees('续约沟通 | 1 | 8万 | 1').misses('方案输出');
    await zhou.says('漏斗 续约 本月').sees('续约沟通 | 1 | 8万 | 1');
    await zhou.says('漏斗 火星').sees('没有「火星」这个团队');
  });

  test('show the rules of both pipelines', async () => {
    await zhou.says('规则').sees('主管道', '续约', '到期提醒 | 60% | 5 个工作日', '团队经理审批');
  });
});

describe('removing a stage', () => {
  const edit = async (from: string, to: string) => {
    writeFileSync(file, readFileSync(file, 'utf8').split(from).join(to));
    await w.looksAtFile();
  };

  test('is refused while deals are in the stage, and says what to write', async () => {
    await lei.says('商机 云帆物流 年度维保 8万').sees('D-1');
    await edit('{ key: talk,', '{ key: call,');
    await lei.says('D-1').sees('续约沟通');
    expect(String(w.incidents.splice(0)[0])).toContain(
      '1 deal is still in "talk"; add was: [talk] to the stage that replaces it',
    );
    await lei.says('D-1').sees('续约沟通 (2/4)');
  });

  test('moves the deals to the stage that replaces it', async () => {
    await lei.says('商机 云帆物流 年度维保 8万').sees('D-1');
    await edit(
      '{ key: talk, name: { zh: 续约沟通, en: Talk },',
      '{ key: call, name: { zh: 电话续约, en: Call }, was: [talk],',
    );
    expect(await w.reclock()).toBe(1);
    expect(await stage()).toBe('call');
    await lei.says('D-1').sees('电话续约 (2/4)');
    await zhou.says('漏斗 续约').sees('电话续约 | 1 | 8万 | 1');
  });
});
