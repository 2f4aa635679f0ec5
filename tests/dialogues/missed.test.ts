import { afterEach, beforeEach, expect, test } from 'vitest';
import { actionsOf } from '../../kernel/card/card.js';
import { type Actor, printed, type World, world } from '../support/world.js';

let w: World;
let lei: Actor;
const taught = '可以这样说';

beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
  await lei.says('商机 星河科技 ERP 30万').sees('D-1');
});

afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test('an unknown line gets help, and no offer of what it does not name', async () => {
  await lei
    .says('今天天气不错')
    .sees('没理解您的意思', '没有保存任何内容', '已保留您的消息：今天天气不错')
    .misses('星河科技');
  expect(lei.last.cards.flatMap((card) => actionsOf(card)).length).toBe(1);
});

test('a mistyped verb is offered if the line then works, and never one that closes', async () => {
  await lei.says('leda 松石软件 13800000002').sees('线索 松石软件 13800000002');
  await lei.taps('线索 松石软件').sees('L-1');
  await lei.says('mvoe D-99').misses('[推 D-99]');
  await lei.says('wonn D-1').misses('[赢', '[won');
});

test('a name that is nearly a customer’s offers that customer', async () => {
  await lei.says('星河料技').sees('星河科技');
});

test('the third failure in a row explains once how to say it', async () => {
  await lei.says('天气不错').misses(taught);
  await lei.says('心情很好').misses(taught);
  await lei.says('都挺好的样子').sees(taught).misses('跟 星河科技');
  await lei.says('今天').sees('今天 ·');
  for (const line of ['天气不错', '心情很好']) await lei.says(line).misses(taught);
  await lei.says('风和日丽').sees(taught);
  for (const line of ['天气不错', '心情很好', '阳光明媚']) await lei.says(line).misses(taught);
});

test('a whole sentence is not offered as the name of a new customer', async () => {
  await lei.says('查 火星公司').sees('没有找到客户「火星公司」', '线索 火星公司');
  await lei.says('查 明天下午再催她一下').sees('没有找到这个客户').misses('线索 明天');
});

test('a success or a pause of ten minutes resets the count of failures', async () => {
  await lei.says('天气不错');
  await lei.says('心情很好');
  await lei.says('今天').sees('今天 ·');
  await lei.says('天气还行').misses(taught);
  await lei.says('心情还好').misses(taught);
  w.clock.advance(11 * 60_000);
  await lei.says('风和日丽').misses(taught);
});

test('failures are counted per person and chat, survive a restart, and two at once count as two', async () => {
  const han = await w.rep('韩梅');
  await lei.says('天气不错');
  await han.says('天气不错').misses(taught);
  await lei.in('华东群').says('天气不错').misses(taught);
  const again = w.restarted();
  const back = again.actor('李雷');
  const [one, two] = await Promise.all([back.says('心情很好'), again.actor('李雷').says('风和日丽')]);
  const said = [one, two].map(({ cards }) => cards.map(printed).join('\n'));
  expect(said.filter((words) => words.includes(taught)).length).toBe(1);
});

test('an open question, a choice or a refused permission does not count as a failure', async () => {
  for (let n = 0; n < 3; n++) {
    await lei.says('输 星河科技').misses(taught);
    await lei.says('取消');
    await lei.says('角色 韩梅 经理').misses(taught);
  }
});

test('the hint in a group is seen only by the speaker; a person without customers sees invented ones', async () => {
  const han = await w.rep('韩梅');
  han.in('华东群');
  await han.says('天气不错');
  await han.says('心情很好');
  await han.says('风和日丽').sees(taught);
  expect(han.last.quiet).toBe(true);
  const viewer = await w.viewer('旁观');
  for (const line of ['天气不错', '心情很好']) await viewer.says(line);
  await viewer.says('风和日丽').sees(taught).misses('跟 ');
});
