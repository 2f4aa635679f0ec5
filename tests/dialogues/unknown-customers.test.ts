import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('a customer whom nobody knows is asked about, whoever of another is called alike', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 星河科技 CRM 30万 王总');
  await li.says('星河科技 拜访 王总 聊了报价').sees('已记录 · 星河科技');
  for (const line of [
    '归雁民宿 电话 王总 聊了报价',
    '拾光书店 拜访 看了场地',
    '长安精密模具的王总打电话来问价格',
  ]) {
    await li.says(line).sees('没有找到客户', '新建').misses('已记录');
  }
  await li.says('归雁民宿 电话 王总 聊了报价');
  await li.says('新建').sees('已记录 · 归雁民宿', '王总');
  await li.says('长安精密模具的王总打电话来问价格').sees('新建「长安精密模具」');
});

it('another company that begins alike is another customer', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('lead Northgate Builders Sam Cole 415-555-0101 wants quotes');
  await amy.says('called Northgate, Sam wants a demo').sees('Logged · Northgate Builders');
  await amy.says('met Northgate Legal about the contract').sees('Logged · Northgate Builders');
  await amy
    .says('called Northgate Auto Parts, they want pricing')
    .sees('Create "Northgate Auto Parts"')
    .misses('Logged');
  await amy.says('create').sees('Logged · Northgate Auto Parts');
  await amy
    .says('lead Ridgeline Auto Parts Lou Ferrante 312-555-0144')
    .sees('· Ridgeline Auto Parts', 'Lou Ferrante');
});

it('an order that nothing carries out is no follow-up', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Larkspur Hotels, Booking engine, 30k');
  await amy.says('decide Larkspur Hotels Sam').misses('Logged');
  await amy.says('qualify Larkspur Hotels').misses('Logged');
});

it('what a line takes back is of the customer whom it names', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 星河科技 CRM 30万 王总');
  await li.says('商机 海棠地产 智慧社区 80万 李总');
  await li.says('海棠地产 电话 李总 说下周再谈').sees('已记录 · 海棠地产');
  await li.says('星河科技 拜访 王总 聊了报价').sees('已记录 · 星河科技');
  await li.says('海棠 写错了 撤').sees('海棠地产', '说下周再谈').misses('聊了报价');
  await li.says('刚才那条是海棠的不是星河的').sees('已更正 · 海棠地产', '聊了报价');
});

it('a correction of how it was done is no question for the address', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('lead Northgate Builders Sam Cole 415-555-0101 wants quotes');
  await amy.says('called Northgate, Sam wants a demo').sees('Channel: call');
  await amy.says('no it was an email').sees('Corrected · Northgate Builders', 'Channel: email');
});

it('a sentence with a new deal offers it with its name, its sum and the day of its close, which is no appointment', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 海棠地产 智慧社区 80万 李总');
  await li
    .says('海棠地产又有个新商机，二期改造，大概30万，预计年底签')
    .sees('给海棠地产新建商机')
    .misses('下一步: 12月31日');
  await li.taps('给海棠地产新建商机').sees('· 海棠地产 · 30万', '二期改造', '预计成交: 12月31日');
});
