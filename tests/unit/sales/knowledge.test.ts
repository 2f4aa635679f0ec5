import { expect, test } from 'vitest';
import { passageFor, ranked, termsOf } from '../../../sales/knowledge.js';

test('terms are pairs of characters and words, whatever their width and case', () => {
  expect([...termsOf('竞品ＥＲＰ怎么打').keys()]).toEqual(['竞品', 'erp', '怎么', '么打']);
  expect([...termsOf('How do we beat the ERP rivals?').keys()]).toEqual(['beat', 'erp', 'rival']);
  expect(termsOf('')).toEqual(new Map());
});

test('rare terms decide, and too little found is no answer', () => {
  const hit = (articleId: string, term: string, times = 1) => ({ articleId, term, times });
  const hits = [hit('a', '客户'), hit('b', '客户', 9), hit('a', '凌峰'), hit('c', '客户')];
  expect(ranked(['客户', '凌峰'], hits, 3)[0]).toBe('a');
  expect(ranked(['凌峰', '价格', '培训', '周期'], [hit('a', '周期')], 3)).toEqual([]);
  expect(ranked([], [], 0)).toEqual([]);
});

test('the passage is the part that answers, not the beginning', () => {
  const body = '公司介绍。\n\n## 价格\n标准版每年三万，含培训。\n\n其他说明。';
  expect(passageFor([...termsOf('标准版价格').keys()], body)).toContain('标准版每年三万');
  expect(passageFor(['x'], '')).toBe('');
});
