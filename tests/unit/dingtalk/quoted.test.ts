import { expect, test } from 'vitest';
import { type RobotMessage, readMessage } from '../../../adapters/dingtalk/in/read.js';

const message = (repliedMsg: unknown): RobotMessage => ({
  msgId: 'm1',
  conversationId: 'c1',
  conversationType: '2',
  senderStaffId: 'lei01',
  msgtype: 'text',
  text: { content: ' 文章', isReplyMsg: true, repliedMsg: repliedMsg as never },
});

/** What a message answers, as it arrives for each kind of message. */
test.each([
  ['a text', { msgType: 'text', content: { content: '凌峰要三个月' } }, '凌峰要三个月'],
  ['a text of an older client', { msgType: 'text', content: { text: '凌峰要三个月' } }, '凌峰要三个月'],
  ['Markdown', { msgType: 'markdown', content: { text: '**凌峰**' } }, '**凌峰**'],
  ['speech', { msgType: 'audio', content: { recognition: '凌峰来了' } }, '凌峰来了'],
  [
    'words with a picture',
    {
      msgType: 'richText',
      content: {
        richText: [{ msgType: 'text', content: '看这张' }, { msgType: 'picture' }, { text: '报价' }],
      },
    },
    '看这张报价',
  ],
  [
    'a card',
    {
      msgType: 'interactiveCard',
      content: {
        cardContent: {
          elementType: 'ROOT',
          children: [
            { elementType: 'TEXT', value: 'D-1 · 星河科技' },
            { elementType: 'BOX', children: [{ elementType: 'TEXT', value: '价格偏高' }] },
          ],
        },
      },
    },
    'D-1 · 星河科技\n价格偏高',
  ],
  ['a card without its words', { msgType: 'interactiveCard', msgId: 'x' }, undefined],
  ['nothing', undefined, undefined],
])('quoting %s passes its text on', (_, replied, words) => {
  const read = readMessage(message(replied));
  expect(read).not.toBe('quota');
  expect(read).not.toBeNull();
  const act = read && read !== 'quota' ? read.act : undefined;
  expect(act).toMatchObject({ kind: 'say', text: '文章' });
  expect(act?.kind === 'say' ? act.quoted : null).toBe(words);
});
