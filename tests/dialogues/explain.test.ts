import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { actionsOf, type Call } from '../../kernel/card/card.js';
import { explained } from '../../reports/explain/explain-figure.js';
import type { ExplainRequest } from '../../reports/explain/explained-types.js';
import { type Explainable, explainable } from '../../reports/request/explainable.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { metrics } from '../../sales/process/metrics.js';
import type { Process } from '../../sales/process/parse-process.js';
import { everyNth } from '../support/runs.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

let w: World;
let lei: Actor;
let mei: Actor;
let zhou: Actor;

beforeEach(async () => {
  await open(winsAtOnce);
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

async function open(process: Process): Promise<void> {
  w = await world({ process });
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
}

const ctx = (process: Process = w.process): ReportContext => ({
  db: w.store.db,
  process,
  calendar: calendarOf(process),
  locale: 'zh',
  zone: 'Asia/Shanghai',
  now: w.clock.now(),
});

/** Some of everything: won, lost, moved, stalled, overdue, unanswered, called. */
async function aMonth(): Promise<Date[]> {
  const moments: Date[] = [];
  const acts: Record<number, { lei: string[]; mei: string[] }> = {
    0: {
      lei: ['商机 星河科技 ERP 30万 王总', '线索 青禾食品 张总 13800000001 想看ERP'],
      mei: ['商机 云帆物流 20万 李总', '线索 白桦林业 孙总 13800000003'],
    },
    1: {
      lei: ['跟 D-1 拜访 王总 需求已确认', '跟 D-1 电话 客户要看报价', '跟 L-1 电话 好'],
      mei: ['约 D-2 明天 报价', '跟 D-2 拜访 讲了方案'],
    },
    4: {
      lei: ['推 D-1', '商机 蓝鲸传媒 12345.67元 赵总', '判断 D-1 承诺'],
      mei: ['赢 D-2 25万'],
    },
    9: {
      lei: ['跟 D-3 电话 价格偏高', '赢 D-3 5万', '约 D-1 明天 签字'],
      mei: ['线索 晨光文具 钱总 13800000002', '商机 远山重工 8万', '输 D-4 价格'],
    },
    20: { lei: ['推 L-1', '商机 海棠纸业 9万', '判断 D-6 最好'], mei: ['商机 金穗粮油 7万'] },
  };
  for (let day = 0; day < 24; day += 1) {
    for (const line of acts[day]?.lei ?? []) await lei.says(line).misses('没看懂', '没有权限');
    for (const line of acts[day]?.mei ?? []) await mei.says(line).misses('没看懂', '没有权限');
    w.clock.advance(60_000);
    if (day in acts || day === 23) moments.push(w.clock.now());
    w.nextDay();
  }
  return moments;
}

async function everyFigure(asOf: Date, process: Process = w.process): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  const take = async (name: string, wanted: Partial<ExplainRequest> & { figure: Explainable }) => {
    const { made } = await explained(ctx(process), { team: w.east, asOf, span: 'thisQuarter', ...wanted });
    const value = made.by === 'share' ? Math.round((made.sum / made.parts.length) * 100) || 0 : made.sum;
    expect([name, asOf, value]).toEqual([name, asOf, made.value]);
    found.set(name, [made.value, made.parts.length]);
  };
  for (const figure of explainable) {
    if (figure === 'conversion') {
      for (const { key } of process.pipelines.flatMap(({ stages }) => stages))
        await take(`${figure} ${key}`, { figure, stage: key });
    } else if (figure === 'points') {
      for (const actor of [lei, mei]) await take(`${figure} ${actor.id}`, { figure, person: actor.person });
    } else if (figure === 'attainment') {
      for (const metric of metrics)
        for (const person of [undefined, lei.person])
          await take(`${figure} ${metric} ${person?.name ?? ''}`, { figure, metric, person });
    } else await take(figure, { figure });
  }
  for (const figure of ['won', 'followUps', 'moved'] as const)
    await take(`${figure} of one`, { figure, person: lei.person });
  return found;
}

describe('the records of an explanation add up to the figure', () => {
  test('every figure is covered, now and at past moments', async () => {
    const moments = await aMonth();
    for (const at of everyNth(moments, 2)) {
      const found = await everyFigure(at);
      expect(found.size).toBeGreaterThan(30);
    }
    const last = await everyFigure(w.clock.now());
    const empty = [...last].filter(([, [value]]) => value === 0).map(([name]) => name);
    // What is told at the end of it is of nearly every kind.
    expect(empty.filter((name) => !/conversion|attainment|unanswered|weighted/.test(name))).toEqual([]);
    expect(last.get('won')).toEqual([30_000_000, 2]);
  });

  test('figures are covered with points only for useful acts', async () => {
    await w.close();
    const process = { ...winsAtOnce, ranking: { ...winsAtOnce.ranking, usefulOnly: true } };
    await open(process);
    for (const at of everyNth(await aMonth(), 3)) await everyFigure(at, process);
  });
});

test('the explain buttons of each report lead to that report’s figures', async () => {
  await aMonth();
  await zhou.says('目标 李雷 50万');
  for (const line of ['周报 本周', '周报', '漏斗', '排行 本季', '预测', '目标 华东', '目标 李雷']) {
    const { cards } = await zhou.says(line);
    const calls = cards
      .flatMap(actionsOf)
      .flatMap((action) => (action.kind === 'select' && action.label === '怎么算的' ? action.options : []))
      .map(({ call }): Call => call);
    expect([line, calls.length > 1]).toEqual([line, true]);
    for (const call of calls) {
      const answer = await zhou.calls(call);
      expect([call, answer.cards[0]?.key]).toEqual([call, expect.stringMatching(/^report:explain/)]);
      // And said as a line it means the same.
      const said = await zhou.says(w.say(call));
      expect([w.say(call), said.cards[0]?.title]).toEqual([w.say(call), answer.cards[0]?.title]);
    }
  }
});

test('an explanation lists its records, the rule and the time it is computed for', async () => {
  await lei.says('商机 星河科技 ERP 30万 王总');
  await lei.says('赢 D-1 28万');
  await mei.says('商机 云帆物流 20万');
  await zhou
    .says('解释 赢单金额 本周')
    .sees(
      '怎么算的 · 赢单金额 · 华东 · 第48周',
      '赢单金额 28万，来自 1 条记录',
      'D-1 | 星河科技',
      '李雷',
      '统计口径：',
      '截至',
    );
  await zhou.says('解释 加权金额').sees('云帆物流', '初步沟通 20%', '4万');
  await zhou.says('解释 积分 @李雷 本周').sees('积分 13 分', '新商机', '赢单');
  await zhou.says('解释 转化率 >需求 本季').sees('%', 'D-2', '到达');
  await zhou.says('解释 转化率').sees('哪个阶段');
  await zhou.says('解释 在手 @李雷').sees('只能按团队查看');
});

test('a forged call explains nothing of a person whom the reader may not see', async () => {
  const far = await w.rep('邓可', await w.team('华南'));
  for (const figure of ['赢单金额', '积分', '达成'])
    await mei.calls({ command: 'explain', input: { figure, who: far.person.id } }).sees('没有权限');
  await mei
    .calls({ command: 'explain', input: { figure: '赢单金额', who: mei.person.id } })
    .misses('没有权限');
});

test('an explanation masks amounts the reader may not see and counts the records not listed', async () => {
  await w.close();
  const { access } = winsAtOnce;
  await open({
    ...winsAtOnce,
    access: { ...access, rep: { sees: 'team', amount: 'own', phone: 'all' } },
  });
  await lei.says('商机 星河科技 30万');
  await mei.says('商机 云帆物流 20万');
  await mei.says('解释 在手金额').sees('进行中金额 ***', '20万', '星河科技').misses('30万', '50万');
  const names = '蓝鲸 晨光 远山 海棠 飞鸟 金穗 青禾 白桦 长河 明月 松涛 雪松 红枫 翠竹'.split(' ');
  for (const [n, name] of names.entries()) await lei.says(`商机 ${name}集团 ${n + 1}万`).sees(`D-${n + 3}`);
  await zhou.says('解释 新商机 本周').sees('还有 4 条，均已计入');
  const south = await w.team('华南');
  const lin = await w.manager('林岚', south);
  await lin.says('解释 进行中金额 华东').sees('没有权限');
});
