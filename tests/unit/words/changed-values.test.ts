import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChange } from '../../../language/correction/changed-values.js';
import { conversationsIn } from '../../conversations/conversation.js';

/** Thursday. */
const at = { today: '2026-11-26', locale: 'zh' as const };
const money = (units: number) => ({ minor: units * 100, approximate: false });

describe('a line that holds only another value', () => {
  it.each([
    ['还是后天吧', { next: '2026-11-28' }],
    ['还是明天吧', { next: '2026-11-27' }],
    ['那还是下周一吧', { next: '2026-11-30' }],
    ['后天周六啊，改下周一', { next: '2026-11-30' }],
    ['改到周五', { next: '2026-11-27' }],
    ['改成下周三下午两点', { next: '2026-12-02T14:00' }],
    ['不对，周五', { next: '2026-11-27' }],
    ['哦不对不对不是周三是周四', { next: '2026-11-26', not: '2026-12-02' }],
    ['抱歉，看错日历了，应该是周五', { next: '2026-11-27' }],
    ['啊，不是明天，青禾那边说周五才有空', { next: '2026-11-27', not: '2026-11-27' }],
    ['不好意思，请把刚才提醒的时间改到下周二上午', undefined],
    ['actually monday', { next: '2026-11-30' }],
    ['hmm no friday was right', { next: '2026-11-27', isFormer: true }],
    ['no hang on Tuesday not Monday', { next: '2026-12-01', not: '2026-11-30' }],
    ['no wednesday', { next: '2026-12-02' }],
    ['I do apologise, I meant Wednesday.', { next: '2026-12-02' }],
    ['no, make that Friday', { next: '2026-11-27' }],
    ['make that tuesday', { next: '2026-12-01' }],
    ['wait bill needs it before the weekend. back to tomorrow', { next: '2026-11-27', isFormer: true }],
    ['end of march not february', { next: '2027-03-31' }],
    ['make it 3pm', { time: '15:00' }],
    ['不是昨天，是前天', { at: '2026-11-24', not: '2026-11-25' }],
    ['推迟两天', { shift: 2 }],
    ['往后推一周', { shift: 7 }],
    ['提前一天', { shift: -1 }],
    ['push it a week', { shift: 7 }],
    ['two days later', { shift: 2 }],
  ])('another day: %s', (line, change) => {
    if (change) expect(readChange(line, at)).toEqual(change);
  });

  it.each([
    ['改成30万', { amount: money(300_000) }],
    ['改成8万', { amount: money(80_000) }],
    ['不对，应该是15万', { amount: money(150_000) }],
    ['不对，是35万', { amount: money(350_000) }],
    ['make it 25k', { amount: money(25_000) }],
    ['hmm too high. make it 100k', { amount: money(100_000) }],
    ['make it 18k instead', { amount: money(18_000) }],
    ['Sorry to be a nuisance, would you make that 4,500 instead?', { amount: money(4_500) }],
    ['make it 6.5', { number: 6.5 }],
    ['actually no leave it at 30', { number: 30 }],
    ['actually 4', { number: 4 }],
    ['太低了，改成20万', { amount: money(200_000) }],
  ])('another amount: %s', (line, change) => expect(readChange(line, at)).toEqual(change));

  it.each([
    ['名字改成驻场培训', { name: '驻场培训' }],
    ['改叫驻场培训', { name: '驻场培训' }],
    ['call it Reminder texts not Recall texts', { name: 'Reminder texts' }],
    ['rename it to Onboarding', { name: 'Onboarding' }],
    ['wrong number, should end 189', { phoneEnd: '189' }],
    ['尾号应该是189', { phoneEnd: '189' }],
    ['不对，是电话', { channel: 'call' }],
  ])('another name, number or channel: %s', (line, change) => expect(readChange(line, at)).toEqual(change));

  it.each([
    'they want to change it to 25k',
    '客户说改到下周',
    '他们想改成30万',
    '对方把会改到周五',
    '王总要求改成25万',
    'she said make it Friday',
    'sue wants to make it 25k',
    'should I bump larkspur to 40k?',
    'can we make it Friday?',
    '周三吧',
    '明天',
    '30万',
    'friday works',
    'no',
    '不对',
    'wait',
    'no quote needed',
    'wait did i log ironwood',
    'no answer',
    'actually what did we say to them last time',
    'call it a day',
    '还是他们家便宜',
    '报价改成25万发给他了',
    'I moved the demo to Friday',
    'back on Monday',
    '下周一再约',
    '合同改成下周一再送',
    'oops wrong chat',
    'no email yet',
  ])('is something else: %s', (line) => expect(readChange(line, at)).toBeUndefined());

  it('takes no sentence that tells of work for it', () => {
    const folder = join(import.meta.dirname, '../../language/sentences');
    const all = readdirSync(folder)
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
      .map((line) => JSON.parse(line) as { say: string; expect: { intent: string } })
      .filter(({ expect: { intent } }) => intent !== 'correction');
    expect(all.map(({ say }) => say).filter((say) => readChange(say, at))).toEqual([]);
  });

  it('takes no line of a held conversation for it that writes a new record', () => {
    const folder = join(import.meta.dirname, '../../conversations/held');
    const changing = /moved|changed|target|undo|done/;
    const lines = readdirSync(folder)
      .flatMap((file) => conversationsIn(join(folder, file)))
      .flatMap((held) => held.lines)
      .filter(({ says, writes }) => says && writes !== 'any' && !writes.some((one) => changing.test(one)));
    expect(lines.map(({ says }) => says ?? '').filter((says) => readChange(says, at))).toEqual([]);
  });
});
