import { expect, test } from 'vitest';
import { praisesColleagues } from '../../../language/sentence/praise.js';

const colleagues = ['李雷', '韩梅', 'Amy'];

test.each([
  '星河预算批了是好事，大家学学李雷，有动静当天就记',
  '银狐那边见到老总了很好，大家都像韩梅这样跑勤一点',
  '海棠谈到这个价不容易，李雷辛苦了',
  '李雷星河推进得不错，继续保持',
  '星河这单批了，大家鼓鼓掌',
  '海棠签了大家就有奶茶喝',
  '表扬一下李雷，远山聊得很细',
  '向李雷学习，海棠都谈下来了',
  '韩梅牛啊，银狐预算批了',
  "well done Amy on Ironwood, that's how it's done",
])('%s praises colleagues', (line) => {
  expect(praisesColleagues(line, colleagues)).toBe(true);
});

test.each([
  '星河王总说预算批了，好事',
  '上午跟覃总聊得不错，她说大家都觉得方案挺好',
  '今天跟李雷一起拜访了星河，报价30万',
  '王总让大家下周去学习一下新系统',
  '银狐的张总表扬了我们的方案',
  'Ironwood said the demo was great',
])('%s does not', (line) => {
  expect(praisesColleagues(line, colleagues)).toBe(false);
});
