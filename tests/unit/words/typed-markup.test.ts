import { expect, it, test } from 'vitest';
import { holdsMarkup, readTypedMarkup } from '../../../kernel/words/typed-markup.js';

test.each([
  ['线索 <at id=all> 139', '线索 @all 139'],
  ['线索 <at id="all"></at> 139', '线索 @all 139'],
  ['<at user_id="ou_1">李雷</at> 跟进', '@李雷 跟进'],
  ['<at id=all>所有人</at>开会', '@所有人 开会'],
  ['lead <!channel> 139', 'lead @channel 139'],
  ['<!subteam^S12|@sales> met Acme', '@sales met Acme'],
  ['<!here|here> hi', '@here hi'],
  ['<@all> 开会', '@all 开会'],
  ['<#C123|east> ok', '#east ok'],
  ['线索 <https://evil.example|中国银行>', '线索 中国银行 https://evil.example'],
  ['线索 [点我](https://evil.example)', '线索 点我 https://evil.example'],
  ['<http://acme.com|acme.com>', 'http://acme.com'],
  ['<mailto:a@b.com|a@b.com>', 'a@b.com'],
  ['线索 **华为** 139', '线索 华为 139'],
  ['**重点**电力', '重点电力'],
  ['<font color=red>华为</font>', '华为'],
])('%s stands for %s', (typed, words) => {
  expect(readTypedMarkup(typed)).toBe(words);
});

test.each([
  '跟 <@U12345> 电话',
  '3*4*5米',
  '价格*数量*折扣',
  '利润<30万',
  'a<b科技',
  '预算 >20万 <50万',
  'snake_case_name',
  '好的~谢谢~',
  '[重要] 明天去华信',
  '报价(含税)',
  '- *',
  '****',
  'lead *Acme* _urgent_',
  '<b>粗</b> & _斜_ 公司',
])('%s stays as typed', (typed) => {
  expect(readTypedMarkup(typed)).toBe(typed);
});

it('markup is nobody’s name', () => {
  for (const name of ['<@U1>', '<!x>', '@所有人', '<at id=1>', '</at>科技'])
    expect(holdsMarkup(name)).toBe(true);
  for (const name of ['a<b科技', '华为', 'A@B Labs', '<30万']) expect(holdsMarkup(name)).toBe(false);
});
