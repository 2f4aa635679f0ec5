import type { Kind } from '../../kernel/pieces/base/piece.js';

/** The typed pieces that a sentence may hold. */
export const wanted: ReadonlySet<Kind> = new Set<Kind>([
  'amount',
  'date',
  'phone',
  'channel',
  'contact',
  'discount',
  'probability',
  'record',
]);
