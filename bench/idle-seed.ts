import Database from 'better-sqlite3';
import { forever } from '../store/statements/db.js';
import { moment, zone } from './bench-product.js';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
const people = 20;
/** A year before the moment and more: what lies there is nobody's business. */
const longAgo = moment.getTime() - 400 * dayMs;
/** When a customer is looked at next, of whom nothing is due. */
const later = moment.getTime() + 400 * dayMs;

/** What becomes due in each tick. */
const perTick = { stalls: 60, leads: 30, returns: 30, approvals: 20, silent: 40, acts: 60, judged: 60 };

const columns = {
  customers: 'id, no, name, owner_id, team_id, tags, facts, silent_at, pool_at, version, created_at',
  deals:
    'id, no, customer_id, name, owner_id, team_id, status, stage, stage_since, amount, close_date, closed_at, tags, facts, stall_at, process_version, version, created_at',
  deal_versions:
    'deal_id, version, valid_from, valid_to, owner_id, team_id, status, stage, stage_since, amount, close_date',
  leads:
    'id, no, customer_id, owner_id, team_id, status, tags, note, respond_by, respond_alerts, responded_at, pool_at, version, created_at',
  tasks:
    'id, no, customer_id, owner_id, team_id, title, due_date, due_at, status, done_at, version, created_at',
  events: 'id, act_id, at, kind, person_id, record_type, record_id, before, after, origin',
  follow_ups: 'id, customer_id, deal_id, person_id, team_id, channel, words, facts, at, created_at, undone',
  alerts:
    'id, dedupe_key, rule, mode, record_type, record_id, person_id, team_id, value, why, sent, at, judge_at, judged_at',
  approvals:
    'id, deal_id, team_id, stage, requested_by, note, status, votes, remind_at, expires_at, version, created_at',
};

type Table = keyof typeof columns;
type Value = string | number | null;

/** Writes straight into a database file, each table by one statement. */
function writer(db: Database.Database) {
  const made = new Map<Table, Database.Statement>();
  return (table: Table, ...row: Value[]) => {
    let statement = made.get(table);
    if (!statement) {
      const names = columns[table].split(', ');
      const into = `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})`;
      statement = db.prepare(`${into} values (${names.map(() => '?').join(', ')})`);
      made.set(table, statement);
    }
    statement.run(...row);
  };
}

const person = (n: number): string => `p${n % people}`;

/** A team that works, and for each tick what becomes due in it. Deterministic. */
export function seedDue(file: string, ticks: number, stepMs: number): void {
  const db = new Database(file);
  const put = writer(db);
  db.transaction(() => {
    seedTeam(db);
    for (let tick = 0; tick < ticks; tick++) {
      const at = moment.getTime() + tick * stepMs;
      for (let n = 0; n < perTick.stalls; n++) seedStall(put, `${tick}-${n}`, tick * 1000 + n, at);
      for (let n = 0; n < perTick.leads + perTick.returns; n++) seedLead(put, tick, n, at);
      for (let n = 0; n < perTick.silent; n++) seedSilent(put, tick, n, at);
      for (let n = 0; n < perTick.approvals; n++) {
        const [id, deal] = [`a${tick}-${n}`, `d${tick}-${n}`];
        put('approvals', id, deal, 'east', 'negotiation', person(n), '', 'open', '[]', null, at, 1, longAgo);
      }
      // Read once they can no longer be undone.
      const acted = at - 15 * minuteMs;
      for (let n = 0; n < perTick.acts; n++) {
        const [was, is] = ['{"amount":40000000}', '{"amount":20000000,"version":2}'];
        const id = `e${tick}-${n}`;
        put('events', id, id, acted, 'deal.changed', person(n), 'deal', `d${tick}-${n}`, was, is, 'slack');
      }
      for (let n = 0; n < perTick.judged; n++) {
        const id = `w${tick}-${n}`;
        const record = ['deal', `d${tick}-${n}`, person(n), 'east'];
        put('alerts', id, id, 'cut', 'on', ...record, 1000, '{}', 'sent', at - 4 * dayMs, at, null);
      }
    }
  })();
  db.close();
}

function seedTeam(db: Database.Database): void {
  db.prepare("insert into teams (id, name, time_zone, created_at) values ('east', '华东', ?, 0)").run(zone);
  const one = db.prepare(
    "insert into people (id, name, role, team_id, active, created_at) values (?, ?, ?, 'east', 1, 0)",
  );
  const place = db.prepare(
    "insert into places (id, platform, external_id, kind, name, person_id, posts, created_at) values (?, 'slack', ?, 'private', ?, ?, '[]', 0)",
  );
  for (const id of ['boss', ...Array.from({ length: people }, (_, n) => person(n))]) {
    one.run(id, `Rep ${id}`, id === 'boss' ? 'manager' : 'rep');
    place.run(`at-${id}`, id, id, id);
  }
  db.exec("update teams set manager_id = 'boss'");
}

function seedStall(put: ReturnType<typeof writer>, key: string, no: number, at: number): void {
  const [id, customer, owner] = [`d${key}`, `c${key}`, person(no)];
  put('customers', customer, no + 1, `Customer ${key}`, owner, 'east', '[]', '{}', null, later, 1, longAgo);
  const deal = ['ERP', owner, 'east', 'open', 'qualify', at - 30 * dayMs, 20_000_000, null, null];
  put('deals', id, no + 1, customer, ...deal, '[]', '{}', at, 1, 1, at - 30 * dayMs);
  const state = [owner, 'east', 'open', 'qualify', at - 30 * dayMs, 20_000_000, null];
  put('deal_versions', id, 1, at - 30 * dayMs, forever.getTime(), ...state);
}

/** Half of them have waited too long for an answer, half for a follow-up. */
function seedLead(put: ReturnType<typeof writer>, tick: number, n: number, at: number): void {
  const [id, no] = [`l${tick}-${n}`, tick * 1000 + n + 1];
  const waits = n < perTick.leads;
  const clocks = waits ? [at - 60 * minuteMs, 0, null, null] : [null, 0, at - 20 * dayMs, at];
  const lead = [`c${tick}-${n % perTick.stalls}`, person(n), 'east', 'open', '[]', '', ...clocks];
  put('leads', id, no, ...lead, 1, at - 30 * dayMs);
}

/** Weekly contacts, and then none. */
function seedSilent(put: ReturnType<typeof writer>, tick: number, n: number, at: number): void {
  const [id, owner] = [`s${tick}-${n}`, person(n)];
  put(
    'customers',
    id,
    500_000 + tick * 1000 + n,
    `Silent ${id}`,
    owner,
    'east',
    '[]',
    '{}',
    at,
    at,
    1,
    longAgo,
  );
  for (let week = 4; week < 9; week++) {
    const on = at - week * 7 * dayMs;
    put('follow_ups', `${id}-${week}`, id, null, owner, 'east', 'call', '电话', '{}', on, on, 0);
  }
}

/** So many records that nobody waits for: of ten, three closed deals, three former leads, two tasks done, an act, an alert. */
export function seedIdle(file: string, records: number): void {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  const put = writer(db);
  const write = db.transaction((from: number, to: number) => {
    for (let n = from; n < to; n++) seedOne(put, n);
  });
  for (let from = 0; from < records; from += 10_000) write(from, Math.min(records, from + 10_000));
  db.close();
}

function seedOne(put: ReturnType<typeof writer>, n: number): void {
  const kind = n % 10;
  const [id, no, owner] = [`i${n}`, 1_000_000 + n, person(n)];
  const customer = `ic${Math.floor(n / 10)}`;
  // Spread over three years, the last of it more than a year ago.
  const at = longAgo - Math.floor((n * 3 * 365 * dayMs) / 1_000_000);
  if (kind === 0) put('customers', customer, no, `Idle ${n}`, owner, 'east', '[]', '{}', null, later, 1, at);
  if (kind < 3) {
    const status = n % 3 === 0 ? 'won' : 'lost';
    const state = [owner, 'east', status, 'qualify', at, 20_000_000, null];
    put('deals', id, no, customer, 'ERP', ...state, at, '[]', '{}', null, 1, 2, at);
    put('deal_versions', id, 2, at, forever.getTime(), ...state);
  } else if (kind < 6) {
    const pooled = kind === 3;
    const lead = [customer, pooled ? null : owner, 'east', pooled ? 'pool' : 'converted', '[]', ''];
    put('leads', id, no, ...lead, null, 0, at, null, 1, at);
  } else if (kind < 8) {
    put('tasks', id, no, customer, owner, 'east', '讲方案', '2025-01-01', at, 'done', at, 1, at);
  } else if (kind === 8) {
    const [was, is] = ['{"amount":40000000}', '{"amount":20000000,"version":2}'];
    put('events', id, id, at, 'deal.changed', owner, 'deal', `i${n - 8}`, was, is, 'slack');
  } else {
    const record = ['deal', `i${n - 9}`, owner, 'east'];
    put('alerts', id, id, 'cut', 'on', ...record, 1000, '{}', 'sent', at, null, at);
  }
}
