import { expect, test } from 'vitest';
import { passageFor } from '../../../sales/knowledge/article-passage.js';
import { articleQueryOf, asksTheSame, ranked, termsOf } from '../../../sales/knowledge/article-search.js';

test('search terms are character pairs and words, regardless of width and case', () => {
  expect([...termsOf('竞品ＥＲＰ怎么打').keys()]).toEqual(['竞品', 'erp', '怎么', '么打']);
  expect([...termsOf('How do we beat the ERP rivals?').keys()]).toEqual(['beat', 'erp', 'rival']);
  expect(termsOf('')).toEqual(new Map());
});

test('rare terms weigh most, and too few matches give no answer', () => {
  const hit = (articleId: string, term: string, times = 1) => ({ articleId, term, times });
  const hits = [hit('a', '客户'), hit('b', '客户', 9), hit('a', '凌峰'), hit('c', '客户')];
  expect(ranked(articleQueryOf('客户 凌峰'), hits, 3)[0]).toBe('a');
  expect(ranked(articleQueryOf('凌峰 价格 培训 周期'), [hit('a', '周期')], 3)).toEqual([]);
  expect(ranked([], [], 0)).toEqual([]);
});

test('question words are ignored and synonyms count', () => {
  expect(articleQueryOf('请问凌峰怎么打？').map(({ term }) => term)).toEqual(['凌峰']);
  expect(articleQueryOf('报价')[0]?.like).toContain('价格');
  expect(ranked(articleQueryOf('报价'), [{ articleId: 'a', term: '价格', times: 3 }], 3)).toEqual(['a']);
  expect(articleQueryOf('谈判注意什么', [{ words: ['谈判签约'], term: '>n' }])[0]?.like).toContain('>n');
});

test('two questions are the same if most of their words are the same', () => {
  expect(asksTheSame('海外客户怎么开票', '怎么给海外客户开票？')).toBe(true);
  expect(asksTheSame('海外客户怎么开票', '海外客户怎么收汇')).toBe(false);
  expect(asksTheSame('海外客户怎么开票', '海外客户如何开发票')).toBe(true);
  expect(asksTheSame('怎么开票', '开票要什么资料')).toBe(false);
  expect(asksTheSame('how do we ship abroad', 'How to ship abroad?')).toBe(true);
  expect(asksTheSame('怎么', '如何')).toBe(false);
});

test('the quoted passage is the part that answers, not the beginning', () => {
  const body = '公司介绍。\n\n## 价格\n标准版每年三万，含培训。\n\n其他说明。';
  expect(passageFor(articleQueryOf('标准版价格'), body)).toContain('标准版每年三万');
  expect(passageFor(articleQueryOf('x'), '')).toBe('');
});
