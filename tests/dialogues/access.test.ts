import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { viewsByOthers } from '../../store/customers/view-log.js';
import { findPlace } from '../../store/people/place-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { bindPlace, updateTeam } from '../support/change-rows.js';
import { processFile, winningAtOnce } from '../support/process-file.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let chen: Actor;
let zhou: Actor;
let lei: Actor;
let mei: Actor;
let nuo: Actor;
let pang: Actor;

async function open(access?: string): Promise<void> {
  const file = processFile((yaml) =>
    winningAtOnce(access ? yaml.replace(/access:\n(?: {2}.*\n)+/, `access:\n${access}`) : yaml),
  );
  w = await world({ processFile: file });
  chen = await w.admin('陈晨');
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  nuo = await w.rep('许诺', await w.team('华南'));
  pang = await w.viewer('庞观');
  await lei.says('商机 星河科技 ERP 30万 王总').sees('D-1');
}

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('access by the shipped rules', () => {
  beforeEach(async () => await open());

  test('a viewer reads the team’s records but cannot change them', async () => {
    await pang.says('星河科技').sees('D-1', '30万');
    await pang.says('周报').sees('周报 · 华东');
    await pang.says('跟 星河科技 电话').sees('没有权限');
    await pang.says('推 D-1').sees('没有权限');
    await pang.says('我叫 庞大').sees('庞大');
    await pang.says('静音 2小时').sees('静音');
    await pang.says('帮').misses('新建商机');
    await lei.says('派 D-1 @庞大').sees('没有权限');
    await zhou.says('角色 @韩梅 只读').sees('只读');
    await mei.says('推 D-1').sees('没有权限');
  });

  test('a deal of a former collaborator shows its customer to them and their manager, not to their team', async () => {
    const south = nuo.person.teamId ? await teamById(w.store.db, nuo.person.teamId) : undefined;
    if (!south) throw new Error('no team');
    const tang = await w.rep('唐宁', south);
    const yang = await w.manager('杨帆', south);
    await lei.says('协作 星河科技 @许诺').sees('协作人: 许诺');
    await nuo.says('商机 星河科技 CRM 20万').sees('D-2');
    await tang.says('星河科技').misses('D-1', '30万', '李雷');
    await lei.says('取消协作 星河科技 @许诺').sees('不再是');
    await nuo.says('C-1').sees('星河科技', 'D-2');
    await yang.says('C-1').sees('星河科技', 'D-2');
    await tang.says('C-1').sees('没有编号为 C-1 的记录');
    await tang.says('星河科技').misses('D-1', '李雷');
    await tang.says('跟 星河科技 电话 谈过').misses('已记');
    await chen.says('C-1').sees('星河科技', 'D-1', 'D-2');
    // A lead in a team's pool is there for the team to claim.
    await lei.says('线索 白鹭旅游 13911110001').sees('L-1');
    await w.release('L-1');
    await mei.says('公海').sees('白鹭旅游');
  });

  test('reps cannot open another team’s records unless they are collaborators on the customer', async () => {
    await nuo.says('星河科技').sees('没理解').misses('其他团队', '周敏');
    await nuo.says('D-1').sees('没有编号为 D-1 的记录');
    await lei.says('协作 星河科技 @许诺').sees('许诺已成为星河科技的协作人', '协作人: 许诺');
    await nuo.says('星河科技').sees('D-1', '30万', '协作人: 许诺');
    await nuo.says('跟 星河科技 电话 已约演示').sees('已记');
    await nuo.says('推 D-1').sees('需求确认');
    await nuo.says('输 D-1 价格').sees('没有权限');
    await nuo.says('派 D-1 @许诺').sees('没有权限');
    await lei.says('协作 星河科技 @许诺').sees('已经是星河科技的协作人');
    await nuo.says('协作 星河科技 @韩梅').sees('没有权限');
    await nuo.says('取消协作 星河科技 @许诺').sees('不再是');
    await nuo.says('星河科技').sees('没理解');
  });

  test('the manager of a parent team manages the teams below, and the parent team’s reports include them', async () => {
    const china = await w.store.tx((tx) =>
      createTeam(tx, { name: '中国区', timeZone: 'Asia/Shanghai' }, w.clock.now()),
    );
    const boss = await w.manager('方总', china);
    await boss.says('星河科技').sees('没理解');
    await chen.says('团队 华东 上级=中国区').sees('上级: 中国区');
    await chen.says('团队 华南 上级=中国区').sees('上级: 中国区');
    await chen.says('团队 中国区 上级=华东').sees('是中国区的下级');
    await chen.says('团队').sees('华东 ← 中国区');
    await boss.says('星河科技').sees('D-1', '30万');
    await boss.says('推 D-1，电话 需求已确认').sees('需求确认');
    await boss.says('派 D-1 @许诺').sees('转给许诺');
    await nuo.says('商机 云帆物流 ERP 8万').sees('D-2');
    await boss.says('漏斗').sees('中国区', '进行中商机 2 个，共 38万');
    await boss.says('漏斗 华南').sees('进行中商机 2 个，共 38万');
    await zhou.says('漏斗').sees('没有进行中的商机');
    await zhou.says('漏斗 中国区').sees('没有权限');
    await boss.says('排行 本周').sees('李雷', '许诺');
  });

  test('an answer that some members of a group may not see is sent privately', async () => {
    await zhou.in('东群').says('停滞');
    await w.store.tx(async (tx) => {
      const place = await findPlace(tx, 'sandbox', '东群');
      await bindPlace(tx, place?.id ?? '', w.east.id, []);
    });
    await nuo.says('商机 云帆物流 ERP 8万').sees('D-2');
    await chen.in('东群');
    expect((await chen.says('D-1')).quiet).toBe(true);
    expect((await chen.taps('发到群')).quiet).toBe(false);
    expect((await chen.says('D-2')).quiet).toBe(true);
    expect((await chen.taps('发到群').sees('没有发送')).quiet).toBe(true);
    expect((await chen.says('漏斗 华东')).quiet).toBe(false);
    expect((await chen.says('漏斗 华南')).quiet).toBe(true);
    expect((await chen.says('周报')).quiet).toBe(false);
  });

  test('「我的数据」 lists the colleagues who viewed the speaker’s records', async () => {
    await mei.says('D-1').sees('30万');
    await mei.says('D-1').sees('30万');
    await zhou.says('星河科技').sees('D-1');
    await lei.says('D-1').sees('30万');
    const looks = await viewsByOthers(w.store.db, lei.person.id, new Date(0), 10);
    expect(looks.map(({ personId, times }) => [personId, times])).toEqual([
      [zhou.person.id, 1],
      [mei.person.id, 2],
    ]);
    await lei.says('我的数据').sees('谁看过', '周敏', '韩梅', 'D-1', '2 次');
    await mei.says('我的数据').misses('谁看过');
  });
});

describe('access by stricter rules', () => {
  test('reps see only their own records, viewers see no amounts, and a team group gets neither', async () => {
    await open(
      '  viewer: { sees: team, amount: none, phone: none }\n  rep: { sees: self, amount: own, phone: own }\n  manager: { sees: below, amount: all, phone: all }\n',
    );
    await mei.says('星河科技').sees('没理解').misses('周敏');
    await lei.says('D-1').sees('30万');
    await lei.says('漏斗').sees('没有权限');
    await pang.says('D-1').sees('***').misses('30万');
    await pang.says('漏斗').sees('***').misses('30万');
    await zhou.says('漏斗').sees('30万');
    await lei.in('东群');
    const answer = await lei.says('D-1');
    expect(answer.quiet).toBe(true);
  });

  test('phones are masked in every list, in notes and in the words of follow-ups', async () => {
    await open(
      '  viewer: { sees: team, amount: none, phone: none }\n  rep: { sees: team, amount: own, phone: own }\n  manager: { sees: below, amount: all, phone: all }\n',
    );
    await lei.says('线索 云帆物流 李总 13812345678 想看ERP').sees('13812345678');
    await lei.says('跟 星河科技 电话 报价30万，改打13900001111');
    for (const who of [pang, mei]) {
      await who.says('云帆物流').misses('13812345678');
      await who.says('L-1').sees('***').misses('13812345678');
      await who.says('星河科技').sees('***').misses('30万', '13900001111');
      await who.says('停滞 华东').misses('30万');
      await who.says('周报 本周').misses('30万');
      await who.says('分布').misses('30万');
      await who.says('排行').misses('30万');
    }
    await lei.says('星河科技').sees('30万', '13900001111');
  });
});

test('no reading command reveals a hidden amount or phone in texts, tables, charts or buttons', async () => {
  await open(
    '  viewer: { sees: team, amount: none, phone: none }\n  rep: { sees: team, amount: own, phone: own }\n  manager: { sees: below, amount: all, phone: all }\n',
  );
  await lei.says('线索 云帆物流 李总 13812345678 想看ERP 77万').sees('77万');
  await lei.says('改 D-1 77万').sees('77万');
  await lei.says('商机 青禾食品 CRM 77万').sees('D-2');
  await zhou.says('赢 D-2').sees('赢单');
  w.later(30);
  const lines = registry.commands
    .filter((command) => command.reads)
    .flatMap((command) => command.examples.zh)
    .filter((line) => !/华为/.test(line));
  lines.push('D-1', 'D-2', 'L-1', '星河科技', '云帆物流', '停滞 华东', '查 青禾食品', '公海');
  for (const who of [pang, mei]) {
    for (const line of lines) {
      const told = JSON.stringify((await who.says(line)).cards);
      expect(told, `${who.id}: ${line}`).not.toMatch(/77万|77\.0万|770,000|770000|77000000|13812345678/);
    }
  }
  expect(lines.length).toBeGreaterThan(20);
});

test('setting an unknown parent team asks for a known one', async () => {
  await open();
  await chen.says('团队 华东 上级=火星').sees('没有「火星」这个团队');
  await w.store.tx((tx) => updateTeam(tx, w.east.id, { parentId: null }));
});
