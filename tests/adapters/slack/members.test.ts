import { beforeEach, expect, test } from 'vitest';
import { mostMembers } from '../../../kernel/chat/chat.js';
import { membersOf } from '../../../store/people/place-members.js';
import { findPlace } from '../../../store/people/place-queries.js';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

beforeEach(async () => {
  office = await SlackOffice.open();
  await office.alice.says('商机 星河科技 30万').sees('D-1');
});

/** What is stored of who is in the team's channel. */
async function known() {
  const { db } = office.product.store;
  return await membersOf(db, (await findPlace(db, 'slack', office.east.id))?.id ?? '');
}

test('other apps and deactivated users in a channel take nothing from it', async () => {
  const { slack, east, alice } = office;
  east.join(slack.workspace.addUser('deploys', { isBot: true, email: null }));
  east.join(slack.workspace.addUser('gone', { deleted: true }));
  await alice.mentions(east, '改 D-1 31万');
  await east.waitFor(/D-1 · 星河科技/);
  expect((await known())?.ids).toHaveLength(4);
});

test('who is in a channel is asked once in ten minutes, and each person once an hour', async () => {
  const { slack, east, alice } = office;
  const calls = () => slack.calls.to('conversations.members').length;
  for (const amount of ['31万', '32万', '33万']) {
    await alice.mentions(east, `改 D-1 ${amount}`);
    await east.waitFor(new RegExp(amount));
  }
  expect(calls()).toBe(1);
  const people = slack.calls.to('users.info').length;
  await office.at('2026-11-26', '10:11');
  await alice.mentions(east, '改 D-1 34万');
  await east.waitFor(/34万/);
  expect(calls()).toBe(2);
  expect(slack.calls.to('users.info')).toHaveLength(people);
});

test('a newcomer of whom no event tells is noticed with the next message ten minutes later', async () => {
  const { slack, east, alice } = office;
  await alice.mentions(east, '改 D-1 31万');
  await east.waitFor(/31万/);
  east.join(slack.guest('visitor').user);
  await office.at('2026-11-26', '10:11');
  await alice.mentions(east, '改 D-1 32万');
  await alice.waitForEphemeral(east, /32万[\s\S]*访客或外部人员/);
});

test('an event that Slack then does not explain leaves the channel nothing', async () => {
  const { slack, east, alice } = office;
  await alice.mentions(east, '改 D-1 31万');
  await east.waitFor(/31万/);
  slack.faults.serverError('conversations.members', { times: 100 });
  slack.joins(east, slack.guest('visitor'));
  await slack.settled();
  await alice.mentions(east, '改 D-1 32万');
  await alice.waitForEphemeral(east, /32万[\s\S]*查不到群成员/);
  slack.faults.clear();
  await office.at('2026-11-26', '10:02');
  await alice.mentions(east, '改 D-1 33万');
  await alice.waitForEphemeral(east, /33万[\s\S]*访客或外部人员/);
});

test('a channel of more people than anybody could be asked about sees nothing', async () => {
  const { slack, east, alice } = office;
  for (let i = 0; i < mostMembers; i++) east.join(slack.workspace.addUser(`crowd${i}`));
  await alice.mentions(east, '改 D-1 31万');
  await alice.waitForEphemeral(east, /31万[\s\S]*查不到群成员/);
  expect((await known())?.trouble).toBe('crowd');
  expect(slack.calls.to('users.info').length).toBeLessThan(20);
});
