import { type ModelAnswer, maskToken } from '../../kernel/model/model-port.js';
import { findAmounts } from '../../kernel/pieces/amount.js';
import { readNumeral } from '../../kernel/pieces/base/numerals.js';

/** Longer answers are not read. */
const mostLetters = 1500;

/** What a model wrote, as it may be shown. */
export interface Checked {
  lines: string[];
  /** Sentences left out: they held a figure nobody had sent, an address, or somebody to be called. */
  dropped: number;
}

/**
 * The sentences of an answer that may be shown: every figure in them was sent, they lead nowhere and call nobody.
 * Judged while names and amounts are still masked, so a figure is either one that was sent or a token for one.
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

/** Without what is invisible, and without marks of Markdown, which no card would draw. */
const bare = (said: string): string =>
  said
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/(?<!\*)\*\*(?!\*)([^*\n]+)\*\*(?!\*)/gu, '$1')
    .replace(/__|`/gu, '')
    .replace(/^[ \t]*(?:#{1,6}|[-*•])[ \t]+/gmu, '');

const sentencesOf = (line: string): string[] =>
  line.match(/.+?(?:[。！？!?；;]+|(?<!\d)\.(?=\s|$)|$)/gu) ?? [];

/** Addresses of whatever kind, and marks that call people. */
const leadsAway =
  /:\/\/|www\.|\]\s?\(|[@<>]|[\p{L}\d-]\.(?:com|cn|net|org|io|ai|app|top|xyz|vip|cc|me|co|info|link|site|shop|ly)(?![\p{Script=Latin}\d])/iu;

const isClean = (sentence: string): boolean => !leadsAway.test(folded(sentence));

/** Wide letters as narrow ones; what stands for a masked word is no word. */
const folded = (words: string): string => words.replace(maskToken, ' ').normalize('NFKC');

interface Figures {
  /** Minor units. */
  amounts: Set<number>;
  numbers: Set<number>;
}

/** Whether every figure of the sentence is among those. */
function isKnown(sentence: string, known: Figures): boolean {
  const { amounts, numbers } = figuresIn(sentence);
  return (
    [...amounts].every((one) => known.amounts.has(one)) && [...numbers].every((one) => known.numbers.has(one))
  );
}

/** What is counted in words: 三家, 两次, 百分之十, five deals. One is as often no figure. */
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
  // Units are replaced one for one, so that places stay.
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
