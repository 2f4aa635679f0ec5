import { describe, expect, test } from 'vitest';
import { createDingtalk } from '../../../adapters/dingtalk/chat/dingtalk-chat.js';
import { DingtalkEmulator } from '../../support/dingtalk/emulator.js';
import { asks, DingtalkOffice } from '../../support/dingtalk-office.js';
import { afterwards } from '../../support/endings.js';
import { MemoryActs } from '../../support/memory-acts.js';
import { ScriptedHost } from '../../support/sandbox-demo.js';
import { sleep } from '../../support/slack/waiting.js';

let office: DingtalkOffice;

const rows = async (words: string) => {
  const { q, t } = office.product.store.db;
  return (await q.select().from(t.followUps)).filter((one) => one.words.includes(words)).length;
};

describe('the DingTalk connection', () => {
  test('is opened again once after refused tickets and handshakes', async () => {
    office = await DingtalkOffice.open();
    const { dingtalk, lei } = office;
    const before = dingtalk.gateway.opened;
    dingtalk.faults.refusedTickets = 1;
    dingtalk.faults.refusedHandshakes = 1;
    dingtalk.gateway.dropAll();
    await expect.poll(() => dingtalk.gateway.connections.size).toBe(0);
    await dingtalk.gateway.waitFor(1);
    await sleep(1_500);
    expect(dingtalk.gateway.connections.size).toBe(1);
    expect(dingtalk.gateway.opened).toBe(before + 1);
    await asks(lei, '线索 星河科技', 'L-1');
  });

  test('is replaced when the server announces its end, and messages sent meanwhile arrive', async () => {
    office = await DingtalkOffice.open();
    const { dingtalk, lei } = office;
    for (const name of ['星河科技', '云帆物流']) {
      dingtalk.gateway.disconnectAll();
      await dingtalk.gateway.waitFor(1);
      await asks(lei, `线索 ${name}`, name);
    }
  });

  test('ignores unreadable frames and robot messages without text', async () => {
    office = await DingtalkOffice.open();
    const { dingtalk, lei } = office;
    dingtalk.gateway.sendRubbish();
    lei.saysBeyondQuota();
    await asks(lei, '线索 星河科技', 'L-1');
    expect(dingtalk.gateway.opened).toBe(1);
  });

  test('fails with a wrong secret, is reported, and is not retried at once', async () => {
    office = await DingtalkOffice.empty({ env: { DINGTALK_CLIENT_SECRET: 'wrong' } });
    await sleep(1_500);
    expect(office.dingtalk.callsTo('connections/open')).toHaveLength(1);
    expect(office.dingtalk.callsTo('connections/open')[0]?.outcome).toBe('authFailed');
  });

  test('is replaced if the server falls silent', async () => {
    const dingtalk = await DingtalkEmulator.start();
    afterwards(() => dingtalk.close());
    const host = new ScriptedHost();
    const lines: string[] = [];
    const log = { debug() {}, info() {}, warn: (_: object, line: string) => lines.push(line), error() {} };
    const chat = createDingtalk({
      clientId: dingtalk.company.clientId,
      clientSecret: dingtalk.company.clientSecret,
      apiUrl: dingtalk.url,
      oapiUrl: dingtalk.url,
      quota: { calls: 5_000, pushes: 3_000 },
      locale: 'zh',
      usage: { count: () => undefined, of: () => 0 },
      heartbeat: { pingMs: 50, deadMs: 200 },
      acts: new MemoryActs(),
      log,
    });
    afterwards(() => chat.stop());
    await chat.start(host);
    dingtalk.faults.silent = true;
    await expect.poll(() => dingtalk.gateway.opened).toBeGreaterThan(1);
    dingtalk.faults.silent = false;
    const lei = dingtalk.person('lei01', '李雷');
    // What is said while the old connection is being given up is lost.
    await expect
      .poll(
        () => {
          lei.says('你好');
          return lei.chat.readable();
        },
        { interval: 300 },
      )
      .toMatch(/已记：你好/);
    expect(dingtalk.gateway.connections.size).toBeLessThanOrEqual(2);
    expect(lines.join()).toContain('silent');
  });
});

describe('one act has one effect', () => {
  test('even if the message is delivered twice, again later, or for two robots', async () => {
    office = await DingtalkOffice.open();
    const { dingtalk, lei } = office;
    await asks(lei, '线索 星河科技', 'L-1');
    dingtalk.faults.duplicates = 1;
    const sent = lei.says('跟 星河科技 电话 只记一次');
    await lei.chat.waitFor(/已记[\s\S]*只记一次/);
    dingtalk.gateway.redeliver(sent);
    await dingtalk.settled();
    expect(await rows('只记一次')).toBe(1);
    expect(lei.chat.readable().match(/已记/g)).toHaveLength(1);
    expect(sent.deliveries).toBe(3);
  });

  test('because the message is acknowledged at once and not delivered again', async () => {
    office = await DingtalkOffice.open();
    const { lei } = office;
    const sent = await lei.says('线索 星河科技').acked();
    expect(lei.chat.answers).toEqual([]);
    await lei.chat.waitFor(/L-1/);
    expect(sent.deliveries).toBe(1);
  });

  test('even if two people tap at once: the deal moves one stage and both see the result', async () => {
    office = await DingtalkOffice.open();
    const { lei, zhou, chen, east } = office;
    await asks(lei, '线索 星河科技 王总', 'L-1');
    await asks(lei, '跟 星河科技 电话 谈过', '已记');
    await asks(lei, '商机 星河科技 30万', 'D-1');
    const message = await asks(lei, 'D-1', '初步沟通', { in: east });
    const seen = message.card.buttons();
    await Promise.all([
      zhou.taps(message, '推进', { seen }).acked(),
      chen.taps(message, '推进', { seen }).acked(),
    ]);
    for (const one of [zhou, chen, lei]) await expect.poll(() => message.readable(one)).toMatch(/需求确认/);
    const { q, t } = office.product.store.db;
    expect((await q.select().from(t.deals))[0]).toMatchObject({ stage: 'qualify' });
  });
});
