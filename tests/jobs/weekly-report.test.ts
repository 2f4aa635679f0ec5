import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueue, markSent } from '../../store/messages/outbox-queries.js';
import { cleanUp } from '../../store/running/cleanup-queries.js';
import { createTeam } from '../../store/unit/rows/team-rows.js';
import { bindPlace } from '../support/change-rows.js';
import { at, House, read, zone } from './house.js';

let house: House;
const monday = at('2026-11-30', '09:00');

beforeEach(async () => {
  house = await House.open(at('2026-11-25', '10:00'));
});
afterEach(async () => await house.close());

describe('the weekly report', () => {
  it('is posted once to the channel of the team, for the past week', async () => {
    await house.lead();
    await house.deal({ amount: 30_000_000 });
    expect(await house.run('weekly-report', monday)).toEqual({ posted: 1 });
    expect(await house.run('weekly-report', monday)).toEqual({ posted: 0 });
    const [post, ...more] = await house.waiting();
    expect(more).toEqual([]);
    expect(post?.place).toBe('华东销售群');
    expect(post?.card.key).toBe(`report:weekly:${house.team.id}:2026-11-23`);
    expect(post && read(post.card)).toContain('11月23日–29日');
    expect(post && read(post.card)).not.toContain('延迟发送');
  });

  it('says how late it is, and keeps its key', async () => {
    const nine = { lateMinutes: 12, now: at('2026-11-30', '09:12') };
    await house.lead();
    await house.run('weekly-report', monday, nine);
    const [post] = await house.waiting();
    expect(post && read(post.card)).toContain('延迟发送：12 分钟');
    expect(post?.card.key).toBe(`report:weekly:${house.team.id}:2026-11-23`);
  });

  it('waits for the end of quiet hours if it is posted late at night', async () => {
    await house.run('weekly-report', monday, { lateMinutes: 780, now: at('2026-11-30', '22:00') });
    const [post] = await house.waiting();
    expect(post?.post.notBefore).toEqual(at('2026-12-01', '08:00'));
  });

  it('is not posted if no channel subscribed to it', async () => {
    await house.store.tx((tx) => bindPlace(tx, house.group.id, house.team.id, ['stall']));
    expect(await house.run('weekly-report', monday)).toEqual({ posted: 0 });
  });
});

describe('the weekly report of the company', () => {
  it('is posted to a group bound to no team, if there are teams to compare', async () => {
    const hall = await house.place('group', '总部群');
    await house.store.tx((tx) => bindPlace(tx, hall.id, null, ['report']));
    expect(await house.run('weekly-report', monday)).toEqual({ posted: 1 });
    await house.store.tx((tx) => createTeam(tx, { name: '华南', timeZone: zone }, house.clock.now()));
    await house.run('weekly-report', at('2026-12-07', '09:00'));
    const posts = (await house.waiting()).map(({ card }) => read(card));
    expect(posts.filter((words) => words.includes('全公司'))).toHaveLength(1);
    expect(posts.at(-1)).toMatch(/周报 · 全公司[\s\S]*华南/);
  });
});

describe('my weekly report', () => {
  it('is sent once to each rep in private, and not to managers', async () => {
    await house.deal({ amount: 30_000_000 });
    await house.task('2026-12-01');
    expect(await house.run('my-week', monday)).toEqual({ people: 1 });
    expect(await house.run('my-week', monday)).toEqual({ people: 0 });
    const [post, ...more] = await house.waiting();
    expect(more).toEqual([]);
    expect(post?.place).toBe('小李');
    expect(post && read(post.card)).toMatch(/我的周报 · 小李 · 第48周[\s\S]*下一步：T-1/);
  });

  it('is not sent if the process file turns it off', async () => {
    house.process = { ...house.process, reports: { ...house.process.reports, mine: { on: false } } };
    expect(await house.run('my-week', monday)).toEqual({});
  });
});

describe('the nightly clean-up', () => {
  it('deletes old sent posts in batches, and keeps waiting posts', async () => {
    const post = (key: string) => ({
      dedupeKey: key,
      placeId: house.group.id,
      locale: 'zh' as const,
      card: { key, title: key, tone: 'info', nodes: [] },
    });
    await house.store.tx(async (tx) => {
      for (let made = 0; made < 1200; made++) await enqueue(tx, post(`old${made}`), house.clock.now());
    });
    const old = await house.waiting();
    await house.store.tx(async (tx) => {
      for (const { post: row } of old.slice(0, 1199)) await markSent(tx, row.id, house.clock.now());
    });
    expect(await house.run('cleanup', at('2027-02-01', '03:15'))).toEqual({ removed: 1199 });
    expect(await house.waiting()).toHaveLength(1);
    const before = at('2027-02-01', '03:15');
    const all = {
      answers: before,
      posts: before,
      cards: before,
      drafts: before,
      sights: before,
      told: before,
      modelCalls: before,
    };
    expect(await house.store.tx((tx) => cleanUp(tx, all))).toBe(0);
  });
});
