/** A figure and its change against an earlier one. */
export interface Change {
  now: number;
  before: number;
  delta: number;
  /** Percent of `before`; null if `before` is 0 and `now` is not. */
  percent: number | null;
  direction: 'up' | 'down' | 'same';
}

/** Compares a figure with an earlier one. */
export function change(now: number, before: number): Change {
  const delta = now - before;
  const sign = Math.sign(delta);
  return {
    now,
    before,
    delta,
    percent: delta === 0 ? 0 : percentOf(delta, before),
    direction: sign > 0 ? 'up' : sign < 0 ? 'down' : 'same',
  };
}

/** Percent of `part` in `whole`, rounded; null if `whole` is 0. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}

/**
 * Percents that add up to 100 (all 0 if there is nothing): each share is rounded down, and the rest goes to
 * the largest remainders, earlier ones first.
 */
export function shares(counts: readonly number[]): number[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / whole) * 100);
  const rounded = exact.map(Math.floor);
  const rest = 100 - rounded.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const raised = new Set(byRemainder.slice(0, rest).map(({ index }) => index));
  return rounded.map((share, index) => (raised.has(index) ? share + 1 : share));
}

/** Median (of an even number, the mean of the two in the middle), or null for no values. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}
