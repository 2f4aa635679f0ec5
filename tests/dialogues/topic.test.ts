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
    await lei.says('他们预算批了').sees('已记 · 星河科技');
    await lei.says('云帆物流').sees('云帆物流');
    await lei.says('对方说下周三给答复').sees('已记 · 云帆物流');
  });

  it('are about the customer of the contact whom they name, whatever was shown', async () => {
    await lei.says('云帆物流').sees('云帆物流');
    await lei.says('跟王总打了电话，他说价格偏高').sees('已记 · 星河科技');
  });

  it('are asked about after half an hour, with the last customers as buttons', async () => {
    await lei.says('星河科技');
    w.clock.advance(31 * 60_000);
    await lei.says('他们预算批了，约了下周三').sees('哪个客户', '[云帆物流]', '[星河科技]');
    await lei.taps('星河科技').sees('已记 · 星河科技');
  });

  it('are about what was talked of in that chat', async () => {
    await lei.says('星河科技');
    lei.in('销售群');
    await lei.says('他们预算批了，约了下周三').sees('哪个客户');
    lei.alone();
    await lei.says('取消');
    await lei.says('他们预算批了').sees('已记 · 星河科技');
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
    await lei.says('星河科技，王总今天也催报价').sees('已记 · 星河科技', '[刚才那句也记到 星河科技 · C-1]');
    await lei.taps('刚才那句也记到').sees('已记 · 星河科技', '预算没问题了');
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
    await lei.taps('记到星河科技').sees('已记 · 星河科技', '价格还要再谈');
  });
});

describe('a report that names somebody', () => {
  it('is asked about where nobody knows whose contact they are, whatever was shown last', async () => {
    await lei.says('星河科技');
    await lei.says('跟孙经理通了电话，他说下周三签').misses('已记 · 星河科技');
  });

  it('is that of the customer whose contact they are, with or without a title', async () => {
    await lei.says('lead "Beacon Dental" "Dr. Karen Lowe" 415-555-0134');
    await lei.says('星河科技');
    await lei.says('spoke with Karen Lowe, she pushed back on price').sees('Beacon Dental');
  });

  it('of a new customer without a name is no news of the customer shown last', async () => {
    await lei.says('星河科技');
    await lei.says('今天拜访了一个新客户').misses('已记 · 星河科技');
  });
});

it('a record corrected twice is written once, with both corrections', async () => {
  await lei.says('今天拜访了星河科技，下周五给报价').sees('已记 · 星河科技');
  await lei.says('不对，是云帆物流').sees('云帆物流');
  await lei.says('不对，是电话').sees('云帆物流', '电话');
  const { q, t } = w.store.db;
  const standing = (await q.select().from(t.followUps)).filter(({ undone }) => !undone);
  expect(standing.map(({ channel }) => channel)).toEqual(['call']);
});
