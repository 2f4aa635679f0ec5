import { expect, test } from 'vitest';
import {
  articleNo,
  articleNumber,
  dealNo,
  isRecordNo,
  recordNo,
  recordNumber,
  recordNumbersIn,
} from '../../../kernel/records/record-number.js';

test.each([
  ['deal', 'D-12'],
  ['lead', 'L-12'],
  ['customer', 'C-12'],
  ['task', 'T-12'],
] as const)('a %s is written %s and read back', (type, written) => {
  expect(recordNo(type, 12)).toBe(written);
  expect(recordNumber(written)).toEqual({ type, no: 12 });
});

test.each(['d12', 'D 12', ' D-012 '])('%j is read as deal 12', (typed) => {
  expect(recordNumber(typed)).toEqual({ type: 'deal', no: 12 });
});

test.each(['12', 'A-12', 'X-12', 'D-', 'D-12b', 'D-1234567890', '跟 D-12', ''])(
  '%j is not a record number',
  (typed) => {
    expect(recordNumber(typed)).toBeUndefined();
  },
);

test('record numbers in a text are found in order', () => {
  expect(recordNumbersIn('digest:D-7,L-3 A-9 XD-1 d-2 C-5.')).toEqual(['D-7', 'L-3', 'C-5']);
  expect(recordNumbersIn('')).toEqual([]);
});

test('isRecordNo accepts only the written form alone', () => {
  expect(['D-7', 'D7', 'D-7 ', 'deal:D-7', ''].map(isRecordNo)).toEqual([true, false, false, false, false]);
});

test('articles are numbered with the prefix A', () => {
  expect(articleNo({ no: 3 })).toBe('A-3');
  expect(['A-3', 'a3', ' A-3 ', 'D-3', '3'].map(articleNumber)).toEqual([3, 3, 3, undefined, undefined]);
  expect(dealNo({ no: 3 })).toBe('D-3');
});
