import { expect, test } from 'vitest';
import { calledColleagues } from '../../../language/names/given-tasks.js';
import { readLeaveTold } from '../../../language/order/leave-told.js';
import { allSentences } from '../../language/set.js';

/** Thursday. */
const at = { today: '2026-11-26', locale: 'en' as const };
const names = ['Amy Chen', 'Tom Baker', 'Nina Patel'];
const read = (line: string) => {
  const told = readLeaveTold(line, calledColleagues(line, names), at);
  return told && `${told.who ?? 'me'} | ${told.deputy ?? '-'} | ${told.days}`;
};

test.each([
  ['Tom is out Friday, Nina covers', 'Tom Baker | Nina Patel | Friday'],
  ['Tom is off Friday', 'Tom Baker | - | Friday'],
  ["Tom's on vacation Mon-Wed, Amy will cover for him", 'Tom Baker | Amy Chen | Mon-Wed'],
  ['Amy Chen will be out on Monday, covered by Tom', 'Amy Chen | Tom Baker | Monday'],
  ['Amy covers for Tom on Friday', 'Tom Baker | Amy Chen | Friday'],
  ["I'm out Friday, Amy covers", 'me | Amy Chen | Friday'],
  ["I'm on PTO Mon-Wed, Nina has my accounts", 'me | Nina Patel | Mon-Wed'],
  ['FYI Tom is OOO tomorrow, Amy fills in', 'Tom Baker | Amy Chen | tomorrow'],
])('reads the leave in %s', (line, told) => expect(read(line)).toBe(told));

test.each([
  'is Tom off tomorrow?',
  "I'm out Friday",
  'Jane is on vacation next week',
  'Tom is out of samples',
  'Tom is off to Acme on Friday',
  'Tom covers the north',
  'Tom called Acme on Friday',
  'Tom is at Acme on Friday, Nina called them',
])('reads no leave in %s', (line) => expect(read(line)).toBeUndefined());

test('takes no sentence that tells of work for it', () => {
  expect(allSentences().flatMap(({ say }) => (read(say) ? [say] : []))).toEqual([]);
});
