/** One line of a result table. */
export interface Row {
  what: string;
  size: string;
  ours: string;
  floor: string;
  ratio: string;
  aim: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** Milliseconds that `work` takes, by the monotonic clock. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Medians of two works in turn, A B A B …, after a warm-up of each: a machine that slows down slows both.
 */
export async function inTurn(
  rounds: number,
  a: () => Promise<unknown> | unknown,
  b: () => Promise<unknown> | unknown,
): Promise<{ a: number; b: number; ratio: number }> {
  await a();
  await b();
  const times: { a: number[]; b: number[] } = { a: [], b: [] };
  for (let n = 0; n < rounds; n++) {
    times.a.push(await timed(a));
    times.b.push(await timed(b));
  }
  return {
    a: median(times.a),
    b: median(times.b),
    ratio: median(times.a.map((time, n) => time / (times.b[n] ?? 1))),
  };
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const times = (value: number): string => `${value.toFixed(2)}×`;

const mebibyte = 2 ** 20;
export const residentMiB = (): number => Math.round(process.memoryUsage.rss() / mebibyte);
/** The most this process has held so far. */
export const peakMiB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

/** The path of a script of this folder that measures in a process of its own. */
export const childScript = (name: string): string => new URL(`./${name}.js`, import.meta.url).pathname;
