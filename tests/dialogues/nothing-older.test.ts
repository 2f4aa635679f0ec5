import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

/** Words about what was just said change nothing that was written before it. */
let w: World;
let lei: Actor;

beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
  await lei.says('商机 星河科技 ERP 30万 12月底 王总');
  await lei.says('商机 云帆物流 仓储 50万 赵敏');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('a correction while a sentence waits for a tap', async () => {
  await lei.says('今天拜访了星河科技').sees('已记录 · 星河科技');
  await lei.says('跟孙经理通了电话，他说下周三签').misses('已记');
  await lei.says('不对，是周四').sees('上一句还没有保存').misses('已更正');
  await lei.says('不对，是云帆物流').sees('上一句还没有保存').misses('已更正');
});

it('a step of minutes ago is undone only once that is confirmed', async () => {
  await lei.says('今天拜访了星河科技').sees('已记');
  w.clock.advance(3 * 60_000);
  await lei.says('撤').sees('要撤销', '今天拜访了星河科技').misses('已撤销');
  await lei.taps('撤销').sees('已撤销');
});

it('a correction to another customer teaches nothing about a known name', async () => {
  await lei.says('今天拜访了星河科技王总').sees('已记录 · 星河科技');
  await lei.says('不对不对，是云帆物流').sees('云帆物流');
  await lei.says('今天又去了星河科技').sees('已记录 · 星河科技');
  expect(await w.store.db.q.select().from(w.store.db.t.learntNames)).toEqual([]);
});

it('an order that is not understood is written nowhere', async () => {
  for (const line of ['把星河科技转成商机，20万', '王总的电话改成13800001112', 'pls change 星河科技 to 45k'])
    await lei.says(line).misses('已记', 'Logged');
});

it('he who is told of after two customers is of the second', async () => {
  await lei.says('星河科技').sees('星河科技');
  await lei.says('上午拜访了星河科技，下午给云帆物流赵敏打了电话').sees('星河科技', '云帆物流');
  await lei.says('她说下周三给答复').sees('已记录 · 云帆物流');
});

it('a new amount where another customer was shown since is asked about', async () => {
  await lei.says('改 D-1 32万').sees('32万');
  await lei.says('云帆物流').sees('仓储');
  await lei.says('改成26万').sees('[云帆物流]', '[星河科技]').misses('已更正');
  await lei.taps('云帆物流').sees('50万 → 26万');
});

it('a figure without its unit is asked about', async () => {
  await lei.says('改 D-1 35').sees('[35万]', '[35元]').misses('→');
  await lei.taps('35万').sees('30万 → 35万');
  await lei.says('改 D-1 800元').sees('→');
});

it('after a line that was refused, asked about or not understood, a correction asks before it changes something older', async () => {
  const amy = await w.rep('Amy Chen');
  await amy.says('语言 English');
  await amy.says('deal Larkspur Hotels, Booking engine, 30k');
  const mei = await w.rep('韩梅');
  await mei.says('商机 银狐科技 平台 60万');
  await amy.says('met Jane at Larkspur Hotels, call her on Friday').sees('Logged');
  for (const [unwritten, correction] of [
    ['flurb the wug', 'no, Thursday'],
    ['log 银狐科技 they liked it', 'actually it was a call'],
    ['move 银狐科技 to Negotiation', 'push it to Monday'],
    ['log a call with them to', 'sorry, I meant 银狐科技'],
    ['set 银狐科技 to 70k', 'undo'],
    ['set 银狐科技 to 70k', 'delete it'],
    ['set 银狐科技 to 70k', 'take that back please'],
  ] as const) {
    await amy.says(unwritten).misses('Logged', 'Corrected');
    await amy.says(correction).misses('Corrected', 'Undone', 'Due');
  }
  await amy.taps('Undo').sees('Undone');
  await amy.says('met Jane at Larkspur Hotels, call her on Friday').sees('Logged');
  await amy.says('no, Thursday').sees('Corrected');
});
