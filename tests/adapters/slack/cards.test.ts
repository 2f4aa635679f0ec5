import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../support/slack/people/person.js';
import { SlackOffice } from '../../support/slack-office.js';

let office: SlackOffice;

/** A deal that may go on to the next stage. */
async function ready(rep: Person): Promise<void> {
  await rep.says('线索 星河科技 王总').sees('L-1');
  await rep.says('跟 星河科技 电话 谈过一次').sees('已记');
  await rep.says('商机 星河科技 30万 2027-03-01').sees('D-1');
}

beforeEach(async () => {
  office = await SlackOffice.open();
});

describe('tapping a Slack card', () => {
  test('moves the deal one stage if two managers tap at once, and the card shows the result', async () => {
    const { alice, zhou, chen, east, slack } = office;
    await ready(alice);
    await zhou.mentions(east, '改 D-1 31万');
    const card = await east.waitFor(/初步沟通/);
    const { drawing } = card;
    await Promise.all([
      zhou.taps(card, '推进', { drawn: drawing }),
      chen.taps(card, '推进', { drawn: drawing }),
    ]);
    await slack.settled();
    await east.waitFor(/需求确认/);
    const { q, t } = office.product.store.db;
    expect((await q.select().from(t.deals))[0]).toMatchObject({ stage: expect.any(String), version: 3 });
    expect(card.readable()).toMatch(/需求确认/);
    expect(card.readable()).not.toMatch(/方案输出 \(4/);
  });

  test('updates cards of the same deal posted elsewhere', async () => {
    const { alice, zhou, east } = office;
    await ready(alice);
    const own = await alice.dm.waitFor(/D-1/);
    await zhou.mentions(east, '推 D-1').sees('需求确认');
    await expect.poll(() => own.readable()).toMatch(/需求确认/);
  });

  test('is needed to close a deal: a new deal stays open', async () => {
    const { alice } = office;
    await alice.says('线索 星河科技').sees('L-1');
    await alice.says('商机 星河科技 30万').sees('D-1');
    await alice.says('我的数据');
    const { q, t } = office.product.store.db;
    expect((await q.select().from(t.deals))[0]?.status).toBe('open');
  });
});

describe('text typed by people', () => {
  test('mentions nobody, links nowhere and breaks no card', async () => {
    const { alice, east, slack } = office;
    const nasty = '<!channel> <!here> <@U0SOMEBODY> *粗* `码` <https://evil.example|银行> & "引号" > 引用';
    await alice
      .slash('/sale', `线索 坏人公司 ${nasty.replace('<@U0SOMEBODY>', '')}`, { in: east })
      .sees('L-1');
    await alice.mentions(east, `跟 坏人公司 ${nasty}`, { raw: true }).sees('已记');
    await slack.settled();
    const cards = east.shown.filter((message) => message.bot);
    expect(cards.length).toBeGreaterThan(0);
    for (const card of cards) expect(card.notifies).toEqual([]);
    for (const card of cards)
      expect(JSON.stringify(card.blocks)).not.toMatch(/<https:\/\/evil|<!channel|<!here/);
  });

  test('is split over a thread if it is long, never cut', async () => {
    const { alice, east, slack } = office;
    const long = Array.from({ length: 600 }, (_, n) => `第${n}句话很要紧。`).join('');
    await alice.mentions(east, `文章 长话怎么说：${long}`);
    const card = await east.waitFor(/A-1/);
    await slack.settled({ quietMs: 1_500 });
    const all = [card, ...east.repliesTo(card.ts), ...east.shown].map((one) => one.readable()).join('');
    for (const n of [0, 300, 599]) expect(all).toContain(`第${n}句话很要紧。`);
  });
});

describe('private answers in a channel', () => {
  test('are ephemeral for help, mistakes and personal data', async () => {
    const { alice, bob, east, slack } = office;
    await alice.mentions(east, '我的数据');
    await alice.waitForEphemeral(east, /李雷/);
    await alice.slash('/sale', '胡言乱语 一通', { in: east });
    await alice.waitForEphemeral(east, /没理解|没有听懂|帮助/);
    await slack.settled();
    expect(bob.ephemerals(east)).toHaveLength(0);
    expect(east.shown.filter((message) => message.bot)).toHaveLength(0);
  });

  test('are ephemeral if the bot is not in the channel, and say how to invite it', async () => {
    const { alice, slack } = office;
    const away = slack.channel('away', { members: [alice], bot: false });
    await alice.slash('/sale', '线索 星河科技', { in: away });
    await alice.waitForEphemeral(away, /L-1[\s\S]*\/invite/);
  });
});
