import { expect, test } from 'vitest';
import { halvesOf } from '../../language/arbiter/half-question.js';

test.each([
  ['met Larkspur today, what did we quote them last time?', 'met Larkspur today'],
  [
    'had a call with Jane at Larkspur, she wants a discount. how much can I give?',
    'had a call with Jane at Larkspur, she wants a discount',
  ],
  ['just met Omar, what is the WMS deal worth again?', 'just met Omar'],
  ['what did we quote Fenwick? I met Sue at Fenwick today', 'what did we quote Fenwick?'],
  ['今天拜访了海棠地产，上次给他们报价多少？', '今天拜访了海棠地产'],
  ['刚跟星河王总通了电话，他们的商机现在什么阶段？', '刚跟星河王总通了电话'],
  ['今天去了云帆，运费那单多少钱来着', '今天去了云帆'],
])('what is told and what is asked are two: %s', (line, first) => {
  const halves = halvesOf(line);
  expect(halves).toHaveLength(2);
  expect(halves[0]).toBe(first);
});

test.each([
  ...['met Bill at Ironwood, right?', 'met Bill at Ironwood, can you log it?', 'met Larkspur today?'],
  ...['Tom met Harbor Dental today, what did they say?', 'last week I met Larkspur, what did we quote them?'],
  ...['if I meet Larkspur tomorrow, what should I say?', 'met Jane today, she asked how much it costs?'],
  ...['Jane at Larkspur asked: what does it cost?', 'met Larkspur today, budget is 1,200,000'],
  // Nothing is written of a pronoun before it is known whom the question is about.
  ...['what did we quote Larkspur? I met them today', '上次给海棠报了多少？今天拜访了他们'],
  ...[
    '今天拜访了海棠，对吧？',
    '今天拜访了海棠，记了吗？',
    '韩梅今天拜访了银狐，结果怎么样？',
    '今天拜访海棠了吗？',
  ],
  ...[
    '上次拜访了海棠，报价多少来着',
    '要是明天见了海棠，报价多少合适？',
    '今天见了海棠李总，他问能不能便宜点？',
  ],
  ...['李雷今天去了海棠，谈了什么？', '跟海棠聊过了，他们问多少钱', '今天拜访了海棠，谈得不错，下周三再约'],
])('one thing is said: %s', (line) => {
  expect(halvesOf(line)).toEqual([line]);
});
