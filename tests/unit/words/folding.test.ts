import { expect, test } from 'vitest';
import { foldInPlace, foldName, foldSpelling, foldWords } from '../../../kernel/words/folding.js';

test('foldWords ignores width, case and spaces', () => {
  expect(foldWords(' Ｅ R p　二期 ')).toBe('erp二期');
  expect(foldWords('close_date')).toBe('close_date');
});

test('foldSpelling also ignores joining signs', () => {
  expect(foldSpelling(' Close_Date*：')).toBe('closedate');
  expect(foldSpelling('GTX-Pro (2.0)')).toBe('gtxpro20');
});

test.each([
  ['星河科技有限公司', '星河科技'],
  ['Acme Inc.', 'acme'],
  ['Acme Holdings, Ltd.', 'acmeholdings'],
  ['星河科技有限公司（上海）', '星河科技'],
  ["O'Neil & Sons", 'oneilsons'],
  ['集团公司', '集团公司'],
])('foldName compares %s as %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

test('foldInPlace keeps every position', () => {
  expect(foldInPlace('５０万，預計　週三')).toBe('50万,预计 周三');
  expect(foldInPlace('Ｄ－１２')).toHaveLength('Ｄ－１２'.length);
});
