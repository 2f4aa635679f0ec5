import { expect, test } from 'vitest';
import { prepareSentence } from '../../../language/sentence/prepare.js';

test.each([
  ['麻烦记一下：上午拜访了银狐科技', '上午拜访了银狐科技'],
  ['帮我记一下今天给初雪服饰打了电话', '今天给初雪服饰打了电话'],
  ['记一笔，银狐的张总说预算批了', '银狐的张总说预算批了'],
  ['麻烦登记一下 刚才和初雪店长通了电话', '刚才和初雪店长通了电话'],
  ['你好，请记录：上午拜访初雪服饰', '上午拜访初雪服饰'],
  ['帮忙记个跟进：银狐科技电话聊了20分钟', '银狐科技电话聊了20分钟'],
  ['刚从银狐出来，见了信息部的人，麻烦帮我记一下，谢谢！', '刚从银狐出来,见了信息部的人'],
  ['please note: visited Ironwood this morning', 'visited Ironwood this morning'],
  ['can you note that i called Larkspur today', 'i called Larkspur today'],
  ['met Jane at Larkspur, please log that', 'met Jane at Larkspur'],
])('the report in %s is %s', (line, report) => {
  expect(prepareSentence(line)).toBe(report);
});

test.each([
  '记一下',
  '麻烦帮我记一下',
  '帮我查一下银狐科技',
  '帮我记得提醒下周一给银狐发合同',
  '王总让我记一下他的新号码',
  '登记表已经发给银狐了',
  'note to self: call Jane',
  'logged in to their portal',
])('%s asks for nothing to be written down beside a report', (line) => {
  expect(prepareSentence(line)).toBe(line.replaceAll('，', ','));
});
