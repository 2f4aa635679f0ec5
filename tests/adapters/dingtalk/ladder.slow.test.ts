import { beforeEach, describe, expect, test } from 'vitest';
import { personByIdentity } from '../../../store/people/person-queries.js';
import { asks, DingtalkOffice } from '../../support/dingtalk-office.js';
import { everyNth } from '../../support/runs.js';

let office: DingtalkOffice;

beforeEach(async () => {
  office = await DingtalkOffice.open();
});

const createAndDeliver = '/card/instances/createAndDeliver';

describe('a card that cannot be sent as an interactive card', () => {
  test('is an action card if the permission is missing, and its buttons send lines', async () => {
    const { lei, dingtalk } = office;
    dingtalk.faults.revoke('Card.Instance.Write');
    const message = await asks(lei, '线索 星河科技 王总', 'L-1');
    expect(message.bubble.kind).toBe('action card');
    lei.taps(message, '推进');
    await lei.chat.waitFor(/D-1/, { after: message });
    // It was refused once, and is not asked for again for a while.
    expect(dingtalk.callsTo(createAndDeliver)).toHaveLength(1);
  });

  test('is an action card if the template was removed', async () => {
    const { lei, dingtalk } = office;
    dingtalk.company.templates.clear();
    const message = await asks(lei, '线索 星河科技', 'L-1');
    expect(message.bubble.kind).toBe('action card');
  });

  test('is an action card if the API reports success but did not deliver', async () => {
    const { lei, dingtalk } = office;
    dingtalk.faults.notDelivered('deliver');
    const message = await asks(lei, '线索 星河科技', 'L-1');
    expect(message.bubble.kind).toBe('action card');
    expect((await asks(lei, 'L-1', 'L-1')).bubble.kind).toBe('card');
  });

  test('is sent through the API if the webhook has expired', async () => {
    const { lei, dingtalk } = office;
    dingtalk.faults.revoke('Card.Instance.Write');
    lei.says('线索 星河科技');
    dingtalk.api.expireWebhooks();
    const message = await lei.chat.waitFor(/L-1/);
    expect(message.bubble.kind).toBe('action card');
    expect(dingtalk.callsTo('oToMessages/batchSend').length).toBeGreaterThan(0);
  });

  test('is sent through the webhook if the month’s calls are used up', async () => {
    const { lei, dingtalk } = office;
    dingtalk.faults.quotaUsedUp(createAndDeliver);
    const message = await asks(lei, '线索 星河科技', 'L-1');
    expect(message.bubble.kind).toBe('action card');
  });
});

describe('calls to DingTalk', () => {
  test('are repeated by the outbox if they came too fast', async () => {
    const { lei, dingtalk } = office;
    dingtalk.faults.tooFast(createAndDeliver);
    lei.says('线索 星河科技');
    await lei.chat.waitFor(/L-1/);
    expect(lei.chat.readable().match(/L-1 · 星河科技/g)).toHaveLength(1);
  });

  test.each(everyNth(['loseAnswer', 'loseRequest', 'serverError', 'htmlPage'] as const, 4))(
    'are repeated after %s, and the card is sent once',
    async (fault) => {
      const { lei, dingtalk } = office;
      dingtalk.faults[fault](createAndDeliver);
      lei.says('线索 星河科技');
      await lei.chat.waitFor(/L-1/);
      await dingtalk.settled(2_500);
      expect(lei.chat.readable().match(/L-1 · 星河科技/g)).toHaveLength(1);
    },
  );

  test('get a new token if the token has expired', async () => {
    const { lei, dingtalk } = office;
    await asks(lei, '线索 星河科技', 'L-1');
    dingtalk.api.forgetTokens();
    await asks(lei, 'L-1', 'L-1');
    expect(dingtalk.api.tokensGiven).toBe(2);
  });

  test('are counted per month, as calls made and messages received', async () => {
    const { lei, dingtalk, product } = office;
    await asks(lei, '线索 星河科技', 'L-1');
    await asks(lei, '帮', '也可以用命令');
    await dingtalk.settled();
    const { calls, pushes } = dingtalk.company.counted;
    await expect
      .poll(async () =>
        (await product.store.db.q.select().from(product.store.db.t.counters)).some(({ name }) =>
          name.includes('usage:dingtalk:push'),
        ),
      )
      .toBe(true);
    const { q, t } = product.store.db;
    const kept = Object.fromEntries(
      (await q.select().from(t.counters)).map((row) => [row.name.split(':')[2] ?? row.name, row.value]),
    );
    expect(kept.api).toBe(calls);
    expect(kept.push).toBe(pushes);
  });
});

describe('people on DingTalk', () => {
  test('get their name from the directory, or from their messages if the directory is refused', async () => {
    const { dingtalk, product } = office;
    const carol = dingtalk.person('carol01', '魏卡罗', 'carol@example.com');
    await asks(carol, '帮', '也可以用命令');
    expect(await personByIdentity(product.store.db, 'dingtalk', 'carol01')).toMatchObject({
      name: '魏卡罗',
      email: 'carol@example.com',
    });
    dingtalk.faults.revoke('qyapi_get_member');
    const dana = dingtalk.person('dana01', '董娜');
    await asks(dana, '帮', '也可以用命令');
    expect((await personByIdentity(product.store.db, 'dingtalk', 'dana01'))?.name).toBe('董娜');
  });

  test('get a neutral answer without figures if they belong to another company', async () => {
    const { dingtalk, lei, east } = office;
    await asks(lei, '商机 星河科技 30万', 'D-1');
    const partner = dingtalk.outsider('伙伴');
    east.members.push(partner);
    await asks(partner, '星河科技', /只为本公司/, { in: east });
    expect(east.readable()).not.toContain('30万');
  });

  test('can send voice messages', async () => {
    const { lei } = office;
    lei.speaks('线索 星河科技 王总');
    await lei.chat.waitFor(/L-1 · 星河科技/);
  });

  test('get private answers in their private chat', async () => {
    const { lei, east } = office;
    lei.says('我的数据', { in: east });
    await lei.chat.waitFor(/李雷的数据/);
    expect(east.answers).toHaveLength(0);
  });
});

describe('cards on DingTalk', () => {
  test('posted earlier are updated when their deal moves', async () => {
    const { lei, zhou, east } = office;
    await asks(lei, '线索 星河科技 王总', 'L-1');
    await asks(lei, '跟 星河科技 电话 谈过', '已记');
    const own = await asks(lei, '商机 星河科技 30万', 'D-1');
    await asks(zhou, '推 D-1', '推进到「需求确认」', { in: east });
    await expect.poll(() => own.readable()).toMatch(/需求确认/);
  });

  test('show typed markup as plain text', async () => {
    const { lei, east } = office;
    await asks(lei, '线索 坏人公司', 'L-1');
    const nasty = '**粗** [银行](https://evil.example) <font color=red> @所有人 # 标题';
    await asks(lei, `跟 坏人公司 电话 ${nasty}`, '已记', { in: east });
    const card = east.last.card;
    expect(card.variables.markdown).not.toMatch(/(?<!\\)\[银行\]\(|<font/);
    expect(east.last.mentions).toEqual([]);
  });
});
