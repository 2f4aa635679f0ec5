import { afterEach, beforeEach, expect, test } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { isQuestionCard } from '../../bot/views/view-rows.js';
import { type Call, type Card, callsOf } from '../../kernel/card/card.js';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { customerByNo } from '../../store/customers/customer-queries.js';
import { Wall, type WallMessage } from '../support/wall.js';
import { type Actor, type World, world } from '../support/world.js';

/** A card that asks somebody, or holds words of theirs that are not written yet, takes a tap of nobody else. */

let w: World;
let wall: Wall;
let lei: Actor;
let zhou: Actor;

const group = '华东群';

beforeEach(async () => {
  w = await world();
  wall = new Wall(w);
  lei = await w.rep('李雷');
  zhou = await w.manager('周敏');
  await wall.says(zhou, group, '绑群 华东');
  for (const name of ['云杉科技', '星河科技']) await wall.says(lei, 'private', `商机 ${name} ERP 30万`);
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

async function asks(line: string): Promise<WallMessage> {
  const [message] = await wall.says(lei, group, line);
  if (!message) throw new Error(`no answer to ${line}`);
  // Where a platform has no message for one reader alone, the question stands in the group.
  return message.place.id === group ? message : await wall.posts(lei, group, message.card);
}

const followUpsOf = async (no: number) => {
  const customer = await customerByNo(w.store.db, no);
  return await lastFollowUps(w.store.db, customer?.id ?? '', 9);
};

test.each([
  ['which customer?', '今天拜访了云山科技，下周三再约', '云杉科技'],
  ['forwarded?', '转发：云杉科技王总：30万有点高', '记为跟进'],
  ['is it yours?', '周敏今天拜访了云杉科技', '记在我名下'],
  ['take down?', '云杉科技有个新仓库', '记为跟进'],
])('%s is answered by the person asked', async (_, line, label) => {
  const message = await asks(line);
  const before = Wall.words(message);
  expect(before).toContain(label);
  const [refusal] = await wall.taps(zhou, message, label);
  expect(refusal && Wall.words(refusal)).toContain('这是在问李雷');
  expect(Wall.words(message)).toBe(before);
  expect(await followUpsOf(1)).toEqual([]);
  await wall.taps(lei, message, label);
  expect((await followUpsOf(1)).map(({ personId }) => personId)).toEqual([lei.person.id]);
});

test('a draft is completed by the person who began it, and a choice made by who has to choose', async () => {
  await wall.says(lei, 'private', '商机 云杉科技 MES 20万');
  for (const [line, label] of [
    ['输 云杉科技', 'D-1'],
    ['输 星河科技', '价格'],
  ] as const) {
    const message = await asks(line);
    const [refusal] = await wall.taps(zhou, message, label);
    expect(refusal && Wall.words(refusal)).toContain('这是在问李雷');
    const answers = await wall.taps(lei, message, label);
    expect(answers.map(Wall.words).join()).not.toContain('这是在问');
  }
});

test('a question that was set aside is taken up by who was asked, on a card that is anybody’s', async () => {
  await asks('输 D-1');
  const card = await asks('D-2');
  expect(Wall.words(card)).toContain('接着办');
  const [refusal] = await wall.taps(zhou, card, '接着办');
  expect(refusal && Wall.words(refusal)).toContain('这是在问李雷');
  const answers = await wall.taps(lei, card, '接着办');
  expect(answers.map(Wall.words).join()).toContain('原因');
});

test('a card that is an act for anybody is tapped by anybody who may', async () => {
  const card = await asks('D-1');
  const answers = await wall.taps(zhou, card, '推进');
  expect(answers.map(Wall.words).join()).toContain('进入「需求确认」前请先补齐');
});

/** Whoever taps these speaks for themselves: a question of their own, a report kept under its own words. */
const forAnybody = ['ask-missed', 'slice-save'];

const writes = ({ command, input }: Call): boolean => {
  const { reads, looks, name = '' } = registry.get(command) ?? {};
  return !reads && looks?.(input) !== true && !forAnybody.includes(name);
};

const holdsWords = (call: Call): boolean =>
  writes(call) &&
  call.input.askedOf === undefined &&
  Object.entries(registry.get(call.command)?.fields ?? {}).some(
    ([name, { kind }]) => kind === 'rest' && call.input[name] !== undefined,
  );

/** A refusal names the next step, which is open to whoever may take it. */
const isQuestion = ({ key }: Card): boolean => isQuestionCard(key) && key !== 'error:rule';

const isOfNobody = (card: Card): boolean =>
  card.askedOf === undefined &&
  callsOf(card).some((call) => holdsWords(call) || (isQuestion(card) && writes(call)));

test('every card that asks, or offers to write what somebody said, is for that person alone', async () => {
  const sentences = [
    '今天拜访了云山科技，下周三再约',
    '拜访了云杉科技，周二再来',
    '云杉科技、星河科技今天都见了，云山科技没见',
    '今天见了云山科技、青禾食品，下周三再约',
    '线索 云杉科技集团 王总 13800001111',
    '今天打了个电话，对方说价格高',
    '今天天气不错',
  ];
  const forgotten: string[] = [];
  const held = new Set<string>();
  const look = (line: string, cards: readonly Card[]) => {
    for (const card of cards) {
      if (isOfNobody(card)) forgotten.push(`${line}: ${card.key}`);
      if (card.askedOf !== undefined) held.add(card.key);
    }
  };
  const commands = registry.commands.filter(({ name, hidden }) => name !== 'setup' && !hidden);
  const lines = [
    ...sentences,
    ...commands.flatMap(({ words, examples }) => [words.zh[0], `${words.zh[0]} 云杉科技`, ...examples.zh]),
  ];
  for (const line of lines) {
    const posted = await wall.says(lei, group, line);
    look(
      line,
      posted.map(({ posted: card }) => card),
    );
    await wall.says(lei, group, '取消');
  }
  expect(forgotten).toEqual([]);
  expect(held.size).toBeGreaterThan(20);
});
