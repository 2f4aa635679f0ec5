/** Money is integer minor units (分, cents); nothing here ever holds a fraction of one. */

/**
 * A whole percentage of an amount, rounded half up to the minor unit, exact for every safe integer.
 * Throws RangeError for an amount that is no safe integer.
 */
export function weighted(amount: number, percent: number): number {
  checked(amount);
  const hundreds = Math.trunc(amount / 100);
  return checked(hundreds * percent + Math.floor(((amount - hundreds * 100) * percent + 50) / 100));
}

/** Sum of amounts; null counts as nothing. Throws RangeError beyond the safe integers. */
export function sumOfAmounts(amounts: Iterable<number | null>): number {
  let sum = 0;
  for (const amount of amounts) sum = checked(sum + (amount ?? 0));
  return sum;
}

/** Mean, rounded to the minor unit; null of nothing. */
export function average(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round(checked(sum) / count);
}

function checked(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in minor units: ${amount}`);
  return amount;
}
