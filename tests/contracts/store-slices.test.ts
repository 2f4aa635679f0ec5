import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from '../../bot/product/product.js';
import type { ReportContext } from '../../reports/request/report-context.js';
import { periodKinds } from '../../reports/request/report-period.js';
import { lossReport } from '../../reports/slices/loss-report.js';
import { type Filter, readSlice, type Slice, sliceWords } from '../../reports/slices/read-slice.js';
import { sliceFigures } from '../../reports/slices/slice-figures.js';
import { sourceConversionReport } from '../../reports/slices/source-conversion-report.js';
import { measures, type SliceMeasure } from '../../sales/figures/slice-measures.js';
import { dimensionsOf } from '../../sales/figures/slice-names.js';
import { savedReportById, savedReportsFor, scheduledReports } from '../../store/reports/saved-reports.js';
import {
  dealsClosedIn,
  dealsCreatedIn,
  leadOutcomes,
  openDealsAt,
} from '../../store/reports/slice-queries.js';
import { createCustomer } from '../../store/unit/rows/customer-rows.js';
import { changeDeal, createDeal } from '../../store/unit/rows/deal-rows.js';
import { createLead } from '../../store/unit/rows/lead-rows.js';
import { createPerson } from '../../store/unit/rows/person-rows.js';
import { createSavedReport } from '../../store/unit/rows/saved-report-rows.js';
import { changeLead, changeSavedReport } from '../support/change-rows.js';
import { eachDatabaseWith } from '../support/databases.js';
import { runs } from '../support/runs.js';
import { winsAtOnce, world } from '../support/world.js';

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 9));

eachDatabaseWith({ people: ['me', 'boss'], teams: ['east', 'west'] }, 'custom report queries', (open) => {
  test('give the same figures as of a past day as they gave on that day', async () => {
    const { store } = await open();
    const w = await world({ store, process: winsAtOnce });
    const lei = await w.rep('李雷');
    await w.rep('韩梅');
    const zhou = await w.manager('周敏');
    const ctx = (): ReportContext => ({
      db: store.db,
      process: winsAtOnce,
      calendar: calendarOf(winsAtOnce),
      locale: 'zh',
      zone: 'Asia/Shanghai',
      now: w.clock.now(),
    });
    const asked = [
      '金额 按 负责人',
      '数量 按 阶段,负责人',
      '金额 按 状态,月份',
      '加权 按 管道 今年',
      '赢单金额 按 负责人 今年',
      '赢率 按 月份 全部',
      '成交天数 按 负责人 今年',
      '数量 按 负责人 今年 >20万',
    ];
    const all = async (asOf: Date) => {
      const team = { team: w.east, asOf };
      const said: unknown[] = [];
      for (const words of asked) {
        const { total, rows } = await sliceFigures(ctx(), team, await readSlice(ctx(), words));
        said.push([words, total, rows]);
      }
      const yielded = (await sourceConversionReport(ctx(), { ...team, period: 'thisYear' })).figures;
      return [...said, yielded.all, yielded.rows];
    };
    const acts: Record<number, string[]> = {
      0: ['商机 星河科技 ERP 30万 12月底', '线索 青禾食品 13800000001 #官网', '商机 云帆物流 20万 王总'],
      2: ['跟 D-1 拜访 王总 需求已确认'],
      4: ['赢 D-2 25万', '推 D-1', '推 L-1'],
      7: ['赢 D-3 8万'],
      9: ['改 D-1 28万'],
      14: ['输 D-1 价格'],
    };
    /** On days without an act there is the same to see as the day before. */
    const isLooked = (day: number) => acts[day] || day === 6 || day % runs(6, 1) === 0;
    const seen: [Date, unknown][] = [];
    const look = async () => {
      w.clock.advance(60_000);
      seen.push([w.clock.now(), await all(w.clock.now())]);
    };
    for (let at = 0; at < 18; at += 1) {
      if (!isLooked(at)) {
        w.nextDay();
        continue;
      }
      for (const line of acts[at] ?? []) await lei.says(line).misses('没理解', '还差');
      if (at === 6) await zhou.says('派 D-1 @韩梅').sees('转给韩梅');
      await look();
      // Taken back: it was won for some minutes, and still was then.
      if (at === 7) await lei.says('撤').sees('已撤销');
      await look();
      w.nextDay();
    }
    for (const [at, then] of seen) expect([at, await all(at)]).toEqual([at, then]);
    expect(w.incidents).toEqual([]);
  });

  test('return each deal once with the source of its first lead, and closed deals by closing date', async () => {
    const { store } = await open();
    const made = await store.tx(async (tx) => {
      const me = (await createPerson(tx, { name: '李雷', teamId: 'east' }, day(1))).id;
      const customer = await createCustomer(tx, { name: '星河科技', industry: '制造' }, day(1));
      const blank = {
        customerId: customer.id,
        name: 'ERP',
        ownerId: me,
        teamId: 'east',
        stage: 'contact',
        processVersion: 1,
        stallAt: null,
        amount: 100,
      };
      const won = await createDeal(tx, blank, day(1));
      const lost = await createDeal(tx, { ...blank, teamId: 'west' }, day(2));
      const still = await createDeal(tx, blank, day(3));
      const lead = {
        customerId: customer.id,
        ownerId: me,
        teamId: 'east',
        note: '',
        status: 'converted' as const,
      };
      for (const [source, at] of [
        ['website', day(1)],
        ['event', day(2)],
      ] as const) {
        const made = await createLead(tx, { ...lead, source }, at);
        await changeLead(tx, made, { dealId: won.id });
      }
      await createLead(tx, { ...lead, source: 'ads', status: 'open' }, day(4));
      await changeDeal(tx, won, { status: 'won', stage: 'delivery', closedAt: day(5), amount: 300 }, day(5));
      const gone = { status: 'lost' as const, closedAt: day(6), lossReason: 'price', lossStage: 'contact' };
      const over = await changeDeal(tx, lost, gone, day(6));
      const again = { status: 'open' as const, closedAt: null, lossReason: null, lossStage: null };
      if (over) await changeDeal(tx, over, again, day(8));
      return { won: won.id, lost: lost.id, still: still.id };
    });
    const { db } = store;
    const ids = (deals: { id: string }[]) => new Set(deals.map(({ id }) => id));
    const month = { from: day(1), to: day(30) };
    expect(ids(await openDealsAt(db, day(10)))).toEqual(new Set([made.lost, made.still]));
    expect(ids(await openDealsAt(db, day(7)))).toEqual(new Set([made.still]));
    expect(ids(await openDealsAt(db, day(10), 'east'))).toEqual(new Set([made.still]));
    expect(ids(await openDealsAt(db, day(10), new Set(['east', 'west'])))).toEqual(
      new Set([made.lost, made.still]),
    );
    expect(ids(await dealsClosedIn(db, month, day(10)))).toEqual(new Set([made.won]));
    const then = await dealsClosedIn(db, month, day(7));
    expect(ids(then)).toEqual(new Set([made.won, made.lost]));
    expect(then.find(({ id }) => id === made.lost)).toMatchObject({ status: 'lost', closedAt: day(6) });
    expect(ids(await dealsClosedIn(db, { from: day(1), to: day(6) }, day(7)))).toEqual(new Set([made.won]));
    const created = await dealsCreatedIn(db, month, day(4));
    expect(created).toHaveLength(3);
    expect(created.find(({ id }) => id === made.won)).toMatchObject({
      status: 'open',
      amount: 100,
      closedAt: null,
      source: 'website',
      fromLead: true,
      industry: '制造',
      customer: '星河科技',
    });
    expect(await dealsCreatedIn(db, { from: day(3), to: day(4), teamId: 'east' }, day(10))).toHaveLength(1);
    const leads = await leadOutcomes(db, month, day(10));
    expect(leads.map(({ source, status, amount }) => [source, status, amount]).sort()).toEqual([
      ['ads', null, null],
      ['event', 'won', 300],
      ['website', 'won', 300],
    ]);
    expect((await leadOutcomes(db, month, day(4))).every(({ status }) => status !== 'won')).toBe(true);
  });

  test('return a reader’s own saved reports and those posted to the team, without removed ones', async () => {
    const { store } = await open();
    const own = await store.tx((tx) =>
      createSavedReport(tx, { name: '大单', personId: 'me', slice: 'amount by product' }, day(1)),
    );
    const theirs = await store.tx((tx) =>
      createSavedReport(tx, { name: '团队', personId: 'boss', slice: 'count by owner' }, day(2)),
    );
    const names = async (reader: { id: string; teamId: string | null }) =>
      (await savedReportsFor(store.db, reader)).map(({ name }) => name);
    expect(await names({ id: 'me', teamId: 'east' })).toEqual(['大单']);
    const posted = await store.tx((tx) =>
      changeSavedReport(tx, theirs, { teamId: 'east', cron: '0 9 * * 1' }),
    );
    expect(posted?.version).toBe(2);
    expect(await store.tx((tx) => changeSavedReport(tx, theirs, { cron: null }))).toBeUndefined();
    expect(await names({ id: 'me', teamId: 'east' })).toEqual(['大单', '团队']);
    expect(await names({ id: 'me', teamId: null })).toEqual(['大单']);
    expect((await scheduledReports(store.db)).map(({ id }) => id)).toEqual([theirs.id]);
    await store.tx((tx) => changeSavedReport(tx, own, { removedAt: day(3) }));
    expect(await names({ id: 'me', teamId: 'west' })).toEqual([]);
    expect(await savedReportById(store.db, own.id)).toBeUndefined();
    expect(await savedReportById(store.db, theirs.id)).toMatchObject({ cron: '0 9 * * 1' });
  });

  test('a report written as words in either language or as keys is read as the same report', async () => {
    const { store } = await open();
    const w = await world({ store, process: winsAtOnce });
    await w.rep('李雷');
    const ctx: ReportContext = {
      db: store.db,
      process: winsAtOnce,
      calendar: calendarOf(winsAtOnce),
      locale: 'zh',
      zone: 'Asia/Shanghai',
      now: w.clock.now(),
    };
    const dimensions = dimensionsOf(winsAtOnce);
    const filter: fc.Arbitrary<Filter> = fc.oneof(
      fc.record({
        kind: fc.constant('money' as const),
        money: fc.constantFrom('amount', 'budget'),
        than: fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const),
        value: fc.integer({ min: 0, max: 5_000_000 }).map((n) => n * 100),
      }),
      fc.constantFrom(
        ...(
          [
            ['industry', '智能 制造', '智能 制造'],
            ['source', '官网', 'website'],
            ['status', '赢单', 'won'],
            ['stage', 'proposal', 'proposal'],
            ['product', '未填', null],
            ['region', '华,东', '华,东'],
          ] as const
        ).map(([key, words, value]) => ({
          kind: 'is' as const,
          dimension: dimensions.find((one) => one.key === key) as (typeof dimensions)[number],
          value,
          words,
        })),
      ),
    );
    const slice: fc.Arbitrary<Slice> = fc.record(
      {
        measure: fc.constantFrom(...(Object.keys(measures) as SliceMeasure[])),
        by: fc.uniqueArray(fc.constantFrom(...dimensions), { minLength: 1, maxLength: 2 }),
        filters: fc.uniqueArray(filter, { maxLength: 3, selector: (one) => JSON.stringify(one) }),
        period: fc.constantFrom(...periodKinds, 'all' as const),
        team: fc.constant('华东'),
      },
      { requiredKeys: ['measure', 'by', 'filters'] },
    );
    await fc.assert(
      fc.asyncProperty(
        slice,
        fc.constantFrom('zh' as const, 'en' as const, 'keys' as const),
        async (one, how) => {
          const words = sliceWords(ctx, one, how);
          expect([words, await readSlice(ctx, words)]).toEqual([words, { ...one }]);
        },
      ),
      { numRuns: runs(40, 200) },
    );
    expect((await lossReport(ctx, { asOf: w.clock.now() })).figures.total.lost).toBe(0);
  });
});
