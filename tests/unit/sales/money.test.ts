import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byValueAtRisk, valueAtRisk } from '../../../sales/deals/value-at-risk.js';
import { average, sumOfAmounts, weighted } from '../../../sales/figures/money-sums.js';
import { at, shipped } from './fixtures.js';

describe('money', () => {
  test.each([
    [30_000_000, 40, 12_000_000],
    [1, 50, 1],
    [1, 49, 0],
    [333, 33, 110],
    [0, 100, 0],
    [-1, 50, 0],
    [-100, 40, -40],
    [Number.MAX_SAFE_INTEGER, 100, Number.MAX_SAFE_INTEGER],
  ])('weighted %d at %d%%', (amount, percent, expected) => {
    expect(weighted(amount, percent)).toBe(expected);
  });

  test('property: weighted is exact, rounded half up', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
        const scaled = BigInt(amount) * BigInt(percent) + 50n;
        const floor = scaled / 100n - (scaled < 0n && scaled % 100n !== 0n ? 1n : 0n);
        expect(BigInt(weighted(amount, percent))).toBe(floor);
      }),
    );
  });

  test('sums skip unknown amounts and refuse fractions and overflow', () => {
    expect(sumOfAmounts([1, null, 2])).toBe(3);
    expect(sumOfAmounts([])).toBe(0);
    expect(() => sumOfAmounts([0.1])).toThrow(RangeError);
    expect(() => sumOfAmounts([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => weighted(1.5, 10)).toThrow(RangeError);
  });

  test('the average of nothing is null', () => {
    expect(average(0, 0)).toBeNull();
    expect(average(10, 4)).toBe(3);
  });
});

describe('value at risk', () => {
  test('is the amount times the probability of the stage', () => {
    expect(valueAtRisk({ amount: 30_000_000, stage: 'negotiation' }, shipped)).toBe(24_000_000);
    expect(valueAtRisk({ amount: null, stage: 'negotiation' }, shipped)).toBe(0);
    expect(valueAtRisk({ amount: 30_000_000, stage: 'gone' }, shipped)).toBe(0);
  });

  test('sorts the list of today by value, then by due time', () => {
    const items = [
      { id: 'task', deal: null, dueAt: at('2026-06-01') },
      { id: 'small', deal: { amount: 100, stage: 'lead' }, dueAt: at('2026-06-01') },
      { id: 'late', deal: null, dueAt: at('2026-05-01') },
      { id: 'big', deal: { amount: 1000, stage: 'proposal' }, dueAt: at('2026-06-02') },
      { id: 'equal', deal: { amount: 1000, stage: 'proposal' }, dueAt: at('2026-06-01') },
    ];
    expect(byValueAtRisk(items, shipped).map((item) => item.id)).toEqual([
      'equal',
      'big',
      'small',
      'late',
      'task',
    ]);
    expect(items[0]?.id).toBe('task');
  });
});
