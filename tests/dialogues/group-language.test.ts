import { afterEach, beforeEach, expect, test } from 'vitest';
import { updatePerson } from '../../store/unit/rows/person-rows.js';
import type { Locale } from '../../texts/languages.js';
import { Wall } from '../support/wall.js';
import { type Actor, type World, world } from '../support/world.js';

/** What everybody in a group reads is in the group's language; what one person reads, in theirs. */

const group = '华东群';

let w: World;
let wall: Wall;
let zhou: Actor;
let lei: Actor;
let tom: Actor;

beforeEach(async () => {
  w = await world();
  wall = new Wall(w);
  zhou = await w.manager('周敏');
  lei = await w.rep('李雷');
  tom = await w.rep('Tom');
  await choose(tom, 'en');
  await wall.says(zhou, group, '绑群 华东');
  await lei.says('商机 云杉科技 30万').sees('D-1');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const choose = async (who: Actor, locale: Locale) =>
  await w.store.tx((tx) => updatePerson(tx, who.person.id, { locale }));

test('a card that a group reads is in the company’s language, whoever asked for it', async () => {
  const [card] = await wall.shares(tom, group, 'D-1');
  expect(Wall.words(card as never)).toContain('负责人');
  expect(card?.card.drawing?.locale).toBe('zh');
  await wall.says(lei, 'private', '改 D-1 40万');
  expect(card?.redrawn).toBeGreaterThan(0);
  expect(Wall.words(card as never)).toContain('40万');
  const [log] = await wall.says(tom, group, 'deal Spruce 20k');
  expect(Wall.words(log as never)).toContain('商机已创建');
});

test('the same in private is in the reader’s language', async () => {
  await tom.says('D-1').sees('Owner').misses('负责人');
  await tom.says('deal Spruce 20k').misses('商机');
});

test('what a group is not to read is in the speaker’s language', async () => {
  tom.in(group);
  const mine = await tom.says('mydata').sees('My data');
  expect(mine.quiet).toBe(true);
  const denied = await tom.says('lost D-1 price').misses('没有权限');
  expect(denied.quiet).toBe(true);
  const nuo = await w.rep('许诺', await w.team('华南'));
  await nuo.says('商机 云帆物流 8万').sees('D-2');
  const anna = await w.admin('Anna');
  await choose(anna, 'en');
  anna.in(group);
  const hidden = await anna.says('D-2').sees('Owner').misses('负责人');
  expect(hidden.quiet).toBe(true);
  const changed = await anna.says('edit D-2 300k').sees('Owner', '300').misses('负责人');
  expect(changed.quiet).toBe(true);
  await nuo.says('D-2').sees('30万');
});

test('a team is answered in the language of most of its people', async () => {
  for (const one of [lei, zhou]) await choose(one, 'en');
  await tom.in(group).says('D-1');
  await tom.taps('Share').sees('Owner');
  for (const one of [lei, zhou]) await choose(one, 'zh');
  await tom.in(group).says('D-1');
  await tom.taps('Share').sees('负责人');
});
