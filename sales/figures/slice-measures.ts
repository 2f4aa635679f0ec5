import { average } from './money-sums.js';
import { percentOf } from './percentages.js';

/** A deal as a slice looks at it. */
export interface SlicedDeal {
  status: 'open' | 'won' | 'lost';
  /** Minor units. */
  amount: number;
  /** Amount × probability of its stage, in minor units. */
  weighted: number;
  /** Whole days from its creation to its end; null while it is open. */
  days: number | null;
}

/** What the deals of one cell come to; each figure is a sum, so that cells add up to totals. */
export interface SliceTally {
  deals: number;
  amount: number;
  /** Of open deals alone. */
  weighted: number;
  won: number;
  wonAmount: number;
  lost: number;
  lostAmount: number;
  /** Days to close of the won ones. */
  wonDays: number;
}

export type SliceMeasure =
  | 'amount'
  | 'count'
  | 'weighted'
  | 'wonAmount'
  | 'wonCount'
  | 'winRate'
  | 'lostCount'
  | 'lostAmount'
  | 'averageSize'
  | 'daysToClose';

/** How a measure is written. */
export type Unit = 'money' | 'count' | 'percent' | 'days';

interface About {
  unit: Unit;
  /** Which deals it looks at: those that stand (or were created in a period), or those that were closed in one. */
  of: 'standing' | 'closed';
  /** Null where there is nothing to say: a rate of nothing. */
  read(tally: SliceTally): number | null;
}

export const measures: Record<SliceMeasure, About> = {
  amount: { unit: 'money', of: 'standing', read: (tally) => tally.amount },
  count: { unit: 'count', of: 'standing', read: (tally) => tally.deals },
  weighted: { unit: 'money', of: 'standing', read: (tally) => tally.weighted },
  wonAmount: { unit: 'money', of: 'closed', read: (tally) => tally.wonAmount },
  wonCount: { unit: 'count', of: 'closed', read: (tally) => tally.won },
  winRate: { unit: 'percent', of: 'closed', read: (tally) => percentOf(tally.won, tally.won + tally.lost) },
  lostCount: { unit: 'count', of: 'closed', read: (tally) => tally.lost },
  lostAmount: { unit: 'money', of: 'closed', read: (tally) => tally.lostAmount },
  averageSize: { unit: 'money', of: 'closed', read: (tally) => average(tally.wonAmount, tally.won) },
  daysToClose: { unit: 'days', of: 'closed', read: (tally) => average(tally.wonDays, tally.won) },
};

/** Whether a deal has a part in a measure: a lost one has none in the sum of wins. */
export function countMeasures(measure: SliceMeasure, { status }: Pick<SlicedDeal, 'status'>): boolean {
  switch (measure) {
    case 'weighted':
      return status === 'open';
    case 'wonAmount':
    case 'wonCount':
    case 'averageSize':
    case 'daysToClose':
      return status === 'won';
    case 'lostCount':
    case 'lostAmount':
      return status === 'lost';
    case 'winRate':
      return status !== 'open';
    default:
      return true;
  }
}

export const noTally = (): SliceTally => ({
  deals: 0,
  amount: 0,
  weighted: 0,
  won: 0,
  wonAmount: 0,
  lost: 0,
  lostAmount: 0,
  wonDays: 0,
});

function add(tally: SliceTally, { status, amount, weighted, days }: SlicedDeal): void {
  tally.deals++;
  tally.amount += amount;
  if (status === 'open') tally.weighted += weighted;
  if (status === 'won') {
    tally.won++;
    tally.wonAmount += amount;
    tally.wonDays += days ?? 0;
  }
  if (status === 'lost') {
    tally.lost++;
    tally.lostAmount += amount;
  }
}

export function sumOf(tallies: Iterable<SliceTally>): SliceTally {
  const sum = noTally();
  for (const tally of tallies)
    for (const key of Object.keys(sum) as (keyof SliceTally)[]) sum[key] += tally[key];
  return sum;
}

/** What a deal is filed under; null: nothing is known. A deal of several tags is filed under each. */
export type Value = string | null;

export interface SliceLine {
  value: Value;
  total: SliceTally;
}

export interface CrossRow extends SliceLine {
  /** By the value of the second dimension; none for a slice of one. */
  cells: Map<Value, SliceTally>;
}

export interface SliceCut {
  rows: CrossRow[];
  /** None where there is one dimension. */
  columns: SliceLine[];
  /** Each deal once, however many rows it stands in. */
  total: SliceTally;
}

/** Files deals under the values of one dimension, or of two against each other. */
export function cutSlice<T extends SlicedDeal>(
  deals: Iterable<T>,
  rowOf: (deal: T) => readonly Value[],
  columnOf?: (deal: T) => readonly Value[],
): SliceCut {
  const rows = new Map<Value, CrossRow>();
  const columns = new Map<Value, SliceLine>();
  const total = noTally();
  for (const deal of deals) {
    add(total, deal);
    const under = columnOf?.(deal) ?? [];
    for (const value of under) add(made(columns, value, () => ({ value, total: noTally() })).total, deal);
    for (const value of rowOf(deal)) {
      const row = made(rows, value, () => ({ value, total: noTally(), cells: new Map() }));
      add(row.total, deal);
      for (const column of under) add(made(row.cells, column, noTally), deal);
    }
  }
  return { rows: [...rows.values()], columns: [...columns.values()], total };
}

function made<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/**
 * Lines in the order people read them: in the given one where the values have one of their own (stages, months), else
 * the most first. What is not known comes last.
 */
export function ordered<T extends SliceLine>(
  lines: readonly T[],
  measure: SliceMeasure,
  own: readonly string[] | null,
  inMoney = true,
): T[] {
  const { unit, read } = measures[measure];
  const size = ({ total }: SliceLine) => (unit === 'money' && !inMoney ? total.deals : (read(total) ?? -1));
  const place = ({ value }: SliceLine) => {
    const at = own && value !== null ? own.indexOf(value) : 0;
    return at < 0 ? (own?.length ?? 0) : at;
  };
  return lines.toSorted(
    (a, b) =>
      Number(a.value === null) - Number(b.value === null) ||
      place(a) - place(b) ||
      (own ? 0 : size(b) - size(a) || b.total.deals - a.total.deals) ||
      ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  );
}
