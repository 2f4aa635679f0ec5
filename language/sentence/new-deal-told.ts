import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import type { Clause } from '../reading/clauses.js';

/** What a sentence tells of a new deal beside its customer and its amount. */
export interface NewDealTold {
  name?: string;
  /** The day on which it is expected to close, 'YYYY-MM-DD'. */
  close?: string;
}

/** Words for the close of a deal. */
const closes =
  /预计|签(?![到收证])|成交|落单|下单|拿下|关单|定下来|落地|\b(?:clos(?:e|es|ing)|sign(?:s|ing|ed)?|land(?:s|ing)?|go(?:es|ing)? live|deadline)\b/iu;

/** Words round the name of a deal: that it is new, what is done for it, and what an amount is called. */
const frame =
  /[又还再]?(?:新(?:立|开|增)|新?[有出来]+)?了?(?:[一两二三]?[个条笔单])?新?的?(?:商机|项目|单子)(?:出来)?|[那这]边|立项|新增|(?:预算|金额|报价|价格|总价|大概|大约|估计|差不多|左右|预计|约|是|的|叫|做|搞|上|关于|主要|有|要|想|[那这]个)(?=[\s,，]|$|\p{Script=Han}{2,})|\b(?:(?:has|have|had|got|gets|there's|there is|wants?|needs?) )?(?:a |an |another |one more )?(?:new |second )?(?:deal|project|opportunity)\b(?: (?:for|about|on|called|named))?|\b(?:about|around|roughly|approx(?:imately)?|worth|budget(?: of| is)?|value|amount|expected|should|will|to|it's|its|for|a|an|the)\b|[\s,.:：，。]/giu;

/** A verb or a person in the words, so that they tell something else than what the deal is called. */
const tells =
  /[他她它我你们了吗呢吧]|[说问想觉聊谈]|下周|联系|\b(?:i|we|he|she|they|you|said|says|asked|called|met|sent|is|are|was|were|but|because|then|next|if)\b/iu;

/** Reads what a sentence with a new deal in it calls the deal, and when it expects to close it. */
export function newDealTold(
  clauses: readonly Clause[],
  pieces: readonly FoundPiece[],
  named: readonly { from: number; to: number }[],
): NewDealTold {
  const told: NewDealTold = {};
  for (const clause of clauses) {
    const within = pieces.filter(({ from, to }) => clause.from <= from && to <= clause.to);
    const day = within.find(({ piece }) => piece.kind === 'date')?.piece;
    if (day?.kind === 'date' && closes.test(clause.text)) {
      told.close ??= day.value;
      continue;
    }
    const name = nameIn(clause, [...within, ...named]);
    if (name) told.name ??= name;
  }
  return told;
}

/** What is left of a clause without the values in it and the words round a name, if that can be the name of a deal. */
function nameIn(
  { text, from: start }: Clause,
  taken: readonly { from: number; to: number }[],
): string | undefined {
  const left = taken
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (words, { from, to }) =>
        from >= start && to <= start + text.length
          ? `${words.slice(0, from - start)} , ${words.slice(to - start)}`
          : words,
      text,
    );
  const parts = left
    .split(/[,，]/u)
    .map((part) => trimmed(part))
    .filter((part) => part.length > 1 && !tells.test(part));
  const [only, ...others] = parts;
  const isShort = (words: string) =>
    /\p{Script=Han}/u.test(words) ? words.length <= 12 : words.split(' ').length <= 5;
  return only && others.length === 0 && isShort(only) ? only : undefined;
}

/** The words without what frames a name, at both ends. */
function trimmed(words: string): string {
  let left = words.trim();
  for (;;) {
    const found = [...left.matchAll(frame)].filter(({ 0: said }) => said !== '');
    const head = found.find(({ index }) => index === 0)?.[0];
    if (head) {
      left = left.slice(head.length);
      continue;
    }
    const tail = found.find(({ 0: said, index }) => index + said.length === left.length);
    if (!tail) return left;
    left = left.slice(0, tail.index);
  }
}
