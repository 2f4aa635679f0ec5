import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueue, markFailed } from '../../store/messages/outbox-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { createPerson } from '../../store/unit/rows/person-rows.js';
import { ensurePlace } from '../support/ensure-place.js';
import { at, commandsOn, House, read } from './house.js';

describe('what did not arrive', () => {
  const now = at('2026-11-27', '10:00');
  let house: House;
  let admin: Person;

  const chatOf = async (person: Person) =>
    await house.store.tx((tx) =>
      ensurePlace(
        tx,
        {
          platform: 'sandbox',
          externalId: person.name,
          kind: 'private',
          name: person.name,
          personId: person.id,
        },
        now,
      ),
    );

  beforeEach(async () => {
    house = await House.open(at('2026-11-17', '10:00'));
    admin = await house.store.tx((tx) => createPerson(tx, { name: '陈晨', role: 'admin' }, now));
    await chatOf(admin);
  });
  afterEach(async () => await house.close());

  const run = (moment = now) => house.run('undelivered', moment);
  const told = async () =>
    (await house.waiting()).filter(({ card }) => card.key === 'undelivered').map(({ card }) => card);

  it('is told to an admin once, with what, to whom and why, and a button to send it again', async () => {
    await house.store.tx(async (tx) => {
      const card = { key: 'weekly', title: '周报 · 华东', tone: 'info' as const, nodes: [] };
      await enqueue(tx, { dedupeKey: 'weekly', placeId: house.group.id, locale: 'zh', card }, now);
    });
    const [post] = await house.waiting();
    const failure = { attempts: 1, lastError: 'is_archived', notBefore: now, dead: true };
    await house.store.tx((tx) => markFailed(tx, post?.post.id ?? '', failure));
    expect(await run()).toEqual({ reached: 0, told: 1 });
    expect(await run(at('2026-11-27', '10:15'))).toEqual({ reached: 0, told: 0 });
    const [card, ...more] = await told();
    expect(more).toEqual([]);
    expect(card && read(card)).toMatch(/周报 · 华东[\s\S]*华东销售群[\s\S]*is_archived/);
    expect(card && commandsOn(card)).toEqual(['resend']);
  });

  it('stalls that reached nobody are not alerted, are told to the admin, and are alerted once somebody can be', async () => {
    const owner = await house.store.tx((tx) => createPerson(tx, { name: '张伟', role: 'rep' }, now));
    const deals = [];
    for (let n = 0; n < 5; n++)
      deals.push(await house.deal({ stallAt: at('2026-11-26', '18:00'), ownerId: owner.id, teamId: null }));
    expect(await house.run('stall-alerts', now)).toMatchObject({ alerts: 0, unreachable: 5 });
    for (const deal of deals) expect((await house.dealNow(deal)).stallAlertedAt).toBeNull();
    // Not looked at again while nobody can be reached.
    expect(await house.run('stall-alerts', at('2026-11-27', '10:10'))).toMatchObject({ stalled: 0 });
    const { q, t } = house.store.db;
    expect(await q.select().from(t.alerts)).toEqual([]);
    expect(await run()).toEqual({ reached: 0, told: 1 });
    const [card] = await told();
    expect(card && read(card)).toMatch(/张伟[\s\S]*还没有和机器人私聊过/);

    await chatOf(owner);
    await run(at('2026-11-27', '10:30'));
    expect(await house.run('stall-alerts', at('2026-11-27', '10:30'))).toMatchObject({
      stalled: 5,
      alerts: 1,
    });
    expect((await q.select().from(t.alerts)).map(({ rule }) => rule)).toEqual(Array(5).fill('stalled'));
    expect((await house.waiting()).some(({ card }) => card.title.includes('5 个商机'))).toBe(true);
  });
});
