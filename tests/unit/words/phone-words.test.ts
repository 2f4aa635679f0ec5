import { expect, it } from 'vitest';
import { readPhone } from '../../../kernel/pieces/phone.js';
import { numberWords } from '../../../kernel/pieces/phone-words.js';

it.each([
  ['+16175550134', '(617) 555-0134', '+1 617-555-0134'],
  ['+16175550134-12', '(617) 555-0134 x12', '+1 617-555-0134 x12'],
  ['+442079460018', '+44 20 7946 0018', '+44 20 7946 0018'],
  ['+447700900123', '+44 7700 900123', '+44 7700 900123'],
  ['+441614960018', '+44 161 496 0018', '+44 161 496 0018'],
  ['+33142685300', '+33 1 42 68 53 00', '+33 1 42 68 53 00'],
  ['+85223456789', '+852 2345 6789', '+852 2345 6789'],
  ['+6561234567', '+65 6123 4567', '+65 6123 4567'],
  ['+4930123456', '+4930123456', '+4930123456'],
  ['13800000000', '13800000000', '13800000000'],
  ['01088886666-801', '01088886666-801', '01088886666-801'],
])('%s is written as people write it, and read again as the same number', (stored, american, other) => {
  expect(numberWords(stored, 'America/New_York')).toBe(american);
  expect(numberWords(stored, 'Asia/Shanghai')).toBe(other);
  for (const written of [american, other]) expect(readPhone(written)).toBe(stored);
});
