import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type World, world } from '../support/world.js';

/** Letters of names that mean something in a pattern. */
const names = [
  '(丙丁戊己)电力',
  '**重点**电力',
  '[点我](https://e.example)',
  'a+b科技',
  '$信\\d',
  '{华}^信?',
  '|星河|',
];
const lines = [
  '周报 呵呵',
  '今天 @韩梅',
  '跟 不存在公司 电话',
  '嗯嗯那个啥来着',
  '排行 韩梅',
  '今天拜访了丙丁戊，谈了电力',
  '重点电力怎么样了',
  'met a+b today',
  '把华信的金额改成3万',
  '不是星河，是点我',
  '我的客户',
];

let w: World;
let lei: Actor;
beforeAll(async () => {
  w = await world();
  lei = await w.rep('李雷');
  await w.rep('韩梅');
  for (const name of names) {
    await lei.says(`线索 "${name}" 王总`);
    await lei.says('取消');
  }
});
afterAll(async () => await w.close());

test.each(lines)('%s is answered beside customers whose names are patterns', async (line) => {
  await lei.says(line);
  expect(w.incidents).toEqual([]);
});

test('markup and mentions of chats are read as what they mean, and are nobody’s name', async () => {
  const tells = '不能当作名字';
  await lei.says('线索 <at id=all> 13911110001').sees(tells, '@all');
  await lei.says('取消');
  await lei.says('线索 @所有人 13911110002').sees(tells);
  await lei.says('取消');
  await lei.says('商机 <!here> 设备 30万').sees(tells);
  await lei.says('取消');
  await lei.says('线索 <@U0123ABC> 13911110003').sees('没认出您 @ 的是哪位同事').misses('U0123ABC」');
  await lei.says('取消');
  await lei.says('跟 <@U0123ABC> 电话 聊了').sees('没有找到').misses('[新建');
  await lei.says('取消');
  await lei
    .says('线索 <https://evil.example|招行信用> 13911110004')
    .sees('L-', '· 招行信用', 'https://evil.example');
  await lei.says('线索 **红杉** 13911110005').sees('· 红杉').misses('*');
  await lei.says('线索 蓝湖 13911110006').sees('· 蓝湖');
  await lei.says('今天拜访了<font color=red>蓝湖</font>，聊了价格').sees('已记录 · 蓝湖');
});
