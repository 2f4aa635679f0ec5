import { afterEach, beforeEach, expect, it } from 'vitest';
import { allJobs } from '../../jobs/register-jobs.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { bindPlace, setPlaceLocale } from '../support/change-rows.js';
import { at, House, read } from './house.js';

/** A company that speaks Chinese, with a team in which everybody has chosen English. */
let house: House;

beforeEach(async () => {
  house = await House.open(at('2026-10-12', '10:00'));
  for (const { id } of [house.rep, house.manager])
    await house.store.tx((tx) => updatePerson(tx, id, { locale: 'en' }));
  await house.deal({ stallAt: at('2026-11-26', '18:00'), amount: 30_000_000 });
  await house.lead({ respondBy: at('2026-10-12', '18:00'), poolAt: at('2026-10-20', '18:00') });
  await house.task('2026-11-30');
});
afterEach(async () => await house.close());

it('whatever the clock posts to the team is in the language of the team', async () => {
  for (const { name } of allJobs) await house.run(name, at('2026-11-30', '09:00'));
  for (const { name } of allJobs) await house.run(name, at('2026-12-01', '09:00'));
  const posts = (await house.waiting()).filter(({ place }) => place === house.group.name);
  const told = new Set(posts.map(({ post }) => post.dedupeKey.split(':')[0]));
  expect([...told]).toEqual(expect.arrayContaining(['weekly', 'review', 'stall']));
  expect(posts.filter(({ post }) => post.locale !== 'en').map(({ post }) => post.dedupeKey)).toEqual([]);
  for (const { card } of posts) expect(read(card)).not.toMatch(/周报|停滞|商机|负责人|本月/);
});

it('each group of the team is written to in its own language', async () => {
  const hall = await house.place('group', '英文群');
  await house.store.tx((tx) => bindPlace(tx, hall.id, house.team.id, ['report', 'stall']));
  await house.store.tx((tx) => setPlaceLocale(tx, house.group.id, 'zh'));
  for (const { name } of allJobs) await house.run(name, at('2026-11-30', '09:00'));
  const waiting = await house.waiting();
  const localesOf = (id: string) =>
    new Set(waiting.filter(({ post }) => post.placeId === id).map(({ post }) => post.locale));
  expect(localesOf(house.group.id)).toEqual(new Set(['zh']));
  expect(localesOf(hall.id)).toEqual(new Set(['en']));
  const weekly = waiting
    .filter(({ post }) => post.dedupeKey.startsWith('weekly'))
    .map(({ card }) => read(card));
  expect(weekly.filter((words) => /周报/.test(words))).toHaveLength(1);
  expect(weekly).toHaveLength(2);
});
