import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelRows } from '../../../sales/figures/funnel-rows.js';
import { lossRows, reasonName } from '../../../sales/figures/loss-rows.js';
import { change, percentOf, shares } from '../../../sales/figures/percentages.js';
import { type RankedActivity, ranking } from '../../../sales/figures/ranking-rows.js';
import { type WeekFigures, weekChanges, weeklyConclusion } from '../../../sales/figures/weekly-conclusion.js';
import { processOf, shipped, smallest } from './fixtures.js';

describe('the change of a figure', () => {
  test.each([
    [120, 100, 20, 20, 'up'],
    [80, 100, -20, -20, 'down'],
    [5, 5, 0, 0, 'same'],
    [0, 0, 0, 0, 'same'],
    [7, 0, 7, null, 'up'],
    [0, 7, -7, -100, 'down'],
    [2, 3, -1, -33, 'down'],
  ])('is computed for %d after %d', (now, before, delta, percent, direction) => {
    expect(change(now, before)).toEqual({ now, before, delta, percent, direction });
  });
});

describe('percent shares', () => {
  test('sum to 100', () => {
    expect(shares([1, 1, 1])).toEqual([34, 33, 33]);
    expect(shares([0, 0])).toEqual([0, 0]);
    expect(shares([])).toEqual([]);
    expect(percentOf(1, 0)).toBeNull();
  });

  test('property: shares sum to 100, each within one of its exact value', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), (counts) => {
        const whole = counts.reduce((sum, count) => sum + count, 0);
        const parts = shares(counts);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole === 0 ? 0 : 100);
        for (const [index, part] of parts.entries()) {
          if (whole > 0) expect(Math.abs(part - ((counts[index] ?? 0) / whole) * 100)).toBeLessThan(1 + 1e-9);
        }
      }),
    );
  });
});

describe('the funnel', () => {
  const of = (count: number, amount = 0) => ({ count, amount });

  test('counts a deal as having passed every stage before its own', () => {
    const rows = funnelRows(shipped, {
      lead: of(40, 100),
      contact: of(20, 200),
      qualify: of(20, 300),
      proposal: of(5),
      negotiation: of(5),
      delivery: of(10, 400),
    });
    expect(rows.map((row) => row.reached)).toEqual([100, 60, 40, 20, 15, 10]);
    expect(rows.map((row) => row.here)).toEqual([40, 20, 20, 5, 5, 10]);
    expect(rows.map((row) => row.fromPrevious)).toEqual([null, 60, 67, 50, 75, 67]);
    expect(rows.map((row) => row.fromFirst)).toEqual([100, 60, 40, 20, 15, 10]);
    expect(rows.map((row) => row.amount)).toEqual([1000, 900, 700, 400, 400, 400]);
    expect(rows.filter((row) => row.weakest).map((row) => row.stage)).toEqual(['proposal']);
  });

  test('has rows and no percents without deals', () => {
    const rows = funnelRows(shipped, {});
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      expect(row).toMatchObject({ here: 0, reached: 0, fromPrevious: null, fromFirst: null, weakest: false });
    }
  });

  test('has no weakest step if nothing is lost', () => {
    expect(funnelRows(shipped, { delivery: of(3) }).some((row) => row.weakest)).toBe(false);
  });

  test('counts deals of removed stages in the first stage', () => {
    expect(funnelRows(shipped, { gone: of(3, 30), lead: of(1, 1) })[0]).toMatchObject({
      here: 4,
      amount: 31,
    });
  });
});

describe('ranking', () => {
  const person = (name: string, did: Partial<RankedActivity> = {}): RankedActivity => ({
    personId: name,
    name,
    followUp: 0,
    visit: 0,
    newLead: 0,
    newDeal: 0,
    moved: 0,
    won: 0,
    wonAmount: 0,
    ...did,
  });

  test('sums activity points and result points separately, and shows how', () => {
    const [row] = ranking([person('a', { followUp: 4, visit: 2, won: 1, wonAmount: 500 })], shipped);
    expect(row).toEqual({
      place: 1,
      personId: 'a',
      name: 'a',
      behaviour: 10,
      result: 10,
      points: 20,
      provisional: 0,
      wonAmount: 500,
      parts: [
        { doing: 'followUp', count: 4, worth: 1, points: 4 },
        { doing: 'visit', count: 2, worth: 3, points: 6 },
        { doing: 'won', count: 1, worth: 10, points: 10 },
      ],
    });
  });

  test('breaks equal points by won amount, and equal rows share a place', () => {
    const rows = ranking(
      [
        person('d'),
        person('c', { followUp: 10 }),
        person('b', { won: 1, wonAmount: 9 }),
        person('a', { followUp: 10 }),
      ],
      shipped,
    );
    expect(rows.map(({ name, place }) => `${place}${name}`)).toEqual(['1b', '2a', '2c', '4d']);
  });

  test('uses the points of the process file', () => {
    const process = processOf(smallest('ranking: { followUp: 0, won: 100 }'));
    expect(ranking([person('a', { followUp: 50, won: 1 })], process)[0]).toMatchObject({
      behaviour: 0,
      points: 100,
    });
  });
});

describe('loss reasons', () => {
  test('are sorted by frequency, with shares, names and a row for unstated reasons', () => {
    const rows = lossRows(
      [
        { reason: 'competitor', count: 1, amount: 900 },
        { reason: 'price', count: 2, amount: 100 },
        { reason: null, count: 1, amount: 0 },
        { reason: 'fit', count: 0, amount: 0 },
      ],
      shipped,
    );
    expect(rows.map(({ reason, share }) => [reason, share])).toEqual([
      ['price', 50],
      ['competitor', 25],
      [null, 25],
    ]);
    expect(rows[2]?.name).toEqual({ zh: '未填写', en: 'Not specified' });
  });

  test('keep their words if they are not in the process file', () => {
    expect(reasonName('老板不批', shipped)).toEqual({ zh: '老板不批', en: '老板不批' });
    expect(lossRows([], shipped)).toEqual([]);
  });
});

describe('the conclusion of the weekly report', () => {
  const nothing: WeekFigures = {
    newLeads: 0,
    followUps: 0,
    visits: 0,
    newDeals: 0,
    newDealAmount: 0,
    moved: 0,
    wonCount: 0,
    wonAmount: 0,
    lostCount: 0,
    lostAmount: 0,
    openCount: 0,
    openAmount: 0,
    stalledCount: 0,
    stalledAmount: 0,
    unansweredLeads: 0,
    overdueTasks: 0,
  };
  const headline = (week: Partial<WeekFigures>, before: Partial<WeekFigures> = {}) =>
    weeklyConclusion({ ...nothing, ...week }, { ...nothing, ...before }).headline;
  const worry = (week: Partial<WeekFigures>) => weeklyConclusion({ ...nothing, ...week }, nothing).worry;

  test('reports won deals and whether the amount rose or fell', () => {
    expect(
      headline({ wonCount: 2, wonAmount: 300, moved: 9 }, { wonCount: 1, wonAmount: 200 }),
    ).toMatchObject({
      kind: 'won',
      count: 2,
      amount: { delta: 100, percent: 50, direction: 'up' },
    });
    expect(headline({ wonCount: 1, wonAmount: 100 })).toMatchObject({ amount: { percent: null } });
  });

  test('reports no win if the week before had one', () => {
    expect(headline({ moved: 9 }, { wonCount: 1, wonAmount: 200 })).toMatchObject({
      kind: 'no-win',
      amount: { before: 200, direction: 'down' },
    });
  });

  test('otherwise reports the pipeline, then activity, then a quiet week', () => {
    expect(headline({ moved: 1, openAmount: 5, followUps: 3 })).toMatchObject({ kind: 'pipeline', moved: 1 });
    expect(headline({ newDeals: 1 })).toMatchObject({ kind: 'pipeline', newDeals: 1 });
    expect(headline({ followUps: 3 }, { followUps: 6 })).toMatchObject({
      kind: 'activity',
      followUps: { percent: -50 },
    });
    expect(headline({ newLeads: 1 })).toMatchObject({ kind: 'activity', newLeads: 1 });
    expect(headline({ openCount: 4 })).toEqual({ kind: 'quiet', openCount: 4 });
  });

  test('names the worst problem: a large stall, unanswered leads, overdue tasks, any stall, or none', () => {
    const all = { openAmount: 100, openCount: 10, stalledCount: 2, unansweredLeads: 3, overdueTasks: 4 };
    expect(worry({ ...all, stalledAmount: 25 })).toEqual({
      kind: 'stalled',
      count: 2,
      amount: 25,
      share: 25,
    });
    expect(worry({ ...all, stalledAmount: 24 })).toEqual({ kind: 'unanswered', count: 3 });
    expect(worry({ ...all, stalledAmount: 24, unansweredLeads: 0 })).toEqual({ kind: 'overdue', count: 4 });
    expect(worry({ openAmount: 100, openCount: 10, stalledCount: 2, stalledAmount: 1 })).toMatchObject({
      share: 1,
    });
    expect(worry({ openCount: 10, openAmount: 100 })).toBeNull();
  });

  test('uses the share of deals if amounts are unknown', () => {
    expect(worry({ openCount: 4, stalledCount: 1, unansweredLeads: 1 })).toMatchObject({
      kind: 'stalled',
      share: 25,
    });
  });

  test('compares every figure with the week before', () => {
    const changes = weekChanges({ ...nothing, visits: 3, lostCount: 1 }, { ...nothing, visits: 2 });
    expect(Object.keys(changes)).toEqual(Object.keys(nothing));
    expect(changes.visits).toMatchObject({ now: 3, before: 2, percent: 50 });
    expect(changes.lostCount).toMatchObject({ now: 1, before: 0, percent: null });
  });
});
