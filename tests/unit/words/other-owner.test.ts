import { expect, test } from 'vitest';
import { otherOwner } from '../../../language/correction/other-owner.js';
import { calledColleagues } from '../../../language/names/given-tasks.js';
import { allSentences } from '../../language/set.js';

const names = ['李雷', '吴桐', 'Tom Baker', 'Nina Brooks'];
const ownerOf = (line: string) => otherOwner(line, calledColleagues(line, names));

test.each([
  ['不对，是吴桐去', '吴桐'],
  ['不对，吴桐去', '吴桐'],
  ['不对，让吴桐做', '吴桐'],
  ['错了，应该是吴桐', '吴桐'],
  ['不是李雷，是吴桐', '吴桐'],
  ['是吴桐，不是李雷', '吴桐'],
  ['改成吴桐', '吴桐'],
  ['换吴桐去吧', '吴桐'],
  ['让吴桐去', '吴桐'],
  ['这个给吴桐吧', '吴桐'],
  ['把这个任务转给吴桐', '吴桐'],
  ['说错了，是@吴桐', '吴桐'],
  ['还是我去', 'me'],
  ['no, Nina should do that', 'Nina Brooks'],
  ['no, Nina', 'Nina Brooks'],
  ['sorry, I meant Nina', 'Nina Brooks'],
  ['not Tom, Nina', 'Nina Brooks'],
  ['Nina, not Tom', 'Nina Brooks'],
  ['give it to Nina instead', 'Nina Brooks'],
  ["that's for Nina, not Tom", 'Nina Brooks'],
  ['Nina will handle it', 'Nina Brooks'],
  ['make it Nina', 'Nina Brooks'],
  ['actually let Nina do it', 'Nina Brooks'],
  ['Nina Brooks instead of Tom', 'Nina Brooks'],
  ["wait, Nina's going to call them", 'Nina Brooks'],
  ["I'll do it myself", 'me'],
])('gives the task to somebody else: %s', (line, who) => expect(ownerOf(line)).toBe(who));

test.each([
  '不对，是韩梅去的',
  '不对，是周四',
  '不对，是吴桐去的',
  '吴桐今天去了海棠地产',
  '不是吴桐',
  '让吴桐去一趟海棠地产',
  '让吴桐明天去海棠地产送合同',
  '吴桐说不去',
  '让客户去',
  'no, Thursday',
  'should Nina do that?',
  'Nina did it yesterday',
  'tell Nina to call Acme tomorrow',
  'Nina visited Acme today',
  'give Acme to Nina',
])('means something else: %s', (line) => expect(ownerOf(line)).toBeUndefined());

test('takes no sentence that tells of work for it', () => {
  const colleagues = allSentences().map(({ say }) => say);
  expect(colleagues.filter((say) => ownerOf(say))).toEqual([]);
});
