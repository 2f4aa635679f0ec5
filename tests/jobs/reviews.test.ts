import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bindPlace } from '../support/change-rows.js';
import { at, House, read } from './house.js';

let house: House;

beforeEach(async () => {
  house = await House.open(at('2026-12-28', '10:00'));
});
afterEach(async () => await house.close());

const runs = async (time: string) => {
  const now = at(time.slice(0, 10), time.slice(11));
  house.clock.set(now);
  return (await house.runner().runDue(now)).filter(({ job }) => job === 'reviews');
};

describe('the monthly and quarterly reviews', () => {
  it('are posted once, on the first workday of the month and of the quarter', async () => {
    await house.deal({ amount: 30_000_000 });
    await runs('2026-12-28 10:00');
    // The 1st is a Friday here; the plain calendar knows no holidays.
    expect(await runs('2027-01-01 09:00')).toEqual([]);
    const month = await runs('2027-01-01 09:30');
    expect(month.map(({ scope, counts }) => [scope, counts.posted])).toContainEqual([
      `monthly:${house.team.id}`,
      1,
    ]);
    const quarter = await runs('2027-01-01 10:00');
    expect(quarter.map(({ scope }) => scope)).toContain(`quarterly:${house.team.id}`);
    expect(await runs('2027-01-04 10:00')).toEqual([]);
    const posts = (await house.waiting()).filter(({ card }) => card.key.startsWith('report:review'));
    expect(posts.map(({ place, card }) => [place, card.title])).toEqual([
      ['华东销售群', '月报 · 华东 · 2026年12月'],
      ['华东销售群', '季报 · 华东 · 2026年第4季度'],
    ]);
  });

  it('wait for the first workday if the month begins on a weekend, and are posted late after an outage', async () => {
    await runs('2027-04-30 10:00');
    expect(await runs('2027-05-01 10:00')).toEqual([]);
    const [late] = (await runs('2027-05-04 08:00')).filter(({ scope }) => scope.endsWith(house.team.id));
    expect(late?.at).toEqual(at('2027-05-03', '09:30'));
    const post = (await house.waiting()).find(({ card }) => card.key.startsWith('report:review'));
    expect(post && read(post.card)).toMatch(/2027年4月[\s\S]*延迟发送/);
  });

  it('are not posted if no channel subscribed to reports, or if the process file turns them off', async () => {
    await house.store.tx((tx) => bindPlace(tx, house.group.id, house.team.id, ['stall']));
    expect(await house.run('reviews', at('2027-01-01', '10:00'))).toEqual({ posted: 0 });
    const off = { on: false, at: '09:00' };
    house.process = {
      ...house.process,
      reports: { ...house.process.reports, monthly: off, quarterly: off },
    };
    expect(await house.run('reviews', at('2027-01-01', '10:00'))).toEqual({});
  });
});
