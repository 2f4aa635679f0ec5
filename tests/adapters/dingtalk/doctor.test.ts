import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DingtalkCheck, examineDingtalk } from '../../../adapters/dingtalk/setup/examine.js';
import { DingtalkEmulator } from '../../support/dingtalk/emulator.js';

let dingtalk: DingtalkEmulator;

beforeEach(async () => {
  dingtalk = await DingtalkEmulator.start();
});

afterEach(async () => {
  await dingtalk.close();
});

const examined = (more: Partial<DingtalkCheck> = {}) =>
  examineDingtalk({
    clientId: dingtalk.company.clientId,
    clientSecret: dingtalk.company.clientSecret,
    apiUrl: dingtalk.url,
    oapiUrl: dingtalk.url,
    quota: { calls: 5_000, pushes: 3_000 },
    used: { api: 10, push: 20, card: 5, action_card: 0, text: 0 },
    ...more,
  });

test('the DingTalk check reports ok for a correct setup', async () => {
  const findings = await examined();
  expect(findings.map(({ state }) => state)).toEqual(findings.map(() => 'ok'));
});

test('the DingTalk check names a wrong secret, and stops there', async () => {
  const [token, ...rest] = await examined({ clientSecret: 'wrong' });
  expect(token).toMatchObject({ check: 'dingtalk token', state: 'fail' });
  expect(JSON.stringify([token, ...rest])).not.toContain('wrong');
});

test.each(['Card.Instance.Write', 'qyapi_robot_sendmsg', 'qyapi_get_member'])(
  'the DingTalk check names the missing permission %s and the page to apply for it',
  async (scope) => {
    dingtalk.faults.revoke(scope);
    const missing = (await examined()).filter(({ state }) => state === 'warn');
    expect(missing).toMatchObject([
      { check: `dingtalk ${scope}`, fix: expect.stringContaining(encodeURIComponent(scope)) },
    ]);
  },
);

test('the DingTalk check warns of a nearly used quota and of cards sent as fallbacks', async () => {
  const used = { api: 4_200, push: 100, card: 1, action_card: 30, text: 2 };
  const warnings = (await examined({ used })).filter(({ state }) => state === 'warn');
  expect(warnings.map(({ check }) => check)).toEqual(['dingtalk cards', 'dingtalk quota']);
});
