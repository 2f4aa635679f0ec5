/** Money is an integer in minor units (分, cents), never a fraction of one. */

/**
 * Computes `percent` of an amount (minor units), rounded half up, exact for every safe integer. Throws
 * RangeError if the amount is not a safe integer.
 */
export function weighted(amount: number, percent: number): number {
  checked(amount);
  const hundreds = Math.trunc(amount / 100);
  return checked(hundreds * percent + Math.floor(((amount - hundreds * 100) * percent + 50) / 100));
}

/** Sums amounts (minor units); null counts as 0. Throws RangeError beyond the safe integers. */
export function sumOfAmounts(amounts: Iterable<number | null>): number {
  let sum = 0;
  for (const amount of amounts) sum = checked(sum + (amount ?? 0));
  return sum;
}

/** Mean rounded to the minor unit, or null for a count of 0. */
export function average(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round(checked(sum) / count);
}

function checked(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in minor units: ${amount}`);
  return amount;
}
