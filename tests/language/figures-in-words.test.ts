import { expect, it, test } from 'vitest';
import { inFullSpelling } from '../../kernel/words/chat-spelling.js';
import { listAsked } from '../../language/look-up/list-request.js';
import { readFollowUp } from '../../language/question/follow-up-question.js';
import { nothingKnown, readQuestion } from '../../language/question/read-question.js';
import { isQuestion } from '../../language/sentence/cues.js';
import { prepareSentence } from '../../language/sentence/prepare.js';
import { behindSmallTalk } from '../../language/talk/small-talk.js';

const known = {
  ...nothingKnown,
  people: [
    { name: '李雷', words: ['李雷'] },
    { name: 'Amy Chen', words: ['Amy'] },
  ],
};

test.each([
  ['咱们组现在手上一共多少钱的单子', { measure: 'open', whose: 'team' }],
  ['团队进行中商机金额多少', { measure: 'open', whose: 'team' }],
  ['李雷手上的单子加起来多少', { measure: 'open', whose: { person: '李雷' } }],
  ['how much do we have open', { measure: 'open', whose: 'team' }],
  ['how much is open', { measure: 'open' }],
  ['how many deals hav i got', { measure: 'openCount', whose: 'me' }],
])('%s asks for a figure', (words, expected) => {
  expect(readQuestion(words, known)).toMatchObject(expected);
  expect(readQuestion(words, known)?.unknown).toBeUndefined();
});

test.each([
  ['这里面李雷占多少', { person: '李雷' }],
  ['其中李雷有几个', { person: '李雷' }],
  ['how much of that is Amy', { person: 'Amy Chen' }],
  ["how many of those are Amy's", { person: 'Amy Chen' }],
])('%s asks for a part of what was counted', (words, whose) => {
  const last = readQuestion('团队手上一共多少钱的单子', known);
  expect(last && readFollowUp(words, last, known)).toMatchObject({ measure: 'open', whose });
});

test.each([
  ['今天跑了哪几家', 'logs'],
  ['把李雷拜访过的客户列一下', 'logs'],
  ['李雷这两天都记了啥', 'logs'],
  ['customers I visited', 'logs'],
  ['我还有啥没做的', 'tasks'],
  ['最小的那个是哪家的', 'deals'],
  ['全公司最大的那个单子到哪一步了', 'deals'],
  ['which of those is the smallest', 'deals'],
])('%s asks for a list', (words, kind) => expect(listAsked(words, known)?.kind).toBe(kind));

test.each([
  ['早上好，今天有什么安排', '今天有什么安排'],
  ["morning! what's on my plate", "what's on my plate"],
  ["that's it for today, sum up what I did", 'sum up what I did'],
  ['好的客户有哪些', '好的客户有哪些'],
  ['你好', '你好'],
])('%s says behind its greeting: %s', (words, said) => expect(behindSmallTalk(words)).toBe(said));

it('an order to add a contact is the fact that it tells', () => {
  expect(prepareSentence('云帆加个联系人 孙丽 13700003333')).toBe('云帆的联系人是孙丽 13700003333');
  expect(prepareSentence('加个联系人 云帆的财务 孙丽 13700003333')).toBe('云帆的财务是孙丽 13700003333');
  expect(prepareSentence('联系人孙丽今天来了')).toBe('联系人孙丽今天来了');
});

it('what was typed in a hurry is read in full', () => {
  expect(inFullSpelling('wot did u want nxt')).toBe('what did you want next');
  expect(inFullSpelling('nd and ND, UR')).toBe('and and ND, UR');
  for (const line of ['btw what did I quote them', 'wot did sandford want last time', '星河那单还在吧'])
    expect(isQuestion(line)).toBe(true);
  expect(isQuestion('那就这样吧')).toBe(false);
});
