import { describe, expect, test } from 'vitest';
import { type BridgeDeal, bridgeOf, bridgeParts } from '../../sales/figures/bridge-parts.js';

const open = { status: 'open' as const, amount: 100, isDue: true, isOurs: true };
const one = (before: BridgeDeal['before'], after: BridgeDeal['after']) =>
  bridgeOf([{ id: 'd', before, after }]);

function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
}

test('the bridge report always sums to the cent, in total and per row', () => {
  const roll = dice(7);
  const state = () => ({
    status: (['open', 'open', 'open', 'won', 'lost'] as const)[roll(5)] ?? 'open',
    amount: roll(4) === 0 ? 0 : roll(10_000_000),
    isDue: roll(3) > 0,
    isOurs: roll(4) > 0,
  });
  for (let round = 0; round < 400; round++) {
    const deals = Array.from({ length: roll(30) }, (_, n) => ({
      id: `d${n}`,
      before: roll(4) === 0 ? null : state(),
      after: state(),
    }));
    const { opening, closing, parts } = bridgeOf(deals);
    const all = bridgeParts.reduce((sum, part) => sum + parts[part].amount, 0);
    expect(opening + all).toBe(closing);
    for (const part of bridgeParts) {
      expect(parts[part].deals.reduce((sum, deal) => sum + deal.amount, 0)).toBe(parts[part].amount);
    }
  }
});

describe('the bridge report of a deal', () => {
  test.each([
    ['new', null, open, { new: 100 }],
    ['grown', open, { ...open, amount: 150 }, { grown: 50 }],
    ['shrunk', open, { ...open, amount: 60 }, { shrunk: -40 }],
    ['won for more', open, { ...open, status: 'won', amount: 120 }, { grown: 20, won: -120 }],
    ['lost', open, { ...open, status: 'lost' }, { lost: -100 }],
    ['put off', open, { ...open, isDue: false, amount: 300 }, { slipped: -100 }],
    ['pulled in', { ...open, isDue: false }, { ...open, amount: 130 }, { pulledIn: 100, grown: 30 }],
    ['handed away', open, { ...open, isOurs: false }, { handedAway: -100 }],
    ['handed in', { ...open, isOurs: false }, open, { handedIn: 100 }],
    ['come and won', null, { ...open, status: 'won' }, { new: 100, won: -100 }],
    ['lost though not due', { ...open, isDue: false }, { ...open, isDue: false, status: 'lost' }, {}],
  ] as const)('has the right row for a deal that was %s', (_, before, after, expected) => {
    const { parts } = one(before, after as BridgeDeal['after']);
    const there = Object.fromEntries(
      bridgeParts.filter((part) => parts[part].amount !== 0).map((part) => [part, parts[part].amount]),
    );
    expect(there).toEqual(expected);
  });
});
