import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type SourceConversion,
  sourceConversionOf,
  sourceConversionRows,
} from '../../../sales/figures/source-conversion.js';

const lead = (
  key: string | null,
  status: SourceConversion['status'],
  amount = 0,
  days: number | null = null,
) => ({
  key,
  isLead: true,
  status,
  amount,
  days,
});

it('source rows count outcomes per source, sorted by won deals, unknown source last', () => {
  const rows = sourceConversionRows([
    lead('web', 'won', 300, 10),
    lead('web', 'won', 100, 20),
    lead('web', 'lost', 50),
    lead('web', null),
    lead('fair', 'open', 900),
    lead(null, 'won', 999, 3),
  ]);
  expect(rows.map(({ key }) => key)).toEqual(['web', 'fair', null]);
  expect(rows[0]).toMatchObject({
    leads: 4,
    converted: 3,
    won: 2,
    lost: 1,
    wonAmount: 400,
    winRate: 67,
    medianDays: 15,
  });
  expect(rows[1]).toMatchObject({ open: 1, winRate: null, medianDays: null });
});

it('source rows sum to the total', () => {
  const item = fc.record({
    key: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
    isLead: fc.boolean(),
    status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const, null),
    amount: fc.nat(),
    days: fc.option(fc.nat(300), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (items) => {
      const all = sourceConversionOf(null, items);
      const rows = sourceConversionRows(items);
      for (const key of ['leads', 'converted', 'open', 'won', 'lost', 'wonAmount'] as const)
        expect(rows.reduce((sum, row) => sum + row[key], 0)).toBe(all[key]);
    }),
  );
});
