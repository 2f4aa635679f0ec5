import { average } from './money-sums.js';
import { percentOf } from './percentages.js';

/** A deal to be grouped. */
export interface SlicedDeal {
  status: 'open' | 'won' | 'lost';
  /** Minor units. */
  amount: number;
  /** Amount × stage probability, in minor units. */
  weighted: number;
  /** Days from creation to close; null while it is open. */
  days: number | null;
}

/** Sums over the deals of a cell; every figure is a sum, so that cells add up to totals. */
export interface SliceTally {
  deals: number;
  amount: number;
  /** Of open deals only. */
  weighted: number;
  won: number;
  wonAmount: number;
  lost: number;
  lostAmount: number;
  /** Days to close of won deals, summed. */
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

/** The unit of a measure. */
export type MeasureUnit = 'money' | 'count' | 'percent' | 'days';

interface About {
  unit: MeasureUnit;
  /** Which deals it covers: those open at a moment (or created in a period), or those closed in one. */
  of: 'standing' | 'closed';
  /** Null if undefined, such as a rate of nothing. */
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

/** Whether a deal contributes to a measure: a lost one adds nothing to the sum of wins. */
export function contributesTo(measure: SliceMeasure, { status }: Pick<SlicedDeal, 'status'>): boolean {
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

/** Returns a tally of nothing. */
export const emptyTally = (): SliceTally => ({
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

/** Sums tallies. */
export function sumTallies(tallies: Iterable<SliceTally>): SliceTally {
  const sum = emptyTally();
  for (const tally of tallies)
    for (const key of Object.keys(sum) as (keyof SliceTally)[]) sum[key] += tally[key];
  return sum;
}

/** The value a deal is grouped under; null: unknown. A deal with several tags is under each. */
export type SliceValue = string | null;

export interface SliceLine {
  value: SliceValue;
  total: SliceTally;
}

export interface CrossRow extends SliceLine {
  /** By value of the second dimension; empty for one dimension. */
  cells: Map<SliceValue, SliceTally>;
}

export interface SliceCut {
  rows: CrossRow[];
  /** Empty for one dimension. */
  columns: SliceLine[];
  /** Each deal once, however many rows it is in. */
  total: SliceTally;
}

/** Groups deals by one dimension, or by two against each other. */
export function cutSlice<T extends SlicedDeal>(
  deals: Iterable<T>,
  rowOf: (deal: T) => readonly SliceValue[],
  columnOf?: (deal: T) => readonly SliceValue[],
): SliceCut {
  const rows = new Map<SliceValue, CrossRow>();
  const columns = new Map<SliceValue, SliceLine>();
  const total = emptyTally();
  for (const deal of deals) {
    add(total, deal);
    const columnValues = columnOf?.(deal) ?? [];
    for (const value of columnValues)
      add(getOrCreate(columns, value, () => ({ value, total: emptyTally() })).total, deal);
    for (const value of rowOf(deal)) {
      const row = getOrCreate(rows, value, () => ({ value, total: emptyTally(), cells: new Map() }));
      add(row.total, deal);
      for (const column of columnValues) add(getOrCreate(row.cells, column, emptyTally), deal);
    }
  }
  return { rows: [...rows.values()], columns: [...columns.values()], total };
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

/**
 * Sorts lines for reading: in the order of `own` (stages, months) if given, else largest first; unknown
 * values last.
 */
export function sortLines<T extends SliceLine>(
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
