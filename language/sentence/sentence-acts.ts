import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { hasNegation } from '../reading/clauses.js';
import type { ActRead, Ask, Mention } from '../reading/sentence-reading.js';
import { again } from './cues.js';
import type { Segment } from './segment-type.js';

/** Stretches about one customer make one act; what comes before the first name is about the first. */
export function readActs(segments: Segment[], at: ReadAt, voice = false): ActRead[] {
  const groups: Segment[][] = [];
  let leading: Segment[] = [];
  for (const segment of segments) {
    const id = segment.mention && keyOf(segment.mention);
    const same = id && groups.find((group) => group.some((one) => one.mention && keyOf(one.mention) === id));
    if (same) same.push(segment);
    else if (segment.mention) {
      groups.push([...leading, segment]);
      leading = [];
    } else if (groups.length > 0) for (const group of meantBy(segment, groups)) group.push({ ...segment });
    else leading.push(segment);
  }
  if (leading.length > 0) groups.push(leading);
  share(groups);
  return groups.flatMap((group) => actOf(group, at, voice));
}

/** 两家都, both, nobody: it is said of every customer that was named. */
const ofAll =
  /[两二三四五几]家|[两三四五几]边|他们都|双方|全都|都(?=[没不嫌约说要想在是同有还觉已很挺])|^\s*都|一[个家]都|谁[都也]没|没一个|没(?:有)?人接|\b(?:both|neither|all (?:of them|two|three|four)|(?:nobody|no one|none|everyone|everybody))\b|\bno answer\b/iu;
/** He, she, it: only the last who was named can be meant. */
const ofOne = /[他她它](?!们)|对方|那边|人家|\b(?:he|she|it|his|her)\b/iu;

/**
 * Of whom a remark without a name is said: of the customer whose contact it speaks of, of a whole row of customers
 * (A、B都见了，都嫌贵), else of the customer that was named last.
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

/** The customers at the end that were named in one row, or the last alone. */
function rowAtEnd(groups: Segment[][]): Segment[][] {
  let first = groups.length - 1;
  while (first > 0 && groups[first]?.find(({ mention }) => mention)?.inRow) first--;
  return groups.slice(first);
}

const keyOf = (mention: Mention): string => mention.hits[0]?.id ?? mention.words;

const shared = ['channel', 'obstacle', 'stage', 'amount'] as const;

/** A、B都见了: what is said of one of a row of customers is said of all that nothing else is said of. */
function share(groups: Segment[][]): void {
  const pairs = groups.slice(1).map((group, at) => [groups[at], group] as const);
  // 给A、B、C打电话: what stands at the end reaches the first.
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

/** The last stretch about one customer and the first about the next, where an 'and' joins them. */
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
  const told = group.filter((one) => !['off', 'undone', 'aside'].includes(one.kind));
  const mention = group.find((one) => one.mention)?.mention;
  const nexts = told.flatMap(({ when, kind }) =>
    when.next
      ? [when.next]
      : when.todayAt && kind === 'plan' && (act === 'plan' || when.todayAt.includes('T'))
        ? [{ value: when.todayAt, how: 'sure' as const }]
        : [],
  );
  const next = nexts.sort((a, b) => (a.value < b.value ? -1 : 1))[0];
  const phone = told.find((one) => one.phone)?.phone;
  // 竞品是星图，报了25万: what follows on a rival is the rival's.
  const isRivals = (one: Segment) =>
    /^\s*(?:他们|它|对方)?(?:报|出|给)/u.test(one.text) && group[group.indexOf(one) - 1]?.rival !== undefined;
  const amount = told.filter((one) => one.amount && !isRivals(one)).at(-1)?.amount;
  const stage = told.find((one) => one.stage)?.stage;
  const rival = told.find((one) => one.rival)?.rival;
  const obstacle = told.find((one) => one.obstacle)?.obstacle;
  const happened = told.filter((one) => one.kind !== 'plan');
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
  if (told.some(({ when }) => when.asks && when.next === next) || (act === 'plan' && !next))
    asks.push('date');
  return [
    {
      act,
      how: (act === 'plan' || told.length === group.length) && isSure(told, voice) ? 'sure' : 'proposed',
      mention,
      contacts: [...new Set(told.flatMap(({ contacts }) => contacts))],
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

/** 本来要去演示，停电了没演成: what was meant, until something came between. */
const meantOnce = /本来|本想|本打算|原想|原本|原定|原计划|\b(?:was|were) (?:going|supposed|meant) to\b/iu;
/** What came between: one was called away, into one's own office. */
const elsewhere = /被|临时|突然|内部|公司(?:开会|有事)|\b(?:got|was|were) (?:called|pulled|dragged)\b/iu;
const fellThrough = (later: Segment[]): boolean =>
  later.some(
    ({ text, channel, kind }) =>
      kind === 'off' || kind === 'undone' || (!channel && /没\S{1,2}[成上]/u.test(text)),
  );

/** 青禾没去成，车坏路上了: why it came to nothing is no news of the customer. */
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

/** A past day that is not named, and is not today. */
const someDay =
  /前[两几]天|前阵子|[上前]些天|\b(?:the other day|a while ago|a few days ago|some time ago)\b/iu;

/** 把金额改成50万: told to the bot, not of a customer; the deal is changed by a tap. */
const instructs =
  /^\s*(?:请|帮我|麻烦)?(?:把|将)[^,。]*(?:金额|报价|价格|阶段|概率|预计)[^,。]{0,4}(?:改|调|推|设|换|变)(?:成|为|到)(?![^,。]*了\s*$)|^\s*(?:please )?(?:change|set|update|move) (?:the |its |their )?[^,.]*\b(?:amount|price|stage|value)\b[^,.]* to\b/iu;

/**
 * A statement with nothing done, said or meant in it may be anything, more so when a machine wrote it down; and
 * what a denial reaches is easily mistaken.
 */
function isSure(told: Segment[], voice: boolean): boolean {
  if (told.some(({ text, when }) => !when.at && someDay.test(text))) return false;
  if (told.some(({ text }) => instructs.test(text))) return false;
  if (told.some(({ text, obstacle }) => !obstacle && hasNegation(text))) return false;
  return told.some(
    ({ kind, amount, obstacle, stage, rival }) =>
      (kind !== 'state' && kind !== 'aside') || (!voice && (amount || obstacle || stage || rival)),
  );
}

/** Something that happened or was told makes a log; only intentions make a plan; what came to nothing, neither. */
function kindOfAct(group: Segment[]): 'log' | 'plan' | undefined {
  let act: 'log' | 'plan' | undefined;
  for (const { kind } of group) {
    if (kind === 'done' || kind === 'told') return 'log';
    if (kind === 'plan') act = 'plan';
    if (kind === 'off' || kind === 'undone') act = undefined;
  }
  const states = group.filter(({ kind }) => kind === 'state');
  // 再约, after good news of the customer, follows on something that took place.
  const isNews = states.some(({ text }) => !/[不没]|\bnot\b/iu.test(text));
  const isAgain = group.some(({ kind, text }) => kind === 'plan' && again.test(text));
  if (act === 'plan' && isNews && isAgain) return 'log';
  const denied = group.some(({ kind }) => kind === 'off' || kind === 'undone');
  return act ?? (states.length > 0 && !denied ? 'log' : undefined);
}
