import { type ModelAnswer, maskToken } from '../../kernel/model/model-port.js';
import { findAmounts } from '../../kernel/pieces/amount.js';
import { readNumeral } from '../../kernel/pieces/base/numerals.js';

/** Longest answer that is read, in characters. */
const mostLetters = 1500;

/** A model's answer, reduced to what may be shown. */
export interface Checked {
  lines: string[];
  /** Number of sentences left out: they held a figure that was not sent, an address, or a mention. */
  dropped: number;
}

/**
 * Keeps the sentences of an answer whose figures were all sent and that hold no address and no mention.
 * Checks them while names and amounts are still masked, so a figure is either a sent one or a mask token.
 */
export function checked({ said, sent, plain }: ModelAnswer): Checked {
  const known = figuresIn(sent);
  let dropped = 0;
  const lines = bare(said)
    .slice(0, mostLetters)
    .split('\n')
    .map((line) =>
      sentencesOf(line)
        .map((sentence) => {
          const shown = isClean(sentence) && isKnown(sentence, known) ? plain(sentence) : undefined;
          if (shown === undefined && sentence.trim() !== '') dropped++;
          return shown ?? '';
        })
        .join('')
        .trim(),
    )
    .filter((line) => line !== '');
  return { lines, dropped };
}

/** Removes invisible characters, and Markdown marks, which cards do not render. */
const bare = (said: string): string =>
  said
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/(?<!\*)\*\*(?!\*)([^*\n]+)\*\*(?!\*)/gu, '$1')
    .replace(/__|`/gu, '')
    .replace(/^[ \t]*(?:#{1,6}|[-*•])[ \t]+/gmu, '');

const sentencesOf = (line: string): string[] =>
  line.match(/.+?(?:[。！？!?；;]+|(?<!\d)\.(?=\s|$)|$)/gu) ?? [];

/** Addresses of any kind, and marks that mention people. */
const leadsAway =
  /:\/\/|www\.|\]\s?\(|[@<>]|[\p{L}\d-]\.(?:com|cn|net|org|io|ai|app|top|xyz|vip|cc|me|co|info|link|site|shop|ly)(?![\p{Script=Latin}\d])/iu;

const isClean = (sentence: string): boolean => !leadsAway.test(folded(sentence));

/** Converts full-width letters to half-width and blanks out mask tokens. */
const folded = (words: string): string => words.replace(maskToken, ' ').normalize('NFKC');

interface Figures {
  /** In minor units. */
  amounts: Set<number>;
  numbers: Set<number>;
}

/** Tells whether every figure in the sentence is a known one. */
function isKnown(sentence: string, known: Figures): boolean {
  const { amounts, numbers } = figuresIn(sentence);
  return (
    [...amounts].every((one) => known.amounts.has(one)) && [...numbers].every((one) => known.numbers.has(one))
  );
}

/**
 * Counts in words: 三家 ("three companies"), 两次 ("twice"), 百分之十 ("ten percent"), five deals. One is ignored: it
 * is often not a count.
 */
const numeral = '[一二两三四五六七八九十百千万亿零〇]{1,9}';
const counted = new RegExp(
  `百分之(${numeral})|(${numeral})(?=成|倍|折|个|次|家|条|单|位|名|天|周|月|年|项|笔|元|块|台|套)`,
  'gu',
);
const english = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const spelt = new RegExp(`\\b(?:${english.slice(1).join('|')})\\b`, 'giu');

function figuresIn(text: string): Figures {
  const words = folded(text);
  const amounts = findAmounts(words);
  // Amounts become as many spaces, so that positions stay.
  const rest = amounts.reduce(
    (line, { from, to }) => line.slice(0, from) + ' '.repeat(to - from) + line.slice(to),
    words,
  );
  const digits = [...rest.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/gu)].map(([one]) =>
    Number(one.replaceAll(',', '')),
  );
  const numerals = [...rest.matchAll(counted)].flatMap(([, part, whole]) => {
    const value = readNumeral(part ?? whole ?? '');
    return value === undefined || value === 1 ? [] : [value];
  });
  const named = [...rest.matchAll(spelt)].map(([one]) => english.indexOf(one.toLowerCase()) + 1);
  return {
    amounts: new Set(amounts.map(({ piece }) => piece.value)),
    numbers: new Set([...digits, ...numerals, ...named]),
  };
}
