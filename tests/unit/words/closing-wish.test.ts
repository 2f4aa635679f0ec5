import { expect, test } from 'vitest';
import { calledColleagues } from '../../../language/names/given-tasks.js';
import { closingWish } from '../../../language/order/closing-wish.js';
import { allSentences } from '../../language/set.js';

/** Thursday. */
const at = { today: '2026-11-26', locale: 'en' as const };
const names = ['Amy Chen', 'Tom Baker'];
const read = (line: string) => {
  const wish = closingWish(line, calledColleagues(line, names), at);
  return wish && [wish.who, wish.about ?? '?', wish.day.slice(5)].filter(Boolean).join(' | ');
};

test.each([
  ['get Larkspur Hotels to close by Dec 15', 'Larkspur Hotels | 12-15'],
  ["let's get the Ironwood deal closed by Friday", 'Ironwood | 11-27'],
  ['I need Ironwood signed by Dec 10', 'Ironwood | 12-10'],
  ['we have to close Larkspur by December 18', 'Larkspur | 12-18'],
  ['we gotta close Larkspur before Dec 18', 'Larkspur | 12-18'],
  ['Ironwood has to be closed by Dec 20', 'Ironwood | 12-20'],
  ['Ironwood must close by the 20th of December', 'Ironwood | 12-20'],
  ['close Bluebird WMS by 12/15', 'Bluebird WMS | 12-15'],
  ['please get it over the line by Friday', '? | 11-27'],
  ['we need this one wrapped up by Friday!', '? | 11-27'],
  ['I want the Sandford contract signed before Dec 12', 'Sandford | 12-12'],
  ['by Friday I want Ironwood closed', 'Ironwood | 11-27'],
  ['make sure Larkspur closes by Dec 15', 'Larkspur | 12-15'],
  ['make sure Amy closes Larkspur by Dec 31', 'Amy Chen | Larkspur | 12-31'],
  ['get Amy to close Ironwood by Dec 15', 'Amy Chen | Ironwood | 12-15'],
  ['push tom to get sandford signed by 12/20', 'Tom Baker | sandford | 12-20'],
  ['get Ironwood closed by the 20th', 'Ironwood | 12-20'],
  ['D-4 should be closed by Friday', 'D-4 | 11-27'],
])('reads the wish in %s', (line, wish) => expect(read(line)).toBe(wish));

test.each([
  'closed Ironwood on Friday',
  'Ironwood wants to close by Friday',
  'they want to sign by Friday',
  'Bill said they will close by Friday',
  'can we close Ironwood by Friday?',
  'will Ironwood close by Friday',
  'which deals close by Friday',
  'call Ironwood by Friday',
  'send the contract to Ironwood by Friday',
  "let's get the Ironwood deal closed",
  'mark Ironwood as won on Friday',
  'deals closing by Friday',
  'signed the contract with Ironwood on Tuesday',
  'if we close Ironwood by Friday we hit target',
  'get me the report by Friday',
])('reads no such wish in %s', (line) => expect(read(line)).toBeUndefined());

test('reads no such wish in the sets of sentences that report or plan', () => {
  const found = allSentences().flatMap(({ say }) => (read(say) ? [say] : []));
  expect(found).toEqual([]);
});
