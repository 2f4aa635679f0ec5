import { expect, test } from 'vitest';
import { createWecom } from '../../../adapters/wecom/chat/wecom-chat.js';
import { Allowance, chatLimits } from '../../../adapters/wecom/out/allowance.js';
import { leaseOf } from '../../../bot/wiring/lease-holder.js';
import { MovableClock, systemClock } from '../../../kernel/time/clock.js';
import { dialogueStore } from '../../support/databases.js';
import { afterwards } from '../../support/endings.js';
import { MemoryActs } from '../../support/memory-acts.js';
import { ScriptedHost } from '../../support/sandbox-demo.js';
import { alertsIn, storm } from '../../support/storm.js';
import { WecomEmulator } from '../../support/wecom/emulator.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };

test('500 alerts arrive once each, in order and in digests, within the limits of a chat', async () => {
  const clock = new MovableClock();
  const wecom = await WecomEmulator.start({ clock });
  afterwards(() => wecom.close());
  const store = await dialogueStore();
  const chat = createWecom({
    botId: wecom.botId,
    secret: wecom.secret,
    wsUrl: wecom.url,
    locale: 'zh',
    lease: leaseOf(store, systemClock, 'wecom'),
    allowance: new Allowance(chatLimits, clock),
    acts: new MemoryActs(),
    log,
  });
  afterwards(() => chat.stop());
  await chat.start(new ScriptedHost());
  const groups = ['东', '南'].map((title) => wecom.group(title, [wecom.person('lilei')]));
  for (const group of groups) group.open = true;

  const done = await storm({ store, chat, groups: groups.map(({ id }) => id), alerts: 500, clock });

  expect(done).toMatchObject({ sent: 500, dead: 0 });
  const numbers = groups.map((group) => alertsIn(group.readable()));
  expect(numbers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
  for (const inGroup of numbers) expect(inGroup).toEqual([...inGroup].sort((a, b) => a - b));
  for (const group of groups) expect(group.answers.length).toBeLessThan(40);
  expect(wecom.refusals).toEqual([]);
});
