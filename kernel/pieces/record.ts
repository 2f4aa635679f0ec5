import { recordLetterClass } from '../records/record-number.js';
import { foldInPlace } from '../words/folding.js';
import { type Match, matches, type PieceOf, whole } from './base/piece.js';

const pattern = new RegExp(
  `(?<![\\p{Script=Latin}\\d_./#@+-])(?<letter>${recordLetterClass})[-–—‐‑−]?0*(?<no>[1-9]\\d{0,8})(?![\\p{Script=Latin}\\d_%]|[-.]\\d|航站楼|轮)`,
  'giu',
);

/** Finds record numbers: `D-12`, `l12`. */
export function findRecords(text: string): Match<PieceOf<'record'>>[] {
  return matches(foldInPlace(text), pattern, (found) => ({
    kind: 'record',
    value: `${found.groups?.letter?.toUpperCase()}-${found.groups?.no}`,
  }));
}

/** Reads the record number that the whole text is ('D-12'), or undefined. */
export function readRecord(text: string): string | undefined {
  return whole(text, findRecords(text))?.value;
}
