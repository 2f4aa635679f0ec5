import { expect, test } from 'vitest';
import { createDingtalk } from '../../../adapters/dingtalk/chat/dingtalk-chat.js';
import { dialogueStore } from '../../support/databases.js';
import { DingtalkEmulator } from '../../support/dingtalk/emulator.js';
import { afterwards } from '../../support/endings.js';
import { MemoryActs } from '../../support/memory-acts.js';
import { ScriptedHost } from '../../support/sandbox-demo.js';
import { alertsIn, storm } from '../../support/storm.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };

test('500 alerts arrive once each, in order and in few calls, despite refusals by DingTalk', async () => {
  const dingtalk = await DingtalkEmulator.start();
  afterwards(() => dingtalk.close());
  const store = await dialogueStore();
  const chat = createDingtalk({
    clientId: dingtalk.company.clientId,
    clientSecret: dingtalk.company.clientSecret,
    apiUrl: dingtalk.url,
    oapiUrl: dingtalk.url,
    quota: { calls: 5_000, pushes: 3_000 },
    locale: 'zh',
    usage: { count: () => undefined, of: () => 0 },
    acts: new MemoryActs(),
    log,
  });
  afterwards(() => chat.stop());
  await chat.start(new ScriptedHost());
  const groups = ['东', '南'].map((title) => dingtalk.group(title, [dingtalk.person('lei01', '李雷')]));
  dingtalk.faults.tooFast('createAndDeliver', 3);
  dingtalk.faults.serverError('createAndDeliver', 2);

  const done = await storm({ store, chat, groups: groups.map(({ id }) => id), alerts: 500 });

  expect(done).toMatchObject({ sent: 500, dead: 0 });
  const numbers = groups.map((group) => alertsIn(group.readable()));
  expect(numbers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
  for (const inGroup of numbers) expect(inGroup).toEqual([...inGroup].sort((a, b) => a - b));
  expect(dingtalk.company.counted.calls).toBeLessThan(150);
});
