import { isObject, type Json } from '../json.js';

const shown = new Set(['text', 'alt_text', 'title', 'caption']);

/** Characters of everything in blocks that is shown as text. */
export function charactersIn(value: Json): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + charactersIn(inner), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (typeof inner === 'string' && shown.has(key) ? inner.length : charactersIn(inner)),
    0,
  );
}
