import Database from 'better-sqlite3';
import { makeDispatch } from '../bot/product/product.js';
import type { Inbound } from '../kernel/chat/chat.js';
import { newId } from '../store/statements/ids.js';
import { textsIn } from '../texts/languages.js';
import { benchProduct, moment, removeDatabase } from './bench-product.js';
import { inTurn, ms, type Row, times } from './measure.js';

const customers = 200;
const { first, second } = textsIn('zh').demo.customers;
const demoCustomers = [...first, ...second];

/** Names far enough apart that none is taken for a misspelling of another. */
const nameOf = (n: number): string =>
  `${demoCustomers[n % 40]}${['', '北京分号', '上海工厂', '广州门市', '成都车间'][Math.floor(n / 40)]}`;
const rounds = 400;

/**
 * One `log` command from Inbound to Card, durable (`synchronous=FULL`), against a bare loop that makes the
 * same writes by hand, prepared once, in one transaction, into a copy of the database: in the same one each
 * would empty the other's page cache.
 */
export async function benchLog(): Promise<Row[]> {
  const product = await benchProduct();
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
  const bare = `${product.file}-floor`;
  await product.store.backup(bare);
  const floor = bareLoop(bare);
  const one = await inTurn(rounds, log, floor.write);

  const alone = await perSecond(rounds, 1, log);
  const eight = await perSecond(rounds, 8, log);
  floor.close();
  removeDatabase(bare);
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

/**
 * The hand-written floor: the rows that a `log` leaves, written by statements prepared once, keys made as ours
 * are. It reads nothing but the counter, decides nothing and composes no card.
 */
function bareLoop(file: string): { write(): void; close(): void } {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const deals = db.prepare("select id, customer_id from deals where status = 'open'").all() as {
    id: string;
    customer_id: string;
  }[];
  const person = db.prepare('select id from people limit 1').pluck().get() as string;
  const place = db.prepare('select id from places limit 1').pluck().get() as string;
  const { answer } = db.prepare('select answer from inbox order by rowid desc').get() as { answer: string };
  const followUp = db.prepare(
    "insert into follow_ups (id, customer_id, deal_id, person_id, channel, words, facts, at, created_at, undone) values (?, ?, ?, ?, 'call', ?, '{}', ?, ?, 0)",
  );
  const closeTask = db
    .prepare(
      "update tasks set status = 'done', done_at = ?, version = version + 1 where customer_id = ? and status = 'open' returning id",
    )
    .pluck();
  const number = db
    .prepare("update counters set value = value + 1 where name = 'tasks' returning value")
    .pluck();
  const task = db.prepare(
    "insert into tasks (id, no, customer_id, deal_id, owner_id, title, due_date, due_at, status, version, created_at) values (?, ?, ?, ?, ?, '价格偏高 再约', '2026-12-02', ?, 'open', 1, ?)",
  );
  const deal = db.prepare('update deals set last_follow_up_at = ?, stall_at = ? where id = ?');
  const customer = db.prepare(
    'update customers set last_follow_up_at = ?, version = version + 1 where id = ?',
  );
  const event = db.prepare(
    "insert into events (id, act_id, at, kind, person_id, record_type, record_id, before, after, words, origin) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sandbox')",
  );
  const draft = db.prepare('delete from drafts where person_id = ? and place_id = ?');
  const inbox = db.prepare("insert into inbox (platform, event_id, answer, at) values ('sandbox', ?, ?, ?)");
  const words = '跟 客户1号 电话 价格偏高 下周三再约';
  let n = 0;
  const write = db.transaction(() => {
    const now = moment.getTime() + ++n;
    const { id, customer_id } = deals[n % deals.length] ?? { id: '', customer_id: '' };
    const made = { followUp: newId(), task: newId() };
    const act = `sandbox:floor-${n}`;
    const log = (kind: string, record: string, before: object | null, after: object) =>
      event.run(
        newId(),
        act,
        now,
        kind,
        person,
        kind.split('.')[0],
        record,
        before && JSON.stringify(before),
        JSON.stringify(after),
        words,
      );
    const clocks = { lastFollowUpAt: moment, stallAt: moment, stallAlertedAt: null, escalateAt: null };
    followUp.run(made.followUp, customer_id, id, person, words, now, now);
    log('followUp.created', made.followUp, null, { at: moment });
    const done = closeTask.all(now, customer_id) as string[];
    for (const one of done)
      log('task.done', one, { status: 'open', doneAt: null }, { status: 'done', doneAt: moment, version: 2 });
    const no = number.get();
    task.run(made.task, no, customer_id, id, person, now, now);
    log('task.created', made.task, null, { no, version: 1 });
    customer.run(now, customer_id);
    log('customer.followed', customer_id, { lastFollowUpAt: moment }, { lastFollowUpAt: moment });
    deal.run(now, now, id);
    log('deal.followed', id, clocks, clocks);
    draft.run(person, place);
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
