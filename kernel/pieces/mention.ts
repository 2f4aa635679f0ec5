import { locales, textsIn } from '../../texts/languages.js';
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

/** Words that call everybody in a chat. */
const everybody = new Set(locales.flatMap((locale) => textsIn(locale).people.everybodyNames));

/** Whether a mention calls everybody, who is no colleague: `@所有人`. */
export const callsEverybody = ({ value }: PieceOf<'mention'>): boolean => everybody.has(value.toLowerCase());

/** Reads the mention that the whole text is, or undefined. */
export function readMention(text: string): PieceOf<'mention'> | undefined {
  return whole(text, findPersonMentions(text));
}
