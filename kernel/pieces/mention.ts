import { foldInPlace } from '../words/folding.js';
import { type Match, matches, type PieceOf, whole } from './base/piece.js';

const pattern =
  /<@!?(?<id>[^|>\s]+)(?:\|(?<shown>[^>]*))?>|(?<![\w.@/<])@(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.·-]*)/gu;

/** Finds mentions: `@张三`, or as a platform writes them: `<@U1|name>` carries the id. */
export function findPersonMentions(text: string): Match<PieceOf<'mention'>>[] {
  return matches(foldInPlace(text), pattern, (found) => {
    const { id, shown, name = '' } = found.groups ?? {};
    return id ? { kind: 'mention', value: shown || id, id } : { kind: 'mention', value: name };
  });
}

/** Reads the mention that the whole text is, or undefined. */
export function readMention(text: string): PieceOf<'mention'> | undefined {
  return whole(text, findPersonMentions(text));
}
