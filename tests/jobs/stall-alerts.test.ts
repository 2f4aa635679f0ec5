import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeDeal } from '../../store/unit/rows/deal-rows.js';
import { createPerson, updatePerson } from '../../store/unit/rows/person-rows.js';
import { bindPlace, touchDeal } from '../support/change-rows.js';
import { at, commandsOn, House, read } from './house.js';

describe('stall alerts', () => {
  const stalledAt = at('2026-11-26', '18:00');
  const slot = at('2026-11-27', '10:00');
  let house: House;

  beforeEach(async () => {
    house = await House.open(at('2026-11-17', '10:00'));
  });
  afterEach(async () => await house.close());

  const run = (moment = slot) => house.run('stall-alerts', moment);

  it('go to the owner in private and to the channel with a mention, with the reason in figures', async () => {
    const deal = await house.deal({ stallAt: stalledAt, amount: 30_000_000 });
    expect(await run()).toMatchObject({ stalled: 1, unreachable: 0, escalated: 0 });
    const posts = await house.waiting();
    expect(posts.map(({ place }) => place).sort()).toEqual(['华东销售群', '小李'].sort());
    for (const { card, post, place } of posts) {
      expect(card.key).toBe(`deal:D-${deal.no}`);
      expect(read(card)).toMatch(/8 个工作日没有跟进/);
      expect(read(card)).toContain('30万');
      expect(new Set(commandsOn(card))).toEqual(new Set(['log', 'move', 'lost']));
      expect(post.mention).toEqual(place === '小李' ? [] : ['小李']);
    }
  });

  it('carry the version of the deal, so that a tap on an old card is noticed', async () => {
    const deal = await house.deal({ stallAt: stalledAt });
    await run();
    const [post] = await house.waiting();
    expect(JSON.stringify(post?.card)).toContain(`"command":"lost","input":{"deal":"D-${deal.no}","v":1}`);
  });

  it('are sent once per stall', async () => {
    const deal = await house.deal({ stallAt: stalledAt });
    await run();
    expect(await run(at('2026-11-27', '10:10'))).toMatchObject({ stalled: 0, alerts: 0 });
    expect(await house.waiting()).toHaveLength(2);
    await house.store.tx((tx) =>
      touchDeal(tx, deal.id, { stallAt: at('2026-12-02', '18:00'), escalateAt: null }),
    );
    await run(at('2026-12-03', '10:00'));
    expect(await house.waiting()).toHaveLength(4);
  });

  it('are not sent for deals that are not stalled', async () => {
    await house.deal({ stallAt: at('2026-11-27', '18:00') });
    await house.deal();
    expect(await run()).toMatchObject({ stalled: 0, alerts: 0 });
    expect(await house.waiting()).toEqual([]);
  });

  it('go to the manager once if nobody acted by the end of the next workday', async () => {
    const deal = await house.deal({ stallAt: stalledAt });
    await run();
    const monday = at('2026-11-30', '18:00');
    expect((await house.dealNow(deal)).escalateAt).toEqual(monday);
    expect(await run(at('2026-11-30', '17:50'))).toMatchObject({ escalated: 0 });
    expect(await run(monday)).toMatchObject({ escalated: 1 });
    expect(await run(at('2026-11-30', '18:10'))).toMatchObject({ escalated: 0 });
    const told = (await house.waiting()).filter(({ place }) => place === '老张');
    expect(told).toHaveLength(1);
    expect(told.map(({ card }) => read(card)).join()).toMatch(/小李收到提醒后还没有处理/);
  });

  it('do not go to the manager if somebody acted on the deal', async () => {
    const deal = await house.deal({ stallAt: stalledAt });
    await run();
    const present = await house.dealNow(deal);
    const acted = { stage: 'proposal', stallAt: null, stallAlertedAt: null, escalateAt: null };
    await house.store.tx((tx) => changeDeal(tx, present, acted, house.clock.now()));
    expect(await run(at('2026-11-30', '18:00'))).toMatchObject({ escalated: 0 });
  });

  it('wait for the end of quiet hours and of a mute', async () => {
    const muted = at('2026-11-28', '12:00');
    await house.store.tx((tx) => updatePerson(tx, house.rep.id, { mutedUntil: muted }));
    await house.deal({ stallAt: stalledAt });
    await run(at('2026-11-26', '22:00'));
    const byPlace = new Map((await house.waiting()).map(({ post, place }) => [place, post.notBefore]));
    expect(byPlace.get('小李')).toEqual(muted);
    expect(byPlace.get('华东销售群')).toEqual(at('2026-11-27', '08:00'));
  });

  it('come as one list if many deals stall at once', async () => {
    for (let made = 0; made < 12; made++) await house.deal({ stallAt: stalledAt, amount: made * 100_000_00 });
    expect(await run()).toMatchObject({ stalled: 12 });
    const posts = await house.waiting();
    expect(posts).toHaveLength(2);
    expect(posts.map(({ card }) => card.title).join()).toMatch(/12 个商机/);
    expect(await run(at('2026-11-27', '10:10'))).toMatchObject({ stalled: 0 });
  });

  it('go to the manager if the deal has no owner', async () => {
    await house.deal({ stallAt: stalledAt, ownerId: null });
    await run();
    expect((await house.waiting()).map(({ place }) => place)).toContain('老张');
  });

  it('leave nothing half done if a transaction fails, and the next run sends them', async () => {
    const deal = await house.deal({ stallAt: stalledAt });
    const tx = house.store.tx.bind(house.store);
    house.store.tx = (fn) =>
      tx(async (inner) => {
        await fn(inner);
        throw new Error('killed');
      });
    await expect(run()).rejects.toThrow('killed');
    house.store.tx = tx;
    expect(await house.waiting()).toEqual([]);
    expect((await house.dealNow(deal)).stallAlertedAt).toBeNull();
    await run(at('2026-11-27', '10:10'));
    expect(await house.waiting()).toHaveLength(2);
  });

  it('go to the manager at once if the owner cannot be reached', async () => {
    await house.store.tx((tx) => bindPlace(tx, house.group.id, house.team.id, ['report']));
    const stranger = await house.store.tx((tx) =>
      createPerson(tx, { name: '新人', teamId: house.team.id }, house.clock.now()),
    );
    const deal = await house.deal({ stallAt: stalledAt, ownerId: stranger.id });
    expect(await run()).toMatchObject({ stalled: 1, alerts: 1, unreachable: 0 });
    const [told, ...others] = await house.waiting();
    expect(others).toEqual([]);
    expect(told?.place).toBe('老张');
    expect(told && read(told.card)).toMatch(/新人/);
    expect((await house.dealNow(deal)).escalateAt).toBeNull();
  });

  it('are still sent for other deals if one deal fails, and the run fails', async () => {
    const other = await house.person('小王', 'rep');
    const broken = await house.deal({ stallAt: stalledAt });
    const sound = await house.deal({ stallAt: new Date(stalledAt.getTime() + 1), ownerId: other.id });
    const tx = house.store.tx.bind(house.store);
    let first = true;
    house.store.tx = (fn) =>
      tx(async (inner) => {
        const done = await fn(inner);
        if (first) {
          first = false;
          throw new Error('this one is broken');
        }
        return done;
      });
    await expect(run()).rejects.toThrow('this one is broken');
    house.store.tx = tx;
    expect((await house.dealNow(broken)).stallAlertedAt).toBeNull();
    expect((await house.dealNow(sound)).stallAlertedAt).toEqual(sound.stallAt);
    expect(await run(at('2026-11-27', '10:10'))).toMatchObject({ stalled: 1 });
  });
});
