import { expect, test } from 'vitest';
import { newId } from '../../store/statements/ids.js';

test('generated ids have 20 plain characters, are unique, and sort in order of creation', () => {
  const ids = Array.from({ length: 100_000 }, newId);
  expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{20}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});
