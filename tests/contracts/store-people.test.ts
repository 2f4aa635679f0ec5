import { expect, test } from 'vitest';
import {
  hasAdmin,
  identitiesOf,
  listPeople,
  peopleByName,
  personById,
  personByIdentity,
} from '../../store/people/person-queries.js';
import { findPlace, placesFor, privatePlaces } from '../../store/people/place-queries.js';
import { teamByName } from '../../store/people/team-queries.js';
import { latestProcessVersion } from '../../store/running/process-versions.js';
import { createPerson, linkIdentity, updatePerson } from '../../store/unit/rows/person-rows.js';
import { addProcessVersion } from '../../store/unit/rows/process-rows.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { bindPlace, createPersonFor, updateTeam } from '../support/change-rows.js';
import { eachDatabase } from '../support/databases.js';
import { ensurePlace } from '../support/ensure-place.js';

const now = new Date('2026-03-02T01:00:00Z');
const group = { platform: 'slack', externalId: 'C1', kind: 'group' as const, name: '华东', personId: null };

eachDatabase('people, teams and places', (open) => {
  test('one person may have accounts on several platforms', async () => {
    const { store } = await open();
    const ann = await store.tx((tx) =>
      createPersonFor(tx, 'slack', 'U1', { name: 'Ann', email: 'A@x.cn' }, now),
    );
    const same = await store.tx((tx) =>
      createPersonFor(tx, 'wecom', 'w1', { name: '安', email: 'a@X.cn' }, now),
    );
    expect(same).toEqual(ann);
    expect(await personByIdentity(store.db, 'wecom', 'w1')).toEqual(ann);
    expect(await personByIdentity(store.db, 'wecom', 'U1')).toBeUndefined();

    const other = await store.tx((tx) => createPerson(tx, { name: 'Bob' }, now));
    await store.tx((tx) => linkIdentity(tx, 'wecom', 'w1', other.id, now));
    expect((await personByIdentity(store.db, 'wecom', 'w1'))?.name).toBe('Bob');
    expect(await identitiesOf(store.db, ann.id)).toEqual([{ platform: 'slack', externalId: 'U1' }]);
  });

  test('concurrent first messages of a new account create one person', async () => {
    const { store } = await open();
    const first = () =>
      store.tx(async (tx) => {
        const known = await personByIdentity(tx, 'slack', 'U9');
        const person = known ?? (await createPersonFor(tx, 'slack', 'U9', { name: 'Ann' }, now));
        await ensurePlace(tx, group, now);
        return person.id;
      });
    const ids = await Promise.all([first(), first(), first(), first()]);
    expect(new Set(ids).size).toBe(1);
    expect(await listPeople(store.db)).toHaveLength(1);
  });

  test('roles, names and teams can be changed, and people are found by them', async () => {
    const { store } = await open();
    const team = await store.tx((tx) => createTeam(tx, { name: 'East', timeZone: 'Asia/Shanghai' }, now));
    const ann = await store.tx((tx) => createPerson(tx, { name: 'Ann Li', teamId: team.id }, now));
    expect(await hasAdmin(store.db)).toBe(false);
    const changed = await store.tx((tx) => updatePerson(tx, ann.id, { role: 'admin', mutedUntil: now }));
    expect(changed).toEqual({ ...ann, role: 'admin', mutedUntil: now });
    expect(await personById(store.db, ann.id)).toEqual(changed);
    expect(await hasAdmin(store.db)).toBe(true);
    expect((await peopleByName(store.db, 'ann li')).map(({ id }) => id)).toEqual([ann.id]);
    await store.tx((tx) => updatePerson(tx, ann.id, { active: false }));
    expect(await peopleByName(store.db, 'Ann Li')).toEqual([]);
    expect(await listPeople(store.db, team.id)).toEqual([]);

    await store.tx((tx) => updateTeam(tx, team.id, { managerId: ann.id }));
    expect((await teamByName(store.db, 'EAST'))?.managerId).toBe(ann.id);
    await expect(store.tx((tx) => createTeam(tx, { name: 'East', timeZone: 'UTC' }, now))).rejects.toThrow();
  });

  test('a place is stored once and gets the kinds of posts it is bound to', async () => {
    const { store } = await open();
    const team = await store.tx((tx) => createTeam(tx, { name: 'East', timeZone: 'Asia/Shanghai' }, now));
    const place = await store.tx((tx) => ensurePlace(tx, group, now));
    expect(await store.tx((tx) => ensurePlace(tx, { ...group, name: 'renamed' }, now))).toEqual(place);
    await store.tx((tx) => bindPlace(tx, place.id, team.id, ['report', 'stall']));
    expect((await placesFor(store.db, team.id, 'stall')).map(({ id }) => id)).toEqual([place.id]);
    expect(await placesFor(store.db, team.id, 'lead')).toEqual([]);
    expect((await findPlace(store.db, 'slack', 'C1'))?.posts).toEqual(['report', 'stall']);

    const ann = await store.tx((tx) => createPerson(tx, { name: 'Ann' }, now));
    const direct = {
      platform: 'slack',
      externalId: 'D1',
      kind: 'private' as const,
      name: 'Ann',
      personId: ann.id,
    };
    const chat = await store.tx((tx) => ensurePlace(tx, direct, now));
    expect(await privatePlaces(store.db, ann.id)).toEqual([chat]);
  });

  test('a process text that was in force before gets its old version number back', async () => {
    const { store } = await open();
    const put = (yaml: string) =>
      store.tx((tx) => addProcessVersion(tx, { yaml, hash: `hash of ${yaml}`, createdAt: now }));
    expect(await latestProcessVersion(store.db)).toBeUndefined();
    expect([await put('a'), await put('b')]).toEqual([1, 2]);
    expect((await latestProcessVersion(store.db))?.yaml).toBe('b');
    expect(await put('a')).toBe(1);
    expect((await latestProcessVersion(store.db))?.yaml).toBe('a');
    expect(await put('c')).toBe(3);
  });
});
