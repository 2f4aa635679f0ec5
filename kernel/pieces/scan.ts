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

/** Of two readings of the same words, the one that stands first here. */
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
 * The typed pieces of a text, from left to right. Where two overlap the longer one stays, of equals the more
 * specific kind. Words are cut from the text as it was given; values are in half-width, simplified characters.
 */
export function scan(text: string, wanted: ReadonlySet<Kind>, at: ReadAt): FoundPiece[] {
  const candidates = finders.flatMap(([kind, find], rank) =>
    wanted.has(kind) ? find(text, at).map((match) => ({ ...match, rank })) : [],
  );
  candidates.sort((a, b) => b.to - b.from - (a.to - a.from) || a.rank - b.rank || a.from - b.from);
  const taken: Match[] = [];
  for (const { piece, from, to } of candidates) {
    if (to > from && taken.every((other) => to <= other.from || from >= other.to))
      taken.push({ piece, from, to });
  }
  return taken
    .sort((a, b) => a.from - b.from)
    .map(({ piece, from, to }) => ({ piece, words: text.slice(from, to), from, to }));
}
