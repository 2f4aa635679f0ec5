import Database from 'better-sqlite3';
import { calendarOf } from '../bot/product/product.js';
import { dryRunReturns } from '../crm/rules/dry-run-pool.js';
import { zonedIn } from '../crm/words/zoned-dates.js';
import type { Process } from '../sales/process/parse-process.js';
import { countCustomers } from '../store/leads/dry-run-queries.js';
import { benchProduct, moment, zone } from './bench-product.js';
import { inTurn, ms, type Row, times } from './measure.js';

const sizes = [10_000, 100_000];
const rounds = 7;
const day = 86_400_000;
/** What is looked back at, and what the rule allows, in workdays. */
const lookedBackDays = 91;
const limit = 15;

/** The dry run of a rule that returns silent customers, against one hand-written statement for the same answer. */
export async function benchDryRun(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) rows.push(await measured(size));
  return rows;
}

async function measured(size: number): Promise<Row> {
  const product = await benchProduct();
  seedCustomers(product.file, size);
  const before = product.process.inForce.process;
  const process: Process = {
    ...before,
    pool: { ...before.pool, customers: { ...before.pool.customers, returnAfterDays: limit } },
  };
  const calendar = calendarOf(before);
  const zoned = zonedIn(zone);
  const { db } = product.store;
  const period = { from: new Date(moment.getTime() - lookedBackDays * day), to: moment };
  const ctx = { db, process: before, calendar, zone, locale: 'zh' as const, now: moment };
  const ours = async () => {
    const [was, would] = await dryRunReturns(ctx, [before, process], period, 'customers');
    return [await countCustomers(db, period), was?.returned, would?.returned, would?.won];
  };
  const floor = handWritten(product.file, period, (at) =>
    zoned.instantOf(calendar.addWorkdays(zoned.localDate(at), limit + 1), '00:00'),
  );
  const [all, , returned, won] = await ours();
  const by = floor.run();
  if (String([all, returned, won]) !== String(by))
    throw new Error(`${[all, returned, won]} is not ${by}: the two do not answer the same`);
  const time = await inTurn(rounds, ours, () => floor.run());
  floor.close();
  await product.end();
  return {
    what: 'dry run of a pool rule',
    size: `${size.toLocaleString('en')} customers`,
    ours: ms(time.a),
    floor: ms(time.b),
    ratio: times(time.ratio),
    aim: '≤ 2×',
  };
}

/**
 * The answer by hand: a table tells of each day when the first workday too many begins, one statement finds the
 * silences and counts whom the rule would have returned and who was won later.
 */
function handWritten(
  file: string,
  { from, to }: { from: Date; to: Date },
  tooLong: (at: Date) => Date,
): { run(): number[]; close(): void } {
  const db = new Database(file);
  const offset = 8 * 3_600_000;
  db.exec('create temp table days (day integer primary key, too_long integer not null)');
  const insert = db.prepare('insert into days values (?, ?)');
  for (let at = from.getTime(); at <= to.getTime() + day; at += day)
    insert.run(Math.floor((at + offset) / day), tooLong(new Date(at)).getTime());
  const values = { from: from.getTime(), to: to.getTime() };
  const all = db
    .prepare(
      'select count(*) from customers where created_at < :to and merged_into is null and (owner_id is not null or pooled_at is not null)',
    )
    .raw();
  const returned = db
    .prepare(
      `with moments as (
         select id, max(created_at, cast(:from as integer)) at from customers
         where created_at < :to and merged_into is null and (owner_id is not null or pooled_at is not null)
         union all select customer_id, at from follow_ups where at >= :from and at < :to and undone = 0
         union all select customer_id, created_at from deals where created_at >= :from and created_at < :to
         union all select customer_id, closed_at from deals where closed_at >= :from and closed_at < :to
         union all select id, cast(:to as integer) from customers
         where created_at < :to and merged_into is null and (owner_id is not null or pooled_at is not null)
       ), gaps as (select id, at, lead(at) over (partition by id order by at) as next from moments)
       select count(distinct g.id), count(distinct case when exists (
         select 1 from deals d where d.customer_id = g.id and d.status = 'won' and d.closed_at > g.at) then g.id end)
       from gaps g join days on days.day = (g.at + ${offset}) / ${day}
       where g.next >= days.too_long and not exists (
         select 1 from deals d where d.customer_id = g.id and d.created_at <= g.at
         and (d.closed_at is null or d.closed_at > g.at))`,
    )
    .raw();
  return {
    run: () => [...(all.get(values) as number[]), ...(returned.get(values) as number[])],
    close: () => db.close(),
  };
}

/** Customers of twenty people, each followed up five times a quarter at the most, every third with a deal. */
function seedCustomers(file: string, size: number): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  const customer = db.prepare(
    "insert into customers (id, no, name, owner_id, tags, facts, version, created_at) values (?, ?, ?, ?, '[]', '{}', 1, ?)",
  );
  const deal = db.prepare(
    `insert into deals (id, no, customer_id, name, owner_id, status, stage, stage_since, closed_at, tags, facts,
     process_version, version, created_at) values (?, ?, ?, 'ERP', ?, ?, 'qualify', ?, ?, '[]', '{}', 1, 1, ?)`,
  );
  const followUp = db.prepare(
    "insert into follow_ups (id, customer_id, person_id, channel, words, facts, at, created_at, undone) values (?, ?, ?, 'call', '电话 价格偏高', '{}', ?, ?, 0)",
  );
  const person = db.prepare(
    "insert into people (id, name, role, active, created_at) values (?, ?, 'rep', 1, 0)",
  );
  const begin = moment.getTime() - 200 * day;
  db.transaction(() => {
    for (let n = 0; n < 20; n++) person.run(`p${n}`, `Rep ${n}`);
    for (let n = 0; n < size; n++) {
      const id = `c${String(n).padStart(7, '0')}`;
      const owner = `p${n % 20}`;
      customer.run(id, n + 1, `Customer ${n}`, owner, begin + (n % 150) * day);
      for (let f = 0; f < n % 6; f++) {
        const at = moment.getTime() - ((n * 7 + f * 19) % 90) * day - (n % 500) * 60_000;
        followUp.run(`${id}f${f}`, id, owner, at, at);
      }
      if (n % 3 > 0) continue;
      const from = moment.getTime() - ((n % 120) + 1) * day;
      const open = n % 9 === 0;
      const closed = open ? null : from + (n % 40) * day;
      const past = closed !== null && closed < moment.getTime();
      const status = past ? (n % 2 === 0 ? 'won' : 'lost') : 'open';
      deal.run(`d${id}`, n + 1, id, owner, status, from, past ? closed : null, from);
    }
  })();
  db.exec('analyze');
  db.close();
}
