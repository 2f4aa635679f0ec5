import { foldInPlace } from '../words/folding.js';
import { type Match, matches, type PieceOf, whole } from './base/piece.js';

/** Finds tags: `#KA`, `#重点客户` ("#key customer"); a number after # is an ordinal, not a tag. */
export function findTags(text: string): Match<PieceOf<'tag'>>[] {
  return matches(
    foldInPlace(text),
    /(?<![\w&/<#])#(?<name>(?!\d+(?![\p{L}\p{N}_-]))[\p{L}\p{N}_][\p{L}\p{N}_-]*)/gu,
    (found) => ({
      kind: 'tag',
      value: found.groups?.name ?? '',
    }),
  );
}

/** Reads the tag that the whole text is, or undefined. */
export function readTag(text: string): string | undefined {
  return whole(text, findTags(text))?.value;
}
