import { median, percentOf } from './percentages.js';

/** A lead or deal and its outcome. */
export interface SourceConversion {
  /** The group it counts in; null: unknown. */
  key: string | null;
  isLead: boolean;
  /** Null: it did not become a deal. */
  status: 'open' | 'won' | 'lost' | null;
  amount: number;
  /** Days to its win; null if it was not won. */
  days: number | null;
}

export interface SourceConversionRow {
  key: string | null;
  leads: number;
  /** Deals; of leads, those that became one. */
  converted: number;
  open: number;
  won: number;
  lost: number;
  /** Minor units. */
  wonAmount: number;
  /** Percent won of those closed; null if none is closed. */
  winRate: number | null;
  medianDays: number | null;
}

/** Computes the outcome of leads or deals by group: largest won amount first, unknown last. */
export function sourceConversionRows(items: Iterable<SourceConversion>): SourceConversionRow[] {
  const byKey = new Map<string | null, SourceConversion[]>();
  for (const item of items) {
    const known = byKey.get(item.key);
    if (known) known.push(item);
    else byKey.set(item.key, [item]);
  }
  return [...byKey]
    .map(([key, members]) => sourceConversionOf(key, members))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        b.wonAmount - a.wonAmount ||
        b.won - a.won ||
        b.converted - a.converted ||
        b.leads - a.leads ||
        ((a.key ?? '') < (b.key ?? '') ? -1 : 1),
    );
}

/** Computes the figures of one group. */
export function sourceConversionOf(
  key: string | null,
  items: readonly SourceConversion[],
): SourceConversionRow {
  const of = (status: SourceConversion['status']) => items.filter((item) => item.status === status);
  const won = of('won');
  const lost = of('lost').length;
  return {
    key,
    leads: items.filter(({ isLead }) => isLead).length,
    converted: items.length - of(null).length,
    open: of('open').length,
    won: won.length,
    lost,
    wonAmount: won.reduce((sum, { amount }) => sum + amount, 0),
    winRate: percentOf(won.length, won.length + lost),
    medianDays: median(won.flatMap(({ days }) => (days === null ? [] : [days]))),
  };
}
