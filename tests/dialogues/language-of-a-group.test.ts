import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupLocale } from '../../crm/access/reader.js';
import { saveMembers } from '../../store/people/place-members.js';
import { findPlace } from '../../store/people/place-queries.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let lilei: Actor;
let manager: Actor;
beforeEach(async () => {
  w = await world();
  lilei = await w.rep('李雷');
  manager = await w.manager('周敏');
  await lilei.says('线索 Acme Marine 王总 13800000000');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** What the group sees of a report that is for everybody. */
const inGroup = async (actor: Actor, words = '漏斗') =>
  (await actor.in('华东销售群').says(words)).cards.map(printed).join('\n');
const alone = async (actor: Actor) => (await actor.alone().says('Acme Marine')).cards.map(printed).join('\n');

test('one person who chose English does not make the group English; most of its people do', async () => {
  await manager.alone().says('语言 English');
  expect(await inGroup(manager)).toContain('漏斗');
  await lilei.alone().says('语言 English');
  expect(await inGroup(lilei)).toContain('Funnel');
});

test('语言 in a group sets the language of the group, and of nobody who reads it alone', async () => {
  expect(await inGroup(manager, '绑群 华东')).toContain('华东');
  expect(await inGroup(manager, '语言 English')).toMatch(/华东销售群/);
  expect(await inGroup(lilei)).toContain('Funnel');
  expect(await alone(lilei)).toContain('负责人');
  expect(await alone(manager)).toContain('负责人');
  await manager.in('华东销售群').says('撤销');
  expect(await inGroup(lilei)).toContain('漏斗');
});

test('语言 … 我 in a group is the speaker’s own language alone', async () => {
  await inGroup(manager, '绑群 华东');
  expect(await inGroup(manager, '语言 English 我')).not.toContain('华东销售群');
  expect(await inGroup(lilei)).toContain('漏斗');
  expect(await alone(manager)).toContain('Owner');
});

test('a rep in a group chooses their own language, and may not choose the group’s', async () => {
  await inGroup(manager, '绑群 华东');
  expect(await inGroup(lilei, '语言 English 本群')).toContain('团队经理');
  await inGroup(lilei, '语言 English');
  expect(await inGroup(manager)).toContain('漏斗');
  expect(await alone(lilei)).toContain('Owner');
});

test('where the platform lists the members, they decide, whatever team they are in', async () => {
  await manager.alone().says('语言 English');
  await manager.in('出海群').says('漏斗');
  const place = await findPlace(w.store.db, 'sandbox', '出海群');
  if (!place) throw new Error('no group');
  const listed = { ids: ['周敏'], listedAt: w.clock.now() };
  expect(await groupLocale(w.store.db, place, 'zh', w.east.id)).toBe('zh');
  await w.store.tx((tx) => saveMembers(tx, place.id, listed));
  expect(await groupLocale(w.store.db, place, 'zh', w.east.id)).toBe('en');
  await w.store.tx((tx) => saveMembers(tx, place.id, { ...listed, ids: ['周敏', '李雷', '??'] }));
  expect(await groupLocale(w.store.db, place, 'zh', w.east.id)).toBe('zh');
});

test('a question carries the language of who is asked, for what platforms add to it', async () => {
  await lilei.alone().says('语言 English');
  await lilei.alone().says('lost Acme Marine');
  expect(lilei.last.cards.map(({ locale, drawing }) => drawing?.locale ?? locale)).toEqual(['en']);
});
