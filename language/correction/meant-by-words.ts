import { foldInPlace } from '../../kernel/words/folding.js';

/** Words that name no task. */
const empty =
  /^(?:the|an?|my|our|that|this|one|task|to-?do|reminder|thing|with|for|of|to|at|in|on|about|and|from)$/iu;
const emptyHan = /那个|这个|那条|这条|那件事?|这件事?|待办|任务|提醒|事情|的|了|把|给|去|我/gu;

/** A task or a note that words may mean: its customer's name and its own words, undefined if it has none. */
export interface Named {
  name: string;
  title?: string;
}

/**
 * Tells how well words mean a record, from 0 (not at all) to 1: 海棠地产的合同 ("Haitang's contract") fits a task
 * 给海棠地产李总送合同 ("take Mr Li of Haitang the contract"), and no other task of that customer.
 */
export function fitOfWords(words: string, { name, title }: Named): number {
  const said = foldInPlace(words).toLowerCase();
  const own = name.toLowerCase();
  const named = beginningIn(said, own);
  const rest = named ? said.replace(named, ' ') : said;
  const left = [...latinWords(rest), ...hanPairs(rest)];
  if (left.length === 0) return named ? 0.6 : 0;
  if (title === undefined) return named ? 0.5 : 0;
  const within = `${title.toLowerCase()} ${named ? '' : own}`;
  const missing = left.filter((one) => !has(within, one));
  const found = 1 - missing.length / left.length;
  // A customer that is named leaves its other tasks out, and another customer's task needs all the words.
  if (found < 0.5 || (!named && missing.some((one) => /\p{Script=Latin}/u.test(one)))) return 0;
  return named ? 0.7 + found * 0.3 : found * 0.6;
}

/** Whether words name a customer, also by the beginning of its name: "the Acme lunch". */
export const namesBeginning = (words: string, name: string): boolean =>
  beginningIn(foldInPlace(words).toLowerCase(), name.toLowerCase()) !== undefined;

/** The part of the words that is the name, or its beginning of two characters or one whole word; undefined if there is none. */
function beginningIn(said: string, name: string): string | undefined {
  if (name !== '' && said.includes(name)) return name;
  if (/\p{Script=Han}/u.test(name)) {
    for (let size = name.length - 1; size >= 2; size--)
      if (said.includes(name.slice(0, size))) return name.slice(0, size);
    return undefined;
  }
  const [first = ''] = name.split(/\s+/);
  const found =
    first.length > 2
      ? new RegExp(`(?<![\\p{L}])${first.replace(/[^\p{L}\d]/gu, '.')}(?:'s)?(?![\\p{L}])`, 'u').exec(said)
      : null;
  return found?.[0];
}

const latinWords = (text: string): string[] =>
  (text.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'-]+/gu) ?? [])
    .map((word) => word.replace(/'s?$/u, ''))
    .filter((word) => !empty.test(word));

/** Pairs of neighbouring Chinese characters, or a character that stands alone. */
function hanPairs(text: string): string[] {
  return [...text.replace(emptyHan, ' ').matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => {
    const chars = [...run];
    return chars.length === 1 ? chars : chars.slice(1).map((char, at) => `${chars[at]}${char}`);
  });
}

/** Whether a text holds a word, in any of its forms: call, calling, called. */
function has(text: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return text.includes(word);
  const stem = word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/u, '') : word;
  return (text.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'-]*/gu) ?? []).some((one) =>
    one.startsWith(stem),
  );
}

const noteWords =
  /跟进|拜访|记录|日志|电话|那条|这条|刚才|我|的|给|\b(?:notes?|logs?|entry|follow-?ups?|visits?|calls?|meetings?|records?|my|the|about|from|on|with|for|of|that|this|at|to|last|i|made|had)\b|'s\b/giu;

/** Drops the words for a note from an order to delete one; its customer and other words are left. */
export const withoutNoteWords = (words: string): string => words.replace(noteWords, ' ').trim();
