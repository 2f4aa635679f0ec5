import { expect, test } from 'vitest';
import { fold, nearest } from '../../../sales/words/nearest-words.js';

test('fold makes width, case and spaces the same', () => {
  expect(fold(' Ｅ R p　二期 ')).toBe('erp二期');
});

test.each([
  ['ammount', 'amount'],
  ['closedate', 'closeDate'],
  ['closDat', 'closeDate'],
  ['shoeSize', undefined],
  ['', undefined],
])('nearest to %s', (word, expected) => {
  expect(nearest(word, ['amount', 'closeDate', 'product'])).toBe(expected);
});

test('nearest of nothing is nothing', () => {
  expect(nearest('a', [])).toBeUndefined();
});
