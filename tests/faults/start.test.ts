import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runGenjin } from '../support/built-product.js';
import { migratedSqlite } from '../support/databases.js';
import { afterwards } from '../support/endings.js';
import { everyNth } from '../support/runs.js';
import { SlackEmulator } from '../support/slack/emulator.js';

const manifest = join(import.meta.dirname, '../../docs/slack-manifest.json');

const faults: [string, (slack: SlackEmulator) => void][] = [
  ['auth.test answers 500 once', (slack: SlackEmulator) => slack.faults.serverError('auth.test')],
  ['auth.test answers 429 once', (slack: SlackEmulator) => slack.faults.rateLimit('auth.test')],
  [
    'two sockets are refused',
    (slack: SlackEmulator) => slack.faults.serverError('apps.connections.open', { times: 4 }),
  ],
];

test.each(everyNth(faults, 3))('the bot waits, says so and comes up where %s', async (_, goesWrong) => {
  const slack = await SlackEmulator.start({ manifest });
  afterwards(() => slack.close());
  goesWrong(slack);
  const bot = await runGenjin(['start'], {
    DATABASE_URL: await migratedSqlite(),
    SANDBOX: 'off',
    PORT: '0',
    LOG_LEVEL: 'info',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
  });
  await expect.poll(bot.said).toContain('Slack is connected');
  expect(bot.said()).toMatch(/trying again/);
  expect(bot.child.exitCode).toBeNull();
  const alice = slack.person('李雷', { realName: '李雷', tz: 'Asia/Shanghai', locale: 'zh-CN' });
  await alice.says('线索 星河科技').sees('L-1');
});
