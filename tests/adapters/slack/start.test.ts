import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { examineSlack } from '../../../adapters/slack/setup/examine.js';
import { afterwards } from '../../support/endings.js';
import { SlackEmulator } from '../../support/slack/emulator.js';
import { SlackOffice } from '../../support/slack-office.js';

const log = { debug() {}, info() {}, warn() {}, error() {} };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

describe('Slack over HTTP', () => {
  test('runs commands, taps and modals, and refuses forged and stale requests', async () => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}/slack/events`;
    const office = await SlackOffice.open({
      deliverTo: address,
      env: { PORT: String(port), SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'a-secret-of-fiction' },
    });
    const { alice, slack } = office;
    await alice.slash('/sale', '线索 星河科技').sees('L-1');
    const card = await alice.dm.waitFor(/L-1/);
    await alice.taps(card, '推进').sees('D-1');
    expect(await slack.http?.verifyUrl?.()).not.toBe(false);
    const body =
      'command=%2Fsale&text=%E7%BA%BF%E7%B4%A2+%E5%81%87%E5%86%92&user_id=U1&channel_id=D1&trigger_id=t';
    const forgeries: Record<string, string>[] = [
      {},
      { 'x-slack-signature': 'v0=00', 'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)) },
    ];
    for (const headers of forgeries) {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body,
      });
      expect(answer.status).toBe(401);
    }
    await slack.settled();
    await alice.says('假冒').misses('L-2');
  });
});

describe('the doctor’s check of Slack', () => {
  const emulator = async () => {
    const slack = await SlackEmulator.start();
    afterwards(() => slack.close());
    return slack;
  };
  const found = async (slack: SlackEmulator, more: Partial<Parameters<typeof examineSlack>[0]> = {}) =>
    await examineSlack({
      botToken: slack.botToken,
      appToken: slack.appToken,
      apiUrl: slack.apiUrl,
      channels: [],
      log,
      ...more,
    });

  test('reports ok for a correct setup', async () => {
    const slack = await emulator();
    const east = slack.channel('east');
    const findings = await found(slack, { channels: [{ id: east.id, name: 'east' }] });
    expect(findings.map(({ state }) => state)).not.toContain('fail');
    expect(findings.map(({ state }) => state)).not.toContain('warn');
  });

  test('names a missing scope and what it is for', async () => {
    const slack = await emulator();
    slack.removeScope('files:write');
    expect(await found(slack)).toContainEqual(
      expect.objectContaining({
        check: 'slack scopes',
        state: 'fail',
        found: expect.stringContaining('files:write'),
      }),
    );
  });

  test('names swapped tokens and a revoked token', async () => {
    const slack = await emulator();
    const swapped = await found(slack, { botToken: slack.appToken, appToken: slack.botToken });
    expect(swapped.filter(({ state }) => state === 'fail').length).toBeGreaterThan(0);
    expect(JSON.stringify(await found(slack, { appToken: slack.botToken }))).toContain('app-level token');
    slack.revokeToken();
    expect(JSON.stringify(await found(slack))).toMatch(/token_revoked|invalid_auth|account_inactive/);
  });

  test('names channels that the bot is not in or that are shared with another company', async () => {
    const slack = await emulator();
    const away = slack.channel('away', { bot: false });
    const hidden = slack.channel('hidden', { kind: 'private', bot: false });
    const shared = slack.channel('shared', { shared: true });
    const channels = [away, hidden, shared].map(({ id, name }) => ({ id, name }));
    const findings = await found(slack, { channels });
    expect(findings.filter(({ state }) => state === 'warn')).toMatchObject([
      { check: 'slack #away', fix: expect.stringContaining('/invite') },
      { check: 'slack #hidden', fix: expect.stringContaining('/invite') },
      { check: 'slack #shared', found: expect.stringContaining('another company') },
    ]);
  });
});

test('a start with a refused token logs it and lets the rest of the product run', async () => {
  const office = await SlackOffice.empty({ env: { SLACK_BOT_TOKEN: 'xoxb-wrong' } });
  expect(office.slack.sockets.count).toBe(0);
});
