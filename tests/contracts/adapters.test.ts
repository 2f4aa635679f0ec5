import { describe, expect, test } from 'vitest';
import { sandbox } from '../../adapters/sandbox/sandbox.js';
import { adapters } from '../../bot/platforms/adapters.js';
import { everyOffice, type Office } from '../support/every-office.js';
import { PaperPlatform } from '../support/paper-platform.js';
import { everyNth } from '../support/runs.js';

const platforms = [...adapters, new PaperPlatform().adapter, sandbox];

describe.each(platforms)('on $title.en', ({ id }) => {
  /** In an ordinary run the platforms take turns with what follows the first test. */
  const inTurn = (turn: number) =>
    test.runIf(everyNth(platforms, platforms.length, turn).some((one) => one.id === id));
  const open = everyOffice[id] ?? (() => Promise.reject(new Error(`no office on ${id} to test it in`)));
  let office: Office;

  const rowsOf = async (table: 'leads' | 'outbox') => {
    const { q, t } = office.product.store.db;
    return await q.select({ id: t[table].id }).from(t[table]);
  };

  test('a line becomes a record and a card; a tap on the card updates it in place and names the person', async () => {
    office = await open();
    await office.says('线索 星河科技 王总');
    await office.sees(/L-1 · 星河科技/);
    await office.says('跟 星河科技 电话 谈过');
    await office.sees(/已记/);
    await office.says('商机 星河科技 30万');
    await office.sees(/D-1/);
    await office.saysInGroup('改 D-1 31万');
    const card = await office.seesInGroup(/初步沟通/);
    await card.taps('推进');
    await expect.poll(() => card.readable()).toMatch(/✓ 推进到需求确认 · 李雷/);
    const { q, t } = office.product.store.db;
    expect((await q.select().from(t.deals))[0]).toMatchObject({ stage: 'qualify' });
    // The card tells it, so that no second one does.
    await office.saysInGroup('商机 青禾食品 60万');
    await office.seesInGroup(/D-2/);
    expect(office.publicly().match(/D-1 · 星河科技/g)).toHaveLength(1);
  });

  inTurn(0)('a missing value is asked for, and the answer completes the command', async () => {
    office = await open();
    await office.says('线索 星河科技');
    await office.sees(/L-1/);
    await office.says('跟 星河科技');
    await office.sees(/跟进了什么/);
    await office.says('电话 价格偏高');
    await office.sees(/已记[\s\S]*价格偏高/);
  });

  inTurn(1)('a line that is not understood is answered with its words', async () => {
    office = await open();
    await office.says('胡言乱语 一通');
    await office.sees(/没理解[\s\S]*胡言乱语 一通/);
  });

  inTurn(2)('private answers are not posted to the group', async () => {
    office = await open();
    await office.saysInGroup('我的数据');
    await expect.poll(() => office.privately() + (office.aside?.() ?? '')).toMatch(/李雷的数据/);
    expect(office.publicly()).not.toContain('李雷的数据');
  });

  inTurn(3)('a question stays in the group where its answer is given, and calls whom it asks', async () => {
    office = await open();
    await office.says('线索 星河科技');
    await office.sees(/L-1/);
    await office.saysInGroup('跟 星河科技');
    await expect.poll(() => office.aside?.() ?? office.publicly()).toMatch(/跟进了什么/);
    expect(office.privately()).not.toContain('跟进了什么');
    if (office.aside) expect(office.publicly()).not.toContain('跟进了什么');
    else expect(office.calls?.()).toBe(true);
  });

  inTurn(4)('what is delivered again is carried out and answered once', async () => {
    office = await open();
    await office.says('线索 星河科技 王总');
    await office.redelivers();
    await office.sees(/L-1 · 星河科技/);
    await office.redelivers();
    await office.says('帮');
    await office.sees(/也可以用命令/);
    expect(office.privately().match(/L-1 · 星河科技/g)).toHaveLength(1);
    expect(await rowsOf('leads')).toHaveLength(1);
  });

  inTurn(5)('what one person says while earlier words are being carried out waits for its turn', async () => {
    office = await open();
    const names = ['星河科技', '青禾食品', '远山集团', '白鹭旅游', '云帆物流', '昆山新材'];
    await office.says(names.map((name) => `线索 ${name} 王总`).join('\n'));
    await office.says('线索 长风电子 王总');
    expect((await office.sees(/L-\d · 长风电子/)).readable()).toContain('L-7');
  });

  inTurn(6)('an answer that the platform does not take for now comes later, once', async ({ skip }) => {
    office = await open();
    if (!office.refuses) return skip('takes every message');
    office.refuses();
    await office.says('线索 星河科技 王总');
    await office.sees(/L-1 · 星河科技/);
    expect(await rowsOf('outbox')).toHaveLength(1);
    expect(office.privately().match(/L-1 · 星河科技/g)).toHaveLength(1);
  });

  inTurn(7)('the weekly report and a stall alert are posted to the group, each once', async () => {
    office = await open();
    await office.says('商机 青禾食品 60万 2027-02-01');
    await office.sees(/D-1/);
    await office.at('2026-11-30', '09:00');
    await office.seesInGroup(/周报 · 华东/);
    await office.at('2026-12-10', '09:30');
    await office.seesInGroup(/停滞 · D-1/);
    expect(office.publicly().match(/停滞 · D-1/g)).toHaveLength(1);
  });
});
