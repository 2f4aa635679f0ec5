import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;

beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
  await lei.says('商机 星河科技 ERP 30万 王总');
  await lei.says('线索 云帆物流 赵敏 13800000009');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

describe('words that name nobody', () => {
  it('are about the record shown last, and the card says which', async () => {
    await lei.says('星河科技').sees('星河科技');
    await lei.says('他们预算批了').sees('已记录 · 星河科技');
    await lei.says('云帆物流').sees('云帆物流');
    await lei.says('对方说下周三给答复').sees('已记录 · 云帆物流');
  });

  it('are about the customer of the contact whom they name, whatever was shown', async () => {
    await lei.says('云帆物流').sees('云帆物流');
    await lei.says('跟王总打了电话，他说价格偏高').sees('已记录 · 星河科技');
  });

  it('are asked about after half an hour, with the last customers as buttons', async () => {
    await lei.says('星河科技');
    w.clock.advance(31 * 60_000);
    await lei.says('他们预算批了，约了下周三').sees('哪个客户', '[云帆物流]', '[星河科技]');
    await lei.taps('星河科技').sees('已记录 · 星河科技');
  });

  it('are about what was talked of in that chat', async () => {
    await lei.says('星河科技');
    lei.in('销售群');
    await lei.says('他们预算批了，约了下周三').sees('哪个客户');
    lei.alone();
    await lei.says('取消');
    await lei.says('他们预算批了').sees('已记录 · 星河科技');
  });

  it('are not taken for news of it where they name somebody whom nobody knows', async () => {
    await lei.says('星河科技');
    await lei.says('今天拜访了远大，聊了聊').misses('已记');
  });
});

describe('a question that is open', () => {
  it('takes no line that is another matter', async () => {
    await lei.says('商机').sees('客户');
    await lei.says('今天').misses('D-2');
    await lei.says('D-1').sees('D-1', '星河科技');
    await lei.says('商机').sees('客户');
    await lei.says('云帆物流').sees('D-2', '云帆物流');
  });

  it('for a customer may be answered with the one that the next line is about', async () => {
    w.clock.advance(31 * 60_000);
    await lei.says('刚打了电话，预算没问题了').sees('哪个客户');
    await lei.says('星河科技，王总今天也催报价').sees('已记录 · 星河科技', '[刚才那句也记到 星河科技 · C-1]');
    await lei.taps('刚才那句也记到').sees('已记录 · 星河科技', '预算没问题了');
  });

  it('belongs to the thread in which it was asked', async () => {
    const place = { id: '销售群', kind: 'group' as const, name: '销售群' };
    const says = (text: string, thread: string) =>
      w.receive('李雷', place, { kind: 'say', text }, undefined, 'sandbox', thread);
    await says('商机', 'a');
    const other = await says('云帆物流', 'b');
    expect(other.cards[0]?.title).toContain('云帆物流');
    expect(other.cards[0]?.key).not.toMatch(/^deal/);
    const answered = await says('云帆物流', 'a');
    expect(answered.cards[0]?.key).toBe('deal:D-2');
  });
});

describe('a message that somebody else wrote', () => {
  it('is one thing, and written with the customer whom a tap names', async () => {
    const mail = '发件人：王总\n主题：关于报价\n李经理您好：\n方案领导看过了，价格还要再谈。\n祝好';
    await lei.says(mail).sees('转发', '[记到星河科技]').misses('没看懂', '---');
    await lei.taps('记到星河科技').sees('已记录 · 星河科技', '价格还要再谈');
  });
});

describe('a report that names somebody', () => {
  it('is asked about where nobody knows whose contact they are, whatever was shown last', async () => {
    await lei.says('星河科技');
    await lei.says('跟孙经理通了电话，他说下周三签').misses('已记录 · 星河科技');
  });

  it('is that of the customer whose contact they are, with or without a title', async () => {
    await lei.says('lead "Beacon Dental" "Dr. Karen Lowe" 415-555-0134');
    await lei.says('星河科技');
    await lei.says('spoke with Karen Lowe, she pushed back on price').sees('Beacon Dental');
  });

  it('of a new customer without a name is no news of the customer shown last', async () => {
    await lei.says('星河科技');
    await lei.says('今天拜访了一个新客户').misses('已记录 · 星河科技');
  });
});

it('a record corrected twice is written once, with both corrections', async () => {
  await lei.says('今天拜访了星河科技，下周五给报价').sees('已记录 · 星河科技');
  await lei.says('不对，是云帆物流').sees('云帆物流');
  await lei.says('不对，是电话').sees('云帆物流', '电话');
  const { q, t } = w.store.db;
  const standing = (await q.select().from(t.followUps)).filter(({ undone }) => !undone);
  expect(standing.map(({ channel }) => channel)).toEqual(['call']);
});

describe('a bare report', () => {
  it('is about the customer of the last answer, and about nobody if it names somebody else', async () => {
    await lei.says('王总电话多少').sees('星河科技');
    await lei.says('打了没接').sees('已记录 · 星河科技', '失联');
    await lei.says('下周一找老板').sees('T-1', '星河科技');
    await lei.says('下周二答复他们').sees('T-2', '星河科技').misses('已记');
    await lei.says('今天去了趟金鼎那边，他们老板不在').sees('哪个客户').misses('已记');
    await lei.says('上午开会讨论了价格体系').misses('已记');
    await lei.says('拜拜，下下周见').misses('T-3');
    await lei.says('他说预算大概28万').sees('已记录 · 星河科技', '预算: 约 28万').misses('金额改为');
  });

  it('is logged with its next step if nobody was met', async () => {
    await lei.says('星河科技');
    await lei.says('没见到王总，周五再去').sees('已记录 · 星河科技', '11月27日 周五');
  });

  it('is about the name that was corrected in the same breath', async () => {
    await lei
      .says('今天拜访了星河科技，哦不，云帆物流，她说要再谈')
      .sees('已记录 · 云帆物流')
      .misses('星河科技 ');
  });
});

describe('people and customers told in a sentence', () => {
  it('are stored with their own number', async () => {
    await lei
      .says('星河科技新来了个采购，叫孙丽，电话13877776666')
      .sees('已添加联系人', '孙丽 · 采购 · 13877776666');
    await lei.says('今天见了王总，他们财务总监钱芳的电话是13899990000').sees('联系人: 王总');
    await lei.says('钱芳电话多少').sees('13899990000');
    await lei.says('王总电话多少').misses('13899990000');
  });

  it('become a lead if the words say that it is one', async () => {
    await lei.says('星河科技');
    await lei
      .says('展会上新认识一个客户，叫青松食品，联系人马经理，电话13755556666，想了解ERP')
      .sees('L-2', '马经理');
    await lei.says('约了他下周二见面').sees('青松食品');
    await lei.says('今天拜访了蓝图建材，他们想看ERP').sees('没有找到客户「蓝图建材」').misses('已记');
  });
});

describe('a wish to take over a record', () => {
  it('shows whose it is, and logs nothing', async () => {
    await lei.says('星河科技');
    await lei.says('这单我来跟').sees('星河科技', '负责人: 李雷').misses('已记');
  });
});

describe('lines under a day', () => {
  it('are plans for that day', async () => {
    await lei
      .says('明天计划：\n1. 上午去星河科技见王总\n2. 下午给云帆物流发报价')
      .sees('T-1', 'T-2', '11月27日')
      .misses('已记');
  });
});
