import type { Kind } from '../../kernel/pieces/base/piece.js';

/** Kinds of typed pieces read in a sentence. */
export const sentencePieceKinds: ReadonlySet<Kind> = new Set<Kind>([
  'amount',
  'date',
  'phone',
  'channel',
  'contact',
  'discount',
  'probability',
  'record',
]);
