/** A unit that says what a figure means, however small it is. */
const unit = /[元块$¥€£]|\b(?:yuan|rmb|cny|usd|dollars?|euros?)\b/iu;

/** Whether words say in which unit an amount is, other than by ten thousands. */
export const saysUnit = (words: string): boolean => unit.test(words);

/** An amount in whole units, as it reads in every language: 35元. */
export const inUnits = (amount: number): string => `${amount}元`;

/** Units that a bare figure may leave out. */
const factors = [1, 1_000, 10_000, 1_000_000, 100_000_000];

/**
 * Reads a bare figure in the unit of the value it corrects, in minor units: "make it 6.5" of 6,000 is 6,500. Undefined if no
 * unit brings it near.
 */
export function inUnitOf(number: number | undefined, known: number | null): number | undefined {
  if (!number || !known) return undefined;
  const apart = (value: number) => Math.abs(Math.log(value / known));
  const [best = 0] = factors.map((one) => number * one * 100).sort((a, b) => apart(a) - apart(b));
  return apart(best) <= Math.log(10) ? Math.round(best) : undefined;
}
