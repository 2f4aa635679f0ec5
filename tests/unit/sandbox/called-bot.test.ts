import { expect, test } from 'vitest';
import { calledBot } from '../../../adapters/sandbox/room/called-bot.js';

test.each([
  ['@Genjin forecast', 'forecast'],
  ['@genjin who is behind on visits', 'who is behind on visits'],
  ['genjin, how many deals did we win?', 'how many deals did we win?'],
  ['Hey Genjin what is our forecast', 'what is our forecast'],
  ['what is our forecast @genjin', 'what is our forecast'],
  ['so @Genjin, my deals', 'so my deals'],
  ['@跟进 本周谁拜访最多', '本周谁拜访最多'],
  ['本周谁拜访最多@跟进', '本周谁拜访最多'],
  ['@Genjin', ''],
])('hears its name in %s', (line, words) => expect(calledBot(line)).toBe(words));

test.each([
  '跟进 星河科技 聊了报价',
  'anybody up for lunch?',
  'ask genjin tomorrow',
  '@Genjinx hi',
  '@Tom my deals',
])('is not called by %s', (line) => expect(calledBot(line)).toBeUndefined());
