import { expect, test } from 'vitest';
import { createSlack } from '../../../adapters/slack/chat/slack-chat.js';
import { RateLimiter } from '../../../adapters/slack/out/pace.js';
import { dialogueStore } from '../../support/databases.js';
import { afterwards } from '../../support/endings.js';
import { MemoryActs } from '../../support/memory-acts.js';
import { runs } from '../../support/runs.js';
import { ScriptedHost } from '../../support/sandbox-demo.js';
import { SlackEmulator } from '../../support/slack/emulator.js';
import { alertsIn, storm } from '../../support/storm.js';

const alerts = runs(100, 500);

const log = { debug() {}, info() {}, warn() {}, error() {} };

test(`${alerts} alerts arrive once each and in order, despite refusals by Slack`, async () => {
  const slack = await SlackEmulator.start();
  afterwards(() => slack.close());
  const store = await dialogueStore();
  const chat = createSlack({
    botToken: slack.botToken,
    appToken: slack.appToken,
    apiUrl: slack.apiUrl,
    host: '127.0.0.1',
    port: 0,
    slashes: [],
    locale: 'zh',
    acts: new MemoryActs(),
    log,
    // A hundred times as fast as in life, as are the limits that Slack keeps here.
    pace: new RateLimiter(10),
  });
  afterwards(() => chat.stop());
  await chat.start(new ScriptedHost());
  slack.limits.enforce({ postsPerSecond: 110, postBurst: 3 });
  const channels = ['east', 'south', 'north'].map((name) => slack.channel(name));
  slack.faults.rateLimit('chat.postMessage', { retryAfter: 1, times: 5 });
  slack.faults.serverError('chat.postMessage', { times: 5 });

  const done = await storm({ store, chat, groups: channels.map(({ id }) => id), alerts });

  expect(done).toMatchObject({ sent: alerts, dead: 0 });
  const numbers = channels.map((channel) => alertsIn(channel.shown.map((one) => one.text).join('\n')));
  expect(numbers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: alerts }, (_, n) => n + 1));
  for (const inChannel of numbers) expect(inChannel).toEqual([...inChannel].sort((a, b) => a - b));
  expect(done.minutes).toBeGreaterThan(runs(0, 3));
});

test('messages to one channel are sent a second apart', async () => {
  const pace = new RateLimiter();
  const began = process.hrtime.bigint();
  await Promise.all([pace.turn('C1'), pace.turn('C1'), pace.turn('C2')]);
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  expect(ms).toBeGreaterThan(990);
});
