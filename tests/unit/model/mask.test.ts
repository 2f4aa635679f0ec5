import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '../../../bot/model/mask-names.js';

const all = new Set(['names', 'phones', 'amounts'] as const);
const names = {
  customers: ['云杉科技', '云杉', 'Acme Corp', 'Acme'],
  contacts: ['王建国', 'Tom Reed'],
  colleagues: ['林晓', 'Li'],
};
const masked = (text: string, locale: 'zh' | 'en' = 'zh') => mask(text, names, all, locale).masked;

describe('masking a text for the model', () => {
  it.each([
    ['今天拜访了云杉科技王总，报价28万', '今天拜访了[客户1][联系人1]，报价[金额1]'],
    ['云杉科技和云杉', '[客户1]和[客户2]'],
    ['林晓说云杉科技的王建国电话13812345678', '[同事1]说[客户1]的[联系人1]电话[电话1]'],
    ['小李找张经理 wang.li@a-b.cn', '[联系人1]找[联系人2] [邮箱1]'],
    ['报价30，降到28.5', '报价[金额1]，降到[金额2]'],
    ['ERP300000元', 'ERP[号码1]元'],
    ['账号6222 0212 3456 7890', '账号[号码1]'],
    ['28万，还是28万', '[金额1]，还是[金额1]'],
    ['下周三 2026-12-02 12月2日 10:30 D-12 9折', '下周三 2026-12-02 12月2日 10:30 D-12 9折'],
    ['报了3个方案，价格第2次谈', '报了3个方案，价格第2次谈'],
  ])('replaces only secrets in: %s', (text, expected) => expect(masked(text)).toBe(expected));

  it('replaces English names and amounts', () => {
    expect(
      masked('Met Tom Reed of Acme Corp, quoted 300k. Mr Wang and Acme agreed; Like, Liability.', 'en'),
    ).toBe(
      'Met [contact1] of [customer1], quoted [amount1]. [contact2] and [customer2] agreed; Like, Liability.',
    );
  });

  it('leaves the kinds that are not masked', () => {
    const only = mask('云杉科技 28万 13812345678', names, new Set(['phones']), 'zh');
    expect(only.masked).toBe('云杉科技 28万 [电话1]');
    expect(mask('云杉科技 28万', names, new Set(), 'zh').masked).toBe('云杉科技 28万');
  });

  it('is reversed only for tokens that were sent', () => {
    const { masked, plain } = mask('云杉科技报价28万', names, all, 'zh');
    expect(masked).toBe('[客户1]报价[金额1]');
    expect(plain('【客户1】和［金额 1］')).toBe('云杉科技和28万');
    expect(plain('没有代号')).toBe('没有代号');
    expect(plain('[客户2]')).toBeUndefined();
    expect(plain('[电话1]')).toBeUndefined();
    expect(plain('客户1')).toBe('客户1');
  });

  it('never assigns a token that people typed themselves', () => {
    const { masked, plain } = mask('【客户1】是云杉科技，[联系人2]', names, all, 'zh');
    expect(masked).toBe('【客户1】是[客户2]，[联系人2]');
    expect(plain(masked)).toBe('【客户1】是云杉科技，[联系人2]');
  });

  const piece = fc.oneof(
    fc.constantFrom('云杉科技', '云杉', '王总', '小李', '林晓', '28万', '¥300,000', '13812345678', 'a@b.cn'),
    fc.constantFrom(
      '[客户1]',
      '【金额 2】',
      '报价',
      '和',
      '，',
      ' ',
      '\n',
      'Tom Reed',
      '622202123456',
      '3个',
      '[',
      ']',
      '1',
    ),
    fc.string({ maxLength: 4 }),
  );

  it('is reversible word for word, and hides every name and phone', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const { masked, plain } = mask(text, names, all, 'zh');
        expect(plain(masked)).toBe(text);
        expect(masked).not.toMatch(/云杉|林晓|13812345678/);
      }),
      { numRuns: 500 },
    );
  });
});
