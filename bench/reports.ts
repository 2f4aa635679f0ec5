import Database from 'better-sqlite3';
import { calendarOf } from '../bot/product/product.js';
import { zonedIn } from '../crm/words/zoned-dates.js';
import { weeklyReport } from '../reports/weekly/weekly-figures-card.js';
import { previousWeek, weekOf } from '../sales/time/weeks.js';
import { stallsToAlert } from '../store/deals/deal-queries.js';
import type { Span } from '../store/reports/report-conditions.js';
import { forever } from '../store/statements/db.js';
import { benchProduct, moment, zone } from './bench-product.js';
import { median, ms, type Row, timed, times } from './measure.js';
import { seedHistory } from './seed.js';

const sizes = [10_000, 100_000, 1_000_000];
const warmUp = 3;
const rounds = 25;

/**
 * The weekly report and the stall scan against hand-written SQL for the same figures. The sizes differ in
 * history only: the open pipeline and the activity of a week are the same, so the times should be too.
 */
export async function benchReports(): Promise<Row[]> {
  const houses: House[] = [];
  for (const size of sizes) houses.push(await house(size));
  const report = await inRounds(houses.map(({ report, floor }) => [report, floor.report]));
  const scan = await inRounds(houses.map(({ scan, floor }) => [scan, floor.scan]));
  for (const { end } of houses) await end();
  return sizes.flatMap((size, n) => [
    line('weekly report', size, report[n], report[0]),
    line('stall scan', size, scan[n], scan[0]),
  ]);
}

interface House {
  report: Work;
  scan: Work;
  floor: ReturnType<typeof handWritten>;
  end(): Promise<void>;
}

async function house(size: number): Promise<House> {
  const product = await benchProduct();
  seedHistory(product.file, size);
  const { process } = product.process.inForce;
  const { db } = product.store;
  const desk = { db, process, calendar: calendarOf(process), locale: 'zh' as const, zone, now: moment };
  const floor = handWritten(product.file);
  return {
    report: () => weeklyReport(desk, { asOf: moment }),
    scan: () => stallsToAlert(db, moment, 500),
    floor,
    end: async () => {
      floor.close();
      await product.end();
    },
  };
}

type Work = () => Promise<unknown> | unknown;

/** Every pair of works once a round, so that a machine that slows down slows all sizes alike. */
async function inRounds(pairs: [ours: Work, floor: Work][]): Promise<Timing[]> {
  const rounded = pairs.map(() => ({ ours: [] as number[], floor: [] as number[] }));
  for (let n = -warmUp; n < rounds; n++) {
    for (const [index, [ours, floor]] of pairs.entries()) {
      const [a, b] = [await timed(ours), await timed(floor)];
      if (n < 0) continue;
      rounded[index]?.ours.push(a);
      rounded[index]?.floor.push(b);
    }
  }
  return rounded.map(({ ours, floor }) => ({
    ours: median(ours),
    floor: median(floor),
    ratio: median(ours.map((time, n) => time / (floor[n] ?? 1))),
  }));
}

interface Timing {
  ours: number;
  floor: number;
  ratio: number;
}

function line(what: string, size: number, time?: Timing, first?: Timing): Row {
  if (!time || !first) throw new Error('not measured');
  const growth = time === first ? '' : `, ${times(time.ours / first.ours)} of the first size (aim ≤ 1.15×)`;
  return {
    what,
    size: `${size.toLocaleString('en')} deals`,
    ours: ms(time.ours) + growth,
    floor: ms(time.floor),
    ratio: times(time.ratio),
    aim: '≤ 1.2×',
  };
}

/**
 * The report's figures by hand: every sum, count and list it is made of, by statements prepared once, rows as
 * arrays. Nothing is composed of them, and whether a deal touched since was stalled then is not reckoned.
 */
export function handWritten(file: string): { report(): void; scan(): void; close(): void } {
  const db = new Database(file, { readonly: true });
  const week = previousWeek(weekOf(moment, zonedIn(zone)), zonedIn(zone));
  const before = previousWeek(week, zonedIn(zone));
  const raw = (text: string) => db.prepare(text).raw();
  const ofSpan = [
    'select owner_id, count(*), count(responded_at) from leads where created_at >= :from and created_at < :to group by owner_id',
    'select person_id, channel, count(*) from follow_ups where at >= :from and at < :to and undone = 0 group by person_id, channel',
    'select owner_id, count(*) from deals where created_at >= :from and created_at < :to group by owner_id',
    "select person_id, count(*) from events where kind = 'deal.moved' and at >= :from and at < :to and undone_at is null group by person_id",
    'select owner_id, status, count(*), sum(amount) from deals where closed_at >= :from and closed_at < :to group by owner_id, status',
    `select sum(v.amount) from deals d join deal_versions v on v.deal_id = d.id
     where d.created_at >= :from and d.created_at < :to and v.valid_from <= :to and v.valid_to > :to`,
    "select stage, count(*), sum(amount) from deal_versions indexed by deal_versions_valid where status = 'open' and valid_to > :to and valid_from <= :to group by stage",
    'select count(*), sum(amount) from deals where stall_at <= :to',
    `select d.id, d.no, d.name, d.customer_id, v.owner_id, v.stage, v.stage_since, v.amount, d.created_at, d.version,
       (select max(at) from follow_ups f where f.deal_id = d.id and f.at <= :to and f.undone = 0),
       (select max(due_date) from tasks t where t.customer_id = d.customer_id and t.deal_id = d.id and t.created_at <= :to and (t.done_at is null or t.done_at > :to))
     from deal_versions v indexed by deal_versions_valid join deals d on d.id = v.deal_id
     where v.status = 'open' and v.valid_to > :to and v.valid_from <= :to and (v.valid_to < ${forever.getTime()} or d.last_follow_up_at > :to)
     and (d.stall_at is null or d.stall_at > :to)`,
    'select count(*) from leads where respond_by <= :to',
    "select count(*) from tasks where status = 'open' and due_at <= :to and created_at <= :to",
    "select count(*) from tasks where status = 'done' and due_at <= :to and due_at >= :from and done_at > :to and created_at <= :to",
    `select l.created_at from leads l left join deals d on d.id = l.deal_id where l.created_at >= :from and l.created_at < :to
     and (l.responded_at > :to or (l.responded_at is null and d.created_at > :to))`,
  ].map(raw);
  const present = [
    'select * from deals indexed by deals_stall where stall_at <= :to order by coalesce(amount, -1) desc, no limit 40',
    'select count(*), sum(amount) from deals where stall_at <= :to',
    "select count(*) from leads where status = 'open' and created_at <= :to",
    'select count(*) from deals d join leads l on l.customer_id = d.customer_id and l.deal_id = d.id where d.created_at > :to and l.created_at <= :to',
    "select * from leads where status = 'open' and created_at <= :to and last_follow_up_at is null order by created_at, no limit 7",
    "select * from leads where status = 'open' and created_at <= :from and last_follow_up_at is not null order by created_at, no limit 7",
    'select id, name from people where active = 1',
  ].map(raw);
  const untold = db
    .prepare(
      'select * from deals where stall_at <= ? and (stall_alerted_at is null or stall_alerted_at <> stall_at) order by stall_at, id limit 500',
    )
    .raw();
  const values = ({ from, to }: Span) => ({ from: from.getTime(), to: to.getTime() });
  return {
    report: () => {
      for (const span of [week, before]) for (const statement of ofSpan) statement.all(values(span));
      for (const statement of present) statement.all(values({ from: week.from, to: moment }));
    },
    scan: () => {
      untold.all(moment.getTime());
    },
    close: () => db.close(),
  };
}
