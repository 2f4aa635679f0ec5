import { expect, test } from 'vitest';
import { asksWhy } from '../../../language/question/why-asked.js';

test.each([
  ...[
    '为什么',
    '为啥',
    '为什么？',
    '那为什么呢',
    '怎么回事',
    '原因呢',
    '为什么这么低',
    '为啥这么少',
    '怎么算的',
    '为什么停滞',
  ],
  ...[
    'why',
    'why?',
    'how come',
    'how come it is so low?',
    'why so high',
    'why is that',
    "what's the reason",
    'how so',
  ],
  ...['so why?', 'how is that calculated', 'where does that number come from', 'why are they at risk'],
])('asks why: %s', (line) => {
  expect(asksWhy(line)).toBe(true);
});

test.each([
  ...['为什么海棠不买', '李总为什么不签', '不知道为什么没签', '怎么报价', '原因是价格', '客户问为什么涨价'],
  ...[
    'why did we lose Harbor',
    'why not call Jane',
    'the reason is price',
    'how do I log a visit',
    'they asked why',
  ],
])('names what it asks about, or tells: %s', (line) => {
  expect(asksWhy(line)).toBe(false);
});
