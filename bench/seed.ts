import Database from 'better-sqlite3';
import { forever } from '../store/statements/db.js';
import { moment } from './bench-product.js';

/** What every size has alike: deals that are open, deals that close in a week, follow-ups of each deal. */
const followUpsEach = 10;
const usual = { openDeals: 2_000, closedPerWeek: 200, people: 20 };
const week = 7 * 24 * 3_600_000;

/**
 * Writes so many deals with their versions and follow-ups straight into a database file, the closed ones
 * spread over as many weeks as it takes. Deterministic.
 */
export function seedHistory(file: string, deals: number, given: Partial<typeof usual> = {}): void {
  const { openDeals, closedPerWeek, people } = { ...usual, ...given };
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  const person = db.prepare(
    "insert into people (id, name, role, active, created_at) values (?, ?, 'rep', 1, 0)",
  );
  const customer = db.prepare(
    "insert into customers (id, no, name, owner_id, tags, facts, version, created_at) values (?, ?, ?, ?, '[]', '{}', 1, ?)",
  );
  const deal = db.prepare(
    `insert into deals (id, no, customer_id, name, owner_id, status, stage, stage_since, amount, closed_at, loss_reason,
     tags, facts, stall_at, last_follow_up_at, process_version, version, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', '{}', ?, ?, 1, 2, ?)`,
  );
  const version = db.prepare(
    'insert into deal_versions (deal_id, version, valid_from, valid_to, owner_id, status, stage, stage_since, amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const followUp = db.prepare(
    "insert into follow_ups (id, customer_id, deal_id, person_id, channel, words, facts, at, created_at, undone) values (?, ?, ?, ?, ?, '电话 价格偏高', '{}', ?, ?, 0)",
  );
  const stages = ['qualify', 'needs', 'proposal', 'negotiate'];
  const write = db.transaction((from: number, to: number) => {
    for (let n = from; n < to; n++) {
      const open = n < openDeals;
      const end = open ? null : moment.getTime() - Math.floor(((n - openDeals) * week) / closedPerWeek) - 1;
      const begin = open ? moment.getTime() - (1 + (n % 8)) * week : (end ?? 0) - 6 * week;
      const owner = `p${n % people}`;
      const id = `d${String(n).padStart(8, '0')}`;
      const stage = stages[n % stages.length] ?? 'needs';
      const status = open ? 'open' : n % 3 === 0 ? 'won' : 'lost';
      const amount = 100_000 + (n % 997) * 10_000;
      const moved = begin + week;
      const customerId = `c${Math.floor(n / 5)}`;
      const followedAt = (f: number) =>
        begin + Math.floor((f * ((end ?? moment.getTime()) - begin)) / followUpsEach);
      const stallAt = open ? moment.getTime() + ((n % 20) - 4) * week : null;
      deal.run(
        id,
        n + 1,
        customerId,
        'ERP',
        owner,
        status,
        stage,
        moved,
        amount,
        end,
        status === 'lost' ? 'price' : null,
        stallAt,
        followedAt(followUpsEach - 1),
        begin,
      );
      version.run(id, 1, begin, end ?? moved, owner, 'open', stages[0], begin, amount);
      version.run(id, 2, end ?? moved, forever.getTime(), owner, status, stage, moved, amount);
      for (let f = 0; f < followUpsEach; f++) {
        const at = followedAt(f);
        followUp.run(`${id}f${f}`, customerId, id, owner, f % 4 === 0 ? 'visit' : 'call', at, at);
      }
    }
  });
  db.transaction(() => {
    for (let n = 0; n < people; n++) person.run(`p${n}`, `Rep ${n}`);
    for (let n = 0; n * 5 < deals; n++) customer.run(`c${n}`, n + 1, `Customer ${n}`, `p${n % people}`, 0);
  })();
  for (let from = 0; from < deals; from += 10_000) write(from, Math.min(deals, from + 10_000));
  db.exec('analyze');
  db.close();
}
