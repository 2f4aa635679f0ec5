import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

/** Words that were written onto a customer, a task or a rival that they were not about. */

let w: World;
let lei: Actor;
beforeEach(async () => {
  w = await world();
  lei = await w.rep('李雷');
});
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

test.each([
  ['深圳市汇川电子', '新客户 深圳市大疆创新科技有限公司 何经理 13600009999 想看CRM', 'L-2 · 深圳市大疆创新'],
  ['深圳市汇川电子', '刚去了深圳市优必选科技，赵总说要30台', '没有找到客户「深圳市优必选科技」'],
  ['广东省佛山市宏达铝业', '今天拜访了广东省佛山市远大陶瓷，下周再去', '「广东省佛山市远大陶瓷」'],
])('a place that two companies share names neither: %s and %s', async (known, line, answer) => {
  await lei.says(`线索 ${known} 王总`);
  await lei.says(line).sees(answer).misses(`已记录 · ${known}`);
});

test('a place with more of the name still means the customer', async () => {
  await lei.says('线索 深圳市汇川电子 王总');
  await lei.says('今天拜访了深圳汇川，报价30万').sees('已记录 · 深圳市汇川电子');
});

test('a correction of the channel closes no later task', async () => {
  await lei.says('商机 星河科技 10万');
  await lei.says('跟 星河科技 电话 价格贵，下周一再谈');
  await lei.says('跟 星河科技 王总说价格贵，下周三再谈').misses('同时完成');
  await lei.says('改成微信').sees('已更正', '方式: 微信').misses('同时完成');
});

test('each of two customers keeps the day that is told of it behind both names', async () => {
  await lei.says('线索 星河科技');
  await lei.says('线索 云帆物流');
  await lei
    .says('上午去了星河科技和云帆物流，星河科技下周二签合同，云帆物流下周四再去')
    .sees(/星河科技 .*12月1日 周二/, /云帆物流 .*12月3日 周四/);
  await lei
    .says('今天拜访了星河科技和云帆物流，下周二都要再去')
    .sees(/星河科技 .*12月1日 周二/, /云帆物流 .*12月1日 周二/);
});

test.each([
  ['让再便宜点', ''],
  ['让张总再考虑考虑', ''],
  ['他们在考虑金蝶', '竞品: 金蝶'],
])('what a customer asks for is no rival: %s', async (words, rival) => {
  await lei.says('线索 星河科技');
  const answer = lei.says(`今天拜访了星河科技，${words}`).sees('已记录');
  await (rival ? answer.sees(rival) : answer.misses('竞品'));
});

test('a correction closes no task that was made after what it corrects', async () => {
  w.clock.advance(0);
  await lei.says('商机 星河科技 10万');
  await lei.says('今天打电话给星河科技，周一再打').sees('已记录');
  w.clock.advance(60_000);
  await lei.says('约 星河科技 今天 14:00 打电话').sees('T-');
  w.clock.advance(60_000);
  await lei.says('不对，是昨天').sees('已更正').misses('同时完成');
  await lei.says('我的待办').sees('14:00');
});
