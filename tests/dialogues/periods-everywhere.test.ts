import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let zhou: Actor;
let lei: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** Periods that are said, and what a heading calls them. */
const spoken: [string, RegExp][] = [
  ['昨天', /昨天/],
  ['上上周', /上上周|第46周/],
  ['第45周', /第45周/],
  ['11月', /2026年11月/],
  ['上季', /2026年第3季度/],
  ['上半年', /上半年/],
  ['去年Q3', /2025年第3季度/],
  ['过去12周', /84天/],
  ['6月1日以来', /6月1日/],
  ['6月1日到15号', /6月1日–15日/],
];
const reports = [
  '漏斗',
  '排行',
  '来源',
  '输因',
  '响应',
  '预测',
  '分布 产品',
  '报表 赢单金额 按 客户',
  '周报',
  '月报',
  '季报',
];

test('every report names the period that it shows, or refuses it with the nearest', async () => {
  const wrong: unknown[] = [];
  for (const report of reports)
    for (const [said, heading] of spoken) {
      const { cards } = await zhou.says(`${report} ${said}`);
      const told = JSON.stringify(cards);
      const isRefused = /只看整[周月季]，看不了/.test(told) && told.includes('排行');
      if (!isRefused && !heading.test(told)) wrong.push([report, said, told.slice(0, 200)]);
      if (/没有「.*」这个团队/.test(told)) wrong.push([report, said, told.slice(0, 200)]);
    }
  expect(wrong).toEqual([]);
});

test('what has not come is refused', async () => {
  for (const line of ['漏斗 @下周三', '停滞 @明天', '周报 第53周', '排行 下月'])
    await zhou.says(line).sees(/还没到|还没开始/);
  await zhou.says('预测 1月').sees('2027年1月');
  await zhou.says('趋势 新增商机 12周').sees('近12周');
  await zhou.says('报表 金额 按 线索').sees('不能按「线索」统计');
});

test('a target of a month that is over asks for its year', async () => {
  await zhou.says('目标 李雷 7月 50万').sees('2027年7月');
  await zhou.taps('2026年7月').sees('已设目标 · 李雷 2026年7月');
  await zhou.says('目标 李雷 12月 50万').sees('已设目标 · 李雷 2026年12月');
});

test('questions compare what they name, and list what they ask for', async () => {
  await lei.says('商机 星河科技 ERP 30万 王总');
  await lei.says('赢 D-1 30万');
  await lei.says('商机 海棠地产 80万 李总');
  await zhou.says('这个月和上个月比').sees('2026年10月是 0元，多了 30万');
  await zhou.says('11月赢单比8月').sees('2026年8月是 0元，多了 30万');
  await zhou.says('哪个客户最大').sees('海棠地产，80万');
  await zhou.says('本月没跟进的客户').sees('海棠地产').misses('都跟进过了');
  await zhou.says('这周签了哪些单').sees('D-1 星河科技');
  await zhou.says('上上周赢了多少').sees('第46周');
  await zhou.says('下个月赢了多少').sees('还没开始');
  await zhou.says('李雷这个月怎么样').sees('30万');
  await lei.says('我下周有哪些跟进').sees('待办');
  await zhou.says('华东和华南哪个赢得多').misses('按负责人');
});
