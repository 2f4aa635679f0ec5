import { beforeEach, expect, test } from 'vitest';
import { personByIdentity } from '../../../store/people/person-queries.js';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

beforeEach(async () => {
  office = await SlackOffice.open();
  await office.alice.says('商机 星河科技 30万').sees('D-1');
});

test('guests and people of other companies get a neutral answer without figures', async () => {
  const { slack, east, alice } = office;
  await alice.mentions(east, '改 D-1 31万');
  const card = await east.waitFor(/D-1/);
  const guest = slack.guest('visitor');
  const stranger = slack.stranger('partner');
  for (const one of [guest, stranger]) {
    east.join(one.user);
    if (one === guest) await guest.taps(card, '推进').misses('需求确认');
    await one.mentions(east, '星河科技').misses('30万', 'D-1');
    await one.waitForEphemeral(east, /Genjin/);
  }
  // Nobody has told of them: what they say shows that they are there.
  await expect.poll(() => card.readable()).not.toMatch(/31万/);
  expect(await personByIdentity(office.product.store.db, 'slack', guest.id)).toBeUndefined();
});

test('answers in a channel shared with another company are shown only to the asker', async () => {
  const { slack, alice } = office;
  const shared = slack.channel('with-partner', { members: [alice], shared: true });
  await alice.mentions(shared, '星河科技');
  await alice.waitForEphemeral(shared, /D-1[\s\S]*外部人员/);
  expect(shared.shown.filter((message) => message.bot)).toHaveLength(0);
});

test('messages of other bots are ignored', async () => {
  const { slack, east } = office;
  slack.botSays(east, `<@${slack.app.botUserId}> 线索 机器人公司`);
  await slack.settled();
  expect(east.readable()).not.toContain('L-1');
});

test('a Slack user’s name, time zone and language come from Slack', async () => {
  const { slack, product } = office;
  const carol = slack.person('carol', {
    realName: 'Carol Wei',
    email: 'carol@example.com',
    tz: 'Europe/Berlin',
    locale: 'en-US',
  });
  await carol.says('help').sees('log');
  const person = await personByIdentity(product.store.db, 'slack', carol.id);
  expect(person).toMatchObject({
    name: 'carol',
    email: 'carol@example.com',
    timeZone: 'Europe/Berlin',
    locale: 'en',
  });
});
