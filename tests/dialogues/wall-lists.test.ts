import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callOf, Wall, type WallMessage } from '../support/wall.js';
import { type Actor, type World, world } from '../support/world.js';

let w: World;
let wall: Wall;
let lei: Actor;
let zhou: Actor;

const group = '华东群';
const text = Wall.words;
const first = (messages: WallMessage[]): WallMessage => {
  const [message] = messages;
  if (!message) throw new Error('nothing was posted');
  return message;
};

beforeEach(async () => {
  w = await world();
  wall = new Wall(w);
  lei = await w.rep('李雷');
  zhou = await w.manager('周敏');
  await wall.says(zhou, group, '绑群 华东');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  expect(wall.warnings).toEqual([]);
  await w.close();
});

/** Deals that may go on to the next stage, and stall a month later. */
async function deals(...names: string[]): Promise<void> {
  for (const name of names) {
    await wall.says(lei, 'private', `线索 ${name} 王总`);
    await wall.says(lei, 'private', `跟 ${name} 电话 谈过一次`);
    await wall.says(lei, 'private', `商机 ${name} 30万 2027-03-01`);
  }
}

/** The first line that names a record. */
const rowOf = (message: WallMessage, number: string): string =>
  text(message)
    .split('\n')
    .find((line) => line.includes(number)) ?? '';

describe('a list stays a list', () => {
  test.each(['周报', '停滞'])('%s: its row is marked, the outcome told in a line beside it', async (line) => {
    await deals('云杉科技', '星河科技');
    w.later(31);
    const list = first(await wall.says(zhou, group, line));
    const before = text(list);
    const kind = list.card.key;
    const told = await wall.calls(zhou, list, moveOf(list, 'D-1'));
    expect(list.card.key).toBe(kind);
    expect(rowOf(list, 'D-1')).toContain('✓ 推进到需求确认 · 周敏');
    expect(rowOf(list, 'D-2')).toBe(before.split('\n').find((one) => one.includes('D-2')));
    expect(list.card.title).toBe(before.split('\n')[0]?.slice(2));
    expect(told.map((one) => text(one).split('\n').length)).toEqual([2]);
    expect(told.map(text).join()).toMatch(/D-1 .*需求确认.* · 周敏/);
    // What could only be answered with "has changed" is offered no more.
    expect(JSON.stringify(list.card.nodes)).not.toContain('"record":"D-1"');
    expect(JSON.stringify(list.card.nodes)).toContain('"record":"D-2"');
  });

  test('"has changed" is told beside it, and the row says by whom', async () => {
    await deals('云杉科技', '星河科技');
    w.later(31);
    const list = first(await wall.says(zhou, group, '停滞'));
    const old = moveOf(list, 'D-1');
    wall.edits = false;
    await wall.says(lei, 'private', '推 D-1');
    const told = await wall.calls(zhou, list, old);
    expect(told.map(text)).toEqual([expect.stringContaining('D-1 刚被更新')]);
    expect(list.card.key).toContain('stalled');
    expect(rowOf(list, 'D-1')).toContain('✓ 推进到需求确认 · 李雷');
  });

  test('today: a task that is done stays on the list, marked', async () => {
    await deals('云杉科技');
    await wall.says(lei, 'private', '约 云杉科技 今天 演示');
    const list = first(await wall.says(lei, 'private', '今天'));
    const told = await wall.taps(lei, list, '完成');
    expect(list.card.key).toContain('today:');
    expect(rowOf(list, 'T-1')).toContain('✓ 完成待办 · 李雷');
    expect(told).toHaveLength(1);
    const line = first(told);
    expect(text(line)).toContain('[撤');
    await wall.taps(lei, line, '撤销');
    expect(rowOf(list, 'T-1')).not.toContain('✓');
    expect(() => callOf(list.card, '完成')).not.toThrow();
    expect(text(line)).toContain('已撤销');
  });

  test('the pool: what was claimed stays on the list, and no more of it is shown', async () => {
    await wall.says(lei, 'private', '线索 白鹭旅游 孙总 13912345678');
    await wall.says(lei, 'private', '线索 海豚水务 钱总 13787654321');
    await w.release('L-1');
    await w.release('L-2');
    const list = first(await wall.says(zhou, group, '公海'));
    await wall.calls(lei, list, callOf(list.card, 'L-1'));
    expect(list.card.key).toContain('pool:');
    expect(rowOf(list, 'L-1')).toContain('✓ 认领线索 · 李雷');
    expect(text(list)).not.toMatch(/13912345678|13787654321/);
    expect(() => callOf(list.card, 'L-1')).toThrow();
  });

  test('the meeting: decisions are marked one after the other', async () => {
    await deals('云杉科技', '星河科技');
    w.later(31);
    const list = first(await wall.says(zhou, group, '例会'));
    await wall.calls(zhou, list, moveOf(list, 'D-1'));
    await wall.calls(zhou, list, moveOf(list, 'D-2'));
    expect(list.card.key).toContain('meeting:');
    expect(text(list)).toContain('D-1');
    for (const number of ['D-1', 'D-2']) expect(rowOf(list, number)).toContain('✓ 推进到需求确认 · 周敏');
  });

  test('another batch runs the call anew in the same message', async () => {
    const names = ['白鹭旅游', '海豚水务', '松石软件', '北辰电气', '星河科技', '云杉家具', '长风物流'];
    for (const name of names) await wall.says(lei, 'private', `线索 ${name}`);
    for (const no of names.keys()) await w.release(`L-${no + 1}`);
    const list = first(await wall.says(zhou, group, '公海'));
    expect(text(list)).toContain('L-5');
    expect(await wall.taps(zhou, list, '换一批')).toEqual([]);
    expect(text(list)).toContain('L-7');
    expect(text(list)).not.toContain('L-5');
  });

  test('two people who tap different rows in the same second: both rows end marked', async () => {
    await deals('云杉科技', '星河科技');
    w.later(31);
    const list = first(await wall.says(zhou, group, '停滞'));
    const [one, two] = [moveOf(list, 'D-1'), moveOf(list, 'D-2')];
    await Promise.all([wall.calls(zhou, list, one), wall.calls(lei, list, two)]);
    expect(rowOf(list, 'D-1')).toContain('周敏');
    expect(rowOf(list, 'D-2')).toContain('李雷');
  });
});

describe('receipts', () => {
  test('stay what they are: one record card is drawn anew, and nothing else', async () => {
    await deals('云杉科技');
    const card = first(await wall.says(lei, group, 'D-1'));
    const one = first(await wall.says(lei, group, '跟 云杉科技 电话 报价了'));
    const said = text(one);
    const draws = () => wall.messages.reduce((sum, message) => sum + message.redrawn, 0);
    const before = draws();
    await wall.says(lei, group, '跟 云杉科技 微信 等回复');
    expect(text(one)).toBe(said);
    expect(text(card)).toContain('有新跟进');
    expect(draws() - before).toBeLessThanOrEqual(2);
  });

  test('whose act was taken back say that alone, and by whom', async () => {
    await deals('云杉科技');
    const receipt = first(await wall.says(lei, group, '跟 云杉科技 电话 报价了'));
    await wall.taps(lei, receipt, '撤销');
    expect(text(receipt)).toContain('李雷 已撤销');
    for (const words of ['已记', '云杉科技', '报价了']) expect(text(receipt)).not.toContain(words);
    expect(() => callOf(receipt.card, '撤')).toThrow();
  });
});

describe('what would look the same', () => {
  test('is not sent', async () => {
    await deals('云杉科技');
    const card = first(await wall.says(lei, group, 'D-1'));
    await wall.says(lei, 'private', '推 D-1');
    const { redrawn } = card;
    w.clock.advance(60_000 * 90);
    wall.redraw.changed({ acts: ['sandbox:w4'] });
    wall.redraw.poll();
    await wall.settled();
    expect(card.redrawn).toBe(redrawn);
  });
});

function moveOf(list: WallMessage, number: string) {
  return callOf(
    {
      ...list.card,
      nodes: list.card.nodes.map((node) =>
        node.kind === 'actions'
          ? {
              ...node,
              items: node.items.filter((item) => JSON.stringify(item).includes(`"record":"${number}"`)),
            }
          : node,
      ),
    },
    '推进',
  );
}

describe('a question', () => {
  test('becomes its answer, as it was given', async () => {
    await deals('云杉科技');
    const asked = first(await wall.says(lei, 'private', '输 云杉科技'));
    expect(text(asked)).toContain('原因');
    expect(await wall.taps(lei, asked, '价格')).toEqual([]);
    expect(text(asked)).toContain('已记为输单，原因：价格');
  });
});
