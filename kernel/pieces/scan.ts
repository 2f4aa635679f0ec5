import { findAmounts } from './amount.js';
import type { FoundPiece, Kind, Match, ReadAt } from './base/piece.js';
import { findChannels } from './channel.js';
import { findContacts } from './contact.js';
import { findAsOf, findDates } from './date.js';
import { findDiscounts } from './discount.js';
import { findPersonMentions } from './mention.js';
import { findPhones } from './phone.js';
import { findProbabilities } from './probability.js';
import { findRecords } from './record.js';
import { findStages } from './stage.js';
import { findTags } from './tag.js';

export type { Channel, FoundPiece, Kind, Piece, PieceOf, ReadAt } from './base/piece.js';

/** Finders by priority: of two readings of the same words, the earlier kind wins. */
const finders: [Kind, (text: string, at: ReadAt) => Match[]][] = [
  ['record', findRecords],
  ['phone', findPhones],
  ['asof', findAsOf],
  ['date', findDates],
  ['discount', findDiscounts],
  ['probability', findProbabilities],
  ['amount', findAmounts],
  ['stage', findStages],
  ['mention', findPersonMentions],
  ['tag', findTags],
  ['contact', findContacts],
  ['channel', findChannels],
];

/**
 * Finds the typed pieces of a text, from left to right. Of overlapping ones the longer wins, at equal length
 * the earlier kind. `words` are as typed; values are half-width and simplified.
 */
export function scan(text: string, wanted: ReadonlySet<Kind>, at: ReadAt): FoundPiece[] {
  const candidates = finders.flatMap(([kind, find], rank) =>
    wanted.has(kind) ? find(text, at).map((match) => ({ ...match, rank })) : [],
  );
  candidates.sort((a, b) => b.to - b.from - (a.to - a.from) || a.rank - b.rank || a.from - b.from);
  const accepted: Match[] = [];
  for (const { piece, from, to } of candidates) {
    if (to > from && accepted.every((other) => to <= other.from || from >= other.to))
      accepted.push({ piece, from, to });
  }
  return accepted
    .sort((a, b) => a.from - b.from)
    .map(({ piece, from, to }) => ({ piece, words: text.slice(from, to), from, to }));
}
