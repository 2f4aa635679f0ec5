import { beforeEach, describe, expect, test } from 'vitest';
import { surnames } from '../../../kernel/pieces/base/surnames.js';
import { runs } from '../../support/runs.js';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

beforeEach(async () => {
  office = await SlackOffice.open();
});

const followUps = async (words: string) => {
  const { q, t } = office.product.store.db;
  return (await q.select().from(t.followUps)).filter((one) => one.words.includes(words)).length;
};

describe('one act has one effect and one answer', () => {
  test('even if the envelope of a command comes twice', async () => {
    const { alice, slack } = office;
    await alice.says('线索 星河科技').sees('L-1');
    slack.faults.deliverTwice();
    await alice.slash('/log', '星河科技 电话 只记一次').sees('已记');
    await slack.settled();
    expect(await followUps('只记一次')).toBe(1);
    expect(alice.dm.readable().match(/已记/g)).toHaveLength(1);
  });

  test('even if an event is sent again in another envelope, or a tap comes twice', async () => {
    const { alice, slack } = office;
    await alice.says('线索 星河科技 王总').sees('L-1');
    const lead = await alice.dm.waitFor(/L-1/);
    await alice.says('跟 星河科技 电话 只记一次').sees('已记');
    const said = slack.deliveries.of('message').at(-1);
    if (!said) throw new Error('nothing was delivered');
    await slack.deliveries.redeliver(said, { envelope: 'new', retryAttempt: 1 });
    await slack.deliveries.redeliver(said);
    slack.faults.deliverTwice();
    await alice.taps(lead, '推进').sees('D-1');
    await slack.settled();
    expect(await followUps('只记一次')).toBe(1);
    await alice.says('D-2').sees(/没有/);
  });

  test('even if a message comes as a mention and as a plain message', async () => {
    const { alice, east, slack } = office;
    await alice.says('线索 星河科技').sees('L-1');
    await alice.mentions(east, '跟 星河科技 电话 只记一次').sees('已记');
    const [mention] = slack.deliveries.of('app_mention');
    const event = mention?.payload.event as object;
    slack.deliveries.event({
      ...mention?.payload,
      event_id: 'Ev0OTHER',
      event: { ...event, type: 'message', channel_type: 'channel' },
    });
    await slack.settled();
    expect(await followUps('只记一次')).toBe(1);
  });
});

describe('Slack sockets', () => {
  test('are two, and one asked to close is replaced without losing commands', async () => {
    const { alice, slack } = office;
    await slack.sockets.waitFor(2);
    for (const reason of ['warning', 'refresh_requested'] as const) {
      // What is sent in the very moment of the goodbye is lost: the SDK closes at once.
      await slack.sockets.disconnect(reason);
      for (let n = 0; n < 3; n++) {
        const { kind } = await alice.slash('/sale', `线索 客户${reason}${n}号`);
        expect(kind).toBe('acked');
      }
      await slack.sockets.waitFor(2);
    }
    await slack.settled();
    for (let n = 0; n < 3; n++) await alice.dm.waitFor(`客户refresh_requested${n}号`);
  });

  test('run a command at most once if a socket breaks meanwhile', async () => {
    const { alice, slack } = office;
    await slack.sockets.waitFor(2);
    await alice.says('线索 星河科技').sees('L-1');
    slack.deliveries.ackMs = 1_500;
    const sending = alice.slash('/log', '星河科技 电话 断线的时候');
    await slack.sockets.drop();
    await sending;
    await slack.sockets.waitFor(2);
    const done = await followUps('断线的时候');
    expect(done).toBeLessThanOrEqual(1);
    if (done === 1) await alice.dm.waitFor('断线的时候');
    await alice.says('跟 星河科技 微信 又连上了').sees('已记');
  });

  test('receive the messages said while all sockets were closed', async () => {
    const { alice, slack } = office;
    slack.deliveries.retryDelaysMs = Array(200).fill(250);
    slack.sockets.refuse(700);
    await slack.sockets.drop();
    await alice.says('线索 星河科技').sees('L-1');
    expect(slack.sockets.count).toBeGreaterThan(0);
  });

  test('stay closed after the app token is revoked, and the process goes on', async () => {
    const { alice, slack } = office;
    slack.revokeToken('app');
    slack.calls.forget();
    await slack.sockets.drop();
    await expect.poll(() => slack.calls.to('apps.connections.open')).not.toEqual([]);
    const { kind } = await alice.slash('/sale', '帮');
    expect(kind).toBe('dispatch_failed');
  });
});

const commands = runs(20, 100);

describe('acknowledgement on Slack', () => {
  test(`${commands} concurrent commands are each acknowledged, done and answered`, async () => {
    const { slack } = office;
    // Names that are not taken for one another.
    const names = [...surnames].slice(0, commands).map((name, n) => `${name}${[...surnames][n + 100]}`);
    const people = Array.from({ length: commands }, (_, n) => office.person(`同事${n}`));
    const acts = people.map((one, n) => one.slash('/sale', `线索 ${names[n]}公司`).sees(`${names[n]}公司`));
    const outcomes = await Promise.all(acts);
    expect(outcomes.map(({ kind }) => kind)).toEqual(people.map(() => 'acked'));
    await slack.settled();
    const { q, t } = office.product.store.db;
    expect(await q.select().from(t.leads)).toHaveLength(commands);
  });
});
