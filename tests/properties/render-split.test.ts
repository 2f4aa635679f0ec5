import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from '../../kernel/render/split-text.js';
import { charWidth, utf8Bytes } from '../../kernel/render/text-width.js';
import { word } from '../support/random-card.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

test.each([
  ['bytes', utf8Bytes, 24],
  ['characters', (text: string) => text.length, 7],
  ['width', charWidth, 5],
] as const)('splitText returns pieces within a limit in %s that join to the text', (_, size, max) => {
  fc.assert(
    fc.property(word, (text) => {
      const pieces = splitText(text, (piece) => size(piece) <= max);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) expect(size(piece)).toBeLessThanOrEqual(max);
    }),
    { numRuns: 200 },
  );
});

test('splitText cuts between graphemes if one fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const borders = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
      let at = 0;
      for (const piece of splitText(text, (part) => part.length <= 40)) {
        at += piece.length;
        expect(borders).toContain(at);
      }
    }),
    { numRuns: 300 },
  );
});

test('splitText keeps an emoji sequence whole, and cuts at the end of a line or word', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(splitText(family.repeat(3), (piece) => piece.length <= 25)).toEqual([family + family, family]);
  expect(splitText('价格偏高，客户要再想想\n下周三再约', (piece) => piece.length <= 13)).toEqual([
    '价格偏高，客户要再想想\n',
    '下周三再约',
  ]);
  expect(splitText('call again next week', (piece) => piece.length <= 12)).toEqual([
    'call again ',
    'next week',
  ]);
});

test('splitText returns a grapheme whole even if it exceeds the limit', () => {
  expect(splitText('😀😀', () => false)).toEqual(['😀', '😀']);
});
