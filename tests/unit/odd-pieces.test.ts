import { describe, expect, it } from 'vitest';
import { findOddPieces, oddPieceOf } from '../../kernel/pieces/odd-pieces.js';

const at = { today: '2026-11-26', locale: 'zh' } as const;
const oddIn = (text: string) => findOddPieces(text, at).map(({ kind, words }) => `${kind} ${words}`);

describe('what looks like a date or an amount and can be none', () => {
  it.each([
    ['培训 30万 2月30日', 'date 2月30日'],
    ['13月5日签合同', 'date 13月5日'],
    ['二月三十号再去', 'date 二月三十号'],
    ['培训 9999年1月1日', 'date 9999年1月1日'],
    ['9999年底', 'date 9999年'],
    ['2027-02-30', 'date 2027-02-30'],
    ['13/32/2027', 'date 13/32/2027'],
    ['the 32nd of May', 'date the 32nd of May'],
    ['back on Feb 30', 'date Feb 30'],
    ['31 June', 'date 31 June'],
    ['Jan 1 9999', 'date Jan 1 9999'],
    ['by May 1999', 'date May 1999'],
    ['培训 -30万', 'amount -30万'],
    ['报价-30万', 'amount -30万'],
    ['Training -$30k', 'amount -$30k'],
    ['Training $1.2.3m', 'amount $1.2.3m'],
    ['培训 1.2.3万', 'amount 1.2.3万'],
  ])('%s', (text, odd) => {
    expect(oddIn(text)).toEqual([odd]);
  });

  it.each([
    '2月29日',
    '2月28号',
    '12月31日',
    '下周三',
    '2026年12月1日',
    '2027-02-28',
    '12/31/2026',
    '31/12/2026',
    'May 31',
    'Feb 29',
    'sold in May 45 units',
    'A-30 rollout 30k',
    'ERP二期-30万',
    '20-30万',
    '30万5',
    '4-5期',
    'Phase 1.2.3',
    'v2.0.1 30k',
    '9999 Club 30k',
    '$1.2m',
    '1.234.567 €',
    '$1,234.50',
    '3.5折',
    '24/7',
    '"2月30日" 30万',
    '10.0.0.1',
    'march 12 people to the plant',
  ])('not %s', (text) => {
    expect(oddIn(text)).toEqual([]);
  });

  it('a year long past is history in a sentence', () => {
    expect(oddPieceOf('他们1999年5月成立,报价30万', at)).toBeUndefined();
    expect(oddPieceOf('下次9999年1月再聊', at)?.words).toBe('9999年1月');
  });
});
