import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributesTo,
  cutSlice,
  emptyTally,
  measures,
  type SlicedDeal,
  type SliceMeasure,
  type SliceValue,
  sortLines,
  sumTallies,
} from '../../../sales/figures/slice-measures.js';
import {
  builtInDimensions,
  dimensionsOf,
  findByName,
  measureNames,
} from '../../../sales/figures/slice-names.js';
import { shipped } from './fixtures.js';

type Filed = SlicedDeal & { a: SliceValue; b: SliceValue; tags: string[] };

const value = fc.option(fc.constantFrom('x', 'y', 'z'), { nil: null });
const deal: fc.Arbitrary<Filed> = fc.record({
  status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
  amount: fc.integer({ min: 0, max: 10_000_000_000 }),
  weighted: fc.integer({ min: 0, max: 10_000_000_000 }),
  days: fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
  a: value,
  b: value,
  tags: fc.uniqueArray(fc.constantFrom('p', 'q', 'r'), { minLength: 1, maxLength: 3 }),
});
const deals = fc.array(deal, { maxLength: 60 });
const all = Object.keys(measures) as SliceMeasure[];

describe('the table of a custom report', () => {
  it('sums over rows and over columns to the total, for any deals', () => {
    fc.assert(
      fc.property(deals, (some) => {
        const { rows, columns, total } = cutSlice(
          some,
          (one) => [one.a],
          (one) => [one.b],
        );
        expect(sumTallies(rows.map((row) => row.total))).toEqual(total);
        expect(sumTallies(columns.map((column) => column.total))).toEqual(total);
        for (const row of rows) expect(sumTallies(row.cells.values())).toEqual(row.total);
        for (const column of columns) {
          const cells = rows.map((row) => row.cells.get(column.value) ?? emptyTally());
          expect(sumTallies(cells)).toEqual(column.total);
        }
        expect(total.deals).toBe(some.length);
        expect(total.won + total.lost).toBeLessThanOrEqual(total.deals);
      }),
    );
  });

  it('has the same rows with a second dimension and with any order of deals', () => {
    fc.assert(
      fc.property(deals, (some) => {
        const one = cutSlice(some, (row) => [row.a]);
        const two = cutSlice(
          some.toReversed(),
          (row) => [row.a],
          (row) => [row.b],
        );
        const totals = (rows: typeof one.rows) => new Map(rows.map((row) => [row.value, row.total]));
        expect(totals(two.rows)).toEqual(totals(one.rows));
      }),
    );
  });

  it('lists a deal in the row of each of its tags, and once in the total', () => {
    fc.assert(
      fc.property(deals, (some) => {
        const { rows, total } = cutSlice(some, (one) => one.tags);
        expect(total.deals).toBe(some.length);
        for (const row of rows)
          expect(row.total.deals).toBe(some.filter((one) => one.tags.includes(row.value ?? '')).length);
      }),
    );
  });

  it('has measures that depend only on the deals that contribute to them', () => {
    fc.assert(
      fc.property(deals, fc.constantFrom(...all), (some, measure) => {
        const whole = cutSlice(some, () => [null]).total;
        const part = cutSlice(
          some.filter((one) => contributesTo(measure, one)),
          () => [null],
        ).total;
        expect(measures[measure].read(part)).toEqual(measures[measure].read(whole));
      }),
    );
  });

  it('is sorted with every row once, unknown values last', () => {
    fc.assert(
      fc.property(deals, fc.constantFrom(...all), fc.boolean(), (some, measure, hasOwn) => {
        const { rows } = cutSlice(some, (one) => [one.a]);
        const sorted = sortLines(rows, measure, hasOwn ? ['z', 'x'] : null);
        expect(new Set(sorted)).toEqual(new Set(rows));
        expect(sorted).toHaveLength(rows.length);
        const blank = sorted.findIndex((row) => row.value === null);
        if (blank >= 0) expect(blank).toBe(sorted.length - 1);
      }),
    );
  });
});

describe('measures of a custom report', () => {
  const won = { status: 'won' as const, amount: 300, weighted: 300, days: 10 };
  const some: SlicedDeal[] = [
    won,
    { ...won, amount: 100, days: 21 },
    { ...won, status: 'lost', amount: 50 },
    { ...won, status: 'open', amount: 1000, weighted: 400, days: null },
  ];
  const { total } = cutSlice(some, () => [null]);

  it.each([
    ['amount', 1450],
    ['count', 4],
    ['weighted', 400],
    ['wonAmount', 400],
    ['wonCount', 2],
    ['winRate', 67],
    ['lostCount', 1],
    ['lostAmount', 50],
    ['averageSize', 200],
    ['daysToClose', 16],
  ] as const)('include %s', (measure, expected) => {
    expect(measures[measure].read(total)).toBe(expected);
  });

  it('are null without deals', () => {
    for (const measure of ['winRate', 'averageSize', 'daysToClose'] as const)
      expect(measures[measure].read(emptyTally())).toBeNull();
  });
});

describe('the order of rows', () => {
  const rows = (['b', 'a', null, 'c'] as SliceValue[]).map((value, at) => ({
    value,
    total: { ...emptyTally(), deals: at, amount: [10, 30, 99, 10][at] ?? 0 },
  }));
  const values = (sorted: typeof rows) => sorted.map((row) => row.value);

  it('is by the figure, by count if amounts are hidden, or by the field’s own order', () => {
    expect(values(sortLines(rows, 'amount', null))).toEqual(['a', 'c', 'b', null]);
    expect(values(sortLines(rows, 'amount', null, false))).toEqual(['c', 'a', 'b', null]);
    expect(values(sortLines(rows, 'amount', ['c', 'b']))).toEqual(['c', 'b', 'a', null]);
  });
});

describe('names of measures and dimensions', () => {
  it('each mean one thing', () => {
    for (const items of [measureNames, builtInDimensions]) {
      const words = items.flatMap(({ key, name, aliases }) => [
        ...new Set([key, name.zh, name.en, ...aliases].map((word) => word.toLowerCase().replace(/\s/g, ''))),
      ]);
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    }
  });

  it('include custom fields, even if a custom field has the name of a built-in one', () => {
    const field = { key: 'product', name: { zh: '产品', en: 'Product' }, type: 'text' as const, choices: [] };
    const dimensions = dimensionsOf({ fields: [...shipped.fields, field] });
    expect(findByName(dimensions, '预算')?.own?.type).toBe('money');
    expect(findByName(dimensions, '产品')?.own).toBeUndefined();
    expect(findByName(dimensions, 'my.product')?.own).toBe(field);
    expect(new Set(dimensions.map(({ key }) => key)).size).toBe(dimensions.length);
  });
});
