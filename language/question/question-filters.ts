import { everyWording } from '../../texts/languages.js';
import { type QuestionLine, wordPattern } from './question-line.js';
import type { AskedFilters, KnownNames } from './question-reading.js';

/** Contexts in which a short word is a stage, a source or a loss reason; elsewhere it is an ordinary word. */
const places: Record<string, (word: string) => string[]> = {
  stage: (word) => [
    `(?:卡在|停在|处于|(?<!现)在)\\s*${word}\\s*(?:阶段|环节)?(?:里|中|上)?`,
    `${word}\\s*(?:这个)?(?:阶段|环节|stage)(?:里|中|上)?`,
    `\\b(?:in|at)\\s+(?:the )?${word}(?:\\s+stage)?`,
  ],
  source: (word) => [
    `(?:从|来自)\\s*${word}(?:来|进来)?的?`,
    `${word}\\s*(?:渠道)?(?:带来|进来|过来)的?`,
    `${word}\\s*(?:渠道)?(?=来|的?(?:线索|leads?|客户|商机))`,
    `\\b(?:from|through|via) (?:the )?${word}`,
    `${word}(?= leads?\\b)`,
  ],
  lossReason: (word) => [
    `(?:因为|由于|败在|栽在)\\s*(?:是)?${word}(?:问题|原因)?`,
    `(?<=[输丢](?:单|了)*)\\s*(?:给|在)(?:了)?\\s*${word}(?:问题)?上?`,
    // Looks back only once the words are found: a look back from every letter takes quadratic time.
    `\\b(?:to|over|on|because of|due to) (?:the )?${word}(?<=\\b(?:lost|lose|losing)\\b.*)`,
  ],
  status: () => [],
  owner: () => [],
  team: () => [],
};

/** `来源=官网` ("source=website"): how buttons write it. */
const outright = (names: readonly string[], word: string) =>
  `(?:${names.map(wordPattern).join('|')})\\s*=\\s*"?${word}"?`;

/** Takes the filters of a question: values that deals are grouped by, and amounts. */
export function takeFilters(line: QuestionLine, known: KnownNames): Pick<AskedFilters, 'values' | 'amount'> {
  const values: AskedFilters['values'] = [];
  for (const { dimension, key, words } of known.values) {
    if (values.some((one) => one.dimension === dimension)) continue;
    const matched = words.find((said) => takeValue(line, known, dimension, said));
    if (matched !== undefined) values.push({ dimension, key, words: words[0] ?? matched });
  }
  const amount = takeAmount(line, known);
  return { values, ...(amount ? { amount } : {}) };
}

function takeValue(line: QuestionLine, known: KnownNames, dimension: string, said: string): boolean {
  if (!line.mentions(said)) return false;
  const own = known.dimensions.find(({ key }) => key === dimension);
  const names = own ? [own.key, ...everyWording(own.name), ...own.aliases] : [dimension];
  const word = wordPattern(said);
  const patterns = [outright(names, word), ...(places[dimension]?.(word) ?? freely(said, word))];
  return patterns.some((pattern) => line.take(new RegExp(pattern, 'iu')));
}

/** Products, regions, industries and tags are found anywhere, with the word for their kind. */
const freely = (said: string, word: string): string[] =>
  [...said].length > 1
    ? [`#?${word}\\s*(?:行业|区域|地区|产品|等级|客户(?=今|本|上|去|这|[^\\p{L}]|$))?(?:的)?`]
    : [];

const above = /^\s*(?:元|块)?\s*(?:以上|及以上|以外|多)的?/u;
const below = /^\s*(?:元|块)?\s*(?:以下|以内|之内)的?/u;
const over =
  /(?:超过|大于|高于|不低于|至少|>=?|≥|\b(?:over|above|more than|bigger than|larger than|at least|exceeding))\s*$/iu;
const under = /(?:低于|小于|不到|少于|不超过|<=?|≤|\b(?:under|below|less than|smaller than|at most))\s*$/iu;

function takeAmount(line: QuestionLine, known: KnownNames): AskedFilters['amount'] | undefined {
  for (const { value, from, to } of known.amounts(line.left)) {
    const [before, after] = [line.left.slice(0, from), line.left.slice(to)];
    const head = over.exec(before) ?? under.exec(before);
    const tail = above.exec(after) ?? below.exec(after);
    const said = line.left.slice(from, to);
    const isOver = over.test(before) || above.test(after) || /以上$|\+$/.test(said);
    const isUnder = under.test(before) || below.test(after);
    if (!isOver && !isUnder) continue;
    line.cut(head ? head.index : from, tail ? to + tail[0].length : to);
    return { than: isOver ? '>' : '<', value };
  }
  return undefined;
}
