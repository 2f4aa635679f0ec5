import { expect, it } from 'vitest';
import { Lru } from '../../../reports/charts/lru-cache.js';

it('the cache keeps the most recently used values and evicts the least recently used one', () => {
  const made: string[] = [];
  const kept = new Lru<string>(2);
  const get = (key: string) =>
    kept.get(key, () => {
      made.push(key);
      return key;
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(get(key)).toBe(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  kept.delete('b');
  get('b');
  expect(made).toEqual(['a', 'b', 'c', 'b', 'b']);
});
