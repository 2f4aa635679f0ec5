import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '../../kernel/pieces/amount.js';
import { readDate } from '../../kernel/pieces/date.js';
import { type Kind, type ReadAt, scan } from '../../kernel/pieces/scan.js';
import { isDate } from '../../kernel/time/dates.js';
import { foldInPlace, normalise } from '../../kernel/words/folding.js';
import { runs } from '../support/runs.js';

const all = new Set<Kind>([
  'amount',
  'date',
  'phone',
  'tag',
  'stage',
  'channel',
  'discount',
  'probability',
  'record',
  'mention',
  'contact',
  'asof',
]);

const scraps = [
  ...'今明后天周一三五日月号年底末初上下个半点万亿千百十两元折成%#@><》《+-–/.,:：，。 \n¥$＋０９Ａ王李总工小老電話萬😀'.split(
    '',
  ),
  ...[
    '30',
    '6',
    '2026',
    '13800000000',
    '99999999999999999999',
    'D-12',
    'next',
    'Wed',
    'June',
    'in',
    'days',
    'end of',
  ],
  ...[
    'Mr',
    'Wang',
    'k',
    'w',
    'm',
    '国庆后',
    '工作日后',
    '左右',
    'EOM',
    '<@U1|',
    '100% off',
    '截至',
    'as of ',
    '点半',
    '每',
  ],
];
const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.constantFrom(...scraps), { maxLength: 25 }).map((parts) => parts.join('')),
);
const moment: fc.Arbitrary<ReadAt> = fc.record({
  today: fc.constantFrom(
    '2026-06-18',
    '2024-02-29',
    '2026-12-31',
    '2027-01-01',
    '2099-10-05',
    '9999-12-31',
    '0001-01-01',
  ),
  locale: fc.constantFrom('zh' as const, 'en' as const),
  prefer: fc.constantFrom('future' as const, 'past' as const),
});

describe('reading any line', () => {
  it('scan never throws or overlaps, and returns words cut from the text', () => {
    fc.assert(
      fc.property(line, moment, (text, at) => {
        let end = 0;
        for (const found of scan(text, all, at)) {
          expect(found.from).toBeGreaterThanOrEqual(end);
          expect(found.to).toBeGreaterThan(found.from);
          expect(found.words).toBe(text.slice(found.from, found.to));
          end = found.to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs(400, 5000) },
    );
  });

  it('scan returns only values that can be stored', () => {
    fc.assert(
      fc.property(line, moment, (text, at) => {
        for (const { piece } of scan(text, all, at)) {
          if (piece.kind === 'amount')
            expect(Number.isSafeInteger(piece.value) && piece.value >= 0).toBe(true);
          else if (piece.kind === 'date' || piece.kind === 'asof') {
            expect(isDate(piece.value)).toBe(true);
            expect(piece.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
          } else if (piece.kind === 'probability' || piece.kind === 'discount') {
            expect(piece.value >= 0 && piece.value <= 1).toBe(true);
          } else if (piece.kind === 'phone') expect(piece.value).toMatch(/^\+?\d{8,15}(-\d{1,6})?$/);
          else if (piece.kind === 'record') expect(piece.value).toMatch(/^[LDCT]-[1-9]\d*$/);
          else expect(piece.value).not.toBe('');
        }
      }),
      { numRuns: runs(400, 5000) },
    );
  });

  it('scan returns no date before the first year', () => {
    expect(scan('截至上月', all, { today: '0001-01-01', locale: 'zh', prefer: 'past' })).toEqual([]);
  });

  it('readAmount and readDate never throw', () => {
    fc.assert(
      fc.property(line, moment, (text, at) => {
        const amount = readAmount(text);
        expect(amount === undefined || Number.isSafeInteger(amount)).toBe(true);
        const date = readDate(text, at);
        expect(date === undefined || isDate(date.value)).toBe(true);
      }),
      { numRuns: runs(150, 2000) },
    );
  });

  it('scan reads a piece the same regardless of the text around it', () => {
    const pieces = ['30万', '下周三', '13800000000', '#KA', 'D-12', '70%', '9折', '王总', '6/30', '+3d'];
    fc.assert(
      fc.property(fc.shuffledSubarray(pieces, { minLength: 1 }), (chosen) => {
        const found = scan(chosen.join(' 备注 '), all, { today: '2026-06-18', locale: 'zh' });
        expect(found.map(({ words }) => words)).toEqual(chosen);
      }),
    );
  });

  it('normalise is idempotent, and foldInPlace keeps every position', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
        expect(foldInPlace(text)).toHaveLength(text.length);
      }),
      { numRuns: runs(150, 2000) },
    );
  });

  it('scan handles long repetitions', () => {
    for (const scrap of [
      '1',
      '1,',
      '十',
      '30万 ',
      '1-',
      '+1 ',
      '@',
      '>',
      '王',
      'June ',
      '(',
      '周',
      '6/',
      ' ',
    ]) {
      const text = scrap.repeat(Math.floor(4000 / scrap.length));
      for (const { from, to, words } of scan(text, all, { today: '2026-06-18', locale: 'zh' })) {
        expect(words).toBe(text.slice(from, to));
      }
    }
  });
});
