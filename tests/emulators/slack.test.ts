import type { App } from '@slack/bolt';
import type { View } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { afterwards } from '../support/endings.js';
import { boltApp } from '../support/slack/bolt-app.js';
import { type EmulatorOptions, SlackEmulator } from '../support/slack/emulator.js';
import type { JsonObject } from '../support/slack/json.js';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string) => ({ type: 'section' as const, text: plain(text) });
const button = (text: string, action_id: string, value: string) => ({
  type: 'button' as const,
  text: plain(text),
  action_id,
  value,
});

let slack: SlackEmulator;
let app: App;

/** An emulator and a connected app; listeners are added before it connects. */
async function connected(listen: (app: App) => void, options: EmulatorOptions = {}): Promise<void> {
  slack = await SlackEmulator.start(options);
  afterwards(() => slack.close());
  app = boltApp(slack);
  afterwards(() => app.stop());
  app.error(async () => undefined);
  listen(app);
  await app.start();
  await slack.sockets.waitFor(1);
}

describe('Slack commands and events over a socket', () => {
  it('a command is answered in its acknowledgement', async () => {
    await connected((bolt) =>
      bolt.command('/sale', async ({ ack, command }) => ack(`记下了：${command.text}`)),
    );
    const alice = slack.person('alice');
    const deals = slack.channel('deals', { members: [alice] });

    const { kind, delivery } = await alice.slash('/sale', '跟 A&B <b@c.cn>', { in: deals }).sees('跟 A&B');

    expect(kind).toBe('acked');
    expect(delivery?.payload).toMatchObject({
      channel_name: 'deals',
      text: '跟 A&amp;B &lt;<mailto:b@c.cn|b@c.cn>&gt;',
    });
    expect(alice.ephemerals(deals)).toHaveLength(1);
    expect(deals.shown).toHaveLength(0);
  });

  it('a mention is received once as app_mention, and a private message as message', async () => {
    const heard: string[] = [];
    await connected((bolt) => {
      bolt.event('app_mention', async ({ event, say }) => {
        heard.push(event.text);
        await say({ text: '在', thread_ts: event.ts });
      });
      bolt.event('message', async ({ event }) => {
        if (event.subtype === undefined) heard.push(event.text ?? '');
      });
    });
    const alice = slack.person('alice');
    const deals = slack.channel('deals', { members: [alice] });

    const asked = await alice.mentions(deals, '帮助').sees('在');
    await alice.says('你好 <世界>');
    await slack.settled();

    expect(heard).toEqual([`<@${slack.app.botUserId}> 帮助`, '你好 &lt;世界&gt;']);
    expect(deals.repliesTo(asked.ts)).toHaveLength(1);
  });

  it('an event is delivered again with the same event_id until it is acknowledged', async () => {
    const retries: unknown[] = [];
    await connected(() => undefined, { ackMs: 60, retryDelaysMs: [10, 10, 10] });
    // Bolt acknowledges events by itself, so that the socket has to lose them.
    slack.sockets.freeze();
    const alice = slack.person('alice');
    await alice.says('在吗');
    await slack.deliveries.settled();

    const [delivery] = slack.deliveries.of('message');
    retries.push(...(delivery?.attempts.map((attempt) => attempt.retryAttempt) ?? []));
    expect(retries).toEqual([0, 1, 2, 3]);
    expect(delivery?.status).toBe('given up');
  });

  it('an envelope can be delivered twice, or again later', async () => {
    const events: unknown[] = [];
    const texts: string[] = [];
    await connected((bolt) => {
      bolt.event('message', async ({ body, context }) => {
        events.push([(body as unknown as JsonObject).event_id, context.retryNum]);
      });
      bolt.command('/sale', async ({ ack, command }) => {
        texts.push(command.text);
        await ack('好');
      });
    });
    const alice = slack.person('alice');

    slack.faults.deliverTwice();
    const { delivery } = await alice.slash('/sale', '一次');
    await slack.settled();
    expect(texts).toEqual(['一次', '一次']);
    expect(delivery?.acks).toHaveLength(2);
    expect(alice.ephemerals(alice.dm)).toHaveLength(2);

    await alice.says('喂');
    await slack.settled();
    const [first] = slack.deliveries.of('message');
    if (!first) throw new Error('nothing was delivered');
    await slack.deliveries.redeliver(first, { envelope: 'new', retryAttempt: 1 });
    await slack.deliveries.redeliver(first, { envelope: 'same' });
    await slack.settled();
    const id = first.payload.event_id;
    expect(events).toEqual([
      [id, 0],
      [id, 1],
      [id, 0],
    ]);
    expect(new Set(first.attempts.map((attempt) => attempt.envelopeId)).size).toBe(2);
  });

  it('a command without acknowledgement shows operation_timeout and is not sent again', async () => {
    await connected((bolt) => bolt.command('/slow', async () => undefined), { ackMs: 80 });
    const alice = slack.person('alice');
    const { kind, delivery } = await alice.slash('/slow').sees('operation_timeout');
    expect(kind).toBe('operation_timeout');
    expect(delivery?.attempts).toHaveLength(1);
    expect(alice.notices).toMatchObject([{ kind: 'operation_timeout', about: '/slow' }]);
  });

  it('a late acknowledgement is recorded as late', async () => {
    await connected(
      (bolt) =>
        bolt.command('/late', async ({ ack }) => {
          await new Promise((done) => setTimeout(done, 120));
          await ack('zu spät');
        }),
      { ackMs: 60 },
    );
    const alice = slack.person('alice');
    const { delivery } = await alice.slash('/late');
    await expect.poll(() => delivery?.acks).toMatchObject([{ isLate: true }]);
    expect(alice.ephemerals(alice.dm)).toHaveLength(0);
  });
});

describe('Slack messages and their buttons', () => {
  const card = (state: string) => [
    section(`D-1 A & B ${state}`),
    {
      type: 'actions' as const,
      block_id: 'acts',
      elements: [
        button('推进 & 记录', 'advance', 'D-1'),
        {
          ...button('作废', 'drop', 'D-1'),
          confirm: {
            title: plain('真的？'),
            text: plain('没有回头路'),
            confirm: plain('是'),
            deny: plain('否'),
          },
        },
        {
          type: 'static_select' as const,
          action_id: 'result',
          placeholder: plain('结果'),
          options: [
            { text: plain('赢单'), value: 'won' },
            { text: plain('输单'), value: 'lost' },
          ],
        },
      ],
    },
  ];

  it('a tap sends Slack’s payload, and the updated card is shown', async () => {
    await connected((bolt) => {
      bolt.event('app_mention', async ({ say }) => {
        await say({ text: 'D-1', blocks: card('报价') });
      });
      bolt.action('advance', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions' || !body.message) return;
        const { channel_id: channel } = body.container as { channel_id: string };
        await client.chat.update({ channel, ts: body.message.ts, text: 'D-1', blocks: card('谈判') });
      });
    });
    const alice = slack.person('alice');
    const deals = slack.channel('deals', { members: [alice] });
    await alice.mentions(deals, 'D-1');
    const message = await deals.waitFor(/报价/);
    expect(message.readable()).toBe('D-1 A & B 报价\n[推进 & 记录] [作废] [结果: 赢单 / 输单]');

    const { delivery } = await alice.taps(message, '推进 & 记录').sees('谈判');

    expect(message.updates).toBe(1);
    expect(message.edited).toBeUndefined();
    expect(delivery?.payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts, channel_id: deals.id, is_ephemeral: false },
      user: { id: alice.id, team_id: slack.workspace.team.id },
      message: { ts: message.ts, blocks: [{ text: { text: 'D-1 A &amp; B 报价', emoji: true } }, {}] },
      actions: [
        {
          type: 'button',
          action_id: 'advance',
          block_id: 'acts',
          value: 'D-1',
          text: { type: 'plain_text', text: '推进 &amp; 记录', emoji: true },
        },
      ],
      state: { values: { acts: { result: { type: 'static_select', selected_option: null } } } },
    });
  });

  it('menus can be picked, and buttons can ask for confirmation', async () => {
    const picked: unknown[] = [];
    await connected((bolt) => {
      bolt.action(/.*/, async ({ ack, action }) => {
        await ack();
        picked.push('selected_option' in action ? action.selected_option?.value : action.type);
      });
    });
    const alice = slack.person('alice');
    const deals = slack.channel('deals', { members: [alice] });
    const message = slack.oldCard(deals, { blocks: card('旧') as unknown as JsonObject[] });

    await alice.picks(message, '结果', '赢单');
    expect(await alice.taps(message, '作废', { confirm: 'dismiss' })).toEqual({ kind: 'dismissed' });
    await alice.taps(message, '作废');
    await slack.settled();

    expect(picked).toEqual(['won', 'button']);
    expect(alice.dialogs[0]).toBe('真的？\n没有回头路\n[否] [是]');
    expect(slack.deliveries.of('block_actions').at(-1)?.payload).toMatchObject({
      state: { values: { acts: { result: { selected_option: { value: 'won' } } } } },
    });
  });

  it('response_url works five times, then returns 404', async () => {
    const statuses: number[] = [];
    await connected((bolt) => {
      bolt.action('advance', async ({ ack, respond }) => {
        await ack();
        await respond({ text: '改了', replace_original: true });
        for (let count = 0; count < 5; count += 1) {
          await respond(`第 ${count + 2} 次`).catch((error: { statusCode: number }) => {
            statuses.push(error.statusCode);
          });
        }
      });
    });
    const alice = slack.person('alice');
    const deals = slack.channel('deals', { members: [alice], bot: false });
    const message = slack.oldCard(deals, { blocks: card('旧') as unknown as JsonObject[] });

    await alice.taps(message, '推进 & 记录').sees('第 5 次');
    await slack.settled();

    expect(message.readable()).toBe('改了');
    expect(alice.ephemerals(deals).map((one) => one.text)).toEqual([
      '第 2 次',
      '第 3 次',
      '第 4 次',
      '第 5 次',
    ]);
    expect(statuses).toEqual([404]);
    expect(slack.answers.all.map((call) => call.status)).toEqual([200, 200, 200, 200, 200, 404]);
  });

  it('a tap in an ephemeral message has no message in its payload', async () => {
    await connected((bolt) => {
      bolt.command('/sale', async ({ ack, body, client }) => {
        await ack();
        await client.chat.postEphemeral({
          channel: body.channel_id,
          user: body.user_id,
          text: '选一个',
          blocks: card('私') as never,
        });
      });
      bolt.action('advance', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true } as never);
      });
    });
    const alice = slack.person('alice');
    const bob = slack.person('bob');
    const deals = slack.channel('deals', { members: [alice, bob] });
    await alice.slash('/sale', '', { in: deals });
    const message = await alice.waitForEphemeral(deals, /私/);
    await expect(bob.taps(message, '推进')).rejects.toThrow('bob does not see');

    const { delivery } = await alice.taps(message, '推进');
    await slack.settled();
    expect(delivery?.payload).toMatchObject({ container: { is_ephemeral: true } });
    expect(delivery?.payload.message).toBeUndefined();
    expect(alice.ephemerals(deals)).toHaveLength(0);
  });
});

describe('Slack modals and the Home tab', () => {
  const form: View = {
    type: 'modal',
    callback_id: 'form',
    private_metadata: 'C1',
    title: plain('新线索'),
    submit: plain('发送'),
    close: plain('取消'),
    notify_on_close: true,
    blocks: [
      {
        type: 'input',
        block_id: 'customer',
        label: plain('客户'),
        element: {
          type: 'external_select',
          action_id: 'customer',
          min_query_length: 1,
          placeholder: plain('找'),
        },
      },
      {
        type: 'input',
        block_id: 'amount',
        label: plain('金额'),
        optional: true,
        element: { type: 'number_input', action_id: 'amount', is_decimal_allowed: true },
      },
      {
        type: 'input',
        block_id: 'note',
        label: plain('备注'),
        element: { type: 'plain_text_input', action_id: 'note', multiline: true },
      },
    ],
  };

  const listen = (bolt: App): void => {
    bolt.shortcut('line', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
    });
    bolt.options('customer', async ({ ack, options }) => {
      const names = ['华为', '华润', '中兴'].filter((name) => name.includes(options.value));
      await ack({ options: names.map((name) => ({ text: plain(name), value: name })) });
    });
    bolt.view('form', async ({ ack, view }) => {
      const note = view.state.values.note?.note?.value ?? '';
      if (note.includes('错')) await ack({ response_action: 'errors', errors: { note: '再想想' } });
      else if (note.includes('更多'))
        await ack({ response_action: 'update', view: { ...form, title: plain('还有') } });
      else await ack();
    });
    bolt.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack());
  };

  it('a modal opens, searches, shows errors beside the field, and closes', async () => {
    await connected(listen);
    const alice = slack.person('alice');
    await alice.globalShortcut('line').sees('# 新线索');
    const view = await alice.waitForView(/新线索/);
    expect(view.readable()).toContain('金额 (optional): [number_input]');

    expect(await alice.typesIn(view, '客户', '华')).toEqual(['华为', '华润']);
    expect(await alice.submits(view, { 客户: '华为', 金额: '三百' })).toEqual({
      kind: 'incomplete',
      errors: { 金额: 'Please enter a valid number.', 备注: 'Please complete this required field.' },
    });
    expect(await alice.submits(view, { 金额: '300.5', 备注: '写错' }).sees('⚠ 再想想')).toEqual({
      kind: 'errors',
      errors: { 备注: '再想想' },
    });
    expect(await alice.submits(view, { 备注: '更多' })).toEqual({ kind: 'updated', view });
    expect(alice.view?.title).toBe('还有');
    expect(await alice.submits(view, { 备注: '对了' })).toEqual({ kind: 'closed' });
    expect(alice.view).toBeUndefined();

    const last = slack.deliveries.of('view_submission').at(-1);
    expect(last?.payload).toMatchObject({
      view: {
        private_metadata: 'C1',
        state: {
          values: {
            customer: { customer: { type: 'external_select', selected_option: { value: '华为' } } },
            amount: { amount: { type: 'number_input', value: '300.5' } },
            note: { note: { type: 'plain_text_input', value: '对了' } },
          },
        },
      },
    });
  });

  it('cancelling a modal is reported', async () => {
    await connected(listen);
    const alice = slack.person('alice');
    await alice.globalShortcut('line');
    await alice.closes(await alice.waitForView(/新线索/));
    expect(slack.deliveries.of('view_closed')).toMatchObject([
      { status: 'acked', payload: { is_cleared: false } },
    ]);
  });

  it('errors that name no input show that the app has trouble', async () => {
    await connected((bolt) => {
      listen(bolt);
      bolt.view('odd', async ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: '?' } }));
      bolt.shortcut('odd', async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: { ...form, callback_id: 'odd' } });
      });
    });
    const alice = slack.person('alice');
    await alice.globalShortcut('odd');
    const view = await alice.waitForView(/新线索/);
    await alice.submits(view, { 客户: '中兴', 备注: '好' }).sees('trouble_connecting');
  });

  it('the Home tab opens and can be tapped', async () => {
    const tapped: string[] = [];
    await connected((bolt) => {
      bolt.event('app_home_opened', async ({ event, client }) => {
        if (event.tab !== 'home') return;
        await client.views.publish({
          user_id: event.user,
          view: {
            type: 'home',
            blocks: [section('我的商机'), { type: 'actions', elements: [button('刷新', 'refresh', 'x')] }],
          },
        });
      });
      bolt.action('refresh', async ({ ack, body }) => {
        await ack();
        tapped.push((body as unknown as { container: { type: string } }).container.type);
      });
    });
    const alice = slack.person('alice');
    await alice.opensMessages();
    await alice.opensHome().sees('我的商机');
    await alice.tapsInHome('刷新');
    expect(alice.home?.readable()).toBe('我的商机\n[刷新]');
    expect(tapped).toEqual(['view']);
    expect(slack.deliveries.of('block_actions')[0]?.payload).not.toHaveProperty('channel');
  });

  it('a trigger that is too old or used twice is refused', async () => {
    const errors: string[] = [];
    await connected((bolt) => {
      bolt.command('/form', async ({ ack, body, client }) => {
        await ack();
        const open = () => client.views.open({ trigger_id: body.trigger_id, view: form });
        if (body.text === 'late') slack.clock.advance(3_001);
        for (const attempt of [open, open])
          await attempt().catch((error: { data: { error: string } }) => errors.push(error.data.error));
      });
    });
    const alice = slack.person('alice');
    await alice.slash('/form');
    await slack.settled();
    await alice.slash('/form', 'late');
    await slack.settled();
    expect(errors).toEqual(['exchanged_trigger_id', 'expired_trigger_id', 'expired_trigger_id']);
  });
});

describe('Slack connections', () => {
  it('a dropped connection is opened again; a command sent meanwhile fails', async () => {
    const heard: string[] = [];
    await connected(
      (bolt) => {
        bolt.event('message', async ({ event }) => {
          if ('text' in event) heard.push(event.text ?? '');
        });
        bolt.command('/sale', async ({ ack }) => ack('好'));
      },
      { retryDelaysMs: Array(200).fill(50) },
    );
    const alice = slack.person('alice');
    await slack.sockets.drop();

    expect((await alice.slash('/sale')).kind).toBe('dispatch_failed');
    await alice.says('在断线时说的');
    await slack.sockets.waitFor(1);
    await slack.settled();

    expect(heard).toEqual(['在断线时说的']);
    expect((await alice.slash('/sale')).kind).toBe('acked');
    expect(slack.sockets.total).toBe(2);
  });

  it.each(['warning', 'refresh_requested'] as const)(
    'the client reconnects on disconnect reason %s',
    async (reason) => {
      await connected((bolt) => bolt.command('/sale', async ({ ack }) => ack('好')));
      await slack.sockets.disconnect(reason);
      await slack.sockets.waitFor(1);
      expect((await slack.person('alice').slash('/sale')).kind).toBe('acked');
    },
  );

  it('each payload is sent to one of several sockets in turn', async () => {
    await connected((bolt) => bolt.command('/sale', async ({ ack }) => ack('一')));
    const other = boltApp(slack);
    afterwards(() => other.stop());
    other.command('/sale', async ({ ack }) => ack('二'));
    await other.start();
    await slack.sockets.waitFor(2);
    const alice = slack.person('alice');
    for (let count = 0; count < 4; count += 1) await alice.slash('/sale');
    expect(alice.ephemerals(alice.dm).map((one) => one.text)).toEqual(['一', '二', '一', '二']);
  });

  it('an eleventh socket is refused', async () => {
    await connected(() => undefined);
    const sockets = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { url = '' } = await app.client.apps.connections.open({ token: slack.appToken });
        const { WebSocket } = await import('ws');
        const socket = new WebSocket(url);
        afterwards(() => socket.terminate());
        const frame = await new Promise<{ type: string; reason?: string }>((done) =>
          socket.once('message', (data) => done(JSON.parse(String(data)))),
        );
        return { socket, frame };
      }),
    );
    const last = sockets.map(({ frame }) => frame.reason ?? frame.type);
    expect(last.filter((one) => one === 'hello')).toHaveLength(9);
    expect(last.filter((one) => one === 'too_many_websockets')).toHaveLength(1);
  });
});
