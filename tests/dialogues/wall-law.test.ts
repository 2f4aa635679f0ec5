import { afterEach, beforeEach, expect, test } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { isQuestionCard, recordOfKey, recordsOfCall } from '../../bot/views/view-rows.js';
import { callsOf } from '../../kernel/card/card.js';
import { Wall, type WallMessage } from '../support/wall.js';
import { type Actor, type World, world } from '../support/world.js';

/**
 * The law of lists, over all commands: whatever a tap on a row does, refuses or asks, a card that shows several records
 * stays that card. A command that is added to the registry is walked as well.
 */

let w: World;
let wall: Wall;

beforeEach(async () => {
  w = await world();
  wall = new Wall(w);
});
afterEach(async () => await w.close());

async function filledCompany(): Promise<{ lei: Actor; zhou: Actor }> {
  const lei = await w.rep('李雷');
  const zhou = await w.manager('周敏');
  await wall.says(zhou, '华东群', '绑群 华东');
  for (const name of ['云杉科技', '星河科技', '白鹭旅游', '海豚水务']) {
    await wall.says(lei, 'private', `线索 ${name} 王总`);
    await wall.says(lei, 'private', `跟 ${name} 电话 谈过一次`);
  }
  for (const name of ['云杉科技', '星河科技']) {
    await wall.says(lei, 'private', `商机 ${name} 30万 2027-03-01`);
    await wall.says(lei, 'private', `约 ${name} 明天 演示`);
  }
  await w.release('L-3');
  await w.release('L-4');
  w.later(31);
  return { lei, zhou };
}

const isList = ({ card }: WallMessage): boolean =>
  recordOfKey(card.key) === undefined && !isQuestionCard(card.key);

test('a tap on a row never changes what kind of card it stands on', async () => {
  const { lei, zhou } = await filledCompany();
  const walked = new Set<string>();
  const changed: string[] = [];
  for (const command of registry.commands) {
    if (command.name === 'setup' || command.hidden) continue;
    for (const [actor, where] of [
      [lei, 'private'],
      [zhou, '华东群'],
    ] as const) {
      const posted = await wall.says(actor, where, command.words.zh[0]);
      await wall.says(actor, where, '取消');
      for (const list of posted.filter(isList)) {
        const { key } = list.card;
        const before = Wall.words(list).split('\n')[0];
        const calls = callsOf(list.card).filter(
          (call) => recordsOfCall(call).length > 0 && call.command !== command.name,
        );
        for (const call of calls.slice(0, 4)) {
          walked.add(command.name);
          await wall.calls(actor, list, call);
          await wall.says(actor, where, '取消');
          if (list.card.key !== key || Wall.words(list).split('\n')[0] !== before)
            changed.push(`${command.name}: ${call.command} made ${key} a ${list.card.key}`);
        }
      }
    }
  }
  expect(changed).toEqual([]);
  expect(walked.size).toBeGreaterThanOrEqual(6);
  for (const name of ['today', 'weekly', 'stalled', 'pool', 'meeting']) expect(walked).toContain(name);
});
