import { expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import { formatAmountShort } from '../../kernel/pieces/amount.js';
import { askedNames } from '../../language/question/question-words.js';
import { periodWords } from '../../language/question/write-question.js';
import { explained } from '../../reports/explain/explain-figure.js';
import { personAttained, teamAttained } from '../../reports/figures/attainment-figures.js';
import { forecastReport } from '../../reports/forecast/forecast-report.js';
import { lossReport } from '../../reports/slices/loss-report.js';
import { readSlice } from '../../reports/slices/read-slice.js';
import { sliceReport } from '../../reports/slices/slice-report.js';
import { sourceConversionReport } from '../../reports/slices/source-conversion-report.js';
import { rankingReport } from '../../reports/standard/ranking-report.js';
import { responseReport } from '../../reports/standard/response-report.js';
import { stalledReport } from '../../reports/standard/stalled-report.js';
import { eachDatabase } from '../support/databases.js';
import { everyNth, runs } from '../support/runs.js';
import { type Actor, printed, processOfTests, type World, winsAtOnce, world } from '../support/world.js';

const periods = [
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
] as const;

async function seeded(store: Parameters<typeof world>[0] extends infer O ? NonNullable<O> : never) {
  const w = await world({ ...(store as object), process: winsAtOnce });
  const zhou = await w.manager('周敏');
  const lei = await w.rep('李雷');
  const han = await w.rep('韩梅');
  const days: [days: number, who: Actor, lines: string[]][] = [
    [
      0,
      lei,
      [
        '商机 星河科技 ERP 30万 12月底',
        '线索 青禾食品 张总 13800000001 #官网',
        '跟 D-1 拜访 好',
        '跟 D-1 电话 好',
      ],
    ],
    [0, han, ['商机 云帆物流 CRM 20万 11月底', '线索 松石软件 B #展会', '跟 D-2 拜访 价格偏高']],
    [3, han, ['赢 D-2 25万', '商机 远山重工 8万', '跟 L-2 电话 想看看']],
    [4, lei, ['推 D-1', '输 D-1 价格', '商机 北辰电气 60万', '跟 L-1 电话 约了']],
    [33, lei, ['商机 东方仪器 45万', '赢 D-4 55万', '跟 D-5 拜访 见了总监']],
    [2, han, ['输 D-3 竞品', '线索 南山药业 C', '跟 L-3 电话 不急']],
    [12, lei, ['商机 长风汽配 12万', '推 D-5']],
  ];
  for (const [later, who, lines] of days) {
    if (later > 0) w.later(later);
    for (const line of lines) await who.says(line).misses('没理解');
  }
  return { w, zhou, lei, han };
}

eachDatabase('answers', (open) => {
  test('to questions match the figures of the reports, for every person and period', async () => {
    const { store } = await open();
    const { w, zhou, lei, han } = await seeded({ store, at: new Date('2026-10-12T02:00:00Z') });
    const desk = {
      db: store.db,
      process: processOfTests,
      calendar: calendarOf(processOfTests),
      locale: 'zh' as const,
      zone: 'Asia/Shanghai',
      now: w.clock.now(),
    };
    const asOf = w.clock.now();
    const asked = { team: w.east, asOf };
    const money = (minor: number) => formatAmountShort(minor, { locale: 'zh', process: { currency: 'CNY' } });
    const said = async (line: string) => {
      const answer = await zhou.says(`问 数字 ${line}`);
      return answer.cards.map(printed).join('\n');
    };
    let compared = 0;
    const same = async (line: string, expected: string) => {
      compared += 1;
      expect([line, (await said(line)).split('\n').slice(1).join('\n')]).toEqual([
        line,
        expect.stringContaining(expected),
      ]);
    };
    for (const [turn, span] of periods.entries()) {
      const when = periodWords(span, 'zh');
      const whose: [string, Actor | undefined][] = [
        ['团队', undefined],
        ['李雷', lei],
        ['韩梅', han],
      ];
      for (const [who, actor] of everyNth(whose, whose.length, turn)) {
        const person = actor?.person;
        const figure = async (figure: 'won' | 'newDeals' | 'followUps' | 'newLeads' | 'lost') =>
          (await explained(desk, { ...asked, figure, span, person })).made.value;
        const won = await figure('won');
        await same(`${who} ${when} ${askedNames.won.zh}`, won === 0 ? '0元，' : `${money(won)}，`);
        await same(`${who} ${when} ${askedNames.newDeals.zh}`, `${await figure('newDeals')} 个。`);
        await same(`${who} ${when} ${askedNames.lostCount.zh}`, `${await figure('lost')} 个。`);
        await same(`${who} ${when} ${askedNames.followUps.zh}`, `跟进次数 ${await figure('followUps')}。`);
        await same(`${who} ${when} ${askedNames.newLeads.zh}`, `新增线索 ${await figure('newLeads')}。`);
        const isMonths = /Month|Quarter|Year/.test(span);
        if (!isMonths) continue;
        const months = {
          thisMonth: '2026-12',
          lastMonth: '2026-11',
          thisQuarter: '2026-Q4',
          lastQuarter: '2026-Q3',
          thisYear: '2026',
        }[span as 'thisMonth'];
        const row = person
          ? (await personAttained(desk, person, months, asOf)).row
          : (await teamAttained(desk, asked, { span: months, metric: 'won' })).whole;
        const done = (metric: string) => row.all.find((one) => one.metric === metric)?.done ?? 0;
        await same(`${who} ${when} ${askedNames.visits.zh}`, `拜访次数 ${done('visits')}。`);
        await same(`${who} ${when} ${askedNames.calls.zh}`, `电话次数 ${done('calls')}。`);
        await same(`${who} ${when} ${askedNames.wins.zh}`, `${done('wins')} 个。`);
      }
      const all = await rankingReport(desk, { ...asked, period: span });
      const [first] = all.figures.rows;
      if (first && first.points > 0)
        await same(`团队 ${when} 按负责人 积分`, `最多的是${first.name}，${first.points} 分`);
      const { figures: loss } = await lossReport(desk, { ...asked, period: span });
      const [reason] = loss.rows;
      if (reason)
        await same(
          `团队 ${when} 输单原因`,
          `最多的是「${reason.label}」，${loss.total.lost} 单里有 ${reason.total.lost} 单`,
        );
      const { figures: yields } = await sourceConversionReport(desk, { ...asked, period: span });
      if (yields.all.leads > 0)
        await same(
          `团队 ${when} 线索转化率`,
          `${yields.all.leads} 条线索转成 ${yields.all.converted} 个商机`,
        );
      const { figures: response } = await responseReport(desk, { ...asked, period: span });
      if (response.all.median !== null) await same(`团队 ${when} 响应时间`, `${response.all.leads} 条线索`);
      for (const [words, measure] of [
        ['赢率', 'winRate'],
        ['平均单额', 'averageSize'],
        ['成交天数', 'daysToClose'],
      ] as const) {
        const slice = await readSlice(desk, `${words} 按 负责人 ${when}`);
        const { figures } = await sliceReport(desk, { ...asked, slice });
        const { won, lost, wonAmount, wonDays } = figures.total;
        if (measure === 'winRate' && won + lost > 0)
          await same(`团队 ${when} 赢率`, `${Math.round((won / (won + lost)) * 100)}%`);
        if (measure === 'averageSize' && won > 0)
          await same(`团队 ${when} 客单价`, money(Math.round(wonAmount / won)));
        if (measure === 'daysToClose' && won > 0)
          await same(`团队 ${when} 成交周期`, `${Math.round(wonDays / won)} 天`);
      }
    }
    const stalled = (await stalledReport(desk, asked)).figures;
    await same(
      '团队 停滞的商机',
      stalled.count === 0 ? '没有停滞' : `${money(stalled.amount)}，${stalled.count} 单`,
    );
    const { made: openNow } = await explained(desk, { ...asked, figure: 'open' });
    await same('团队 管道金额', `${money(openNow.value)}，${openNow.parts.length} 单`);
    await same('团队 商机数', `${openNow.parts.length} 个。`);
    const { made: weighted } = await explained(desk, { ...asked, figure: 'weighted' });
    await same('团队 加权金额', money(weighted.value));
    const { card } = await forecastReport(
      { ...desk, person: zhou.person },
      { ...asked, period: 'thisQuarter' },
    );
    const conclusion = card.nodes.find((node) => node.kind === 'text');
    await same('团队 本季 预测', conclusion?.kind === 'text' ? conclusion.text : '-');
    expect(compared).toBeGreaterThan(runs(80, 180));
    expect(w.incidents).toEqual([]);
    await (w as World).close();
  });
});
