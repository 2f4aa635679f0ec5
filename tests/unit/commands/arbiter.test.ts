import { describe, expect, it, test } from 'vitest';
import { type MessageReading, weighed } from '../../../language/arbiter/reading.js';
import { isPassedOn } from '../../../language/arbiter/whole-message.js';

const reading = (kind: string, strength: string) => ({ kind, strength, act: '' }) as MessageReading<string>;
const first = (...all: [string, string][]) =>
  weighed(all.map(([kind, strength]) => reading(kind, strength)))[0];

describe('weighing readings', () => {
  test.each([
    [
      'the answer to the open question',
      [
        ['answer', 'strong'],
        ['name', 'strong'],
      ],
      'answer',
    ],
    [
      'a report, where free text was asked for',
      [
        ['answer', 'fair'],
        ['statement', 'strong'],
      ],
      'statement',
    ],
    [
      'free text that was asked for, before an unsure report',
      [
        ['statement', 'fair'],
        ['answer', 'fair'],
      ],
      'answer',
    ],
    [
      'a known name before free text',
      [
        ['answer', 'fair'],
        ['name', 'strong'],
      ],
      'name',
    ],
    [
      'a picked number before anything',
      [
        ['command', 'strong'],
        ['answer', 'exact'],
      ],
      'answer',
    ],
    [
      'a report before a verb whose words do not fit',
      [
        ['command', 'fair'],
        ['statement', 'strong'],
      ],
      'statement',
    ],
    [
      'a verb whose words do not fit before an unsure report',
      [
        ['statement', 'fair'],
        ['command', 'fair'],
      ],
      'command',
    ],
    [
      'anything before what does not fit the question',
      [
        ['answer', 'weak'],
        ['statement', 'fair'],
      ],
      'statement',
    ],
  ] as const)('means %s', (_, all, meant) => {
    expect(first(...(all as unknown as [string, string][]))?.kind).toBe(meant);
  });
});

describe('a message of several lines', () => {
  it.each([
    ['a mail with its head', 'From: Jane Smith\nTo: Amy\nSubject: Re: quote\n\nHi Amy,\nwe want 10% off.'],
    ['a quoted answer', '> We go with another vendor.\n> Sorry.'],
    ['words above a quoted mail', 'see below\nOn Wed, Omar Haddad wrote:\nWe want it by May.'],
    ['a letter', '王经理您好：\n方案已收到，领导还在看。\n下周给您答复。\n祝好\n覃磊'],
    ['a copied chat', '王强 10:02\n价格还能谈吗\n李雷 10:05\n我问一下'],
    ['a forwarded head in Chinese', '发件人：覃磊\n主题：关于报价\n请把报价再降一点。'],
  ])('is one thing: %s', (_, message) => {
    expect(isPassedOn(message.split('\n').filter((line) => line.trim() !== ''))).toBe(true);
  });

  it.each([
    ['two reports', '今天拜访了星河科技\n下午给云帆打了电话'],
    ['two commands', 'log "Larkspur Hotels" call price\ndeal Ironwood Webshop 80k'],
    ['a greeting and a report', '你好\n今天拜访了星河科技'],
    ['a list of plans', '1. 上午去海棠地产\n2. 下午回访远山'],
    ['one line', 'From Jane: ok'],
    ['a greeting of the assistant and a report', 'hi genjin,\nvisited Acme, they want a quote by Friday'],
  ])('is acts of their own: %s', (_, message) => {
    expect(isPassedOn(message.split('\n'))).toBe(false);
  });
});
