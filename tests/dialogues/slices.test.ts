import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chartsOf } from '../../kernel/card/card.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { dealByNo } from '../../store/deals/deal-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { bindPlace, changeCustomer } from '../support/change-rows.js';
import { processFile, winningAtOnce, withList } from '../support/process-file.js';
import { type Actor, printed, type World, world } from '../support/world.js';

const fields = `fields:
  - { key: budget, name: { zh: 预算, en: Budget }, type: money }
  - { key: line, name: { zh: 行业线, en: Line }, type: choice, choices: [{ key: gov, name: { zh: 政府, en: Government } }, { key: edu, name: { zh: 教育, en: Education } }] }
`;

let w: World;
let lei: Actor;
let mei: Actor;
let zhou: Actor;
let chen: Actor;

async function open(access?: string): Promise<void> {
  w = await world({
    processFile: processFile((yaml) => {
      const own = withList(winningAtOnce(yaml), 'fields', fields);
      return access ? own.replace(/access:\n(?: {2}.*\n)+/, `access:\n${access}`) : own;
    }),
  });
  chen = await w.admin('陈晨');
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  await lei.says('商机 星河科技 ERP 30万 王总 预算=50万 行业线=教育').sees('D-1');
  await lei.says('商机 云帆物流 CRM 10万').sees('D-2');
  await mei.says('商机 青禾食品 ERP 20万 行业线=政府').sees('D-3');
  await mei.says('商机 北辰电气 ERP 5万').sees('D-4');
  await about(1, { industry: '制造', region: '华东区' });
  await about(2, { industry: '物流' });
  await about(3, { industry: '制造', grade: 'A' });
}

async function about(no: number, facts: { industry?: string; region?: string; grade?: string }) {
  const deal = await dealByNo(w.store.db, no);
  await w.store.tx(async (tx) => {
    const customer = await customerById(tx, deal?.customerId ?? '');
    if (customer) await changeCustomer(tx, customer, facts);
  });
}

beforeEach(async () => await open());
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const charts = (actor: Actor) => actor.last.cards.flatMap(chartsOf);

describe('a custom report', () => {
  test('shows how the line was read, a table and a chart for one field', async () => {
    await lei
      .says('报表 金额 按 行业')
      .sees(
        '统计口径：金额 · 行业 · 进行中',
        '金额合计 65万，4 个商机；最多的是「制造」，50万，占 77%。',
        '制造 | 2 | 50万',
        '物流 | 1 | 10万',
        '未填 | 1 | 5万',
        '合计 | 4 | 65万',
      );
    expect(charts(lei)).toEqual([
      {
        kind: 'bars',
        title: '金额 · 行业',
        labels: ['制造', '物流', '未填'],
        series: [{ name: '金额', values: [50_000_000, 10_000_000, 5_000_000] }],
        unit: 'money',
        currency: 'CNY',
      },
    ]);
  });

  test('shows a cross table for two fields, with a period and filters', async () => {
    await lei
      .says('报表 金额 按 行业,负责人 本季 >8万')
      .sees(
        '统计口径：金额 · 行业 × 负责人 · 2026年第4季度新建 · 金额 > 8万',
        '行业 × 负责人 | 李雷 | 韩梅 | 合计',
        '制造 | 30万 | 20万 | 50万',
        '物流 | 10万 |  | 10万',
        '合计 | 40万 | 20万 | 60万',
      );
    expect(charts(lei)[0]?.series.map(({ name }) => name)).toEqual(['李雷', '韩梅']);
    await lei.says('报表 数量 按 行业 > 8万 <25万').sees('金额 > 8万 · 金额 < 25万', '数量合计 2 个');
    await lei.says('报表 按 产品、阶段 行业=制造').sees('行业 = 制造', 'ERP');
  });

  test('shows won amount, win rate, average size and days to close of closed deals', async () => {
    w.later(4);
    await lei.says('赢 D-1 25万').sees('赢单');
    await lei.says('输 D-2 价格').sees('输单');
    await lei.says('报表 赢单金额 按 产品').sees('2026年第4季度结束', 'ERP | 1 | 25万');
    await lei.says('报表 赢率 按 负责人').sees('李雷 | 1 | 1 | 50%', '总赢率 50%');
    await lei.says('报表 成交天数 按 产品 本月').sees('ERP | 1 | 4 天');
    await lei.says('报表 平均单额 按 产品 全部').sees('全部时间结束', 'ERP | 1 | 25万');
    await lei.says('报表 输单 按 输单原因').sees('价格 | 1');
    await lei.says('报表 加权 按 阶段').sees('加权合计 5万', '2 个商机');
    await lei.says('报表 数量 按 状态').sees('全部', '进行中 | 2', '赢单 | 1', '输单 | 1');
    await lei.says('报表 数量 按 月份').sees('2026-11 | 4');
    await lei.says('报表 金额 按 产品 上月').sees('没有符合条件的商机');
  });

  test('groups by custom fields, tags, source, grade and team', async () => {
    await lei.says('报表 金额 按 行业线').sees('政府 | 1 | 20万', '教育 | 1 | 30万', '未填 | 2');
    await lei.says('报表 数量 按 负责人 预算>40万').sees('预算 > 40万', '李雷 | 1');
    await lei.says('报表 数量 按 负责人 行业线=教育').sees('李雷 | 1', '合计 | 1');
    await lei.says('报表 数量 按 等级').sees('A | 1', '未填 | 3');
    await lei.says('线索 松石软件 13812345678 #官网 #大客户 想看CRM').sees('L-1');
    await lei.says('推 L-1').sees('D-5');
    await lei.says('报表 数量 按 来源 华东').sees('报表 · 数量 · 华东', '官网 | 1', '未填 | 4');
    await lei.says('报表 数量 按 团队 负责人=我').sees('华东 | 3');
    await lei.says('报表 数量 按 标签').sees('未填');
  });

  test('uses the owner, stage, amount and outcome of a past moment if asked as of that moment', async () => {
    w.nextDay();
    const then = w.today;
    w.nextDay();
    await lei.says('改 D-1 90万');
    await lei.says('输 D-2 价格');
    await zhou.says('派 D-3 @李雷');
    await lei.says('报表 金额 按 负责人').sees('李雷 | 2 | 110万', '韩梅 | 1 | 5万');
    await lei
      .says(`报表 金额 按 负责人 @${then}`)
      .sees('李雷 | 2 | 40万', '韩梅 | 2 | 25万', '截至', '没有历史');
  });

  test('is answered with the known words if it contains an unknown word', async () => {
    await lei.says('报表 金额 按 天气').sees('不能按「天气」统计', '负责人、团队、阶段', '行业线');
    await lei.says('报表 金额').sees('请写明按什么统计', '产品、来源');
    await lei.says('报表 温度 按 产品').sees('没看懂「温度」', '金额、数量', '赢率');
    await lei.says('报表 金额 按 产品,行业,阶段').sees('最多按两项统计');
    await lei.says('报表 金额 数量 按 产品').sees('一次只能看一项');
    await lei.says('报表 金额 按 产品 阶段=火星').sees('阶段没有「火星」', '需求确认');
    await lei.says('报表 金额 按 产品 负责人=谁').sees('负责人没有「谁」', '李雷');
    await lei.says('报表 金额 按 产品 >很多').sees('「很多」不是金额');
    await lei.says('报表 金额 按 产品 行业>3万').sees('「行业」不能比较大小', '金额、预算');
    await lei.says('报表 金额 按 产品 天气=晴').sees('不能按「天气」统计');
  });

  test('shows the first rows and columns of a large table and counts the rest', async () => {
    for (let n = 1; n <= 14; n++) await lei.says(`商机 客户${n}号 "产品${n}" ${n}万`).sees(`D-${n + 4}`);
    await lei.says('报表 金额 按 产品').sees('还有 4 行未显示');
    expect(charts(lei)[0]?.labels).toHaveLength(12);
    await zhou.says('报表 金额 按 负责人,产品').sees('还有 11 列未显示');
    expect(charts(zhou)[0]?.series).toHaveLength(5);
  });
});

describe('permissions of a custom report', () => {
  test('another team’s report is refused, and teams below are hidden from a rep', async () => {
    const china = await w.store.tx((tx) =>
      createTeam(tx, { name: '中国区', timeZone: 'Asia/Shanghai' }, w.clock.now()),
    );
    const boss = await w.manager('方总', china);
    const near = await w.rep('近水', china);
    await chen.says('团队 华东 上级=中国区').sees('上级: 中国区');
    await lei.says('报表 金额 按 产品 中国区').sees('没有权限');
    await boss.says('报表 金额 按 负责人').sees('李雷 | 2 | 40万');
    await near.says('报表 金额 按 负责人').sees('没有符合条件').misses('李雷', '韩梅');
    await near.says('报表 金额 按 产品 负责人=李雷').sees('没有符合条件');
    await near.says('报表 导出 金额 按 产品').sees('没有权限');
  });

  test('hidden amounts are not shown, filtered by or sorted by', async () => {
    await w.close();
    await open(
      '  viewer: { sees: team, amount: none, phone: none }\n  rep: { sees: team, amount: own, phone: own }\n  manager: { sees: below, amount: all, phone: all }\n',
    );
    await lei.says('报表 金额 按 行业').sees('制造 | 2 | ***').misses('50万', '65万', '占');
    expect(charts(lei)[0]).toMatchObject({ unit: 'count', series: [{ name: '商机', values: [2, 1, 1] }] });
    await lei.says('报表 数量 按 行业 >10万').sees('无权查看金额');
    await lei.says('报表 数量 按 行业 预算=50万').sees('无权查看金额');
    await lei.says('报表 数量 按 预算').sees('***');
    await lei.says('报表 金额 按 行业,负责人').sees('制造 | *** | *** | ***');
    await lei.says('来源 产品').misses('万');
    await zhou.says('报表 金额 按 行业 >10万').sees('制造 | 2 | 50万');
    expect((await zhou.in('东群').says('报表 金额 按 行业 >10万')).quiet).toBe(true);
  });
});

describe('a saved report', () => {
  test('is saved by a button or in words, opened by name, listed and removed', async () => {
    await lei.says('报表').sees('还没有保存的报表');
    await lei.says('报表 存 早了').sees('还没有查看过报表');
    await lei.says('报表 金额 按 行业 本季 >8万').sees('[保存]');
    await lei.taps('保存').sees('叫什么名称');
    await lei.says('大单按行业').sees('已保存「大单按行业」');
    await lei.says('报表 大单按行业').sees('大单按行业 · 华东', '金额 > 8万', '制造 | 2 | 50万');
    await lei.says('报表 数量 按 产品').sees('ERP');
    await lei.says('报表 存 产品数').sees('已保存「产品数」');
    await lei.says('报表 存 "金额 按 行业"').sees('已有其他含义');
    await lei
      .says('报表')
      .sees(
        '大单按行业 | 金额 按 行业 本季 金额>8万 |',
        '产品数 | 数量 按 产品 |',
        '[打开: 大单按行业 / 产品数]',
      );
    await mei.says('报表').sees('还没有保存的报表');
    await mei.says('报表 大单按行业').sees('没看懂');
    await lei.says('报表 存 产品数 金额 按 产品').sees('已更新「产品数」');
    await lei.says('撤').sees('已撤销');
    await lei.says('报表').sees('产品数 | 数量 按 产品');
    await lei.says('报表 删 产品数').sees('已删除「产品数」');
    await lei.says('报表').misses('产品数');
    await lei.says('撤').sees('已撤销');
    await lei.says('报表').sees('产品数 | 数量 按 产品');
    await lei.says('存报表 金额 按 产品 >8万').sees('已保存「金额·产品」');
    await lei.says('报表 金额·产品').sees('金额·产品 · 华东', '金额 > 8万');
    await lei.says('报表 删 没有').sees('没有找到报表「没有」', '大单按行业');
  });

  test('is scheduled and stopped only by people who may', async () => {
    await lei.says('报表 存 产品分布 金额 按 产品').sees('已保存');
    await lei.says('报表 产品分布 每周一 9:00').sees('经理');
    await zhou.says('报表 存 大单 金额 按 产品 >8万').sees('已保存');
    await zhou
      .says('报表 大单 每周一 9:00')
      .sees('「大单」将于每周一 9:00发到华东的群', '还没有接收报表的群');
    await zhou.in('华东群').says('绑群 华东');
    await zhou.says('报表 大单 每个工作日 8:30 华东').sees('每个工作日 8:30').misses('还没有接收报表的群');
    await lei.says('报表').sees('大单 | 金额 按 产品 金额>8万 | 每个工作日 8:30 · 华东');
    await lei.says('报表 大单').sees('大单 · 华东', 'ERP | 2 | 50万');
    await lei.says('报表 停 大单').sees('由同事保存');
    await lei.says('报表 删 大单').sees('由同事保存');
    await zhou.says('报表 停 大单').sees('已停止定时发送');
    await lei.says('报表').misses('大单');
    await zhou.says('报表 没有 每天 9:00').sees('没有找到报表「没有」');
    await chen.says('报表 存 全公司 数量 按 团队').sees('已保存');
    await chen.says('报表 全公司 每天 9:00').sees('发给哪个团队');
    await chen.says('报表 全公司 每天 9:00 华东').sees('发到华东的群');
  });
});

describe('the source and loss reports', () => {
  test('show leads by source and deals by product', async () => {
    await lei.says('线索 松石软件 13812345678 #官网 想看CRM').sees('L-1');
    await lei.says('线索 南山医药 13812345679 #展会 想看ERP').sees('L-2');
    await lei.says('推 L-1').sees('D-5');
    w.later(3);
    await lei.says('赢 D-5 8万').sees('赢单');
    await lei
      .says('来源 本季')
      .sees(
        '2 条线索，转商机 1 个，赢单 1 单；转化率最高的是「官网」，100%',
        '官网 | 1 | 1 | 1 | 8万 | 100% | 3 天',
        '展会 | 1 | 0 | 0',
      );
    await lei.taps('产品转化').sees('产品转化', 'ERP');
    await lei.says('来源 产品 本月').sees('ERP | 0 | 3 | 0');
  });

  test('show loss reasons by stage', async () => {
    await lei.says('输 D-1 价格').sees('输单');
    await lei.says('推 D-2 电话 需求已确认');
    await lei.says('输 D-2 价格');
    await mei.says('输 D-3 竞品');
    await lei
      .says('输因')
      .sees(
        '输单 3 单，共 60万',
        '输单原因 × 输在阶段',
        '价格 |',
        '2 · 40万',
        '竞品 |',
        '1 · 20万',
        '合计 |',
      );
    expect(charts(lei)[0]?.labels).toEqual(['价格', '竞品']);
  });
});

describe('an export of a custom report', () => {
  test('is offered only to managers and admins, with its files', async () => {
    await lei.says('报表 金额 按 行业').misses('[导出]', '导出]');
    await lei.says('导出 金额 按 行业').sees('没有权限');
    await zhou.says('报表 金额 按 行业').sees('导出');
    await zhou.taps('导出').sees('导出 · 报表 · 金额 · 华东', '汇总 4 行', '明细 4 行');
    expect(zhou.last.cards.flatMap(({ files = [] }) => files).length).toBeGreaterThan(0);
    await zhou.says('导出').sees('汇总 4 行');
    await zhou.says('导出 来源').sees('来源转化');
    await zhou.says('导出 输因 本月').sees('输单原因');
    await zhou.says('报表 存 大单 金额 按 产品 >8万');
    await zhou.says('导出 大单').sees('导出 · 大单', '明细 3 行');
    expect((await zhou.in('群').says('导出 金额 按 行业')).quiet).toBe(true);
    await zhou.on('slack').says('你好');
  });
});

test('custom reports work in English', async () => {
  await w.close();
  w = await world({ locale: 'en' });
  const manager = await w.manager('Zoe');
  const rep = await w.rep('Leo');
  await rep.says('deal Acme ERP 300k Mr Wang').sees('D-1');
  await rep.says('deal Globex CRM 80k').sees('D-2');
  await manager
    .says('slice amount by product, owner this quarter >100k')
    .sees('Showing: amount · product × owner', 'Leo', 'ERP');
  await manager.taps('Save').sees('What should I call it');
  await manager.says('big').sees('"big" saved');
  await manager.says('slice big').sees('big ·');
  await manager
    .says('slice big every Monday 9:00')
    .sees('"big" will be posted to 华东\'s groups every Monday at 9:00 AM');
  await manager.says('slice').sees('big |', 'every Monday at 9:00 AM');
  await manager.says('slice stop big').sees('no longer be posted');
  await manager.says('slice amount by weather').sees('I can\'t group by "weather"', 'owner, team');
  await manager.says('slice won by product this month').sees('No matching deals');
  await manager.says('slice days to close by loss reason').sees('No matching deals');
  await manager.says('export yield');
  expect(manager.last.cards.flatMap(({ files = [] }) => files).length).toBeGreaterThan(0);
  await rep.says('loss').sees('no deals lost');
});

test('a custom report is posted in a group openly if everybody there may see it', async () => {
  await zhou.in('东群').says('停滞');
  await w.store.tx(async (tx) => {
    const place = await findPlace(tx, 'sandbox', '东群');
    await bindPlace(tx, place?.id ?? '', w.east.id, ['report']);
  });
  const answer = await zhou.says('报表 金额 按 负责人');
  expect(answer.quiet).toBe(false);
  expect(answer.cards.map(printed).join()).toContain('李雷 | 2 | 40万');
});
