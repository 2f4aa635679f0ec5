import type { PersonSpan } from '../names/sentence-people.js';
import type { Clause } from '../reading/clauses.js';
import type { Mention } from '../reading/sentence-reading.js';

const joints =
  /、|以及|和|与|及|跟|又|,|;| and | & |然后|一个是|再|但是?|不过|可是|而(?!且|是|已)| (?:but|while|whereas|though) /giu;

/** What leads to a customer's name: 去, 给 ("to"), "with". It belongs to the words about that customer. */
const leadIn =
  /(?:[我又还也再]|今天|昨天|明天|后天|上午|下午|晚上)*(?:拜访|联系|去|到|给|向|对|见|找|约|陪|在)(?:了|过|完)?(?:一?趟|一下)?\s*$|\s(?:(?:met|saw|called|visited|emailed|quoted|to|at|with|from|for)\s)+(?:the )?$/iu;

/** Where the words about the next customer begin, if no 'and' stands before it. */
function startOfNext(text: string, from: number, to: number): number {
  return leadIn.exec(text.slice(from, to))?.index ?? to - from;
}

/**
 * A part of a clause about one customer; `joined`: linked by an 'and' to the part before, `inRow`: nothing
 * else between.
 */
export interface ClauseCut {
  clause: Clause;
  mention?: Mention;
  joined: boolean;
  inRow: boolean;
}

/** Cuts each clause between the customers it names. */
export function cutClause(
  whole: string,
  clauses: Clause[],
  mentions: Mention[],
  people: PersonSpan[],
): ClauseCut[] {
  const cuts: ClauseCut[] = [];
  for (const { text, from, to } of clauses) {
    const inside = mentions.filter((one) => from <= one.from && one.to <= to);
    let start = from;
    for (const [at, mention] of inside.entries()) {
      const next = inside[at + 1];
      const joint = next && [...text.slice(mention.to - from, next.from - from).matchAll(joints)].at(-1);
      const end = !next
        ? to
        : joint
          ? mention.to + joint.index
          : mention.to + startOfNext(text, mention.to - from, next.from - from);
      const joined = at > 0 || /^\s*(?:和|与|及|and|&)/iu.test(text) || isList(text, from, inside);
      const before = mentions[mentions.indexOf(mention) - 1];
      cuts.push({
        clause: { text: text.slice(start - from, end - from), from: start, to: end },
        mention,
        joined,
        inRow: before !== undefined && isRow(whole, before.to, mention.from, people),
      });
      start = end + (joint?.[0].length ?? 0);
    }
    if (inside.length === 0) cuts.push({ clause: { text, from, to }, joined: false, inRow: false });
  }
  return cuts;
}

/** What may stand between two customers of a row: an 'and', or only a comma. */
const between =
  /^(?:\s|、|和|与|及|以及|跟|还有|的|那边|and\b|&|at\b|from\b|of\b|'s\b|both\b|一个是)*$|^\s*,\s*(?:(?:and|还有|以及)\b)?\s*(?:at|from)?\s*$/iu;

/** Whether two customers follow one another with only their people and an 'and' between them. */
function isRow(text: string, from: number, to: number, people: PersonSpan[]): boolean {
  let rest = text.slice(from, to);
  for (const one of people.toReversed()) {
    if (from <= one.from && one.to <= to) rest = rest.slice(0, one.from - from) + rest.slice(one.to - from);
  }
  return between.test(rest);
}

/** Whether a clause is only a list of names: a row that continues after a comma. */
function isList(text: string, from: number, inside: Mention[]): boolean {
  let rest = text;
  for (const one of inside.toReversed()) rest = rest.slice(0, one.from - from) + rest.slice(one.to - from);
  return /^(?:\s|、|和|与|及|and|&|,|上午|中午|下午|晚上|早上|then|in the (?:morning|afternoon))*$/iu.test(
    rest,
  );
}
