/** What a source cost in some months, and what came of it. */
export interface SourceCostRow {
  key: string | null;
  /** Minor units. */
  cost: number;
  leads: number;
  won: number;
  /** Minor units for each lead and each won deal; null if there was none. */
  perLead: number | null;
  perWin: number | null;
}

interface Outcome {
  key: string | null;
  leads: number;
  won: number;
}

/** Divides an amount: to whole units of the currency, or to the cent where it is small. */
function per(cost: number, count: number): number | null {
  if (count === 0) return null;
  const each = cost / count;
  return each >= small ? Math.round(each / 100) * 100 : Math.round(each);
}

/** Minor units below which cents are told. */
const small = 10_000;

/** Computes the cost of a lead and of a won deal for each source that cost something, the dearest first. */
export function sourceCostRows(
  costs: readonly { source: string; amount: number }[],
  outcomes: readonly Outcome[],
): SourceCostRow[] {
  const sums = new Map<string, number>();
  for (const { source, amount } of costs) sums.set(source, (sums.get(source) ?? 0) + amount);
  return [...sums]
    .map(([key, cost]) => {
      const { leads, won } = outcomes.find((one) => one.key === key) ?? { leads: 0, won: 0 };
      return { key, cost, leads, won, perLead: per(cost, leads), perWin: per(cost, won) };
    })
    .sort((a, b) => b.cost - a.cost || (a.key < b.key ? -1 : 1));
}

/** Adds up the sources that cost something; leads of other sources do not count. */
export function allSourceCosts(rows: readonly SourceCostRow[]): SourceCostRow {
  const sum = (of: (row: SourceCostRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [cost, leads, won] = [sum((row) => row.cost), sum((row) => row.leads), sum((row) => row.won)];
  return { key: null, cost, leads, won, perLead: per(cost, leads), perWin: per(cost, won) };
}
