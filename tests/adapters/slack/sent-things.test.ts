import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

beforeEach(async () => {
  office = await SlackOffice.open();
});

const png = Buffer.from('89504e470d0a1a0a00', 'hex');
const photo = { name: 'card.png', bytes: png };

const followUps = async () => {
  const { q, t } = office.product.store.db;
  return (await q.select().from(t.followUps)).map(({ words }) => words);
};

const readsEnglish = async (name: string) => {
  await office.product.store.tx(async (tx) => {
    await tx.q.update(tx.t.people).set({ locale: 'en' }).where(eq(tx.t.people.name, name));
  });
};

test('a file with words is taken by its words, and the file is said not to be saved', async () => {
  const { alice, east } = office;
  await alice.says('线索 星河科技').sees('L-1');
  await alice
    .attaches(photo, { text: '跟 星河科技 电话 看了名片' })
    .sees('已记', '我只看了文字，图片没有保存');
  await alice
    .attaches(
      { name: '报价.pdf', bytes: Buffer.from('%PDF-1.7') },
      { in: east, mention: true, text: '跟 星河科技 电话 发了报价' },
    )
    .sees('已记', '我只看了文字，文件没有保存');
  expect(await followUps()).toHaveLength(2);
});

test('what comes without words is answered with what can be done, in the language of the sender', async () => {
  const { alice, bob, east, slack } = office;
  await alice.attaches(photo).sees('我还看不懂图片，没有保存', '请把要记的用文字');
  await readsEnglish(alice.user.realName);
  const clip = {
    name: 'audio_message.m4a',
    bytes: Buffer.from('\u0000'),
    recordedAs: 'slack_audio' as const,
  };
  await alice.attaches(clip).sees("I can't read voice clips, so nothing was saved");
  await bob.attaches(photo, { in: east, mention: true }).sees('我还看不懂图片，没有保存');
  await bob.attaches(photo, { in: east }).misses('没有保存');
  const sent = slack.deliveries
    .of('message')
    .find(({ payload }) => JSON.stringify(payload).includes('"file_share"'));
  const said = sent?.payload as { event: object };
  const huddle = { subtype: 'huddle_thread', user: 'USLACKBOT', room: { created_by: bob.id }, text: '' };
  const passedOn = { text: '', attachments: [{ is_share: true, text: '客户要改期' }] };
  for (const [at, more] of [huddle, passedOn].entries()) {
    const event = {
      ...said.event,
      channel: bob.dm.id,
      user: bob.id,
      ts: `1764122999.00000${at}`,
      files: [],
      ...more,
    };
    slack.deliveries.event({ ...said, event_id: `Ev0MORE${at}`, event });
  }
  await bob.dm.waitFor(/我还看不懂语音，没有保存/);
  await bob.dm.waitFor(/我还看不懂聊天记录，没有保存/);
});

test('a message that was edited is not carried out again, and its sender is told how to correct it', async () => {
  const { alice, slack } = office;
  await alice.says('线索 星河科技').sees('L-1');
  const said = await alice.says('跟 星河科技 电话 价格偏高').sees('已记');
  await alice.edits(said, '跟 星河科技 电话 价格太高').sees('这次修改没有生效', '不对，是周四', '撤销');
  await alice.edits(said, '跟 星河科技 电话 价格太高');
  expect(await followUps()).toHaveLength(1);
  expect((await followUps())[0]).toContain('价格偏高');
  const last = slack.deliveries
    .of('message')
    .filter(({ payload }) => JSON.stringify(payload).includes('message_changed'));
  await slack.deliveries.redeliver(last.at(0) as never, { envelope: 'new', retryAttempt: 1 });
  await alice.deletes(said);
  // Answers to one person come in order: what the rest brought up would stand before this one.
  await alice.says('线索 云帆物流').sees('L-2');
  expect(alice.dm.readable().match(/这次修改没有生效/g)).toHaveLength(1);
});

test('a mention that was edited is the same act', async () => {
  const { alice, east, slack } = office;
  await alice.says('线索 星河科技').sees('L-1');
  await alice.mentions(east, '跟 星河科技 电话 只记一次').sees('已记');
  const mention = slack.deliveries.of('app_mention').at(-1)?.payload as {
    event: { text: string; ts: string };
  };
  const event = {
    ...mention.event,
    text: mention.event.text.replace('一次', '两次'),
    edited: { user: alice.id, ts: '9.1' },
  };
  slack.deliveries.event({ ...mention, event_id: 'Ev0EDITED', event });
  await slack.settled();
  expect(await followUps()).toHaveLength(1);
});
