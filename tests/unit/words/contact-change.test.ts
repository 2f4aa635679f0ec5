import { expect, test } from 'vitest';
import { readContactChange } from '../../../language/order/contact-change.js';
import { allSentences } from '../../language/set.js';

const at = { today: '2026-11-26', locale: 'zh' as const };
const read = (line: string) => {
  const { who, isOrder, ...value } = readContactChange(line, at) ?? {};
  return who && `${who} ${Object.entries(value).flat().join('=')}${isOrder ? ' !' : ''}`;
};

test.each([
  ['王总换号码了 13811113333', '王总 phone=13811113333'],
  ['记一下王总手机13811113333', '王总 phone=13811113333'],
  ['王总电话：13811113333', '王总 phone=13811113333'],
  ["Jane's number is 415-555-0199", 'Jane phone=+14155550199'],
  ['王总换手机号了，13811113333', '王总 phone=13811113333'],
  ['王总最近换了个号，新的是13811113333', '王总 phone=13811113333'],
  ['王总的新号码是13811113333', '王总 phone=13811113333'],
  ['王总电话改成13811113333了', '王总 phone=13811113333'],
  ['海棠地产王总手机换成13811113333', '海棠地产王总 phone=13811113333'],
  ['把王总的电话改成13811113333', '王总 phone=13811113333 !'],
  ['麻烦把王总的手机更新为13811113333', '王总 phone=13811113333 !'],
  ['王总新邮箱：wang@haitang.cn', '王总 email=wang@haitang.cn'],
  ['王总升副总裁了', '王总 title=副总裁'],
  ['王总最近升任总经理', '王总 title=总经理'],
  ['李经理被提拔为采购总监了', '李经理 title=采购总监'],
  ['刘工调任技术部长了', '刘工 title=技术部长'],
  ['王总的职位改成董事长', '王总 title=董事长'],
  ['把王总的职务改为董事长', '王总 title=董事长 !'],
  ["Jane's new number is 415-555-0199", 'Jane phone=+14155550199'],
  ['Jane has a new phone number: 415-555-0199', 'Jane phone=+14155550199'],
  ['Jane Smith changed her number to 415-555-0199', 'Jane Smith phone=+14155550199'],
  ["Jane's cell is now 415-555-0199", 'Jane phone=+14155550199'],
  ['new number for Jane Smith: 415-555-0199', 'Jane Smith phone=+14155550199'],
  ["change Jane's phone to 415-555-0199", 'Jane phone=+14155550199 !'],
  ["please update Jane's email to jane@larkspur.com", 'Jane email=jane@larkspur.com !'],
  ['Jane was promoted to VP of Operations', 'Jane title=VP of Operations'],
  ['Jane is now the Chief Operating Officer', 'Jane title=Chief Operating Officer'],
  ['Jane Smith became head of purchasing', 'Jane Smith title=head of purchasing'],
  ["set Jane's title to purchasing manager", 'Jane title=purchasing manager !'],
])('reads what changed of a contact: %s', (line, expected) => expect(read(line)).toBe(expected));

test.each([
  '给王总打了电话 13811113333',
  '王总的电话是多少',
  '线索 白鹭旅游 王总 13811113333',
  '王总换号码了',
  '王总说副总裁要来',
  '王总升副总裁了吗',
  '报价升到30万了',
  '见了王总和李总监',
  "what's Jane's new number?",
  'called Jane on 415-555-0199',
  'Jane has a new number',
  'Jane is out of the office',
  'he is now the manager',
  'we moved up to next week',
])('reads no change of a contact in %s', (line) => expect(read(line)).toBeUndefined());

test('takes no sentence that tells of work for it', () => {
  expect(
    allSentences()
      .map(({ say }) => say)
      .filter(read),
  ).toEqual([]);
});
