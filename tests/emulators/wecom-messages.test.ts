import { describe, expect, it } from 'vitest';
import { commands } from '../support/wecom/frames.js';
import { connected } from '../support/wecom/real-client.js';

const picture = Buffer.from('a picture, or so it says');

const markdown = (content: string) => ({ msgtype: 'markdown' as const, markdown: { content } });

describe('the emulated WeCom delivers to the bot', () => {
  it('a private text without chatid or name', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const told = bot.told();
    await wecom.person('lilei', '李蕾').says('新线索 演示食品');
    expect(await told).toEqual({
      cmd: 'aibot_msg_callback',
      headers: { req_id: expect.any(String) },
      body: {
        msgid: expect.any(String),
        aibotid: wecom.botId,
        chattype: 'single',
        from: { userid: 'lilei' },
        response_url: expect.stringContaining('response_code='),
        msgtype: 'text',
        text: { content: '新线索 演示食品' },
      },
    });
  });

  it('group messages only if they mention the bot, wherever the mention is', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const [alice, ben] = [wecom.person('alice'), wecom.person('ben')];
    const east = wecom.group('华东', [alice, ben]);
    await alice.says('中午吃什么', { in: east });
    await alice.says('我的商机', { in: east, mention: true });
    await ben.says('周报 给我', { in: east, mention: 'middle' });
    await ben.says('周报', { in: east, mention: 'end' });
    await ben.says(`问一下${wecom.mention}吧`, { in: east });
    await expect.poll(() => bot.frames.length).toBe(4);
    expect(bot.frames.map((frame) => frame.body.text.content)).toEqual([
      '@跟进 我的商机',
      '周报 @跟进 给我',
      '周报 @跟进',
      '问一下@跟进吧',
    ]);
    expect(bot.frame(0).body).toMatchObject({ chattype: 'group', chatid: east.id });
    await expect(wecom.person('carol').says('让我进来', { in: east })).rejects.toThrow('not in that chat');
  });

  it('voice messages as text, in private chats only', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    const east = wecom.group('华东', [alice]);
    expect((await alice.speaks('群里说的', { in: east })).callback).toBeNull();
    await alice.speaks('今天拜访了演示食品');
    await expect.poll(() => bot.frames.length).toBe(1);
    expect(bot.frame(0).body).toMatchObject({ msgtype: 'voice', voice: { content: '今天拜访了演示食品' } });
  });

  it('encrypted pictures and files that expire after five minutes', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    await alice.sends('image', 'card.png', picture);
    await alice.sends('file', '合同.pdf', picture);
    await alice.sends('video', 'visit.mp4', picture);
    await alice.sendsWithPicture('这是名片', picture);
    await expect.poll(() => bot.frames.length).toBe(4);
    const { image } = bot.frame(0).body;
    expect(await bot.client.downloadFile(image.url, image.aeskey)).toEqual({
      buffer: picture,
      filename: 'card.png',
    });
    const { file } = bot.frame(1).body;
    expect((await bot.client.downloadFile(file.url, file.aeskey)).filename).toBe('合同.pdf');
    expect(bot.frame(3).body).toMatchObject({
      msgtype: 'mixed',
      mixed: { msg_item: [{ text: { content: '这是名片' } }, { image: { aeskey: expect.any(String) } }] },
    });
    wecom.passes({ minutes: 6 });
    await expect(bot.client.downloadFile(image.url, image.aeskey)).rejects.toThrow('404');
  });

  it('a copy of a quoted message, without its id', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    const east = wecom.group('华东', [alice]);
    const { message: typed } = await alice.says('演示食品 谈判中');
    const { message: spoken } = await alice.speaks('下周二再约');
    const { message: sent } = await alice.sends('image', 'card.png', picture);
    await alice.says('这个成交了', { quote: typed });
    await alice.says('记下', { in: east, mention: true, quote: spoken });
    await alice.says('这是谁', { quote: sent });
    await expect.poll(() => bot.frames.length).toBe(6);
    const quotes = bot.frames.slice(3).map((frame) => frame.body.quote);
    expect(quotes).toEqual([
      { msgtype: 'text', text: { content: '演示食品 谈判中' } },
      { msgtype: 'voice', voice: { content: '下周二再约' } },
      { msgtype: 'image', image: { url: expect.any(String), aeskey: expect.any(String) } },
    ]);
    expect(alice.chat.readable()).toContain('「演示食品 谈判中」\n  这个成交了');
  });

  it('encrypted user ids that can be used for sending', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice', '李蕾');
    wecom.encryptIds();
    await alice.says('你好');
    await expect.poll(() => bot.frames.length).toBe(1);
    const id = bot.frame(0).body.from.userid;
    expect(id).toMatch(/^woDEMO/);
    await bot.client.sendMessage(id, markdown(`<@${id}> 你好，<@nobody>`));
    expect(alice.chat.last.readable()).toBe('@李蕾 你好，<@nobody>');
    await expect(bot.client.sendMessage('alice', markdown('你好'))).rejects.toMatchObject({ errcode: 93006 });
  });

  it('an event for the first visit of a day, which can be welcomed within five seconds', async ({
    onTestFinished,
  }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    const welcome = { msgtype: 'text' as const, text: { content: '你好，我是跟进' } };
    await alice.enters();
    expect(await alice.enters()).toBeNull();
    await expect.poll(() => bot.frames.length).toBe(1);
    const entered = bot.frame(0);
    expect(entered.body).toEqual({
      msgid: expect.any(String),
      create_time: expect.any(Number),
      aibotid: wecom.botId,
      from: { userid: 'alice' },
      msgtype: 'event',
      event: { eventtype: 'enter_chat' },
    });
    await expect(bot.client.replyStream(entered, 's', '你好', true)).rejects.toMatchObject({
      errcode: 846605,
    });
    await bot.client.replyWelcome(entered, welcome);
    expect(alice.chat.last.readable()).toBe('你好，我是跟进');
    await expect(bot.client.replyWelcome(entered, welcome)).rejects.toMatchObject({ errcode: 846605 });
    await expect(bot.client.sendMessage('alice', markdown('早'))).rejects.toMatchObject({ errcode: 93006 });

    wecom.passes({ hours: 24 });
    await alice.enters();
    await expect.poll(() => bot.frames.length).toBe(2);
    wecom.passes({ seconds: 6 });
    const late = bot.client.replyWelcome(bot.frame(1), welcome);
    await expect(late).rejects.toMatchObject({ errcode: 846604 });
  });

  it('ratings of an answer', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    await alice.says('周报');
    await expect.poll(() => bot.frames.length).toBe(1);
    await bot.client.replyStream(bot.frame(0), 's', '三单', true, undefined, { id: 'answer-1' });
    await alice.rates(alice.chat.last, 'bad', { content: '少一单', reasons: [2] });
    await expect.poll(() => bot.frames.length).toBe(2);
    expect(bot.frame(1).body.event).toEqual({
      eventtype: 'feedback_event',
      feedback_event: { id: 'answer-1', type: 2, content: '少一单', inaccurate_reason_list: [2] },
    });
    await bot.client.sendMessage('alice', markdown('没有编号'));
    await expect(alice.rates(alice.chat.last, 'good')).rejects.toThrow('nothing to rate');
  });
});

describe('the emulated WeCom shows people', () => {
  it('a stream that grows in one bubble and ends within ten minutes', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    await alice.says('写周报');
    await expect.poll(() => bot.frames.length).toBe(1);
    const asked = bot.frame(0);
    await bot.client.replyStream(asked, 's', '');
    const bubble = alice.chat.last;
    expect(bubble.readable()).toBe('[思考中]');
    await bot.client.replyStream(asked, 's', '正在查…');
    await bot.client.replyStream(asked, 's', '本周三单', true);
    expect([bubble.readable(), bubble.updates, bubble.streaming]).toEqual(['本周三单', 2, false]);
    expect(alice.chat.answers).toHaveLength(1);
    const more = bot.client.replyStream(asked, 's', '还有', true);
    await expect(more).rejects.toMatchObject({ errcode: 846608 });

    await bot.client.replyStream(asked, 'slow', '正在算…');
    wecom.passes({ minutes: 10, seconds: 1 });
    const late = bot.client.replyStream(asked, 'slow', '算好了', true);
    await expect(late).rejects.toMatchObject({ errcode: 846608 });
    wecom.passes({ hours: 24 });
    const tooLate = bot.client.replyStream(asked, 'new', '晚了', true);
    await expect(tooLate).rejects.toMatchObject({ errcode: 846604 });
  });

  it('a stream without mentions, pictures or cards', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice', '李蕾');
    await alice.says('写周报');
    await expect.poll(() => bot.frames.length).toBe(1);
    const items = [{ msgtype: 'image' as const, image: { base64: 'AAAA', md5: '0' } }];
    await bot.client.replyStream(bot.frame(0), 's', '<@alice> **好**', true, items);
    expect(alice.chat.last.readable()).toBe('<@alice> 好');
    const card = { card_type: 'text_notice', main_title: { title: '看不到' } };
    await bot.client.replyStreamWithCard(bot.frame(0), 't', '只有字', true, { templateCard: card });
    expect(alice.chat.last.readable()).toBe('只有字');
    expect(wecom.unseen).toEqual(['stream.msg_item', 'template_card beside a stream']);
  });

  it('Markdown as text', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    await alice.says('周报');
    const content = [
      '# 本周周报',
      '> 引用 **重点**',
      '| 商机 | 金额 |',
      '| :--- | ---: |',
      '| D-12 | 1\\*2万 |',
      '- 一条 [打开](https://demo.invalid/a_b_c)',
      '',
      '---',
      '```',
      '**原样**',
      '```',
    ];
    await bot.client.sendMessage('alice', markdown(content.join('\n')));
    expect(alice.chat.last.readable()).toBe(
      [
        '本周周报',
        '│ 引用 重点',
        '商机 | 金额',
        'D-12 | 1*2万',
        '• 一条 打开 (https://demo.invalid/a_b_c)',
        '',
        '———',
        '',
        '**原样**',
      ].join('\n'),
    );
  });
});

describe('the emulated WeCom refuses', () => {
  it('message kinds that do not belong in a reply or push', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    await alice.says('你好');
    await expect.poll(() => bot.frames.length).toBe(1);
    const text = { msgtype: 'text', text: { content: '你好' } };
    await expect(bot.client.reply(bot.frame(0), text)).rejects.toMatchObject({ errcode: 40008 });
    const pushed = bot.client.reply(
      { headers: { req_id: 'p1' } },
      { chatid: 'alice', ...text },
      commands.push,
    );
    await expect(pushed).rejects.toMatchObject({
      headers: { req_id: 'p1' },
      errcode: 40008,
      errmsg: expect.stringMatching(/^invalid message type, hint: \[\d+\], from ip: .*e=40008$/),
    });
    const long = bot.client.replyStream(bot.frame(0), 's', '字'.repeat(6_827), true);
    await expect(long).rejects.toMatchObject({ errcode: 45002 });
    await expect(bot.client.sendMessage('alice', markdown(' '))).rejects.toMatchObject({ errcode: 44004 });
    const nobody = bot.client.replyStream({ headers: { req_id: 'made up' } }, 's', '谁', true);
    await expect(nobody).rejects.toMatchObject({ errcode: 846605 });
    expect(alice.chat.answers).toEqual([]);
    expect(wecom.refusals).toHaveLength(5);
  });

  it('pushes to chats the bot does not know, and to altered ids', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    const east = wecom.group('华东', [alice]);
    const push = (chatid: string, more: object = {}) =>
      bot.client.sendMessage(chatid, { ...markdown('提醒'), ...more }).then(
        () => 'ok',
        (refusal: { errcode: number }) => refusal.errcode,
      );
    expect(await push(east.id)).toBe(93006);
    await alice.says('大家好', { in: east });
    expect(await push(east.id)).toBe(93006);
    await alice.says('你好', { in: east, mention: true });
    expect(await push(east.id)).toBe('ok');
    expect(await push(east.id.toUpperCase())).toBe(93006);
    expect(await push(`group:${east.id}`)).toBe(93006);
    expect(await push(east.id, { chat_type: 1 })).toBe(93006);
    expect(await push(east.id, { chat_type: 2 })).toBe('ok');
    expect(await push('alice')).toBe(93006);
    await alice.says('你好');
    expect(await push('alice', { chat_type: 1 })).toBe('ok');
    expect(await push('')).toBe(86201);
  });

  it('more than 30 messages a minute or 1,000 an hour in one chat', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const [alice, ben] = [wecom.person('alice'), wecom.person('ben')];
    await alice.says('你好');
    await ben.says('你好');
    await expect.poll(() => bot.frames.length).toBe(2);
    const push = (times: number) =>
      Promise.all(Array.from({ length: times }, () => bot.client.sendMessage('alice', markdown('提醒'))));

    await bot.client.replyStream(bot.frame(0), 's', '一');
    for (let refresh = 0; refresh < 40; refresh += 1) await bot.client.replyStream(bot.frame(0), 's', '二');
    await push(29);
    await expect(push(1)).rejects.toMatchObject({ errcode: 846607 });
    await bot.client.sendMessage('ben', markdown('他还可以'));

    for (let minute = 1; minute < 33; minute += 1) {
      wecom.passes({ minutes: 1 });
      await push(30);
    }
    wecom.passes({ minutes: 1 });
    await push(10);
    await expect(push(1)).rejects.toMatchObject({ errcode: 846607 });
    wecom.passes({ minutes: 27 });
    await push(30);
  });

  it('everything while a rate limit is set', async ({ onTestFinished }) => {
    const { wecom, bot } = await connected(onTestFinished);
    const alice = wecom.person('alice');
    await alice.says('你好');
    wecom.faults.rateLimit(alice.chat);
    const limited = bot.client.sendMessage('alice', markdown('提醒'));
    await expect(limited).rejects.toMatchObject({ errcode: 846607 });
    wecom.faults.clear();
    await bot.client.sendMessage('alice', markdown('提醒'));
    await alice.chat.staysQuiet(20);
    wecom.faults.refuse(846609, { cmd: commands.push });
    const refused = bot.client.sendMessage('alice', markdown('提醒'));
    await expect(refused).rejects.toMatchObject({ errcode: 846609 });
  });
});
