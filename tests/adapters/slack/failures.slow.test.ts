import { beforeEach, describe, expect, test } from 'vitest';
import { everyNth } from '../../support/runs.js';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

beforeEach(async () => {
  office = await SlackOffice.open();
  await office.alice.says('线索 星河科技 王总').sees('L-1');
});

describe('an answer on Slack', () => {
  test('is sent again after 429 with Retry-After, and not earlier', async () => {
    const { alice, slack } = office;
    slack.faults.rateLimit('chat.postMessage', { retryAfter: 1 });
    await alice.says('跟 星河科技 电话 慢一点').sees('已记');
    const posts = slack.calls.to('chat.postMessage').slice(-2);
    expect(posts.map(({ outcome }) => outcome?.kind)).toEqual(['rate limited', 'ok']);
    expect((posts[1]?.at ?? 0) - (posts[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test.each(everyNth(['serverError', 'htmlPage', 'loseRequest'] as const, 3))(
    'is sent again after %s',
    async (fault) => {
      const { alice, slack } = office;
      slack.faults[fault]('chat.postMessage');
      await alice.says('跟 星河科技 电话 再来一次').sees('已记');
      expect(alice.dm.readable().match(/已记/g)).toHaveLength(1);
    },
  );

  test('is sent as a new message if the tapped message was deleted', async () => {
    const { alice, east, slack } = office;
    await alice.mentions(east, '线索 云帆物流 赵总');
    const card = await east.waitFor(/L-2/);
    slack.deleteMessage(card);
    slack.faults.refuse('chat.update', 'message_not_found');
    const before = east.shown.length;
    const tapped = slack.oldCard(east, { text: 'L-2', blocks: card.blocks });
    await alice.taps(tapped, '推进').sees('D-1');
    expect(east.shown.length).toBeGreaterThan(before);
  });

  test('is sent as a message with a button if a modal can no longer be opened', async () => {
    const { alice, slack } = office;
    slack.faults.refuse('views.open', 'expired_trigger_id');
    await alice.slash('/log', '').sees('填写表单');
    const card = await alice.dm.waitFor(/填写表单/);
    await alice.taps(card, '填写表单');
    await alice.waitForView(/备注/);
  });
});

describe('posts of jobs on Slack', () => {
  test('wait until an outage ends and arrive in order, each once', async () => {
    const { slack, east } = office;
    await office.alice.says('商机 青禾食品 60万').sees('D-1');
    slack.goDark(2_500);
    await office.at('2026-11-30', '09:00');
    await office.at('2026-12-10', '09:30');
    expect(slack.calls.all.some(({ outcome }) => outcome?.kind === 'failed')).toBe(true);
    await east.waitFor(/停滞 · D-1/);
    const shown = east.readable();
    expect(shown.match(/周报 · 华东/g)).not.toBeNull();
    expect(shown.indexOf('周报')).toBeLessThan(shown.indexOf('停滞'));
    expect(shown.match(/停滞 · D-1/g)).toHaveLength(1);
  });

  test('to an archived channel become dead letters', async () => {
    const { east, product } = office;
    east.archive();
    await office.at('2026-11-30', '09:00');
    await product.runner.runDue(office.clock.now());
    const dead = async () => {
      const { q, t } = product.store.db;
      return (await q.select().from(t.outbox)).filter(({ status }) => status === 'dead');
    };
    await expect.poll(dead).toHaveLength(1);
    expect((await dead())[0]?.lastError).toMatch(/is_archived|another company|not/);
  });
});

test('a lost answer of a post repeats no act', async () => {
  const { alice, slack } = office;
  slack.faults.loseAnswer('chat.postMessage');
  await alice.says('跟 星河科技 电话 答复丢了').sees('已记');
  const { q, t } = office.product.store.db;
  const rows = await q.select().from(t.followUps);
  expect(rows.filter(({ words }) => words.includes('答复丢了'))).toHaveLength(1);
});
