import { expect, test } from 'vitest';
import { findTarget, type TargetKey, targetsOf } from '../../store/reports/target-queries.js';
import { createPerson, mergePeople } from '../../store/unit/rows/person-rows.js';
import { createTarget } from '../../store/unit/rows/target-rows.js';
import { currentRecord } from '../../store/unit/stored-records.js';
import { type Unit, unitOfNobody } from '../../store/unit/unit.js';
import { changeTarget } from '../support/change-rows.js';
import { eachDatabaseWith } from '../support/databases.js';

const now = new Date('2026-11-02T01:00:00Z');
const later = new Date('2026-11-03T01:00:00Z');

const key = (more: Partial<TargetKey> = {}): TargetKey => ({
  scope: 'person',
  ownerId: 'p1',
  month: '2026-11',
  metric: 'won',
  ...more,
});

const set = (value: number, stretch: number | null = null) => ({ value, stretch, setBy: 'm1', setAt: now });

eachDatabaseWith({ people: ['m1', 'm2'] }, 'targets', (open) => {
  test('are stored once per owner, month and metric, and changed in place', async () => {
    const { store } = await open();
    const made = await store.tx((tx) => createTarget(tx, { ...key(), ...set(50_000_000, 60_000_000) }));
    await store.tx((tx) => createTarget(tx, { ...key({ scope: 'team', ownerId: 'p1' }), ...set(7) }));
    await store.tx((tx) =>
      createTarget(tx, { ...key({ scope: 'company', ownerId: '' }), ...set(9_007_199_254_740_991) }),
    );
    expect(await findTarget(store.db, key())).toEqual(made);
    expect((await findTarget(store.db, key({ scope: 'company', ownerId: '' })))?.value).toBe(
      9_007_199_254_740_991,
    );
    expect(await findTarget(store.db, key({ month: '2026-12' }))).toBeUndefined();
    await store.tx((tx) => changeTarget(tx, made.id, { value: 1, stretch: null, setBy: 'm2', setAt: later }));
    expect(await findTarget(store.db, key())).toEqual({
      ...made,
      value: 1,
      stretch: null,
      setBy: 'm2',
      setAt: later,
    });
    await expect(store.tx((tx) => createTarget(tx, { ...key(), ...set(2) }))).rejects.toThrow();
  });

  test('are listed in order for a span of months, without cancelled ones', async () => {
    const { store } = await open();
    for (const month of ['2027-01', '2026-12', '2026-10', '2026-09', '2026-11'])
      await store.tx((tx) => createTarget(tx, { ...key({ month }), ...set(month === '2026-11' ? 0 : 5) }));
    const found = await targetsOf(store.db, { from: '2026-10', to: '2026-12' });
    expect(found.map(({ month }) => month)).toEqual(['2026-10', '2026-12']);
    expect((await findTarget(store.db, key()))?.value).toBe(0);
  });

  test('are restored from the facts of an event, or removed if the act created them', async () => {
    const { store } = await open();
    const act = async <T>(actId: string, body: (unit: Unit) => Promise<T>) =>
      await store.tx((tx) => body(unitOfNobody(tx, later, 'test', actId)));
    const made = await act('first', (unit) => unit.create('target.set', { ...key(), ...set(50, 60) }));
    const other = { value: 70, stretch: null, setBy: 'm2', setAt: later };
    await act('second', (unit) => unit.change('target.set', made, other));
    await act('undo', (unit) => unit.undo('second'));
    expect(await currentRecord(store.db, 'target', made.id)).toEqual(made);
    await act('undo', (unit) => unit.undo('first'));
    expect(await findTarget(store.db, key())).toBeUndefined();
  });

  test('are combined when two people are merged; the remaining person’s own targets win', async () => {
    const { store } = await open();
    const ann = await store.tx((tx) => createPerson(tx, { name: 'Ann' }, now));
    const anna = await store.tx((tx) => createPerson(tx, { name: 'Anna' }, now));
    await store.tx((tx) => createTarget(tx, { ...key({ ownerId: ann.id }), ...set(1) }));
    await store.tx((tx) => createTarget(tx, { ...key({ ownerId: anna.id }), ...set(2) }));
    await store.tx((tx) => createTarget(tx, { ...key({ ownerId: anna.id, metric: 'visits' }), ...set(3) }));
    await store.tx((tx) => mergePeople(tx, anna, ann, { role: 'rep' }));
    expect((await findTarget(store.db, key({ ownerId: ann.id })))?.value).toBe(1);
    expect((await findTarget(store.db, key({ ownerId: ann.id, metric: 'visits' })))?.value).toBe(3);
  });
});
