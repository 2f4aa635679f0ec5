import { readAmount } from '../../kernel/pieces/amount.js';
import { readDate } from '../../kernel/pieces/date.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { OrderContext } from './order-reading.js';

/** Politeness and hesitation at the head of an order. */
const politeHead =
  /^(?:(?:please|pls|hey|hi|ok(?:ay)?|so|then|now|actually|oh|and|also|could you|can you|would you(?: be so kind as to| mind)?|will you|kindly|i(?:'d| would) like (?:you )?to|i want (?:you )?to|let's|sorry to be a nuisance|if (?:it isn't|it's not) too much trouble|one more thing|right|alright|well)(?:[\s,.!:]+)|(?:请|能(?=帮|麻烦|请)|帮我|帮忙|麻烦|劳驾|不好意思|抱歉|辛苦|你|您|给我|那个|那就|那|好的?|对了|然后|另外|再)(?:[\s,]*))+/iu;
const politeTail =
  /(?:[\s,]*(?:please|pls|thanks?(?: you)?|thx|for me|now|ok|cheers|谢谢|吧|啊|哈|呗|一下))*[\s.!?。！？]*$/iu;

/** The order without politeness behind it. */
export const withoutTail = (line: string): string => line.trim().replace(politeTail, '');

/** The order without politeness round it. */
export const plainOrder = (line: string): string => {
  const text = withoutTail(line);
  return text.replace(politeHead, '').trim() || text;
};

/** Words for the record that is talked about, which name none. */
const pronoun =
  /^(?:it|this|that|them|this one|that one|(?:the|this|that) deal|它|(?:这|那)?(?:一)?[个单条家](?:单子|商机|客户|线索|项目)?|(?:这|那)(?:单子|商机|客户|项目))$/iu;

/** Whether the words stand for what is talked about: 那单 ("that deal"), also without what looked like its polite head. */
export const isPronoun = (words: string | undefined): boolean => pronoun.test(words?.trim() ?? '');

/**
 * The name in an order without articles and case endings; undefined where a pronoun stands for it.
 */
export function nameSaid(words: string | undefined): string | undefined {
  const name = (words ?? '')
    .trim()
    .replace(/^(?:the|our|my)(?:\s+|$)/iu, '')
    .replace(/(?:'s|’s)?(?:\s+(?:deal|one))?$/iu, '')
    .replace(/(?:那边|那个|这个|那单|这单|的)+$/u, '')
    .trim();
  return name === '' || isPronoun(words) || isPronoun(name) ? undefined : name;
}

export const isAmount = (words: string | undefined): words is string =>
  words !== undefined && readAmount(words.trim()) !== undefined;

export const isDay = (words: string | undefined, { at }: OrderContext): words is string =>
  words !== undefined && readDate(words.trim(), at) !== undefined;

/** Whether the words are exactly a stage's. */
export const isStageName = (words: string, { stages }: OrderContext): boolean =>
  stages.some((stage) => foldWords(stage) === foldWords(words));

/** The stage that the words mean: its name, or a word that differs from it only at the end: "Qualify" for Qualification. */
export function stageSaid(words: string, { stages }: OrderContext): string | undefined {
  const said = foldWords(words);
  const exact = stages.find((stage) => foldWords(stage) === said);
  if (exact || said.length < 5 || !/^[a-z]+$/u.test(said)) return exact;
  const near = stages.filter((stage) =>
    foldWords(stage).startsWith(said.slice(0, Math.max(5, said.length - 2))),
  );
  return near.length === 1 ? near[0] : undefined;
}

/** Whether the words name somebody of the company, by the whole name or its first word. */
export function isPersonName(words: string, { people }: OrderContext): boolean {
  const said = foldWords(words.replace(/^@/, ''));
  return people.some((name) => foldWords(name) === said || foldWords(name.split(' ')[0] ?? '') === said);
}

/** The input without what was not said. */
export const saidOnly = (input: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => (value ? [[name, value.trim()] as const] : [])),
  );
