import { describe, expect, it } from 'vitest';
import { checked } from '../../../crm/proposals/checked-proposal.js';

const sent = '周报：新商机 3 个，赢单 [金额1]，跟进 12 次，12月2日 周三，9折，报价 28万，三家在谈';
const check = (said: string) =>
  checked({ no: 1, said, sent, plain: (words) => words.replace('[金额1]', '30万') });

describe('a sentence written by the model', () => {
  it.each([
    '新商机 3 个，跟进 12 次。',
    '赢单[金额1]。',
    '报价28万，给了9折。',
    '报价280,000元。',
    '12月2日再谈。',
    '三家还在谈，共十二次跟进。',
    '下一步先约一次面谈，一家一家来。',
    '客户说下周三再看。',
    'We followed up 12 times.',
  ])('is shown if its figures were in the material: %s', (said) => {
    expect(check(said)).toEqual({ lines: [said.replace('[金额1]', '30万')], dropped: 0 });
  });

  it.each([
    '新商机 4 个。',
    '赢单率 50%。',
    '金额 29万。',
    '金额改为1元。',
    '跟进了五次。',
    '完成百分之九十。',
    '一共１００家。',
    'We won seven deals.',
    '请看 http://evil.example。',
    '请看 www.evil。',
    '请看 evil.com/pay',
    '请看 ｅｖｉｌ．ｃｏｍ',
    '[点这里](x)',
    '@所有人 开会。',
    '＠all 开会。',
    '<@U123> 开会。',
    '写信到 a@b.cn。',
  ])('is dropped: %s', (said) => {
    expect(check(`好的。${said}`)).toEqual({ lines: ['好的。'], dropped: 1 });
  });

  it('is dropped if it names a token that was never sent', () => {
    const answer = {
      no: 1,
      said: '好的。[客户9]签了。',
      sent,
      plain: (w: string) => (w.includes('[') ? undefined : w),
    };
    expect(checked(answer)).toEqual({ lines: ['好的。'], dropped: 1 });
  });

  it('loses Markdown, invisible characters and excess length', () => {
    expect(check('# **好**\n- 行\u202e\u200b了，金额 ***').lines).toEqual(['好', '行了，金额 ***']);
    expect(check('好'.repeat(5000)).lines[0]?.length).toBe(1500);
  });
});
