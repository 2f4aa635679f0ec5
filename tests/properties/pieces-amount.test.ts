import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currencyOfSum,
  formatAmount,
  formatAmountShort,
  minorOf,
  readAmount,
  readSum,
} from '../../kernel/pieces/amount.js';
import { scan } from '../../kernel/pieces/scan.js';

const at = { today: '2026-06-18', locale: 'zh' } as const;
const amounts = (text: string) =>
  scan(text, new Set(['amount']), at).flatMap(({ piece }) =>
    piece.kind === 'amount' ? [`${piece.approximate ? '~' : ''}${piece.value / 100}`] : [],
  );

describe('amounts in a line', () => {
  it.each([
    ['30万', '300000'],
    ['30w', '300000'],
    ['30W', '300000'],
    ['300k', '300000'],
    ['¥300,000', '300000'],
    ['￥300000', '300000'],
    ['三十万', '300000'],
    ['1.5亿', '150000000'],
    ['30.5万', '305000'],
    ['$300,000', '300000'],
    ['$300k', '300000'],
    ['RMB 300000', '300000'],
    ['300000元', '300000'],
    ['30万元', '300000'],
    ['30 万', '300000'],
    ['30万人民币', '300000'],
    ['3千', '3000'],
    ['两百万', '2000000'],
    ['十二万五', '125000'],
    ['两千五', '2500'],
    ['一亿二', '120000000'],
    ['三点五万', '35000'],
    ['3万5', '35000'],
    ['30万5千', '305000'],
    ['1亿2千万', '120000000'],
    ['5M', '5000000'],
    ['1.2m', '1200000'],
    ['1.5 million', '1500000'],
    ['2bn', '2000000000'],
    ['1,234', '1234'],
    ['1,234.56元', '1234.56'],
    ['$5', '5'],
    ['50块钱', '50'],
    ['３０万', '300000'],
    ['30萬', '300000'],
    ['30来万', '~300000'],
    ['三十来万', '~300000'],
    ['30多万', '~300000'],
    ['约30万', '~300000'],
    ['大概30万', '~300000'],
    ['30万左右', '~300000'],
    ['about 300k', '~300000'],
    ['报价30万年底签', '300000'],
    ['报价30万周三再约', '300000'],
    ['报价30万张总同意', '300000'],
    ['ERP二期30万6月底', '300000'],
    ['三十万五月底', '300000'],
    ['三十万二十号', '300000'],
    ['30万5月签', '300000'],
    ['2026年30万', '300000'],
    ['D-12 30万', '300000'],
  ])('%s → %s', (text, expected) => expect(amounts(text)).toEqual([expected]));

  it.each([
    ['从30万降到28万', ['300000', '280000']],
    ['30万、50万', ['300000', '500000']],
    ['首付三十万，尾款¥20,000', ['300000', '20000']],
  ])('are found in %s', (text, expected) => expect(amounts(text)).toEqual(expected));

  it.each([
    '30个账号',
    '30万人',
    '3千台设备',
    '5k users',
    '300,000 rows',
    '4/5G方案',
    '13800000000',
    '138 0000 0000',
    'D-12',
    '2026',
    '2026-07-01',
    '7天',
    '30%',
    '20-30万',
    '20到30万',
    '第三千',
    '5G',
    '4K屏',
    '100M带宽',
    '5km',
    '30kg',
    'v2.0',
    '3元旦',
    '三块内容',
    '千万别忘',
    '万一不行',
    '十万火急',
    '一百个',
    '+2w',
    '9折',
    '三点半',
    '周三',
    '几十万',
  ])('%s is not an amount', (text) => expect(amounts(text)).toEqual([]));
});

describe('readAmount', () => {
  it.each([
    ['300000', 300_000],
    ['300,000', 300_000],
    ['300000.50', 300_000.5],
    ['30', 30],
    ['0', 0],
    ['三百', 300],
    [' 30万 ', 300_000],
    ['30万元整', 300_000],
    ['约30万', 300_000],
    ['0.1', 0.1],
    ['1.005', 1.01],
  ])('reads %s', (text, major) => expect(readAmount(text)).toBe(Math.round(major * 100)));

  it.each(['', '-5', '30万 明天', '30%', '1,23', 'abc', '1e5', '9'.repeat(17), '9999999999999亿', 'D-12'])(
    'refuses %s',
    (text) => expect(readAmount(text)).toBeUndefined(),
  );
});

describe('formatAmount', () => {
  it.each([
    [30_000_000, '30万', '$300,000'],
    [123_400, '1,234元', '$1,234'],
    [12_500_000, '12.5万', '$125,000'],
    [12_000_000_000, '1.2亿', '$120M'],
    [12_345_678, '¥123,456.78', '$123,456.78'],
    [12_345_600, '¥123,456', '$123,456'],
    [12_340_00, '1.234万', '$12,340'],
    [123_000_000, '123万', '$1.23M'],
    [123_456_700, '¥1,234,567', '$1,234,567'],
    [0, '0元', '$0'],
    [5, '¥0.05', '$0.05'],
    [-30_000_000, '-30万', '-$300,000'],
  ])('writes %i', (minor, zh, en) => {
    expect(formatAmount(minor, { locale: 'zh', process: { currency: 'CNY' } })).toBe(zh);
    expect(formatAmount(minor, { locale: 'en', process: { currency: 'USD' } })).toBe(en);
  });

  it.each([
    [30_550_000, '30.6万', '$306K'],
    [12_360_000_000, '1.24亿', '$124M'],
    [1_000_553_400, '1,000万', '$10M'],
    [123_456, '1,235元', '$1.23K'],
    [99_999_900, '100万', '$1M'],
    [50_000, '500元', '$500'],
    [-30_550_000, '-30.6万', '-$306K'],
  ])('writes %i in short form', (minor, zh, en) => {
    expect(formatAmountShort(minor, { locale: 'zh', process: { currency: 'CNY' } })).toBe(zh);
    expect(formatAmountShort(minor, { locale: 'en', process: { currency: 'USD' } })).toBe(en);
  });

  it('writes exactly what readAmount reads back', () => {
    const minor = fc.oneof(
      fc.integer({ min: 0, max: 10_000_000_000_000 }),
      fc
        .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 11 }))
        .map(([n, e]) => n * 10 ** e),
      fc.maxSafeNat(),
    );
    fc.assert(
      fc.property(minor, fc.constantFrom('zh' as const, 'en' as const), (value, locale) => {
        expect(readAmount(formatAmount(value, { locale, process: { currency: 'CNY' } }))).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });

  it('writes in every currency what readSum reads back, the currency as well', () => {
    const codes = 'USD EUR GBP CNY JPY HKD TWD SGD AUD CAD NZD CHF SEK INR KRW THB MXN PLN BRL'.split(' ');
    const minor = fc.oneof(
      fc.integer({ min: 100, max: 10_000_000_000_000 }),
      fc
        .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 2, max: 11 }))
        .map(([n, e]) => n * 10 ** e),
    );
    const code = fc.constantFrom(...codes);
    fc.assert(
      fc.property(
        minor,
        fc.constantFrom('zh' as const, 'en' as const),
        code,
        code,
        (value, locale, home, told) => {
          const read = readSum(formatAmount(value, { locale, process: { currency: home } }, told));
          expect(read === undefined ? undefined : minorOf(read)).toBe(value);
          // Chinese writes the home currency bare where it is the yuan.
          if (typeof read === 'object') expect(currencyOfSum(read, home)).toBe(told);
          else expect([locale, told]).toEqual(['zh', 'CNY']);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('readAmount reads Chinese numerals', () => {
    const words = (n: number): string => {
      const small = '零一二三四五六七八九';
      const units = ['', '十', '百', '千'];
      const group = (m: number) =>
        [...String(m)]
          .map((d, i, all) => (d === '0' ? '零' : (small[Number(d)] ?? '') + units[all.length - 1 - i]))
          .join('')
          .replace(/零+/g, '零')
          .replace(/零$/, '');
      const [high, low] = [Math.floor(n / 10_000), n % 10_000];
      return `${group(high)}万${low === 0 ? '' : (low < 1000 ? '零' : '') + group(low)}`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 99_999_999 }), (n) => {
        expect(readAmount(words(n))).toBe(n * 100);
      }),
    );
  });
});
