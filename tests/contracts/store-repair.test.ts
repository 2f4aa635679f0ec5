import { describe, expect, test } from 'vitest';
import type { Store } from '../../store/engine/store.js';
import { brokenLine } from '../../store/guard/broken.js';
import { MigrationRefused, repairLine } from '../../store/guard/repair.js';
import { openStore } from '../../store/open.js';
import { ConstraintBroken, type Dialect } from '../../store/statements/db.js';
import { connect, databaseBefore, type OldDatabase } from '../support/old-database.js';
import { addRow } from '../support/rows.js';

const tag = '0017_guards';

/** Rows of an earlier version, good ones where nothing else is said. */
const person = { name: 'Ann', role: 'rep', active: true, created_at: 1 };
const customer = { name: '华为', tags: '[]', facts: '{}', version: 1, created_at: 1 };
const deal = {
  name: 'ERP',
  status: 'open',
  stage: 'contact',
  stage_since: 1,
  tags: '[]',
  facts: '{}',
  process_version: 1,
  version: 1,
  created_at: 1,
};
const followUp = {
  customer_id: 'c1',
  person_id: 'ann',
  channel: 'call',
  words: '价格偏高',
  facts: '{}',
  at: 1,
  created_at: 1,
  undone: false,
};
const dispute = { raised_by: 'ann', reason: '我的', status: 'open', version: 1, created_at: 1 };
const approval = {
  stage: 'offer',
  requested_by: 'ann',
  note: '',
  votes: '[]',
  expires_at: 9,
  version: 1,
  created_at: 1,
};
const learnt = {
  team_id: 'east',
  key: '老王',
  words: '老王',
  customer_id: 'c1',
  person_id: 'ann',
  created_at: 1,
};

/** A company of an earlier version without a fault. */
async function company(dialect: Dialect): Promise<OldDatabase> {
  const old = await databaseBefore(dialect, tag);
  await old.insert('teams', { id: 'east', name: '华东', time_zone: 'Asia/Shanghai', created_at: 1 });
  await old.insert('people', { ...person, id: 'ann', team_id: 'east', email: 'Ann@a.cn' });
  await old.insert('customers', { ...customer, id: 'c1', no: 1, owner_id: 'ann' });
  await old.insert('deals', { ...deal, id: 'd1', no: 1, customer_id: 'c1' });
  await old.insert('follow_ups', { ...followUp, id: 'f1', deal_id: 'd1' });
  return old;
}

/** Migrates, and says what was repaired in lines. */
async function repaired(store: Store): Promise<string[]> {
  const { applied, repaired: repairs } = await store.migrate();
  expect(applied).toContain(tag);
  return repairs.map(repairLine);
}

const ids = async (old: OldDatabase, table: string) =>
  (await old.run(`select id from ${table} order by id`)).map(({ id }) => id);

describe.each(['sqlite', 'pg'] as const)('migrating the rows of an earlier version on %s', (dialect) => {
  test('keeps correct rows unchanged', async () => {
    const old = await company(dialect);
    const store = await openStore(old.url);
    expect(await store.broken()).toEqual([]);
    expect(await repaired(store)).toEqual([]);
    expect(await ids(old, 'follow_ups')).toEqual(['f1']);
    const [one] = await store.db.q.select().from(store.db.t.deals);
    expect(one).toMatchObject({ id: 'd1', customerId: 'c1', no: 1, facts: {} });
    await store.close();
    await old.close();
  });

  test('repairs rows that have a known repair, and stores each as it was', async () => {
    const old = await company(dialect);
    await old.insert('people', {
      ...person,
      id: 'ben',
      team_id: 'gone',
      email: 'ann@A.cn',
      locale: 'fr',
      created_at: 2,
    });
    await old.insert('customer_names', { key: '旧名', kind: 'name', customer_id: 'gone' });
    await old.insert('follow_ups', { ...followUp, id: 'f2', customer_id: 'gone', undone: true });
    await old.insert('follow_ups', { ...followUp, id: 'f3', deal_id: 'gone' });
    await old.insert('disputes', { ...dispute, id: 'x1', customer_id: 'gone' });
    await old.insert('approvals', { ...approval, id: 'a1', deal_id: 'gone', status: 'open' });
    await old.insert('learnt_names', { ...learnt, id: 'l1', contact_id: 'gone' });
    await old.insert('learnt_names', { ...learnt, id: 'l2' });

    const store = await openStore(old.url);
    const expected = [
      'people.team_id points to teams that are not there in 1 row: ben; the column was cleared',
      'people.locale holds a value that is none of those it may have in 1 row: ben; the column was cleared',
      'customer_names.customer_id points to customers that are not there in 1 row: 旧名/name/gone; these rows were removed',
      'follow_ups.customer_id points to customers that are not there in 1 row: f2; these rows were removed',
      'follow_ups.deal_id points to deals that are not there in 1 row: f3; the column was cleared',
      'disputes.customer_id points to customers that are not there in 1 row: x1; these rows were removed',
      'approvals.deal_id points to deals that are not there in 1 row: a1; these rows were removed',
      'learnt_names.contact_id points to contacts that are not there in 1 row: l1; these rows were removed',
      'people.lower(email) holds what another row holds too in 1 row: ben; the column was cleared',
    ];
    const lines = await repaired(store);
    expect(lines.sort()).toEqual(
      expected.map((line) => `${line}, and what they were is in __repairs`).sort(),
    );

    expect(await ids(old, 'follow_ups')).toEqual(['f1', 'f3']);
    expect(await ids(old, 'learnt_names')).toEqual(['l2']);
    const people = await old.run('select id, team_id, email, locale from people order by id');
    expect(people).toEqual([
      { id: 'ann', team_id: 'east', email: 'Ann@a.cn', locale: null },
      { id: 'ben', team_id: null, email: null, locale: null },
    ]);
    const kept = await old.run("select was from __repairs where of_table = 'follow_ups' and of_row = 'f2'");
    expect(JSON.parse(String(kept[0]?.was))).toMatchObject({ words: '价格偏高', customer_id: 'gone' });
    expect(await old.run('select 1 from __repairs')).toHaveLength(lines.length);
    expect(await store.broken()).toEqual([]);
    await store.close();
    await old.close();
  });

  test('stops with the names of rows that cannot be repaired, and leaves the database unchanged', async () => {
    const old = await company(dialect);
    await old.insert('deals', { ...deal, id: 'd2', no: 2, customer_id: 'gone' });
    await old.insert('deals', { ...deal, id: 'd3', no: 3, customer_id: 'gone', status: 'asleep' });
    await old.insert('follow_ups', { ...followUp, id: 'f2', customer_id: 'gone' });
    await old.insert('follow_ups', { ...followUp, id: 'f3', customer_id: 'gone', undone: true });
    await old.insert('people', { ...person, id: 'ben', team_id: 'gone' });

    const store = await openStore(old.url);
    const looked = (await store.broken()).map(brokenLine);
    const refused = await store.migrate().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MigrationRefused);
    const { message } = refused as Error;
    const stops = [
      'deals.customer_id points to customers that are not there in 2 rows: d2, d3',
      'deals.status holds a value that is none of those it may have in 1 row: d3',
      'follow_ups.customer_id points to customers that are not there in 1 row: f2',
    ];
    const listed = message.split('\n').filter((line) => line.startsWith('- '));
    expect(listed.sort()).toEqual(stops.map((line) => `- ${line}`));
    expect(message).toContain(`migration ${tag} cannot be applied, and the database is as it was`);
    expect(looked).toEqual(expect.arrayContaining(stops.slice(0, 2)));
    expect(looked).toContain('people.team_id points to teams that are not there in 1 row: ben');

    expect(await store.pending()).toContain(tag);
    expect(await ids(old, 'follow_ups')).toEqual(['f1', 'f2', 'f3']);
    expect(await old.run("select team_id from people where id = 'ben'")).toEqual([{ team_id: 'gone' }]);

    await old.run("delete from deals where customer_id = 'gone'");
    await old.run("update follow_ups set customer_id = 'c1' where id = 'f2'");
    expect(await repaired(store)).toHaveLength(2);
    expect(await ids(old, 'follow_ups')).toEqual(['f1', 'f2']);
    await store.close();
    await old.close();
  });

  test('enforces the new constraints afterwards, also on the migrating connection', async () => {
    const old = await company(dialect);
    const store = await openStore(old.url);
    await old.insert('deals', { ...deal, id: 'd2', no: 2, customer_id: 'gone' });
    await expect(store.migrate()).rejects.toThrow(MigrationRefused);
    await old.run("delete from deals where id = 'd2'");
    await store.migrate();
    const lost = store.tx((tx) => addRow(tx, 'deals', { customerId: 'gone' }));
    await expect(lost).rejects.toThrow(ConstraintBroken);
    await store.close();
    await old.close();
  });
});

test('rows that another program broke in a SQLite file are found', async () => {
  const old = await company('sqlite');
  const store = await openStore(old.url);
  await store.migrate();
  const other = await connect(old.url, 'sqlite');
  await other.run("update deals set customer_id = 'gone'");
  expect((await store.broken()).map(brokenLine)).toEqual([
    'deals.customer_id points to customers that are not there in 1 row: d1',
  ]);
  await other.close();
  await old.close();
  await store.close();
});
