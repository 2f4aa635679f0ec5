import { describe, expect, test } from 'vitest';
import { readMonths, writeMonths } from '../../../kernel/pieces/month-list.js';
import { monthsIn } from '../../../kernel/time/months.js';
import {
  attainmentOf,
  combinedTarget,
  monthsWorked,
  paceOn,
  scoreOf,
  suggestTarget,
  type TargetAim,
  teamAim,
} from '../../../sales/figures/target-figures.js';
import { problemsOf, processOf, shipped, smallest, weekdaysOnly } from './fixtures.js';

const aim = (value: number, stretch: number | null = null): TargetAim => ({ value, stretch });
const pace = { gone: 10, total: 20 };

describe('months in words', () => {
  test.each([
    ['7月', '2026-07'],
    ['七月', '2026-07'],
    ['十二月份', '2026-12'],
    ['3月', '2027-03'],
    ['本月', '2026-11'],
    ['下个月', '2026-12'],
    ['上月', '2026-10'],
    ['本季', '2026-Q4'],
    ['下季度', '2027-Q1'],
    ['三季度', '2026-Q3'],
    ['Q3', '2026-Q3'],
    ['q1 2027', '2027-Q1'],
    ['2027年第一季度', '2027-Q1'],
    ['今年', '2026'],
    ['明年3月', '2027-03'],
    ['去年12月', '2025-12'],
    ['2027-02', '2027-02'],
    ['2027年2月', '2027-02'],
    ['July', '2026-07'],
    ['sept', '2026-09'],
    ['Jul 2027', '2027-07'],
    ['this month', '2026-11'],
    ['next quarter', '2027-Q1'],
    ['month', '2026-11'],
  ])('%s is read and written back', (words, expected) => {
    expect(readMonths(words, '2026-11-26')).toBe(expected);
    expect(readMonths(writeMonths(expected), '2026-11-26')).toBe(expected);
  });

  test.each(['张三', 'Marc', '13月', '月', '50万', '20', '2026-13', '五', '这'])(
    '%s is not a month',
    (words) => expect(readMonths(words, '2026-11-26')).toBeUndefined(),
  );

  test('are read across the end of a year', () => {
    expect(readMonths('上月', '2026-01-05')).toBe('2025-12');
    expect(readMonths('下月', '2026-12-05')).toBe('2027-01');
    expect(readMonths('上季', '2026-01-05')).toBe('2025-Q4');
  });

  test('are listed for a quarter and a year', () => {
    expect(monthsIn('2026-07')).toEqual(['2026-07']);
    expect(monthsIn('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsIn('2026')).toHaveLength(12);
  });
});

describe('combined targets', () => {
  test('are summed, minutes are averaged, and a part without a stretch counts with its target', () => {
    expect(combinedTarget('won', [aim(100), undefined, aim(200, 300)])).toEqual(aim(300, 400));
    expect(combinedTarget('response', [aim(30), aim(60)])).toEqual(aim(45));
    expect(combinedTarget('won', [undefined])).toBeUndefined();
  });

  test('belong to a team itself, otherwise they are summed from its people and the teams below', () => {
    const given: Record<string, TargetAim> = {
      'person:a': aim(10),
      'person:b': aim(20),
      'person:c': aim(40),
      'person:d': aim(5),
      'team:north': aim(100),
    };
    const tree = {
      teams: [
        { id: 'china', parentId: null },
        { id: 'east', parentId: 'china' },
        { id: 'north', parentId: 'china' },
      ],
      people: [
        { id: 'a', teamId: 'east' },
        { id: 'b', teamId: 'east' },
        { id: 'c', teamId: 'north' },
        { id: 'd', teamId: null },
      ],
      aimOf: (scope: string, id: string) => given[`${scope}:${id}`],
    };
    expect(teamAim(tree, 'won', 'east')?.value).toBe(30);
    expect(teamAim(tree, 'won', 'north')?.value).toBe(100);
    expect(teamAim(tree, 'won', 'china')?.value).toBe(130);
    expect(teamAim(tree, 'won', null)?.value).toBe(135);
    given['company:'] = aim(500);
    expect(teamAim(tree, 'won', null)?.value).toBe(500);
  });

  test('handle teams that are each other’s parents', () => {
    const tree = {
      teams: [
        { id: 'x', parentId: 'y' },
        { id: 'y', parentId: 'x' },
      ],
      people: [{ id: 'a', teamId: 'y' }],
      aimOf: (scope: string) => (scope === 'person' ? aim(7) : undefined),
    };
    expect(teamAim(tree, 'won', 'x')?.value).toBe(7);
  });
});

describe('the pace of a target', () => {
  const calendar = {
    ...weekdaysOnly,
    isWorkday: (date: string) => ![0, 6].includes(new Date(date).getUTCDay()),
  };
  const november = { first: '2026-11-01', last: '2026-11-30' };
  test.each([
    ['2026-10-31', 0],
    ['2026-11-02', 0],
    ['2026-11-03', 1],
    ['2026-11-26', 18],
    ['2026-11-30', 20],
    ['2026-12-01', 21],
  ])('on %s counts %i of 21 workdays as over', (today, gone) => {
    expect(paceOn(calendar, november, today)).toMatchObject({ gone, total: 21 });
  });
});

describe('attainment', () => {
  test('has a percent, the amount needed per day, and the stretch', () => {
    expect(attainmentOf('visits', 5, aim(20, 25), pace)).toEqual({
      metric: 'visits',
      done: 5,
      target: 20,
      stretch: 25,
      percent: 25,
      stretchPercent: 20,
      perDay: 2,
    });
  });

  test('needs nothing per day once reached or without days left', () => {
    expect(attainmentOf('visits', 21, aim(20), pace)).toMatchObject({ percent: 105, perDay: null });
    expect(attainmentOf('visits', 2, aim(20), { gone: 20, total: 20 }).perDay).toBeNull();
  });

  test('is better with fewer minutes, and null without leads', () => {
    expect(attainmentOf('response', 60, aim(30), pace)).toMatchObject({ percent: 50, perDay: null });
    expect(attainmentOf('response', 15, aim(30), pace).percent).toBe(200);
    expect(attainmentOf('response', 0, aim(30), pace).percent).toBe(200);
    expect(attainmentOf('response', null, aim(30), pace).percent).toBeNull();
  });

  test('has no percent without a target', () => {
    expect(attainmentOf('won', 5, undefined, pace)).toMatchObject({
      target: null,
      percent: null,
      perDay: null,
    });
  });
});

describe('the KPI score', () => {
  const weights = { ...shipped.kpi.weights, won: 60, visits: 20, followUps: 20, newDeals: 0 };

  test('is the weighted attainment, each metric up to 120 percent', () => {
    const score = scoreOf(weights, [
      attainmentOf('won', 90, aim(100), pace),
      attainmentOf('visits', 40, aim(20), pace),
      attainmentOf('followUps', 10, aim(20), pace),
    ]);
    expect(score?.points).toBe(88);
    expect(score?.parts).toEqual([
      { metric: 'won', weight: 60, percent: 90, capped: false, points: 54 },
      { metric: 'visits', weight: 20, percent: 200, capped: true, points: 24 },
      { metric: 'followUps', weight: 20, percent: 50, capped: false, points: 10 },
    ]);
    expect(score?.without).toEqual([]);
  });

  test('leaves out metrics without a target, and shares their weight among the others', () => {
    const score = scoreOf(weights, [
      attainmentOf('won', 50, aim(100), pace),
      attainmentOf('visits', 20, aim(20), pace),
    ]);
    expect(score?.points).toBe(63);
    expect(score?.parts.map((part) => part.weight)).toEqual([75, 25]);
    expect(score?.without).toEqual(['followUps']);
  });

  test('is null without targets or without weights', () => {
    expect(scoreOf(weights, [attainmentOf('won', 5, undefined, pace)])).toBeNull();
    const none = processOf(smallest('kpi: { weights: { won: 0 } }\n')).kpi.weights;
    expect(scoreOf(none, [attainmentOf('won', 5, aim(10), pace)])).toBeNull();
  });

  test('refuses weights that do not sum to 100 or are misspelt', () => {
    expect(problemsOf(smallest('kpi: { weights: { won: 60, visits: 40 } }\n'))).toEqual([]);
    expect(problemsOf(smallest('kpi: { weights: { won: 60 } }\n'))[0]?.reason.zh).toContain('现在是 60');
    expect(problemsOf(smallest('kpi: { weights: { visit: 100 } }\n'))[0]?.reason.en).toContain('"visits"');
    expect(processOf(smallest()).kpi.weights.won).toBe(60);
  });
});

describe('suggested targets', () => {
  test('are the median of past months, raised and rounded', () => {
    expect(suggestTarget('won', [30_000_000, 33_333_300, 90_000_000], 10)).toEqual({
      months: 3,
      median: 33_333_300,
      value: 37_000_000,
    });
    expect(suggestTarget('visits', [10, 10, 10, 30], 10).value).toBe(11);
    expect(suggestTarget('response', [60, 40, null, 50], 10)).toEqual({ months: 3, median: 50, value: 45 });
  });

  test('need three months with something done', () => {
    expect(suggestTarget('visits', [10, null, 12], 10)).toEqual({ months: 2, median: 11, value: null });
    expect(suggestTarget('visits', [0, 0, 0, 4], 10).value).toBeNull();
  });

  test('use full months only', () => {
    const six = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
    expect(monthsWorked('2026-11', { joined: '2026-01', firstDone: null })).toEqual(six);
    expect(monthsWorked('2026-11', { joined: '2026-08', firstDone: '2026-08' })).toEqual(six.slice(4));
    expect(monthsWorked('2026-11', { joined: '2026-11', firstDone: '2026-06' })).toEqual(six.slice(1));
  });
});
