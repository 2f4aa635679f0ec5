import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Action, actionsOf, type Call, type Card, callsOf } from '../../kernel/card/card.js';
import { openCall } from '../../kernel/card/open-call.js';
import { rowNames } from '../../kernel/render/named-rows.js';
import { type Actor, type World, world } from '../support/world.js';

/** What a list has no room for on some platforms, the card of its row has: nothing that can be done is lost. */

let w: World;
let rep: Actor;
let manager: Actor;

beforeEach(async () => {
  w = await world();
  [rep, manager] = [await w.rep('李雷'), await w.manager('周敏')];
  for (const line of [
    '线索 华为 王总 13800000000 想看ERP #官网',
    '商机 星河科技 ERP 30万 12月底 王总',
    '商机 星河科技 CRM 20万',
    '商机 长风汽车 40万',
    '线索 白鹭旅游 13912345678',
    '线索 青禾食品 13912345679',
    '约 D-3 今天 签字',
    '约 D-1 今天 送合同',
    '商机 云帆物流 60万 12月底 李总',
    '推 D-4',
  ])
    await rep.says(line);
  await w.release('L-2');
  w.clock.advance(40 * 24 * 3_600_000);
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

const lines = ['今天', '我的待办', '我的商机', '公海', '停滞', '周报', '这周要签的', '多久没联系了'];

test('each verb of a row stands on the card that its number opens', async () => {
  const lost: string[] = [];
  let seen = 0;
  for (const actor of [rep, manager]) {
    for (const line of lines) {
      const { cards } = await actor.says(line);
      for (const [row, calls] of verbsOf(cards)) {
        const { cards: opened } = await actor.says(row);
        const offered = opened.flatMap(callsOf).map(({ command }) => command);
        for (const { command } of calls) {
          seen += 1;
          if (!offered.includes(command)) lost.push(`${line}: ${command} ${row}`);
        }
      }
    }
  }
  expect(seen).toBeGreaterThan(20);
  expect(lost).toEqual([]);
});

test('a number typed by itself is the call that a picker of rows makes', async () => {
  await rep.says('停滞');
  for (const number of ['D-3', 'L-1', 'T-1', 'C-1']) {
    expect((await rep.means(number))?.call).toEqual(openCall(number));
    expect((await rep.says(number)).cards[0]?.key).toMatch(new RegExp(`:${number}$`));
  }
});

/** The calls on each row of cards with several. */
function verbsOf(cards: readonly Card[]): Map<string, Call[]> {
  const verbs = new Map<string, Call[]>();
  for (const card of cards) {
    if (rowNames(card).size < 2) continue;
    for (const action of actionsOf(card))
      if (action.kind !== 'link' && action.row)
        verbs.set(action.row, [...(verbs.get(action.row) ?? []), ...callsOfAction(action)]);
  }
  return verbs;
}

const callsOfAction = (action: Exclude<Action, { kind: 'link' }>): Call[] =>
  action.kind === 'button' ? [action.call] : action.options.map(({ call }) => call);
