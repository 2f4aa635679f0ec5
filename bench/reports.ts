import Database from 'better-sqlite3';
import { calendarOf } from '../bot/product.js';
import { weeklyReport } from '../commands/reports/weekly.js';
import { zonedIn } from '../commands/zoned.js';
import { previousWeek, weekOf } from '../sales/week.js';
import { stalledDeals } from '../store/deals.js';
import { ground, moment, zone } from './ground.js';
import { inTurn, ms, type Row, times } from './measure.js';
import { seedHistory } from './seed.js';

const sizes = [10_000, 100_000, 1_000_000];
const rounds = 15;

/**
 * The weekly report and the stall scan against hand-written SQL for the same figures. The sizes differ in
 * history only: the open pipeline and the activity of a week are the same, so the times should be too.
 */
export async function benchReports(): Promise<Row[]> {
  const rows: Row[] = [];
  const first: { report?: number; scan?: number } = {};
  for (const size of sizes) {
    const product = await ground();
    seedHistory(product.file, size);
    const { process } = product.process.inForce;
    const desk = {
      db: product.store.db,
      process,
      calendar: calendarOf(process),
      locale: 'zh' as const,
      zone,
      now: moment,
    };
    const floor = handWritten(product.file);
    const report = await inTurn(rounds, () => weeklyReport(desk, { asOf: moment }), floor.report);
    const scan = await inTurn(
      rounds,
      () => stalledDeals(product.store.db, moment, { limit: 500 }),
      floor.scan,
    );
    first.report ??= report.a;
    first.scan ??= scan.a;
    const label = `${size.toLocaleString('en')} deals`;
    rows.push(
      line('weekly report', label, report, first.report),
      line('stall scan', label, scan, first.scan),
    );
    floor.close();
    await product.end();
  }
  return rows;
}

function line(what: string, size: string, time: { a: number; b: number; ratio: number }, first: number): Row {
  const growth = time.a === first ? '' : `, ${times(time.a / first)} of the first size (aim ≤ 1.15×)`;
  return {
    what,
    size,
    ours: ms(time.a) + growth,
    floor: ms(time.b),
    ratio: times(time.ratio),
    aim: '≤ 1.2×',
  };
}

/** The figures of the report by hand: prepared once, rows as arrays, nothing composed of them. */
function handWritten(file: string): { report(): void; scan(): void; close(): void } {
  const db = new Database(file, { readonly: true });
  const week = previousWeek(weekOf(moment, zonedIn(zone)), zonedIn(zone));
  const before = previousWeek(week, zonedIn(zone));
  const sql = {
    leads:
      'select owner_id, count(*), count(responded_at) from leads where created_at >= ? and created_at < ? group by owner_id',
    followUps:
      'select person_id, channel, count(*) from follow_ups where at >= ? and at < ? and undone = 0 group by person_id, channel',
    newDeals:
      'select owner_id, count(*), sum(amount) from deals where created_at >= ? and created_at < ? group by owner_id',
    moved:
      "select person_id, count(*) from events where at >= ? and at < ? and kind = 'deal.moved' group by person_id",
    closed:
      'select owner_id, status, count(*), sum(amount) from deals where closed_at >= ? and closed_at < ? group by owner_id, status',
  };
  const spans = Object.values(sql).map((text) => db.prepare(text).raw());
  const pipeline = db
    .prepare(
      "select stage, count(*), sum(amount) from deal_versions where status = 'open' and valid_to > ? and valid_from <= ? group by stage",
    )
    .raw();
  const stalled = db.prepare('select * from deals where stall_at <= ? order by stall_at, id limit ?').raw();
  const totals = db.prepare('select count(*), sum(amount) from deals where stall_at <= ?').raw();
  return {
    report: () => {
      for (const { from, to } of [week, before]) {
        for (const statement of spans) statement.all(from.getTime(), to.getTime());
        pipeline.all(to.getTime(), to.getTime());
        totals.all(to.getTime());
      }
      stalled.all(moment.getTime(), 7);
    },
    scan: () => {
      stalled.all(moment.getTime(), 500);
    },
    close: () => db.close(),
  };
}
