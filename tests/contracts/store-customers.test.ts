import { expect, test } from 'vitest';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { contactsByPhone, contactsNamed, contactsOf } from '../../store/customers/contact-queries.js';
import {
  customerById,
  customerByNo,
  customersStarting,
  lookUpCustomers,
} from '../../store/customers/customer-queries.js';
import { dealsOf } from '../../store/deals/deal-queries.js';
import type { Store } from '../../store/engine/store.js';
import { createContact } from '../../store/unit/rows/contact-rows.js';
import { createCustomer, mergeCustomers, unmergeCustomers } from '../../store/unit/rows/customer-rows.js';
import { createDeal } from '../../store/unit/rows/deal-rows.js';
import { createFollowUp } from '../../store/unit/rows/follow-up-rows.js';
import { createTask } from '../../store/unit/rows/task-rows.js';
import { isUsed } from '../../store/unit/undo-events.js';
import { addAlias, changeCustomer } from '../support/change-rows.js';
import { eachDatabaseWith } from '../support/databases.js';

const now = new Date('2026-03-02T01:00:00Z');
const deal = {
  name: 'ERP',
  ownerId: 'me',
  teamId: 'east',
  stage: 'contact',
  stallAt: null,
  processVersion: 1,
};
const task = { dealId: null, leadId: null, ownerId: 'me', teamId: null, dueTime: null };
const due = { title: '回访', dueDate: '2026-03-04', dueAt: new Date('2026-03-04T16:00:00Z') };
const words = {
  channel: 'call' as const,
  words: '价格偏高',
  isPrivate: false,
  facts: {},
  at: now,
  createdAt: now,
};

async function named(store: Store, ...names: string[]) {
  return await store.tx(async (tx) => {
    const made = [];
    for (const name of names) made.push(await createCustomer(tx, { name }, now));
    return made;
  });
}

const found = async (store: Store, said: string, by = {}) =>
  (await lookUpCustomers(store.db, said, by)).map(({ customer, how }) => `${customer.name} ${how}`);

eachDatabaseWith({ people: ['me', 'mate', 'other'], teams: ['east', 'west'] }, 'customers', (open) => {
  test('are found by name without legal form or case, by pinyin, by initials and by alias', async () => {
    const { store } = await open();
    const [huawei] = await named(store, '华为有限公司', 'Acme Inc.', '星河 Soft（上海）有限公司');
    expect(await found(store, '华为')).toEqual(['华为有限公司 name']);
    expect(await found(store, 'huawei')).toEqual(['华为有限公司 pinyin']);
    expect(await found(store, 'HW')).toEqual(['华为有限公司 initials']);
    expect(await found(store, 'acme')).toEqual(['Acme Inc. name']);
    expect(await found(store, '没有的')).toEqual([]);
    expect(await found(store, ' \0 ')).toEqual([]);
    await store.tx((tx) => addAlias(tx, huawei?.id ?? '', '菊厂'));
    await store.tx((tx) => addAlias(tx, huawei?.id ?? '', '菊厂'));
    expect(await found(store, '菊厂')).toEqual(['华为有限公司 alias']);
    expect(await found(store, 'jc')).toEqual(['华为有限公司 initials']);
  });

  test('are found one letter off or by sound only if nothing fits better', async () => {
    const { store } = await open();
    await named(store, '华为', '蓝天科技', 'Kan-code');
    expect(await found(store, '花为')).toEqual(['华为 pinyin']);
    expect(await found(store, '蓝天科计')).toEqual(['蓝天科技 pinyin']);
    expect(await found(store, '蓝天')).toEqual(['蓝天科技 start']);
    expect(await found(store, '蓝')).toEqual([]);
    expect(await found(store, '兰图科技')).toEqual([]);
    expect(await found(store, '蓝大科技')).toEqual(['蓝天科技 near']);
    expect(await found(store, '蓝天科')).toEqual(['蓝天科技 start']);
    expect(await found(store, '蓝天天科技')).toEqual(['蓝天科技 near']);
    expect(await found(store, 'kancod')).toEqual(['Kan-code start']);
    expect(await found(store, 'kanc0de')).toEqual(['Kan-code near']);
    expect(await found(store, 'knc0de')).toEqual([]);
  });

  test('are found one letter off an alias', async () => {
    const { store } = await open();
    const [made] = await named(store, '华为');
    await store.tx((tx) => addAlias(tx, made?.id ?? '', 'Futurewei'));
    expect(await found(store, 'futurwei')).toEqual(['华为 near']);
  });

  test('are sorted by the speaker’s own first, then the team’s, then others', async () => {
    const { store } = await open();
    await store.tx(async (tx) => {
      await createCustomer(tx, { name: '海星', ownerId: 'other', teamId: 'west' }, now);
      await createCustomer(tx, { name: '海星公司', ownerId: 'mate', teamId: 'east' }, now);
      await createCustomer(tx, { name: '海星集团', ownerId: 'me', teamId: 'east' }, now);
      await createCustomer(tx, { name: '海心', ownerId: 'me', teamId: 'east' }, now);
    });
    const by = { personId: 'me', teamId: 'east' };
    expect(await found(store, '海星', by)).toEqual(['海星集团 name', '海星公司 name', '海星 name']);
    expect(await found(store, '海星', { ...by, limit: 1 })).toEqual(['海星集团 name']);
    expect(await found(store, 'haixing')).toHaveLength(3);
  });

  test('are found by their first letters', async () => {
    const { store } = await open();
    await named(store, 'Beta', 'Alpha Two', 'alpha one', '%');
    const starting = async (said: string) =>
      (await customersStarting(store.db, said, 5)).map(({ name }) => name);
    expect(await starting('alp')).toEqual(['alpha one', 'Alpha Two']);
    expect(await starting('%')).toEqual(['%']);
  });

  test('are changed only if the version read is still current', async () => {
    const { store } = await open();
    const [made] = await named(store, 'A');
    if (!made) throw new Error('no customer');
    const [first, second] = await Promise.all([
      store.tx((tx) => changeCustomer(tx, made, { region: '华东' })),
      store.tx((tx) => changeCustomer(tx, made, { region: '华北' })),
    ]);
    expect([first, second].filter(Boolean)).toHaveLength(1);
    expect(await customerById(store.db, made.id)).toEqual(first ?? second);
    expect((first ?? second)?.version).toBe(2);
  });

  test('have contacts, which are found by name and phone', async () => {
    const { store } = await open();
    const [a, b] = await named(store, 'A', 'B');
    const wang = await store.tx((tx) =>
      createContact(tx, { customerId: a?.id ?? '', name: '王总', phone: '13800000000' }, now),
    );
    await store.tx((tx) => createContact(tx, { customerId: b?.id ?? '', name: '王总' }, now));
    expect(await contactsNamed(store.db, a?.id ?? '', '王总')).toEqual([wang]);
    expect(await contactsByPhone(store.db, '13800000000')).toEqual([wang]);
    expect(await contactsOf(store.db, b?.id ?? '')).toHaveLength(1);
  });
});

eachDatabaseWith({ people: ['me'], teams: ['east'] }, 'merging customers', (open) => {
  async function twins(store: Store) {
    const [from, into] = await named(store, '星河', '银河');
    if (!from || !into) throw new Error('no customers');
    await store.tx(async (tx) => {
      await addAlias(tx, from.id, '老星');
      const made = await createDeal(tx, { ...deal, customerId: from.id }, now);
      await createFollowUp(tx, {
        ...words,
        customerId: from.id,
        dealId: made.id,
        leadId: null,
        contactId: null,
        personId: 'me',
        teamId: null,
      });
      await createTask(tx, { ...task, ...due, customerId: from.id }, now);
      await createContact(tx, { customerId: from.id, name: '王总' }, now);
      await createContact(tx, { customerId: into.id, name: '李总' }, now);
    });
    return { from, into };
  }

  test('moves the records of one customer to the other, whose names and number then lead there', async () => {
    const { store } = await open();
    const { from, into } = await twins(store);
    await store.tx((tx) => mergeCustomers(tx, from, into));
    expect(await dealsOf(store.db, into.id)).toHaveLength(1);
    expect(await lastFollowUps(store.db, into.id, 5)).toHaveLength(1);
    expect(await openTasksOf(store.db, into.id)).toHaveLength(1);
    expect(await contactsOf(store.db, into.id)).toHaveLength(2);
    expect(await found(store, '星河')).toEqual(['银河 alias']);
    expect(await found(store, '老星')).toEqual(['银河 alias']);
    expect((await customerByNo(store.db, from.no))?.id).toBe(into.id);

    const [third] = await named(store, '大河');
    if (!third) throw new Error('no customer');
    await store.tx((tx) => mergeCustomers(tx, into, third));
    expect((await customerByNo(store.db, from.no))?.id).toBe(third.id);
  });

  test('can be undone: all records are as before', async () => {
    const { store } = await open();
    const { from, into } = await twins(store);
    const moved = await store.tx((tx) => mergeCustomers(tx, from, into));
    const merged = await customerById(store.db, from.id);
    if (!merged) throw new Error('no customer');
    await store.tx((tx) => unmergeCustomers(tx, merged, JSON.parse(JSON.stringify(moved))));
    expect(await customerById(store.db, from.id)).toEqual({ ...from, version: from.version + 2 });
    expect(await dealsOf(store.db, from.id)).toHaveLength(1);
    expect(await dealsOf(store.db, into.id)).toEqual([]);
    expect((await contactsOf(store.db, into.id)).map(({ name }) => name)).toEqual(['李总']);
    expect(await found(store, '星河')).toEqual(['星河 name']);
    expect(await found(store, '老星')).toEqual(['星河 alias']);
  });

  test('are in use while they have records of their own, as are deals', async () => {
    const { store } = await open();
    const { from } = await twins(store);
    const [made] = await dealsOf(store.db, from.id);
    const [bare] = await named(store, '空');
    const lonely = await store.tx((tx) => createDeal(tx, { ...deal, customerId: from.id }, now));
    expect(await isUsed(store.db, 'customer', from)).toBe(true);
    expect(await isUsed(store.db, 'customer', bare ?? {})).toBe(false);
    expect(await isUsed(store.db, 'deal', made ?? {})).toBe(true);
    expect(await isUsed(store.db, 'deal', lonely)).toBe(false);
  });
});
