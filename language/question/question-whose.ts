import type { QuestionLine } from './question-line.js';
import type { KnownNames, QuestionWhose } from './question-reading.js';

/** Takes a named colleague or team; a name that several share is returned as `which`. */
export function takeNamed(
  line: QuestionLine,
  known: KnownNames,
): { whose?: QuestionWhose; which?: { words: string; names: string[] } } {
  const words = [...new Set(known.people.flatMap((one) => one.words))].sort((a, b) => b.length - a.length);
  for (const word of words) {
    if (!line.takeWords(word, (name) => `@?${name}(?:的)?`)) continue;
    const names = known.people.filter((one) => one.words.includes(word)).map(({ name }) => name);
    const [only = ''] = names;
    return names.length > 1 ? { which: { words: word, names } } : { whose: { person: only } };
  }
  for (const team of [...known.teams].sort((a, b) => b.length - a.length)) {
    if (line.takeWords(team, (name) => `${name}(?:团队|区|部|组| team)?(?:的)?`)) return { whose: { team } };
  }
  return {};
}

const pronouns: [QuestionWhose, RegExp][] = [
  [
    'company',
    /全公司(?:的|里)?|整个公司|(?<!\p{Script=Han})公司(?=一共|总共|整体|今|本|上|这|的|$|\s)|全员|所有人|大家一共|\b(?:the )?(?:whole )?company\b|\beveryone\b|\ball teams\b/iu,
  ],
  [
    'team',
    /我们(?:团队|组)?的?|咱们?(?:团队|组)?的?|(?:我的)?团队(?:的|里)?|全组|组里|\b(?:the |my )?team\b(?:'s)?|\b(?:we|our|us|ours)\b/iu,
  ],
  ['me', /(?:我自己|本人|我)(?!们)的?|\b(?:i|i'm|my|me|mine|myself)\b/iu],
];

/**
 * Finds whose figure it is by a pronoun (我 "I", our), after names are taken; leaves the words, which other
 * readers need.
 */
export const pronounIn = (line: QuestionLine): QuestionWhose | undefined =>
  pronouns.find(([, pattern]) => line.has(pattern))?.[0];

/** Takes all pronouns out. */
export function dropPronouns(line: QuestionLine): void {
  for (const [, pattern] of pronouns) line.takeAll(pattern);
}
