import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { registry } from '../../bot/product/product.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { Wall, type WallMessage } from '../support/wall.js';
import { type Actor, processOfTests, type World, world } from '../support/world.js';

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

async function open(process = processOfTests): Promise<void> {
  w = await world({ process });
  wall = new Wall(w);
  lei = await w.rep('李雷');
  zhou = await w.manager('周敏');
  await wall.says(zhou, group, '绑群 华东');
}

beforeEach(async () => await open());
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  expect(wall.warnings).toEqual([]);
  await w.close();
});

/** A deal that may go on to the next stage. */
async function deal(name: string, amount = '30万'): Promise<void> {
  await wall.says(lei, 'private', `线索 ${name} 王总`);
  await wall.says(lei, 'private', `跟 ${name} 电话 谈过一次`);
  await wall.says(lei, 'private', `商机 ${name} ${amount} 2027-03-01`);
}

test('a tap that was refused takes nothing off a card that others read', async () => {
  const mei = await w.rep('韩梅');
  const receipt = first(await wall.says(lei, group, '线索 云杉科技 王总 13800000000'));
  expect(text(receipt)).toContain('撤');
  await wall.taps(mei, receipt, '推进');
  expect(text(receipt)).toContain('撤');
  expect(receipt.redrawn).toBe(0);
  await wall.says(zhou, 'private', '派 L-1 @韩梅');
  expect(text(receipt)).toContain('负责人: 韩梅');
});

describe('a card on the wall is drawn for those who read it', () => {
  test('not with the words of whoever acted', async () => {
    await deal('云杉科技');
    const card = first(await wall.shares(lei, group, 'D-1'));
    await wall.says(lei, 'private', '推 云杉科技');
    await wall.says(lei, 'private', '跟 云杉科技 微信 私聊：对方采购要回扣');
    expect(text(card)).toContain('✓ 推进到');
    expect(text(card)).toContain('有新跟进 · 李雷');
    expect(text(card)).not.toContain('回扣');
    expect(card.redrawn).toBeGreaterThan(0);
  });

  test.each([
    ['denied', new DeniedError('只有负责人可以看')],
    ['said to be absent', new InputError(null, '没有编号为 D-1 的记录。')],
  ])('a neutral line takes its place where its readers are %s the record', async (_, refusal) => {
    await deal('云杉科技');
    const card = first(await wall.shares(lei, group, 'D-1'));
    const find = registry.get('find');
    if (!find) throw new Error('no command shows a record');
    const run = vi.spyOn(find, 'run').mockRejectedValueOnce(refusal);
    await wall.says(lei, 'private', '改 D-1 40万');
    run.mockRestore();
    expect(card.card).toMatchObject({ key: 'view:gone', nodes: [] });
    expect(text(card)).not.toMatch(/云杉|40万|D-1/);
    // It is forgotten: later acts draw nothing of it again.
    await wall.says(lei, 'private', '改 D-1 41万');
    expect(card.card.key).toBe('view:gone');
  });

  test('not with the sight of whoever acted', async () => {
    await w.close();
    const { access } = processOfTests;
    await open({
      ...processOfTests,
      access: { ...access, viewer: { ...access.viewer, amount: 'none', phone: 'none' } },
    });
    const gan = await w.viewer('甘雨');
    await w.rep('韩梅');
    await wall.says(lei, 'private', '线索 白鹭旅游 孙总 13912345678');
    await wall.says(lei, 'private', '商机 白鹭旅游 30万');
    const customer = first(await wall.shares(gan, group, '白鹭旅游'));
    const record = first(await wall.shares(gan, group, 'D-1'));
    expect(text(customer)).not.toContain('13912345678');
    await wall.says(lei, 'private', '协作 白鹭旅游 @韩梅');
    await wall.says(lei, 'private', '改 D-1 29万');
    expect(customer.redrawn).toBeGreaterThan(0);
    expect(record.redrawn).toBeGreaterThan(0);
    expect(text(customer)).toContain('韩梅');
    expect(wall.wordsAt(group)).not.toMatch(/139123|29万|290,000|30万/);
    expect(text(record)).toContain('***');
  });

  test('not with the sight of a stranger to the team, whose own rights count where they asked', async () => {
    await w.close();
    const { access } = processOfTests;
    await open({
      ...processOfTests,
      access: { ...access, viewer: { sees: 'all', amount: 'none', phone: 'none' } },
    });
    const gan = await w.viewer('甘雨', null);
    await wall.says(lei, 'private', '线索 白鹭旅游 孙总 13912345678');
    const card = first(await wall.shares(gan, group, '白鹭旅游'));
    await wall.says(lei, 'private', '商机 白鹭旅游 30万');
    expect(text(card)).toContain('D-1');
    expect(text(card)).not.toMatch(/139123|30万/);
  });

  test('not in the language of whoever acted', async () => {
    await deal('云杉科技');
    const card = first(await wall.shares(lei, group, 'D-1'));
    const amy = await w.manager('Amy');
    await w.store.tx(async (tx) => {
      await tx.q.update(tx.t.people).set({ locale: 'en' });
    });
    await wall.says(amy, 'private', '推 D-1');
    expect(text(card)).toContain('推进到');
    expect(text(card)).not.toMatch(/Stage|Owner/);
  });

  test('is the neutral line once a share is taken back, and is left alone from then on', async () => {
    const west = await w.team('西区');
    const mei = await w.rep('韩梅', west);
    await deal('云杉科技');
    await wall.says(mei, 'private', '帮');
    await wall.says(lei, 'private', '协作 云杉科技 @韩梅');
    const card = first(await wall.says(mei, 'private', 'D-1'));
    expect(text(card)).toContain('云杉科技');
    await wall.says(lei, 'private', '取消协作 云杉科技 @韩梅');
    expect(text(card)).toBe('# 这张卡片已不再显示。');
    const { redrawn } = card;
    await wall.says(lei, 'private', '改 D-1 29万');
    expect(card.redrawn).toBe(redrawn);
  });

  test('where no card can be edited, the next tap shows the neutral line', async () => {
    wall.edits = false;
    const west = await w.team('西区');
    const mei = await w.rep('韩梅', west);
    await deal('云杉科技');
    await wall.says(mei, 'private', '帮');
    await wall.says(lei, 'private', '协作 云杉科技 @韩梅');
    const card = first(await wall.says(mei, 'private', 'D-1'));
    await wall.says(lei, 'private', '取消协作 云杉科技 @韩梅');
    expect(text(card)).toContain('云杉科技');
    const [told] = await wall.taps(mei, card, '推进');
    expect(text(card)).toBe('# 这张卡片已不再显示。');
    expect(told && text(told)).not.toContain('30万');
  });

  test('is the neutral line in private once its reader left the team', async () => {
    await deal('云杉科技');
    const mei = await w.rep('韩梅');
    const card = first(await wall.says(mei, 'private', 'D-1'));
    const list = first(await wall.says(mei, 'private', '漏斗 华东'));
    await w.team('西区');
    const chen = await w.admin('陈晨');
    await wall.says(chen, 'private', '入队 西区 韩梅');
    expect(text(card)).toBe('# 这张卡片已不再显示。');
    expect(text(list)).toBe('# 这张卡片已不再显示。');
  });
});
