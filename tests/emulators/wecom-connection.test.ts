import { describe, expect, it } from 'vitest';
import { WecomEmulator } from '../support/wecom/emulator.js';
import { commands } from '../support/wecom/frames.js';
import { connected, RealClient } from '../support/wecom/real-client.js';

describe('the emulated WeCom connection', () => {
  it('subscribes with bot id and secret, and delivers answers', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    bot.answers((frame) => bot.client.replyStream(frame, 'echo', `你说：${frame.body.text.content}`, true));
    const alice = wecom.person('alice', '李蕾');
    await alice.says('你好');
    await alice.chat.waitFor('你说：你好');
    expect(alice.chat.readable()).toBe('李蕾: 你好\n跟进: 你说：你好');
    expect(await bot.outcomes()).toMatchObject([{ errcode: 0, errmsg: 'ok' }]);
    expect(wecom.refusals).toEqual([]);
  });

  it('answers heartbeats, and drops clients that send none', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished, { heartbeatMs: 500 }, { heartbeatInterval: 50 });
    await wecom.untilReceived(commands.ping, 12);
    expect(bot.client.isConnected).toBe(true);

    const mute = await connected(onTestFinished, { heartbeatMs: 100 }, { heartbeatInterval: 60_000 });
    await mute.bot.next('disconnected');
    await mute.wecom.untilSubscribed();
  });

  it('refuses a wrong secret with 853000 until the client gives up', async ({ onTestFinished }) => {
    const wecom = await WecomEmulator.start();
    const bot = new RealClient(wecom, { secret: 'wrong', maxAuthFailureAttempts: 2 });
    onTestFinished(() => wecom.close());
    bot.connect();
    await expect.poll(() => bot.errors.at(-1)).toMatchObject({ code: 'WS_AUTH_FAILURE_EXHAUSTED' });
    expect(bot.errors[0]?.message).toContain('invalid bot_id or secret');
    expect(wecom.refusals.map((refusal) => refusal.errcode)).toEqual([853000, 853000, 853000]);
    expect(wecom.isSubscribed).toBe(false);
  });

  it('lets the newest connection win and notifies the old one', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const kicked = bot.next('disconnected');
    const other = new RealClient(wecom);
    onTestFinished(() => other.client.disconnect());
    const authenticated = other.next('authenticated');
    other.connect();
    await Promise.all([kicked, authenticated]);
    expect(bot.frames.at(-1)?.body).toEqual({
      msgid: expect.any(String),
      create_time: expect.any(Number),
      aibotid: wecom.botId,
      msgtype: 'event',
      event: { eventtype: 'disconnected_event' },
    });

    const alice = wecom.person('alice');
    await alice.says('谁在？');
    await expect.poll(() => other.frames.length).toBe(1);
    expect(bot.frames).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(bot.client.isConnected).toBe(false);
  });

  it('can be kicked without a second client', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const kicked = bot.next('disconnected');
    wecom.faults.kick();
    await kicked;
    expect(wecom.isSubscribed).toBe(false);
  });

  it('can lose the subscription while the socket stays open', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    await alice.says('在吗');
    wecom.faults.loseSubscription();
    const sent = bot.client.sendMessage('alice', { msgtype: 'markdown', markdown: { content: '提醒' } });
    await expect(sent).rejects.toMatchObject({ errcode: 846609 });
    const { callback } = await alice.says('还在吗');
    expect(callback?.delivered).toBe(false);
    expect(bot.client.isConnected).toBe(true);
  });

  it('can be closed, and the client reconnects', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const back = bot.next('authenticated');
    wecom.faults.closeAll(1_001, 'going away');
    await back;
    await wecom.untilSubscribed();
  });

  it('can go silent, which the client notices by its heartbeats', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished, {}, { heartbeatInterval: 30 });
    wecom.faults.silent = true;
    const { callback } = await wecom.person('alice').says('有人吗');
    expect(callback?.delivered).toBe(false);
    await bot.next('disconnected');
    const back = bot.next('authenticated');
    wecom.faults.clear();
    wecom.faults.dropAll();
    await back;
  });

  it('can leave the handshake unanswered', async ({ onTestFinished }) => {
    const wecom = await WecomEmulator.start();
    onTestFinished(() => wecom.close());
    wecom.faults.hangsHandshakes = true;
    const bot = new RealClient(wecom, { wsOptions: { handshakeTimeout: 50 } });
    onTestFinished(() => bot.client.disconnect());
    bot.connect();
    await expect.poll(() => bot.errors[0]?.message).toContain('timed out');
    wecom.faults.clear();
    await wecom.untilSubscribed();
  });
});

describe('an emulated WeCom outage', () => {
  it('lasts ten minutes by the emulator’s clock, and missed callbacks are lost', async ({
    onTestFinished,
  }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    wecom.faults.outage({ minutes: 10 });
    await wecom.untilDisconnected();
    const missed = await alice.says('停机时说的');
    wecom.passes({ minutes: 9, seconds: 59 });
    await expect.poll(() => bot.errors.length).toBeGreaterThan(1);
    expect(wecom.isSubscribed).toBe(false);
    wecom.passes({ seconds: 1 });
    await wecom.untilSubscribed();
    expect(missed.callback?.delivered).toBe(false);
    expect(bot.frames).toEqual([]);
  });

  it('can keep missed callbacks and deliver them afterwards', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    wecom.keepMissedCallbacks();
    wecom.faults.outage({ minutes: 10 });
    await wecom.untilDisconnected();
    const { callback } = await wecom.person('alice').says('停机时说的');
    const told = bot.told();
    wecom.passes({ minutes: 10 });
    expect((await told).body).toMatchObject({ msgid: callback?.frame.body?.msgid });
  });

  it('can begin right after a callback, which is delivered again with the same msgid', async ({
    onTestFinished,
  }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    wecom.faults.dropAfterCallbacks();
    const back = bot.next('authenticated');
    const { callback } = await alice.says('新线索');
    await back;
    const first = bot.frame(0);
    expect(first.body).toEqual(callback?.frame.body);

    const late = bot.client.replyStream(first, 's', '记下了', true);
    await expect(late).rejects.toMatchObject({ errcode: 846605 });
    if (!callback) throw new Error('not told');
    await wecom.redelivers(callback);
    await expect.poll(() => bot.frames.length).toBe(2);
    expect(bot.frame(1).body).toEqual(first.body);
    expect(bot.frame(1).headers.req_id).not.toBe(first.headers.req_id);
    await bot.client.replyStream(bot.frame(1), 's', '记下了', true);
    await alice.chat.waitFor('记下了');
  });

  it('can deliver a callback twice', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    wecom.faults.duplicateCallbacks();
    await wecom.person('alice').says('一次');
    await expect.poll(() => bot.frames.length).toBe(2);
    expect(bot.frames[0]).toEqual(bot.frames[1]);
  });
});
