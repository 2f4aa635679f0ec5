import { describe, expect, test } from 'vitest';
import { editDistance, isOneApart, lettersLeftOut, nearest } from '../../../kernel/words/edit-distance.js';

describe('edit distance', () => {
  test.each([
    ['', '', 0],
    ['', 'deal', 4],
    ['deal', '', 4],
    ['deal', 'deal', 0],
    ['dael', 'deal', 1],
    ['del', 'deal', 1],
    ['deall', 'deal', 1],
    ['dead', 'deal', 1],
    ['technolgy', 'technology', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['伟张', '张伟', 1],
    // One letter each, though JavaScript counts two units for them.
    ['𠮷野', '吉野', 1],
  ])('counts from %j to %j %i letters, in both directions', (from, to, letters) => {
    expect(editDistance(from, to)).toBe(letters);
    expect(editDistance(to, from)).toBe(letters);
  });
});

describe('the nearest known word', () => {
  test.each([
    ['ammount', 'amount'],
    ['closedate', 'closeDate'],
    ['closDat', 'closeDate'],
    ['ａｍｏｕｎｔ', 'amount'],
    ['shoeSize', undefined],
    ['', undefined],
  ])('is found for %s', (word, expected) => {
    expect(nearest(word, ['amount', 'closeDate', 'product'])).toBe(expected);
  });

  test('is undefined for an empty list', () => {
    expect(nearest('a', [])).toBeUndefined();
  });

  test('is the first of two equally near words', () => {
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });
});

describe('names one letter apart', () => {
  test.each([
    ['星河科技', '星河科计', true],
    ['星河科技', '星河科', true],
    ['星河', '星辰河', true],
    ['张伟', '伟张', false],
    ['星河科技', '星云科计', false],
    ['acme', 'acme', true],
  ])('%s and %s', (a, b, expected) => {
    expect(isOneApart(a, b)).toBe(expected);
    expect(isOneApart(b, a)).toBe(expected);
  });

  test('share a form with one letter left out', () => {
    expect(lettersLeftOut('abb')).toEqual(['bb', 'ab']);
    expect(lettersLeftOut('a')).toEqual([]);
    expect(lettersLeftOut('x'.repeat(21))).toEqual([]);
  });
});
