import { beforeEach, describe, expect, test, vi } from 'vitest';
import { selfGivenName } from '../../../kernel/names/self-given-name.js';
import { personByIdentity } from '../../../store/people/person-queries.js';
import { patienceMs } from '../../support/patience.js';
import { commands } from '../../support/wecom/frames.js';
import { asks, WecomOffice } from '../../support/wecom-office.js';

let office: WecomOffice;

beforeEach(async () => {
  office = await WecomOffice.open();
});

describe('messages on WeCom', () => {
  test('are read like typed ones if they are sent as voice', async () => {
    const { lei } = office;
    await lei.speaks('线索 星河科技 王总');
    await lei.chat.waitFor(/L-1 · 星河科技/);
  });

  test('may mention the bot anywhere, and a mention alone shows help', async () => {
    const { lei, east } = office;
    await lei.says('线索 星河科技', { in: east, mention: 'end' });
    await east.waitFor(/L-1/);
    await lei.says('查 @跟进 星河科技', { in: east });
    await east.waitFor(/C-1|L-1/);
    await lei.says('@跟进', { in: east });
    await lei.chat.waitFor(/我能做什么/);
  });

  test('need no customer name if they quote a card', async () => {
    const { lei, east } = office;
    await asks(lei, '线索 星河科技 王总', 'L-1');
    const card = await asks(lei, '商机 星河科技 30万', 'D-1', { in: east });
    await asks(lei, '电话 预算批了', /已记[\s\S]*预算批了/, { in: east, quote: card });
    const { q, t } = office.product.store.db;
    expect((await q.select().from(t.followUps))[0]?.dealId).not.toBeNull();
  });

  test('become an article after one tap if they are quoted with 「文章」', async () => {
    const { lei, zhou } = office;
    const { message } = await lei.says('凌峰要三个月才能上线，先问客户的上线时间');
    const proposed = await asks(lei, '文章', /A-1 · 凌峰要三个月才能上线[\s\S]*草稿/, {
      quote: message,
    });
    await lei.taps(proposed, '保存');
    await expect.poll(() => lei.chat.readable()).toMatch(/A-1 已保存/);
    await asks(zhou, '问 凌峰多久上线', '三个月才能上线');
  });

  test('mention nobody and break no card if they contain markup', async () => {
    const { lei, east } = office;
    await asks(lei, '线索 坏人公司', 'L-1');
    const nasty = '<@zhoumin> **粗** [银行](https://evil.example) | 表 <font color="red">';
    await asks(lei, `跟 坏人公司 电话 ${nasty}`, '已记', { in: east });
    expect(east.readable()).not.toMatch(/@周敏/);
  });
});

describe('tapping a WeCom card', () => {
  test('shows the current state if the card is outdated', async () => {
    const { lei, zhou, east } = office;
    await asks(lei, '线索 星河科技 王总', 'L-1');
    await asks(lei, '跟 星河科技 电话 谈过', '已记');
    await asks(lei, '商机 星河科技 30万', 'D-1');
    const old = await asks(lei, 'D-1', '初步沟通', { in: east });
    await asks(lei, '推 D-1', '需求确认');
    await zhou.taps(old, '推进');
    await expect.poll(() => old.readable()).toMatch(/✓ 推进到需求确认 · 李雷[\s\S]*需求确认/);
  });

  test('moves the deal one stage if two managers tap at once, and both see the result', async () => {
    const { lei, zhou, chen, east } = office;
    await asks(lei, '线索 星河科技 王总', 'L-1');
    await asks(lei, '跟 星河科技 电话 谈过', '已记');
    await asks(lei, '商机 星河科技 30万', 'D-1');
    const card = await asks(lei, 'D-1', '初步沟通', { in: east });
    await Promise.all([zhou.taps(card, '推进'), chen.taps(card, '推进', { stale: true })]);
    await expect.poll(() => card.readable()).toMatch(/需求确认/);
    // Whoever came second may be told by a message as well; then nobody says anything more.
    await vi.waitFor(() => east.staysQuiet(300), { timeout: patienceMs });
    const { q, t } = office.product.store.db;
    expect((await q.select().from(t.deals))[0]).toMatchObject({ stage: 'qualify' });
  });

  test('is answered by a message if the card can no longer be updated', async () => {
    const { lei, wecom } = office;
    await asks(lei, '线索 星河科技 王总', 'L-1');
    const card = lei.chat.last;
    wecom.faults.refuse(846605, { cmd: commands.update });
    await lei.taps(card, '推进');
    await lei.chat.waitFor(/D-1/, { after: card });
  });

  test('is unambiguous because every card has a unique id', async () => {
    const { lei, wecom } = office;
    for (const name of ['甲木公司', '乙水公司', '丙火公司']) await asks(lei, `线索 ${name}`, name);
    const ids = wecom.received.flatMap(({ cmd, body }) => {
      const card = (body as { template_card?: { task_id: string } } | undefined)?.template_card;
      return cmd === commands.push && card ? [card.task_id] : [];
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(3);
  });
});

describe('people on WeCom', () => {
  test('are welcomed with a card when they open the chat, once a day', async () => {
    const { lei } = office;
    await lei.enters();
    const card = await lei.chat.waitFor(/李雷，您好/);
    expect(card.buttons().length).toBeGreaterThan(0);
  });

  test('are asked for their name if only an encrypted id is known, and the name replaces the id', async () => {
    const { wecom, product } = office;
    wecom.encryptIds();
    const carol = wecom.person('carol', '魏卡罗');
    await asks(carol, '线索 星河科技', 'L-1');
    await carol.chat.waitFor(/怎么称呼您/);
    expect(carol.chat.readable()).not.toContain(carol.id);
    await asks(carol, '我叫 魏卡罗', '魏卡罗');
    await asks(carol, 'L-1', /魏卡罗/);
    expect(carol.chat.readable().match(/怎么称呼您/g)).toHaveLength(1);
    expect((await personByIdentity(product.store.db, 'wecom', carol.id))?.name).toBe(selfGivenName('魏卡罗'));
  });

  test('get private answers in their private chat, or are asked in the group to open one', async () => {
    const { lei, east, wecom } = office;
    await lei.says('我的数据', { in: east, mention: true });
    await lei.chat.waitFor(/李雷的数据/);
    const dana = wecom.person('dana', '董娜');
    east.members.push(dana);
    await dana.says('我的数据', { in: east, mention: true });
    await east.waitFor(/请先私聊我/);
    expect(east.readable()).not.toContain('负责的客户');
  });
});

describe('open questions on WeCom', () => {
  test('ask one field at a time, accept a correction, and end with 取消', async () => {
    const { lei } = office;
    await asks(lei, '线索 星河科技', 'L-1');
    await asks(lei, '跟 星河科技', '跟进了什么');
    await asks(lei, '电话 价格偏高 下周三再约', '已记');
    await asks(lei, '跟 星河科技', '跟进了什么');
    await asks(lei, '取消', /已取消/);
    await asks(lei, '呜哩哇啦叽里咕噜', /没理解/);
  });
});

test('many concurrent messages in one chat stay within the limits, and each is answered', async () => {
  const { lei, wecom, product } = office;
  const names = [...'赵钱孙李周吴郑王冯陈'].map((name, n) => `${name}${'甲乙丙丁戊己庚辛壬癸'[n]}公司`);
  for (const name of names) await lei.says(`线索 ${name}`);
  for (const name of names) await lei.chat.waitFor(name);
  expect(wecom.refusals).toEqual([]);
  const { q, t } = product.store.db;
  expect(await q.select().from(t.leads)).toHaveLength(names.length);
});
