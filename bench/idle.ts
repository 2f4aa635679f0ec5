import { calendarOf } from '../bot/product/product.js';
import { allJobs } from '../jobs/register-jobs.js';
import type { JobContext } from '../jobs/shared/job-context.js';
import { benchProduct, moment, zone } from './bench-product.js';
import { seedDue, seedIdle } from './idle-seed.js';
import { median, ms, type Row, timed, times } from './measure.js';

const sizes = [0, 100_000, 1_000_000];
const warmUp = 3;
const rounds = 25;
/** From one tick to the next. */
const stepMs = 10 * 60_000;

/** What only posts, or takes away what is old, looks for nothing that is due. */
const noScans = ['weekly-report', 'cleanup'];
const scans = allJobs.filter((job) => !noScans.includes(job.name));

/** A week before, nothing is due yet. */
const quiet = new Date(moment.getTime() - 7 * 24 * 3_600_000);

/**
 * One tick of every scan of the clock, in databases that differ in what lies idle: first with nothing due, then with
 * the same records due in each. A tick has records of its own, and acts on them as the product does.
 */
export async function benchIdle(): Promise<Row[]> {
  const houses: House[] = [];
  for (const size of sizes) houses.push(await house(size));
  const nothing = await inRounds(houses, quiet);
  const acts = await inRounds(houses, moment);
  for (const { end } of houses) await end();
  if (nothing.acted.some((count) => count > 0))
    throw new Error(`a tick with nothing due acted: ${nothing.acted}`);
  const [first = 0] = acts.acted;
  if (first === 0 || acts.acted.some((count) => count !== first)) {
    throw new Error(`the houses did not do the same: ${acts.acted.join(', ')}`);
  }
  const perTick = Math.round(first / rounds);
  const row = (what: string, { whole }: Ticks, n: number) =>
    line(what, sizes[n] ?? 0, whole[n] ?? [], whole[0] ?? []);
  const largest = sizes.length - 1;
  return [
    ...sizes.map((_, n) => row('one tick of all scans, nothing due', nothing, n)),
    ...sizes.map((_, n) => row(`one tick of all scans, ${perTick} acts`, acts, n)),
    ...scans.map(({ name }) => {
      const of = (n: number) => nothing.each[n]?.get(name) ?? [];
      return line(`${name}, nothing due`, sizes[largest] ?? 0, of(largest), of(0));
    }),
  ];
}

/** Milliseconds of each tick, of each house: of all jobs, and of each; and what the house did, counted. */
interface Ticks {
  whole: number[][];
  each: Map<string, number[]>[];
  acted: number[];
}

/** Every house once a round, so that a machine that slows down slows all alike. */
async function inRounds(houses: readonly House[], from: Date): Promise<Ticks> {
  const ticks: Ticks = {
    whole: houses.map(() => []),
    each: houses.map(() => new Map(scans.map(({ name }) => [name, []]))),
    acted: houses.map(() => 0),
  };
  for (let round = 0; round < warmUp + rounds; round++) {
    const at = new Date(from.getTime() + round * stepMs);
    for (const [n, { tick }] of houses.entries()) {
      const { took, acted } = await tick(at);
      // The first tick tells of the figures of the week that is over.
      if (round < warmUp) continue;
      ticks.acted[n] = (ticks.acted[n] ?? 0) + acted;
      for (const [name, time] of took) ticks.each[n]?.get(name)?.push(time);
      ticks.whole[n]?.push([...took.values()].reduce((sum, time) => sum + time, 0));
    }
  }
  return ticks;
}

interface House {
  /** Milliseconds of each job, and what they did, counted. */
  tick(at: Date): Promise<{ took: Map<string, number>; acted: number }>;
  end(): Promise<void>;
}

async function house(size: number): Promise<House> {
  const product = await benchProduct();
  seedDue(product.file, warmUp + rounds, stepMs);
  seedIdle(product.file, size);
  const { store } = product;
  const inForce = product.process.inForce.process;
  const process = {
    ...inForce,
    lead: { ...inForce.lead, reassignAfterMinutes: 180 },
    pool: { ...inForce.pool, customers: { ...inForce.pool.customers, returnAfterDays: 500 } },
  };
  return {
    async tick(at) {
      const context: JobContext = {
        store,
        now: at,
        process,
        processVersion: 1,
        calendar: calendarOf(process),
        locale: 'zh',
        timeZone: zone,
      };
      const took = new Map<string, number>();
      let acted = 0;
      for (const job of scans) {
        const time = await timed(async () => {
          for (const { scope } of await job.slots(context)) {
            const { counts } = await job.run({ scope, at, lateMinutes: 0 }, context);
            for (const count of Object.values(counts)) acted += count;
          }
        });
        took.set(job.name, time);
      }
      return { took, acted };
    },
    end: () => product.end(),
  };
}

function line(what: string, size: number, ours: number[], floor: number[]): Row {
  const ratio = median(ours.map((time, n) => time / (floor[n] ?? 1)));
  return {
    what,
    size: `${size.toLocaleString('en')} idle records`,
    ours: ms(median(ours)),
    floor: ms(median(floor)),
    ratio: times(ratio),
    aim: size === 0 ? '' : '≤ 1.15×',
  };
}
