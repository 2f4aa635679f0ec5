import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Card } from '../../kernel/card/card.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let zhou: Actor;
let lei: Actor;
let mei: Actor;

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  for (const one of [zhou, lei, mei]) await one.says('帮');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** What was queued for a person about records that changed hands. */
const toldTo = async (actor: Actor): Promise<string[]> => {
  const { q, t } = w.store.db;
  const places = await q.select().from(t.places);
  const own = new Set(places.filter(({ personId }) => personId === actor.person.id).map(({ id }) => id));
  const posts = (await q.select().from(t.outbox)).filter(({ dedupeKey }) => dedupeKey.startsWith('owner:'));
  return posts.filter(({ placeId }) => own.has(placeId)).map(({ card }) => printed(card as Card));
};

test('a new owner gets the card of what was assigned, the former owner one line, the assigner nothing', async () => {
  await lei.says('线索 星河科技 王总 13800000000');
  await zhou.says('派 L-1 韩梅').sees('韩梅');
  const [card, ...more] = await toldTo(mei);
  expect(more).toEqual([]);
  expect(card).toContain('周敏转给了您');
  expect(card).toContain('L-1 · 星河科技');
  expect(card).toContain('13800000000');
  expect(await toldTo(lei)).toEqual([expect.stringContaining('周敏把L-1 星河科技转给了韩梅')]);
  expect(await toldTo(zhou)).toEqual([]);
});

test('an undo tells both of them again', async () => {
  await lei.says('商机 云帆物流 10万');
  await zhou.says('派 D-1 韩梅');
  await zhou.says('撤销');
  expect((await toldTo(lei)).join()).toContain('周敏转给了您');
  expect((await toldTo(mei)).join()).toContain('周敏把D-1 云帆物流转给了李雷');
});

test('what somebody does with their own records tells nobody', async () => {
  await lei.says('线索 星河科技');
  await lei.says('商机 星河科技 10万');
  await lei.says('赢 星河科技 10万');
  for (const one of [zhou, lei, mei]) expect(await toldTo(one)).toEqual([]);
});

test('a lead that is entered for somebody else tells them', async () => {
  await zhou.says('线索 星河科技 @韩梅');
  expect((await toldTo(mei)).join()).toContain('L-1 · 星河科技');
});

test('a rep whose lead a manager releases is told', async () => {
  await lei.says('线索 星河科技');
  await zhou.says('放回公海 L-1 跟不动');
  expect((await toldTo(lei)).join()).toContain('L-1 星河科技');
});

test('people without a language and a zone of their own are told in the company’s, not in those of who acts', async () => {
  await w.store.tx(async (tx) => {
    for (const { id } of [lei.person, mei.person]) await updatePerson(tx, id, { locale: null });
    await updatePerson(tx, zhou.person.id, { locale: 'en', timeZone: 'America/New_York' });
  });
  await lei.says('线索 星河科技');
  await zhou.says('assign L-1 to 韩梅');
  expect((await toldTo(mei)).join()).toMatch(/周敏转给了您[\s\S]*今天 10:00/);
  expect((await toldTo(lei)).join()).toContain('周敏把L-1 星河科技转给了韩梅');
  await zhou.says('give 韩梅 a task: call 星河科技 on Friday 9am');
  const { q, t } = w.store.db;
  const posts = (await q.select().from(t.outbox)).filter(({ dedupeKey }) =>
    dedupeKey.startsWith('task-given:'),
  );
  const given = posts.map(({ card }) => printed(card as Card)).join();
  // 9:00 in New York is 22:00 in Shanghai.
  expect(given).toContain('周敏给您安排了待办 · 11月27日 周五 22:00');
  expect(given).not.toMatch(/Owner|09:00/);
});
