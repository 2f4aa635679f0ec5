import { foldInPlace } from './folding.js';
import { literalPattern } from './literal-pattern.js';

/**
 * The words as the line has them that they were read from: 東昇（北京） for 东升(北京). As read where the line does not have them
 * in one piece.
 */
export function typedWords(read: string, line: string): string {
  const folded = foldInPlace(line);
  if (folded === line || read.trim() === '') return read;
  const pattern = foldInPlace(read.trim()).split(/\s+/u).map(literalPattern).join('\\s+');
  const found = new RegExp(pattern, 'u').exec(folded);
  return found ? line.slice(found.index, found.index + found[0].length) : read;
}
