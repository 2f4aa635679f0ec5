import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('undo behind a question drops the question, and names the record it takes back', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Ironwood Cycles, Webshop, 80k, Bill Okafor');
  await amy.says('visited Ironwood Cycles, Bill is happy').sees('Logged');
  await amy.says('delete ironwood cycles').sees('Delete "C-1 Ironwood Cycles"?');
  await amy.says('undo').sees('Canceled').misses('Undone');
  await amy.says('lead Larkspur Hotels Sue Park 415-555-0101').sees('L-1');
  await amy.says('plan Ironwood Cycles demo 12/3').sees('T-1');
  await amy.says('Ironwood Cycles stage amount 90k');
  await amy.says('undo T-1').sees('Undone', 'T-1').misses('visited Ironwood');
  await amy.says('undo D-1').sees('Undone', 'Ironwood Cycles');
  await amy.says('rename it to Granite Peak Health').misses('it to');
});

it('a name that only stands for the record is nobody’s', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Ironwood Cycles, Webshop, 80k');
  await amy.says('ironwood cycles');
  await amy
    .says('rename it North Shore Boatworks Inc')
    .sees('Renamed: Ironwood Cycles → North Shore Boatworks Inc');
  await amy
    .says('tag North Shore Boatworks Inc vip and referral')
    .sees('#vip', '#referral')
    .misses('#vip-and');
});

it('a weekday to which a task is moved is one of its own week', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 远山教育 校园系统 40万 覃总');
  await li.says('约 远山教育 12月10日 发方案').sees('12月10日');
  await li.says('发方案改成周五').sees('12月11日');
});

it('news told while it is asked which task is meant picks none', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 远山教育 校园系统 40万 覃总');
  await li.says('约 远山教育 12月10日 去一趟');
  await li.says('约 远山教育 12月14日 给他们发方案');
  await li.says('取消远山教育的待办').sees('哪');
  await li.says('方案发了').misses('已取消');
});

it('a number that was wrong is no call, and a period is no customer', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 海棠地产 智慧社区 80万 李总');
  await li.says('海棠地产的李总电话记错了 是13712345687').sees('13712345687').misses('方式: 电话');
  await li.says('新商机 上半年 每个月').misses('商机已创建');
  await li.says('海棠地产改到2月底签').sees('预计成交', '2027年2月28日').misses('已约');
});

it('a whole book is handed over after a question, however it is said', async () => {
  w = await world();
  const zhou = await w.manager('周敏');
  const li = await w.rep('李雷');
  await w.rep('韩梅');
  await li.says('商机 海棠地产 智慧社区 80万 李总');
  await zhou.says('李雷手上的都先给韩梅').sees('要交接李雷名下的全部记录吗', '韩梅: 客户 1');
});

it('a lead keeps the source that its words tell of', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('新线索 恒达机械 王总 13911112222 要二十套 展会来的').sees('来源: 展会');
  await li.says('线索 明远五金 张总 电话 13911112224 转介绍').sees('来源: 转介绍');
  await li.says('线索 光明精密 李工 13911112225 想做官网').misses('来源:');
  const amy = await w.rep('Amy Chen');
  await amy.says('language English');
  await amy.says('lead Pinecrest Vet Joel Reed 415-555-0144 from a referral').sees('Source: Referral');
  await amy.says('lead Old Mill Ann Poe 415-555-0148 is moving away from their website').misses('Source:');
  await amy.says('lead Red Barn Dairy Sue Lane 415-555-0145 wants a new website').misses('Source:');
});

it('what was signed is no list of what is still to be signed', async () => {
  w = await world();
  const li = await w.rep('李雷');
  await li.says('商机 海棠地产 智慧社区 80万 11月底');
  await li.says('这个月签的单子都有哪些呀').sees('0 个').misses('智慧社区');
  await li.says('这个月要签的单子有哪些').sees('智慧社区');
});
