import { foldInPlace } from '../words/folding.js';
import { type Match, type PieceOf, whole } from './base/piece.js';

const pattern =
  /(?<![<\-=\w>|@"'])[>》]\s?(?:"(?<quoted>[^"\n]+)"|(?<name>\d{1,2}(?![^\s,，。;；])|[^\s,，。;；、!！?？<>《》\d=][^\s,，。;；、!！?？<>《》]*))/gu;

/**
 * Finds stages: `>谈判`, `》谈判` (">negotiation"), `>4`, `>"First contact"`; not a 》 that closes a title (《合同》, "contract") or a
 * comparison (>30万, ">300,000").
 */
export function findStages(text: string): Match<PieceOf<'stage'>>[] {
  const folded = foldInPlace(text);
  return [...folded.matchAll(pattern)].flatMap((found) => {
    const before = folded.slice(0, found.index);
    const closes = found[0].startsWith('》') ? ['《', '》'] : ['<', '>'];
    if (before.lastIndexOf(closes[0] ?? '') > before.lastIndexOf(closes[1] ?? '')) return [];
    const from = found.index;
    return [
      {
        piece: { kind: 'stage' as const, value: found.groups?.quoted ?? found.groups?.name ?? '' },
        from,
        to: from + found[0].length,
      },
    ];
  });
}

/** Reads the stage that the whole text names after >, or undefined. */
export function readStage(text: string): string | undefined {
  return whole(text, findStages(text))?.value;
}
