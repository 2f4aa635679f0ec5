/** A deal for a breakdown by one field; `value` null if the field is empty. */
export interface BreakdownDeal {
  value: string | null;
  status: 'open' | 'won' | 'lost';
  /** Minor units. */
  amount: number;
  /** Amount × stage probability, in minor units. */
  weighted: number;
}

export interface BreakdownRow {
  value: string | null;
  open: number;
  openAmount: number;
  weighted: number;
  won: number;
  wonAmount: number;
  lost: number;
}

/** Sums deals by the value of one field, largest amount first; deals without a value last. */
export function breakdown(deals: Iterable<BreakdownDeal>): BreakdownRow[] {
  const rows = new Map<string | null, BreakdownRow>();
  for (const { value, status, amount, weighted } of deals) {
    const row = rows.get(value) ?? {
      value,
      open: 0,
      openAmount: 0,
      weighted: 0,
      won: 0,
      wonAmount: 0,
      lost: 0,
    };
    row[status]++;
    if (status === 'open') {
      row.openAmount += amount;
      row.weighted += weighted;
    }
    if (status === 'won') row.wonAmount += amount;
    rows.set(value, row);
  }
  const amountOf = (row: BreakdownRow) => row.openAmount + row.wonAmount;
  return [...rows.values()].sort(
    (a, b) =>
      Number(a.value === null) - Number(b.value === null) ||
      amountOf(b) - amountOf(a) ||
      b.open - a.open ||
      ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  );
}
