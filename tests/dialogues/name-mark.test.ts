import { afterEach, beforeEach, expect, test } from 'vitest';
import { personById } from '../../store/people/person-queries.js';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import type { Locale } from '../../texts/languages.js';
import { Wall } from '../support/wall.js';
import { type Actor, type World, world } from '../support/world.js';

/** That somebody gave themselves a name is stored without a language, and said in that of whoever reads the name. */

let w: World;
let lei: Actor;
let mei: Actor;
let zhou: Actor;
let anna: Actor;

const choose = async (who: Actor, locale: Locale) =>
  await w.store.tx((tx) => updatePerson(tx, who.person.id, { locale }));

beforeEach(async () => {
  w = await world();
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  mei = await w.rep('韩梅');
  anna = await w.rep('Anna');
  await choose(anna, 'en');
  await lei.says('商机 星河科技 30万').sees('D-1');
  await lei.says('我叫 陈总').sees('陈总（自报）');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('every reader reads it in their own language, whoever gave the name', async () => {
  await mei.says('D-1').sees('负责人: 陈总（自报）').misses('unconfirmed');
  await anna.says('D-1').sees('Owner: 陈总 (unconfirmed)').misses('自报');
  await anna.says('call-me Annie').sees('Annie (unconfirmed)');
  await anna.says('deal Spruce 20k').sees('D-2');
  await mei.says('D-2').sees('负责人: Annie（自报）').misses('unconfirmed');
});

test('what is stored has no language', async () => {
  const { name } = (await personById(w.store.db, lei.person.id)) ?? {};
  expect(name).toMatch(/^陈总/);
  expect(name).not.toMatch(/自报|unconfirmed/);
});

test('a group reads it in its language, also where a card is drawn anew', async () => {
  const wall = new Wall(w);
  await wall.says(zhou, '东群', '绑群 华东');
  const [card] = await wall.shares(anna, '东群', 'D-1');
  expect(Wall.words(card as never)).toContain('陈总（自报）');
  await wall.says(lei, 'private', '改 D-1 31万');
  expect(card?.redrawn).toBeGreaterThan(0);
  expect(Wall.words(card as never)).toContain('陈总（自报）');
});

test('the name with the mark as one reads it names its bearer', async () => {
  await zhou.says('派 D-1 韩梅').sees('韩梅');
  await zhou.says('派 D-1 陈总（自报）').sees('转给陈总（自报）');
  await zhou.says('目标 陈总（自报） 本月 拜访 20').sees('陈总（自报）');
  expect(JSON.stringify(await w.suggest(zhou, 'assign', 'to', '陈'))).toContain('陈总（自报）');
  expect(w.say({ command: 'assign', input: { record: 'D-1', to: lei.person.id } })).toContain('派 D-1');
});
