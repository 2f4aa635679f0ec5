import Database from 'better-sqlite3';
import type { Inbound } from '../bot/kernel/chat.js';
import { makeDispatch } from '../bot/product.js';
import { customers as demoCustomers } from '../bot/sandbox/cast.js';
import { ground } from './ground.js';
import { inTurn, ms, type Row, times } from './measure.js';

const customers = 200;

/** Names far enough apart that none is taken for a misspelling of another. */
const nameOf = (n: number): string =>
  `${demoCustomers[n % 40]}${['', '北京分号', '上海工厂', '广州门市', '成都车间'][Math.floor(n / 40)]}`;
const rounds = 400;

/**
 * One `log` command from Inbound to Card, durable (`synchronous=FULL`), against a bare loop that makes the
 * same writes by hand, prepared once, in one transaction, into the same database.
 */
export async function benchLog(): Promise<Row[]> {
  const product = await ground();
  const dispatch = makeDispatch(product);
  let count = 0;
  const say = (text: string, who = 'rep'): Inbound => ({
    id: `bench-${++count}`,
    platform: 'sandbox',
    speaker: { id: who, name: who },
    place: { id: `private-${who}`, kind: 'private' },
    act: { kind: 'say', text },
  });
  for (let n = 0; n < customers; n++) {
    await dispatch.receive(say(`线索 ${nameOf(n)} 王总 138${10_000_000 + n} 想看ERP`));
    await dispatch.receive(say(`商机 ${nameOf(n)} ERP二期 30万 2027-03-01`));
  }
  const log = () => dispatch.receive(say(`跟 ${nameOf(count % customers)} 电话 价格偏高 下周三再约`));

  const before = changedRows(product.file);
  await log();
  await log();
  const after = changedRows(product.file);
  const floor = bareLoop(product.file);
  const one = await inTurn(rounds, log, floor.write);

  const alone = await perSecond(rounds, 1, log);
  const eight = await perSecond(rounds, 8, log);
  floor.close();
  await product.end();
  return [
    {
      what: 'one `log`, Inbound to Card, durable',
      size: `${customers} customers`,
      ours: ms(one.a),
      floor: ms(one.b),
      ratio: times(one.ratio),
      aim: '≤ 1.5×',
    },
    row('`log` per second, one sender', alone),
    row('`log` per second, eight senders', eight),
    row('rows added by two `log` (all tables)', after - before),
  ];
}

const row = (what: string, value: number): Row => ({
  what,
  size: '',
  ours: value.toFixed(0),
  floor: '',
  ratio: '',
  aim: '',
});

function changedRows(file: string): number {
  const db = new Database(file, { readonly: true });
  const all = ['follow_ups', 'tasks', 'events', 'inbox'].map(
    (table) => db.prepare(`select count(*) from ${table}`).pluck().get() as number,
  );
  db.close();
  return all.reduce((sum, rows) => sum + rows, 0);
}

/** The hand-written floor: the statements that a `log` needs, nothing read but the rows it changes. */
function bareLoop(file: string): { write(): void; close(): void } {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const deals = db.prepare("select id, customer_id from deals where status = 'open'").all() as {
    id: string;
    customer_id: string;
  }[];
  const person = db.prepare('select id from people limit 1').pluck().get() as string;
  const followUp = db.prepare(
    "insert into follow_ups (id, customer_id, deal_id, person_id, channel, words, facts, at, created_at, undone) values (?, ?, ?, ?, 'call', ?, '{}', ?, ?, 0)",
  );
  const closeTask = db.prepare(
    "update tasks set status = 'done', done_at = ?, version = version + 1 where customer_id = ? and status = 'open'",
  );
  const number = db
    .prepare("update counters set value = value + 1 where name = 'tasks' returning value")
    .pluck();
  const task = db.prepare(
    "insert into tasks (id, no, customer_id, deal_id, owner_id, title, due_date, due_at, status, version, created_at) values (?, ?, ?, ?, ?, ?, '2026-12-02', ?, 'open', 1, ?)",
  );
  const deal = db.prepare('update deals set last_follow_up_at = ?, stall_at = ? where id = ?');
  const customer = db.prepare(
    'update customers set last_follow_up_at = ?, version = version + 1 where id = ?',
  );
  const event = db.prepare(
    "insert into events (id, act_id, at, kind, person_id, record_type, record_id, before, after, words, origin) values (?, ?, ?, ?, ?, ?, ?, '{}', '{}', ?, 'sandbox')",
  );
  const inbox = db.prepare("insert into inbox (platform, event_id, answer, at) values ('sandbox', ?, ?, ?)");
  const answer = JSON.stringify({
    cards: [{ key: 'deal', title: 'x'.repeat(40), tone: 'good', nodes: ['x'.repeat(900)] }],
  });
  const words = '跟 客户1号 电话 价格偏高 下周三再约';
  let n = 0;
  const write = db.transaction(() => {
    const now = 1_795_000_000_000 + ++n;
    const { id, customer_id } = deals[n % deals.length] ?? { id: '', customer_id: '' };
    followUp.run(`floor-f${n}`, customer_id, id, person, words, now, now);
    closeTask.run(now, customer_id);
    task.run(`floor-t${n}`, number.get(), customer_id, id, person, '价格偏高 再约', now, now);
    deal.run(now, now, id);
    customer.run(now, customer_id);
    for (const kind of [
      'followUp.created',
      'task.done',
      'task.created',
      'customer.followed',
      'deal.followed',
    ]) {
      event.run(`floor-e${n}-${kind}`, `floor-${n}`, now, kind, person, 'deal', id, words);
    }
    inbox.run(`floor-${n}`, answer, now);
  });
  return { write: () => write.immediate(), close: () => db.close() };
}

async function perSecond(count: number, senders: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let n = 0; n < count / senders; n++) await work();
    }),
  );
  return (count * 1000) / (performance.now() - start);
}
