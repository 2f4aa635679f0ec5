import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chartsOf } from '../../kernel/card/card.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { findPlace } from '../../store/people/place-queries.js';
import { findTarget } from '../../store/reports/target-queries.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { bindPlace, updateTeam } from '../support/change-rows.js';
import { processFile, winningAtOnce } from '../support/process-file.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let chen: Actor;
let zhou: Actor;
let lei: Actor;
let mei: Actor;
let nuo: Actor;

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
}

/** 李雷 wins 20万 and makes two visits, 韩梅 a call; it is Thursday 26 November, three workdays are left. */
async function work(): Promise<void> {
  await lei.says('商机 星河科技 ERP 20万 王总').sees('D-1');
  await zhou.says('赢 D-1').sees('赢单');
  await lei.says('跟 星河科技 拜访 谈交付');
  await lei.says('跟 星河科技 拜访 谈培训');
  await mei.says('商机 云帆物流 CRM 8万').sees('D-2');
  await mei.says('跟 D-2 电话 要报价');
}

const told = (actor: Actor): string => actor.last.cards.map(printed).join('\n');

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('who is behind is said by the part of the time that is gone', async () => {
  await open();
  await work();
  await zhou.says('谁落后了').sees('还没有给个人设赢单金额目标');
  await zhou.says('目标 李雷 本月 20万');
  await zhou.says('目标 韩梅 本月 20万');
  await zhou.says('谁落后了').sees('落后于时间进度（86%）的：韩梅 0%。');
  await zhou.says('谁领先').sees('跟上时间进度（86%）的：李雷 100%。');
  await zhou.says('这季度完成了吗').sees('目标 · 华东 · 2026年第4季度', '赢单金额 20万 / 40万');
  await mei.says('我落后了吗').sees('目标 · 韩梅', '达成 0%');
});

describe('setting a target', () => {
  beforeEach(async () => await open());

  test('a manager sets money, counts and minutes for a person’s month, in any word order', async () => {
    await zhou.says('目标 李雷 2026年7月 50万').sees('已设目标 · 李雷 2026年7月', '赢单金额: 50万', '[撤销]');
    await zhou.says('目标 拜访 20次 本月 @李雷').sees('李雷 2026年11月', '拜访: 20');
    await zhou.says('目标 李雷 响应 30分钟').sees('首次响应: 30 分钟');
    await zhou.says('目标 李雷 下月 金额 500,000').sees('2026年12月', '50万');
    await zhou.says('目标 李雷 2027年3月 六十万').sees('2027年3月', '60万');
    await zhou.says('目标 李雷 12月60万').sees('2026年12月', '60万', '原来 50万');
    await zhou.says('目标 李雷 本月电话30通').sees('2026年11月', '电话: 30');
    await zhou.says('目标 李雷 拜访25').sees('拜访: 25', '原来 20');
    const key = { scope: 'person' as const, ownerId: lei.person.id, month: '2026-07', metric: 'won' };
    expect(await findTarget(w.store.db, key)).toMatchObject({
      value: 50_000_000,
      stretch: null,
      setBy: zhou.person.id,
    });
  });

  test('a team has a target and a stretch target; the stretch stays only while it is above the target', async () => {
    await zhou.says('目标 华东 本月 300万 冲刺 360万').sees('华东', '300万，冲刺 360万');
    await zhou.says('目标 华东 320万').sees('320万，冲刺 360万', '原来 300万，冲刺 360万');
    await zhou.says('目标 华东 400万').sees('赢单金额: 400万').misses('400万，冲刺');
    await zhou.says('目标 华东 400万 冲刺 380万').sees('更高', '目标 华东 7月 300万 冲刺 360万');
    await zhou.says('目标 华东 响应 30 冲刺 40').sees('更快');
  });

  test('0 removes a target', async () => {
    await zhou.says('目标 李雷 50万');
    await zhou.says('目标 李雷 0').sees('已取消目标 · 李雷');
    await zhou.says('目标 李雷').sees('赢单金额还没有设目标');
    await zhou.says('目标 李雷 0').sees('没有可以取消的目标');
    await zhou.says('目标 李雷 40万').sees('已设目标').misses('原来');
  });

  test('an unreadable line is answered with the wrong word and an example', async () => {
    await zhou.says('目标 李雷 本月 拜防 20').sees('没看懂「拜防」', '拜访', '目标 张三 本月 拜访 20');
    await zhou.says('目标 王五 7月 50万').sees('没有叫「王五」的同事或团队', '目标 张三 7月 50万');
    await zhou.says('目标 李雷 三季度 50万').sees('目标按月设');
    await zhou.says('目标 李雷 拜访 2.5').sees('整数');
    await zhou.says('目标 李雷 拜访 50万').sees('最多 100000');
    await zhou.says('目标 李雷 冲刺 50万').sees('没有写目标');
    await zhou.says('目标 李雷 50万');
    await zhou.says('目标 李雷 50万').sees('的目标已经是这样');
  });

  test('a small bare number and a missing owner are asked about', async () => {
    await zhou.says('目标 李雷 本月 20').sees('20 是哪个指标的目标？', '[拜访]');
    await zhou.taps('拜访').sees('已设目标', '拜访: 20');
    await zhou.says('目标 本月 50万').sees('给谁设目标');
    await zhou.says('李雷').sees('已设目标 · 李雷 2026年11月', '50万');
  });

  test('only the team’s manager sets its targets, and only an admin the company’s', async () => {
    await lei.says('目标 李雷 50万').sees('只有经理周敏可以给李雷设目标');
    await lei.says('目标 华东 50万').sees('只有经理周敏可以给华东设目标');
    await zhou.says('目标 许诺 50万').sees('给许诺设目标');
    await zhou.says('目标 公司 900万').sees('只有管理员可以给全公司设目标');
    await chen.says('目标 公司 900万').sees('已设目标 · 全公司');
    await chen.says('目标 许诺 50万').sees('已设目标 · 许诺');
    const china = await w.store.tx((tx) =>
      createTeam(tx, { name: '中国区', timeZone: 'Asia/Shanghai' }, w.clock.now()),
    );
    const boss = await w.manager('方总', china);
    await boss.says('目标 李雷 60万').sees('给李雷设目标');
    await w.store.tx((tx) => updateTeam(tx, w.east.id, { parentId: china.id }));
    await boss.says('目标 李雷 60万').sees('已设目标 · 李雷');
  });

  test('undo restores the previous target, and the log keeps every change', async () => {
    await zhou.says('目标 李雷 50万').sees('已设目标');
    await zhou.says('目标 李雷 60万').sees('原来 50万');
    const key = { scope: 'person' as const, ownerId: lei.person.id, month: '2026-11', metric: 'won' };
    const kept = await findTarget(w.store.db, key);
    await zhou.says('撤').sees('已撤销', '李雷 2026年11月 赢单金额 已恢复原样');
    await zhou.says('目标 李雷').sees('/ 50万');
    await zhou.says('撤').sees('已撤销', '删除 李雷 2026年11月 赢单金额');
    await zhou.says('目标 李雷').sees('还没有设目标');
    expect(await findTarget(w.store.db, key)).toBeUndefined();
    expect(
      (await eventsOf(w.store.db, 'target', kept?.id ?? '', 10)).map(({ undoneAt }) => !!undoneAt),
    ).toEqual([true, true]);
  });

  test('undo is refused if somebody changed the target since', async () => {
    await zhou.says('目标 李雷 50万');
    const undo = zhou.callOf('撤');
    await chen.says('目标 李雷 70万').sees('原来 50万');
    await zhou.calls(undo).sees('之后又有改动，不能撤销：李雷 2026年11月 赢单金额');
  });
});

describe('progress on targets', () => {
  beforeEach(async () => {
    await open();
    await work();
  });

  test('a rep sees percent, pace, what is needed per day and how the score adds up', async () => {
    await zhou.says('目标 李雷 50万 冲刺 60万');
    await zhou.says('目标 李雷 拜访 1');
    const answer = await lei
      .says('目标')
      .sees(
        '目标 · 李雷 · 2026年11月',
        '赢单金额 20万 / 50万，达成 40%；时间进度 86%，落后；剩 3 个工作日，每天还需 10万；冲刺 60万，达成 33%。',
        '赢单金额 | 50万 | 20万 | 40% | 10万 | 60万',
        '拜访 | 1 | 2 | 200% |  | ',
        'KPI 得分 60',
        '赢单金额 | 40% | 75% | 30',
        '拜访 | 200%（按 120%） | 25% | 30',
        '不计入：新商机、跟进',
        '工作日 18/21',
        '周敏设置：赢单金额 50万，冲刺 60万',
      );
    const [chart] = chartsOf(answer.cards[0] as never);
    expect(chart).toMatchObject({ kind: 'bars', unit: 'percent', labels: ['赢单金额', '拜访'] });
    expect(chart?.series[0]?.values).toEqual([40, 200]);
    await lei.says('目标 我 拜访').sees('拜访 2 / 1，达成 200%');
    await lei.says('目标 韩梅').sees('赢单金额还没有设目标');
    await lei.says('目标 许诺').sees('属于其他团队');
  });

  test('a manager sees the team, summed from its people if it has no target', async () => {
    await zhou.says('目标 李雷 50万');
    await zhou.says('目标 韩梅 30万');
    const answer = await zhou
      .says('目标')
      .sees(
        '目标 · 华东 · 2026年11月',
        '赢单金额 20万 / 80万，达成 25%',
        '李雷 | 50万 | 20万 | 40% | 10万 | 40',
        '韩梅 | 30万 | 0元 | 0% | 10万 | 0',
        '得分 = 达成率 × 权重：赢单金额 60%',
        '[查看得分: 李雷 / 韩梅]',
        '[建议目标]',
      );
    expect(answer.cards[0]?.nodes.find((node) => node.kind === 'image')?.alt).toBe(
      '赢单金额达成率 · 2026年11月：李雷 40%、韩梅 0%；时间进度 86%',
    );
    await zhou.taps('李雷').sees('KPI 得分 40', '赢单金额 | 40% | 100% | 40');
    await zhou.says('目标 华东 100万').sees('已设目标');
    await zhou.says('目标 华东').sees('赢单金额 20万 / 100万，达成 20%');
    await chen
      .says('目标')
      .sees('目标 · 全公司', '赢单金额 20万 / 100万', '华东 | 100万 | 20万 | 20%', '华南');
    await chen.says('目标 公司 400万');
    await chen.says('目标 公司').sees('20万 / 400万，达成 5%');
    await zhou.says('目标 公司').sees('没有权限');
    await lei.says('目标 华东').sees('20万 / 100万').misses('[建议目标]');
  });

  test('shows other metrics, a quarter as the sum of its months, and past months', async () => {
    await zhou.says('目标 李雷 2026年10月 30万');
    await zhou.says('目标 李雷 11月 50万');
    await zhou.says('目标 韩梅 电话 10');
    await zhou
      .says('目标 李雷 本季')
      .sees('2026年第4季度', '20万 / 80万，达成 25%', '没有目标的月份：2026年12月');
    await zhou.says('目标 本季').sees('目标 · 华东 · 2026年第4季度', '李雷 | 80万 | 20万 | 25%');
    await zhou.says('目标 今年').sees('2026年', '20万 / 80万');
    await zhou.says('目标 电话').sees('电话 1 / 10，达成 10%', '每天还需 3', '韩梅 | 10 | 1 | 10% | 3');
    await zhou.says('目标 10月').sees('2026年10月', '赢单金额 0元 / 30万').misses('每天还需 1');
  });

  test('the figures and targets of a past moment are shown if asked as of that moment', async () => {
    await zhou.says('目标 李雷 50万');
    await zhou.says('目标 韩梅 30万');
    w.later(1);
    await zhou.says('目标 李雷 60万');
    await zhou.says('目标 韩梅 0').sees('已取消');
    await zhou.says('目标 李雷 拜访 20');
    await zhou.says('目标').sees('20万 / 60万');
    await zhou.says('目标 @昨天').sees('20万 / 80万', '韩梅 | 30万').misses('拜访 | 20');
    await zhou.says('目标 李雷 @昨天').sees('20万 / 50万，达成 40%');
    await zhou.says('目标 李雷 @11月25日').sees('赢单金额还没有设目标');
  });

  test('fewer minutes are better for the first response', async () => {
    await zhou.says('目标 李雷 响应 30');
    await zhou.says('目标 韩梅 响应 60');
    await lei.says('线索 青禾食品 王总').sees('L-1');
    w.clock.advance(60 * 60_000);
    await lei.says('跟 L-1 电话 已联系');
    await zhou.says('目标 李雷 响应').sees('首次响应 60 分钟 / 30 分钟，达成 50%');
    await zhou.says('目标 响应').sees('首次响应 60 分钟 / 45 分钟，达成 75%', '韩梅 | 60 分钟 |  |  |  | ');
  });

  test('everybody in the team’s group sees the team’s progress', async () => {
    await zhou.says('目标 李雷 50万');
    await lei.in('东群').says('停滞');
    await w.store.tx(async (tx) => {
      const place = await findPlace(tx, 'sandbox', '东群');
      await bindPlace(tx, place?.id ?? '', w.east.id, []);
    });
    const answer = await lei.says('目标').sees('目标 · 华东', '20万 / 50万');
    expect(answer.quiet).toBe(false);
    chen.in('东群');
    expect((await chen.says('目标 华南')).quiet).toBe(true);
    expect((await chen.says('目标 许诺')).quiet).toBe(true);
    expect((await chen.says('目标 许诺 30万')).quiet).toBe(true);
    expect((await chen.says('目标')).quiet).toBe(false);
  });
});

describe('suggested targets', () => {
  /** Six months, in each of which 李雷 wins a deal and makes two visits; 韩梅 begins in October. */
  async function history(): Promise<void> {
    w.clock.set(new Date('2026-04-20T02:00:00Z'));
    const file = processFile(winningAtOnce);
    await w.close();
    w = await world({ processFile: file, at: new Date('2026-04-20T02:00:00Z') });
    chen = await w.admin('陈晨');
    zhou = await w.manager('周敏');
    lei = await w.rep('李雷');
    const customers = ['华为', '星河科技', '云帆物流', '青禾食品', '蓝鲸制造', '北辰电气'];
    for (const [index, amount] of [10, 20, 30, 40, 45, 48].entries()) {
      w.clock.set(new Date(Date.UTC(2026, 4 + index, 20, 2)));
      await lei.says(`商机 ${customers[index]} ERP ${amount}万 王总`).sees(`D-${index + 1}`);
      await zhou.says(`赢 D-${index + 1}`);
      await lei.says(`跟 D-${index + 1} 拜访 谈交付`);
      if (index === 4) mei = await w.rep('韩梅');
    }
    w.clock.set(new Date('2026-11-26T02:00:00Z'));
  }

  beforeEach(async () => await open());

  test('are the raised median of six full months, name people with too little history, and are accepted by a tap', async () => {
    await history();
    await zhou.says('目标');
    await zhou
      .taps('建议目标')
      .sees(
        '建议目标 · 2026年11月',
        '李雷 | 35万 → 39万 | 1 → 2 | 1 → 2 | 1 → 2',
        '韩梅 | 数据不足（1 个月）',
        '提高 10%',
        '[采用: 李雷]\n[全部采用]',
      );
    await zhou.taps('李雷').sees('已采用 4 个目标 · 2026年11月', '李雷 | 赢单金额 | 39万', '李雷 | 拜访 | 2');
    await zhou.says('目标 李雷').sees('/ 39万');
    await zhou.says('撤').sees('已撤销', '删除 李雷 2026年11月 赢单金额');
    await zhou.says('建议目标 李雷 下月').sees('2026年12月', '[采用 赢单金额 39万]');
    await zhou.taps('采用 赢单金额').sees('已采用 1 个目标 · 2026年12月');
    await zhou.says('建议目标 李雷 12月');
    await zhou.taps('采用 赢单金额').sees('已经是建议值');
    await lei.says('建议目标').sees('没有权限');
  });

  test('are not offered without history', async () => {
    await zhou.says('建议目标').sees('历史数据不足').misses('[全部采用]');
    await zhou.says('建议目标 许诺').sees('给许诺设目标');
    await zhou.says('建议目标 三季度').sees('目标按月设');
  });

  test('refuse a call that no card could have made', async () => {
    const take = (list: string) => ({ command: 'target-take', input: { month: '2026-11', list } });
    await zhou.calls(take('x')).sees('已失效');
    await zhou.calls(take(`${lei.person.id}:won=-5`)).sees('已失效');
    await zhou.calls(take(`${nuo.person.id}:won=500`)).sees('给许诺设目标');
    await lei.calls(take(`${lei.person.id}:won=500`)).sees('没有权限');
  });
});

describe('targets with hidden amounts', () => {
  const rights =
    '  viewer: { sees: team, amount: none, phone: none }\n  rep: { sees: team, amount: own, phone: own }\n  manager: { sees: below, amount: all, phone: all }\n';

  test('mask amounts in tables, sentences and history, but not percents or the reader’s own', async () => {
    await open(rights);
    await work();
    const pang = await w.viewer('庞观');
    await zhou.says('目标 李雷 50万 冲刺 60万');
    await zhou.says('目标 华东 90万');
    await zhou.says('目标 李雷 拜访 20');
    for (const line of ['目标 华东', '目标 李雷', '目标 华东 本季', '目标 李雷 拜访']) {
      await pang.says(line).sees('***', '40%').misses('50万', '90万', '20万', '60万', '10万');
      await mei.says(line).sees('***').misses('50万', '90万', '20万', '60万', '10万');
    }
    expect(JSON.stringify(pang.last.cards)).not.toMatch(/50000000|90000000|20000000/);
    await lei.says('目标').sees('20万 / 50万');
    await lei.says('目标 华东').sees('*** / ***', '李雷 | 50万 | 20万').misses('90万');
    await pang.says('目标 李雷 50万').sees('设目标');
  });

  test('mask amounts in a group even for people who may see them', async () => {
    await open(rights);
    await work();
    await zhou.says('目标 李雷 50万');
    await zhou.in('东群').says('停滞');
    await w.store.tx(async (tx) => {
      const place = await findPlace(tx, 'sandbox', '东群');
      await bindPlace(tx, place?.id ?? '', w.east.id, []);
    });
    await zhou.says('目标').sees('*** / ***', '40%').misses('50万', '20万');
    await zhou.says('目标 李雷 70万').sees('已设目标', '赢单金额: ***').misses('70万');
    expect(told(zhou)).toContain('原来 ***');
  });
});

test('targets work in English', async () => {
  w = await world({ locale: 'en' });
  const zoe = await w.manager('Zoe');
  const alice = await w.rep('Alice');
  await zoe.says('target Alice July 2026 500k').sees('Target set · Alice Jul 2026', 'won amount: ¥500,000');
  await zoe.says('target Alice this month visits 20').sees('Target set · Alice Nov 2026', 'visits: 20');
  await zoe.says('target 华东 Nov 3M stretch 3.6M').sees('¥3M, stretch ¥3.6M');
  await zoe
    .says('target Alice this month vists 20')
    .sees('I can\'t read "vists"', 'target Alice this month visits 20');
  await zoe.says('target Alice Nov visits 25').sees('Target set', 'was 20');
  await zoe.says('undo');
  await zoe.says('target Bob July 500k').sees('I can\'t find a teammate or team called "Bob"');
  await zoe.says('target Alice Q3 500k').sees('Targets are set by month');
  await alice.says('target Alice 500k').sees('Only the manager Zoe');
  await alice
    .says('target')
    .sees(
      'Target · Alice · Nov 2026',
      'Visits: 0 of 20 (0%); behind pace (86% of the period elapsed); 7 needed per workday (3 workdays left).',
    );
  await zoe
    .says('target this quarter')
    .sees('Q4 2026', 'Won amount: ¥0 of ¥3M', 'No target for Oct 2026, Dec 2026');
  await zoe.says('undo').sees('Undone', '华东 Nov 2026 won amount');
  await zoe.says('suggest').sees('Suggested targets · Nov 2026', 'not enough history (0 months)');
});
