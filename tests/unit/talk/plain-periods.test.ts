import { expect, test } from 'vitest';
import { plainPeriods } from '../../../language/question/plain-periods.js';

test.each([
  ['won this qtr', 'won this quarter'],
  ['won last quater', 'won last quarter'],
  ['won last q', 'won last quarter'],
  ['visits last wk', 'visits last week'],
  ['new leads last wek', 'new leads last week'],
  ['won last moth', 'won last month'],
  ['report this mth', 'report this month'],
  ['how many calls yday', 'how many calls yesterday'],
  ['won last yr', 'won last year'],
  ['visits past 7d', 'visits past 7 days'],
  ['won in jan', 'won in Jan'],
  ['deals closing in december', 'deals closing in December'],
  ['visits oct', 'visits Oct'],
  ['sept', 'Sept'],
  ['上週拜访了几次', '上周拜访了几次'],
  ['上周儿拜访几次', '上周拜访几次'],
])('writes out the span: %s', (line, plain) => {
  expect(plainPeriods(line)).toBe(plain);
});

test.each([
  ...[
    'call jan tomorrow',
    'met with jan',
    'may we call them',
    'they may sign',
    'the moth project',
    'a weak quarter of it',
  ],
  ...['Jan Novak said yes', 'march with us', 'they decided', '周儿说下周签', '星期三去'],
])('leaves other words: %s', (line) => {
  expect(plainPeriods(line)).toBe(line);
});
