import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { hasNegation } from '../reading/clauses.js';
import type { ActRead, Ask, Mention } from '../reading/sentence-reading.js';
import { repetitionCue } from './cues.js';
import type { Segment } from './segment-type.js';
import { isThought } from './thoughts.js';

/** Groups segments by customer, one act each; what precedes the first name is about the first customer. */
export function readActs(segments: Segment[], at: ReadAt, voice = false): ActRead[] {
  const groups: Segment[][] = [];
  let leading: Segment[] = [];
  for (const segment of segments) {
    const id = segment.mention && keyOf(segment.mention);
    const sameCustomer =
      id && groups.find((group) => group.some((one) => one.mention && keyOf(one.mention) === id));
    if (sameCustomer) sameCustomer.push(segment);
    else if (segment.mention) {
      groups.push([...leading, segment]);
      leading = [];
    } else if (groups.length > 0) for (const group of meantBy(segment, groups)) group.push({ ...segment });
    else leading.push(segment);
  }
  if (leading.length > 0) groups.push(leading);
  shareAcrossRows(groups);
  return groups.flatMap((group) => actOf(group, at, voice));
}

/** Said of every named customer: 两家都 ("both of them"), both, nobody. */
const ofAll =
  /[两二三四五几]家|[两三四五几]边|他们都|双方|全都|都(?=[没不嫌约说要想在是同有还觉已很挺])|^\s*都|一[个家]都|谁[都也]没|没一个|没(?:有)?人接|\b(?:both|neither|all (?:of them|two|three|four)|(?:nobody|no one|none|everyone|everybody))\b|\bno answer\b/iu;
/** A singular pronoun: only the last named customer can be meant. */
const ofOne = /[他她它](?!们)|对方|那边|人家|\b(?:he|she|it|his|her)\b/iu;

/**
 * Finds the customers that a remark without a name is about: the one whose contact it names, a whole row
 * (A、B都见了，都嫌贵, "met both A and B, too expensive"), else the last one named.
 */
function meantBy({ text, of, contacts }: Segment, groups: Segment[][]): Segment[][] {
  const last = groups.slice(-1);
  const owners = groups.filter((group) =>
    group.some(({ mention }) => mention && of.includes(keyOf(mention))),
  );
  if (owners.length > 0) return owners;
  if (ofAll.test(text))
    return groups.length > 1 ? (/[两二]家|both|neither/iu.test(text) ? groups.slice(-2) : groups) : last;
  if (contacts.length > 0 || ofOne.test(text)) return last;
  return rowAtEnd(groups);
}

/** The customers at the end that were named in one row, or only the last. */
function rowAtEnd(groups: Segment[][]): Segment[][] {
  let first = groups.length - 1;
  while (first > 0 && groups[first]?.find(({ mention }) => mention)?.inRow) first--;
  return groups.slice(first);
}

const keyOf = (mention: Mention): string => mention.hits[0]?.id ?? mention.words;

const shared = ['channel', 'obstacle', 'stage', 'amount'] as const;

/**
 * Shares what is said of one customer in a row with all about whom nothing else is said: A、B都见了 ("met both A
 * and B").
 */
function shareAcrossRows(groups: Segment[][]): void {
  const pairs = groups.slice(1).map((group, at) => [groups[at], group] as const);
  // Backwards, so that words at the end reach the first name: 给A、B、C打电话 ("call A, B and C").
  for (const [group, next] of pairs.toReversed()) {
    const [last, follower] = joinedPair(group, next);
    if (!last || !follower || !isBare(last)) continue;
    for (const key of shared) last[key] ??= follower[key] as never;
    if (last.kind === 'state') last.kind = follower.kind;
  }
  for (const [group = [], next] of pairs) {
    const [last, follower] = joinedPair(group, next);
    if (!last || !follower) continue;
    follower.channel ??= channelOf(group);
    if (!follower.when.at && !follower.when.next) follower.when = { ...follower.when, ...whenOfGroup(group) };
    if (follower.kind === 'state') follower.kind = last.kind;
  }
}

/** The last segment about one customer and the first about the next, if an 'and' joins them. */
function joinedPair(group: Segment[] = [], next: Segment[] = []): [Segment?, Segment?] {
  const follower = next.find((one) => one.mention);
  return follower?.joined ? [group.filter((one) => one.mention).at(-1), follower] : [];
}

const channelOf = (group: Segment[]) => group.find((one) => one.channel)?.channel;
const whenOfGroup = (group: Segment[]) => {
  const { at, next } = group.find((one) => one.when.at || one.when.next)?.when ?? {};
  return { ...(at ? { at } : {}), ...(next ? { next } : {}) };
};
const isBare = ({ channel, amount, obstacle, stage, rival }: Segment): boolean =>
  !channel && !amount && !obstacle && !stage && !rival;

function actOf(all: Segment[], at: ReadAt, voice = false): ActRead[] {
  const group = withoutReasons(all);
  const act = kindOfAct(group);
  if (!act) return [];
  const relevant = group.filter((one) => !['off', 'undone', 'aside'].includes(one.kind));
  const mention = group.find((one) => one.mention)?.mention;
  const nexts = relevant.flatMap(({ when, kind }) =>
    when.next
      ? [when.next]
      : when.todayAt && kind === 'plan' && (act === 'plan' || when.todayAt.includes('T'))
        ? [{ value: when.todayAt, how: 'sure' as const }]
        : [],
  );
  const next = nexts.sort((a, b) => (a.value < b.value ? -1 : 1))[0];
  const phone = relevant.find((one) => one.phone)?.phone;
  // An amount right after a competitor is the competitor's: 竞品是星图，报了25万 ("the rival is Xingtu, quoting
  // 250,000").
  const isRivals = (one: Segment) =>
    /^\s*(?:他们|它|对方)?(?:报|出|给)/u.test(one.text) && group[group.indexOf(one) - 1]?.rival !== undefined;
  const amount = relevant.filter((one) => one.amount && !isRivals(one)).at(-1)?.amount;
  const stage = relevant.find((one) => one.stage)?.stage;
  const rival = relevant.find((one) => one.rival)?.rival;
  const obstacle = relevant.find((one) => one.obstacle)?.obstacle;
  const happened = relevant.filter((one) => one.kind !== 'plan');
  const days = happened.map(({ when }) => when.at ?? at.today);
  const withDay = happened.some(({ when }) => when.at);
  const event = happened
    .filter((one) => one.channel)
    .sort((a, b) => (b.when.at ?? at.today).localeCompare(a.when.at ?? at.today))[0];
  const pasts = happened.flatMap(({ when }) => (when.at ? [when.at] : []));
  const isToday = happened.some(
    ({ text, when }) => !when.at && /今天|今早|刚|today|this morning/iu.test(text),
  );
  const day = withDay && !isToday ? (pasts.sort().at(-1) ?? at.today) : (days.sort().at(-1) ?? at.today);
  const asks: Ask[] = [];
  if (mention?.how === 'near') asks.push('near');
  if (mention?.how === 'which') asks.push('which');
  if (mention?.how === 'new') asks.push('new');
  if (relevant.some(({ when }) => when.asks && when.next === next) || (act === 'plan' && !next))
    asks.push('date');
  return [
    {
      act,
      how:
        (act === 'plan' || relevant.length === group.length) && !isThought(group) && isSure(relevant, voice)
          ? 'sure'
          : 'proposed',
      mention,
      contacts: [...new Set(relevant.flatMap(({ contacts }) => contacts))],
      ...(act === 'log' ? { channel: event?.channel, at: day } : {}),
      next,
      amount: amount && (voice ? { ...amount, how: 'proposed' } : amount),
      stage: stage && act === 'log' ? { value: stage, how: 'proposed' } : undefined,
      competitor: rival && { value: rival.name, how: 'proposed' },
      obstacle: obstacle ? { value: obstacle, how: 'proposed' } : undefined,
      phone,
      asks,
    },
  ];
}

/** An intention that something prevented: 本来要去演示，停电了没演成 ("was going to demo, power failed"). */
const meantOnce = /本来|本想|本打算|原想|原本|原定|原计划|\b(?:was|were) (?:going|supposed|meant) to\b/iu;
/** What prevented it: the speaker was called away or back to the office. */
const elsewhere = /被|临时|突然|内部|公司(?:开会|有事)|\b(?:got|was|were) (?:called|pulled|dragged)\b/iu;
const fellThrough = (later: Segment[]): boolean =>
  later.some(
    ({ text, channel, kind }) =>
      kind === 'off' || kind === 'undone' || (!channel && /没\S{1,2}[成上]/u.test(text)),
  );

/**
 * Drops the reason of a failed visit, which is no news of the customer: 青禾没去成，车坏路上了 ("didn't make it to
 * Qinghe, car broke down").
 */
function withoutReasons(group: Segment[]): Segment[] {
  const failed = group.findIndex(
    ({ kind, mention, text }, at) =>
      mention &&
      (kind === 'undone' || kind === 'off' || (meantOnce.test(text) && fellThrough(group.slice(at + 1)))),
  );
  if (failed < 0) return group;
  return group
    .map((one, at) =>
      at === failed ? { ...one, kind: one.kind === 'off' ? one.kind : ('undone' as const) } : one,
    )
    .filter(
      (one, at) =>
        at <= failed ||
        one.contacts.length > 0 ||
        one.when.next ||
        (one.kind === 'plan' && !/改天吧|再说/u.test(one.text)) ||
        (!isBare(one) && !elsewhere.test(one.text)),
    );
}

/** An unnamed past day. */
const someDay =
  /前[两几]天|前阵子|[上前]些天|\b(?:the other day|a while ago|a few days ago|some time ago)\b/iu;

/** An order to the bot: 把金额改成50万 ("change the amount to 500,000"); the deal is changed by a tap. */
const instructs =
  /^\s*(?:请|帮我|麻烦)?(?:把|将)[^,。]*(?:金额|报价|价格|阶段|概率|预计)[^,。]{0,4}(?:改|调|推|设|换|变)(?:成|为|到)(?![^,。]*了\s*$)|^\s*(?:please )?(?:change|set|update|move) (?:the |its |their )?[^,.]*\b(?:amount|price|stage|value)\b[^,.]* to\b/iu;

const isLatin = /^[^\p{Script=Han}]*$/u;
/** Denies nothing: "don't let me forget", "I cannot wait". */
const notForgotten =
  /\b(?:don't|do not) (?:let me )?forget\b|\bcan(?:no|')t wait\b|\bno problem\b|\bnot bad\b/giu;

/**
 * Whether the act is certain: a bare statement may mean anything, even more from voice input, and the scope
 * of a negation is easily misread.
 */
function isSure(relevant: Segment[], voice: boolean): boolean {
  if (relevant.some(({ text, when }) => !when.at && someDay.test(text))) return false;
  if (relevant.some(({ text }) => instructs.test(text))) return false;
  const isDenied = ({ text, obstacle }: Segment) => !obstacle && hasNegation(text.replace(notForgotten, ''));
  // What is denied beside an act that was done for sure is only news: "rang them, the bank has no stock control".
  const isDone = relevant.some(
    (one) => one.kind === 'done' && one.channel && !isDenied(one) && isLatin.test(one.text),
  );
  if (!isDone && relevant.some(isDenied)) return false;
  return relevant.some(
    ({ kind, amount, obstacle, stage, rival }) =>
      (kind !== 'state' && kind !== 'aside') || (!voice && (amount || obstacle || stage || rival)),
  );
}

/** Something done or reported makes a log, only plans make a plan, and what came to nothing makes neither. */
function kindOfAct(group: Segment[]): 'log' | 'plan' | undefined {
  let act: 'log' | 'plan' | undefined;
  for (const { kind } of group) {
    if (kind === 'done' || kind === 'told') return 'log';
    if (kind === 'plan') act = 'plan';
    if (kind === 'off' || kind === 'undone') act = undefined;
  }
  const states = group.filter(({ kind }) => kind === 'state');
  // 再约 ("meet again") after good news follows on something that happened.
  const isNews = states.some(({ text }) => !/[不没]|\bnot\b/iu.test(text));
  const isAgain = group.some(({ kind, text }) => kind === 'plan' && repetitionCue.test(text));
  if (act === 'plan' && isNews && isAgain) return 'log';
  const denied = group.some(({ kind }) => kind === 'off' || kind === 'undone');
  return act ?? (states.length > 0 && !denied ? 'log' : undefined);
}
