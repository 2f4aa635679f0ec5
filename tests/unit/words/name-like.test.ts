import { expect, test } from 'vitest';
import { isNameLike } from '../../../language/names/name-like.js';

test.each([
  'Acme',
  'acme',
  'brookstone bakery',
  'Month Coffee',
  'Quayside Cafe',
  'harbor dental',
  '7-Eleven',
  'Deal Tools Ltd',
  'north star',
])('takes %s for a name', (words) => expect(isNameLike(words)).toBe(true));

test.each([
  'month',
  'Visits',
  'behind on visits',
  'open deals',
  'the pipeline',
  'team forecast',
  'top rep',
  'visits per rep',
  'new leads',
  'sales figures',
  'ahead of quota',
])('takes %s for no name', (words) => expect(isNameLike(words)).toBe(false));
