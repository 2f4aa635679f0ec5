import { expect, test } from 'vitest';
import { sharesAnswer } from '../../../language/talk/share-wish.js';
import { allSentences } from '../../language/set.js';

test.each([
  '把这个发到群里',
  '发到群里',
  '发群里吧',
  '发到群里给大家看看',
  '分享到群',
  '分享一下',
  '把这份名单发到销售群里',
  '帮我把这个列表同步到群里',
  '这份报表发给大家',
  '给大家看看',
  '让大家都看看这个',
  '把刚才的漏斗贴到群里',
  '转发到团队群',
  'share this with the group',
  'share it',
  'please share that with the team',
  'post it to the channel please',
  'post this here',
  'share the list with everyone',
  'send this report to the group',
  'can you share this in the sales channel?',
  'show it to everyone',
  'put this in the group chat',
  'make it public',
  'let everyone see this',
])('wants the last answer in the group: %s', (line) => expect(sharesAnswer(line)).toBe(true));

test.each([
  '把合同发到群里',
  '把方案发给王总',
  '昨天把方案发到群里了',
  '发到群里了吗',
  '他们在群里说要降价',
  '共享 海棠地产 韩梅',
  '把这个发给韩梅',
  '客户把需求发到群里',
  'share Larkspur with Tom',
  'share this with Tom',
  'sent the proposal to the group',
  'send the contract to the team at Acme',
  'did you share this with the group?',
  'they posted it to the channel',
  'show me my deals',
])('means something else: %s', (line) => expect(sharesAnswer(line)).toBe(false));

test('takes no sentence that tells of work for it', () => {
  expect(
    allSentences()
      .map(({ say }) => say)
      .filter(sharesAnswer),
  ).toEqual([]);
});
