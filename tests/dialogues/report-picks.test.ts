import { afterEach, beforeEach, expect, test } from 'vitest';
import { dingtalk } from '../../adapters/dingtalk/dingtalk.js';
import { wecom } from '../../adapters/wecom/wecom.js';
import { actionsOf } from '../../kernel/card/card.js';
import { type Actor, type World, winsAtOnce, world } from '../support/world.js';

/** What is said and tapped after a report. */

let w: World;
let rep: Actor;
let manager: Actor;

beforeEach(async () => {
  w = await world({ process: winsAtOnce });
  [rep, manager] = [await w.rep('李雷'), await w.manager('周敏')];
  for (const line of ['商机 星河科技 ERP 30万 12月底 王总', '商机 长风汽车 40万', '商机 云帆物流 20万'])
    await rep.says(line);
  w.clock.advance(40 * 24 * 3_600_000);
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('how is that worked out, asked after the report, asks which figure', async () => {
  await manager.says('周报');
  const { cards } = await manager.says('怎么算的');
  expect(cards[0]?.title).toBe('「怎么算的」指哪一个？');
  expect(cards.flatMap(actionsOf).map(({ label }) => label)).toContain('赢单金额');
});

test('a figure of the report does not take the name of another report', async () => {
  await manager.says('周报');
  expect((await manager.means('停滞'))?.call?.command).toBe('stalled');
});

test('the weekly report has no table of stages and no verb of a row on WeCom and DingTalk', async () => {
  const { cards } = await manager.says('周报');
  const [report] = cards;
  if (!report) throw new Error('no report');
  for (const { render } of [wecom, dingtalk]) {
    const { messages } = render(report, { say: (call) => call.command, locale: 'zh' });
    const drawn = JSON.stringify(messages);
    expect(drawn).not.toMatch(/回复「|阶段 \||"(?:text|title)":"(?:跟进|输单)/u);
    expect(drawn).toContain('D-2 长风汽车');
    for (const label of ['漏斗', '排行']) expect(drawn).toContain(label);
  }
});

test('a tap that wins a deal is asked about where the platform asks nothing itself', async () => {
  await rep.calls({ command: 'won', input: { deal: 'D-2', v: 1 } }).sees('记为赢单吗');
  await rep.says('D-2').misses('恭喜');
  await rep.calls({ command: 'won', input: { deal: 'D-2', v: 1 } });
  await rep.taps('赢单').sees('恭喜，赢单');
});

test('what a report of the clock offers to look at can be typed later', async () => {
  const { cards } = await manager.says('周报');
  const [report] = cards;
  if (!report?.drawing) throw new Error('no report');
  const { act: _, by: __, ...drawing } = report.drawing;
  w.clock.advance(5 * 3_600_000);
  await w.posted(manager.place, { ...report, drawing });
  w.clock.advance(3 * 3_600_000);
  expect((await manager.says('怎么算的')).cards[0]?.title).toBe('「怎么算的」指哪一个？');
  w.clock.advance(3 * 3_600_000);
  await w.posted(manager.place, { ...report, drawing });
  expect((await manager.means('明细'))?.call?.command).toBe('stalled');
});

test('a report stays when another one is asked for by its button', async () => {
  const { cards } = await manager.says('漏斗');
  const [report] = cards;
  if (!report) throw new Error('no report');
  const messageId = await w.posted(manager.place, report);
  const call = manager.callOf('续约');
  const act = { kind: 'tap' as const, call, messageId };
  const answer = await w.receive(manager.id, manager.place, act);
  expect(answer.replaces).not.toBe(true);
  expect(answer.cards[0]?.key).not.toBe(report.key);
});
