import type { Channel, FoundPiece, ReadAt } from '../../kernel/pieces/base/piece.js';
import { givenToColleague, handsOn, type PersonSpan } from '../names/sentence-people.js';
import { type Clause, isDenied } from '../reading/clauses.js';
import type { Mention, SpeakerContext } from '../reading/sentence-reading.js';
import { cancelledCue, doneCue, hypotheticalCue, postponedCue, reportedCue } from './cues.js';
import { cutClause } from './cuts.js';
import { channelIn } from './manner.js';
import { obstacleIn } from './obstacles.js';
import { withoutOrder } from './own-orders.js';
import { type Rival, readRival } from './rivals.js';
import { kindOf } from './segment-kinds.js';
import type { Segment } from './segment-type.js';
import { sumIn } from './sentence-money.js';
import { splitAtSteps } from './several-steps.js';
import { stageIn } from './stage-words.js';
import { isAheadToday, isDueToday, selfAway, whenOf } from './when.js';

interface ProductDeps {
  text: string;
  clauses: Clause[];
  pieces: FoundPiece[];
  mentions: Mention[];
  people: PersonSpan[];
  colleagues: (PersonSpan & { name: string })[];
  at: ReadAt;
  about: SpeakerContext;
}

/** Delegated, so not done yet: "told Jack to call Oakline". */
const delegated = /\b(?:[Tt]old|[Aa]sked|[Gg]ot|[Rr]eminded) \p{Lu}\p{Ll}+ to \p{Ll}+/u;

/** About the note itself: 今天补记 ("adding this today"), "just logging it now". */
const aboutTheNote = /^[^,。]{0,6}(?:补记|补录|补登|补一下)[^,。]{0,4}$|^[^,]{0,12}\blogging (?:it|this)\b/iu;

/** Asks the assistant for something beside what is told: 帮我看看今天几件事 ("show me what is on today"). */
const toBot = /^\s*(?:你|您|再|顺便|麻烦)*(?:帮我|给我)(?:看看?|查|排|算|念|列|总结|数)[^,。]*$/u;

/** Only polite words: 谢谢 ("thank you"), 辛苦了. */
const polite =
  /^\s*(?:谢谢|谢了|多谢|感谢|辛苦|麻烦|拜托|好的?|嗯+|对|行|ok|okay|thanks?|thank you|cheers|please)(?:[你您啦了哈啊呀的]|大家|各位)*\s*$/iu;

/** Splits the sentence into segments and reads the values of each. */
export function segmentsOf(deps: ProductDeps): Segment[] {
  const { pieces, mentions, people, colleagues, at, about } = deps;
  const clauses = deps.clauses.filter(
    ({ text }) => !aboutTheNote.test(text) && !polite.test(text) && !toBot.test(text),
  );
  const parts = mentions.length > 1 ? clauses : splitAtSteps(clauses, pieces);
  const segments = cutClause(deps.text, parts, mentions, people).map(({ clause, mention, joined, inRow }) => {
    const { text, from, to } = clause;
    const inClause = pieces.filter((one) => from <= one.from && one.to <= to);
    const off = cancelledCue.exec(text);
    const isOff = off !== null && !postponedCue.test(text) && !isDenied(text, off.index, 4);
    const when = whenOf(text, from, inClause, at, cancelledCue.test(text));
    if ((isDueToday(text) || isAheadToday(text, about.time ?? '24:00')) && !when.next)
      when.todayAt ??= at.today;
    const ours = (start: number, end: number) =>
      [...mentions, ...people].some((one) => from + start < one.to && one.from < from + end);
    const rival = readRival(text, ours);
    const bare = text.slice(0, rival ? rival.from : text.length);
    const amount = hypotheticalCue.test(text)
      ? undefined
      : sumIn(text, rival && !/我们|\bwe\b/iu.test(text) ? before(inClause, from, rival) : inClause, from);
    const phone = inClause.find(({ piece }) => piece.kind === 'phone')?.piece.value as string | undefined;
    const present = people.filter(
      (one) => from <= one.from && one.to <= to && tookPart(text, one.from - from, one.to - from),
    );
    const isSupposed = hypotheticalCue.test(text);
    if (isSupposed) when.next = undefined;
    if (selfAway.test(text)) Object.assign(when, { next: undefined, asks: false });
    const segment: Segment = {
      ...clause,
      mention,
      joined,
      inRow,
      kind: 'state',
      contacts: present.map(({ words }) => words),
      of: present.flatMap((one) => one.of ?? []),
      ownerOf: new Map(present.flatMap(({ words, of }) => (of ? [[words, of] as const] : []))),
      when,
      channel: channelIn(text, inClause, from, mention),
      amount,
      stage: isSupposed
        ? undefined
        : rival && (rival.isLoss || /输|丢|lost/iu.test(bare))
          ? 'lost'
          : stageIn(text, about.stages),
      obstacle: isSupposed ? undefined : obstacleIn(text),
      rival,
      phone,
    };
    const mates = colleagues.some((one) => from <= one.from && one.to <= to);
    if (mates && (delegated.test(text) || isHandedOn(text, from, to, colleagues))) segment.kind = 'plan';
    else if (
      colleagues.length > 0 &&
      /[让叫要请]我(?!们)|\b(?:told|asks?|asked|wants?|wanted|reminded|needs?|got|had) me to\b/iu.test(text)
    )
      segment.kind = 'plan';
    else if (mates && (when.next || isGivenToday(text)) && isGiven(text, from, to, colleagues)) {
      segment.kind = 'plan';
      when.next ??= { value: when.todayAt ?? at.today, how: 'sure', from };
    } else if (mates && when.next && /说\S{0,3}(?:要|打算|准备|明天|后天|下周)\S*[去见约]/u.test(text))
      segment.kind = 'plan';
    // A conversation among colleagues is no news of a customer.
    else if (mates && !mention && segment.contacts.length === 0 && /[跟和与]/u.test(text))
      segment.kind = 'aside';
    else segment.kind = kindOf(segment, isOff, people, about.time ?? '24:00', inClause);
    if (when.next && (segment.kind === 'told' || talkAhead.test(text)))
      segment.channel = channelBefore(segment, inClause);
    return segment;
  });
  for (const one of segments) {
    if (!['undone', 'state'].includes(one.kind) || !missedThem.test(one.text) || meantOnce.test(one.text))
      continue;
    const isSame = ({ mention }: Segment) => !mention || !one.mention || mention.from === one.mention.from;
    if (segments.some((other) => other !== one && isSame(other) && other.kind === 'plan' && other.when.next))
      one.kind = 'told';
  }
  const [only, ...others] = segments;
  if (only && others.length === 0) only.kind = withoutOrder(only, at.today);
  for (const [n, one] of segments.entries()) {
    continueDay(one, segments[n - 1], at.today);
    continuePlan(one, segments[n - 1]);
    takeDayBefore(one, segments[n - 1]);
    dropRestatedSum(one, segments[n - 1]);
    dropPaidSum(one, segments[n - 1]);
    dropConsequence(one, segments[n - 1]);
  }
  return segments;
}

/** Something that a colleague shall do today: 让吴桐今天把方案发了 ("have Wu Tong send it today"). */
const isGivenToday = (text: string): boolean =>
  /^\s*(?:那|就|先|麻烦|请)?(?:让|叫|安排|通知|提醒|催|请|派).{1,10}?(?:今天|今晚|今儿|马上|立刻|尽快|赶紧)/u.test(
    text,
  );

/** Whether a clause leaves the customer to a colleague. */
const isHandedOn = (text: string, from: number, to: number, colleagues: PersonSpan[]): boolean =>
  colleagues.some(
    (one) =>
      from <= one.from && one.to <= to && handsOn.test(text.slice(one.to - from)) && !doneCue.test(text),
  );

/** Whether a clause gives a colleague something to do. */
const isGiven = (
  text: string,
  from: number,
  to: number,
  colleagues: (PersonSpan & { name: string })[],
): boolean =>
  givenToColleague(
    text,
    colleagues
      .filter((one) => from <= one.from && one.to <= to)
      .map((one) => ({ ...one, from: one.from - from, to: one.to - from })),
  ) !== undefined;

/** A part of the day alone: 明天上午去星河，下午去云帆 ("to Xinghe tomorrow morning, to Yunfan in the afternoon"). */
const partOfDay = /^\s*(?:然后|再|接着|完了)?(?:上午|中午|下午|傍晚|晚上)/u;

/** A part of the day after a plan for another day is of that day. */
function continueDay(one: Segment, before: Segment | undefined, today: string): void {
  const day = before?.kind === 'plan' ? before.when.next?.value.slice(0, 10) : undefined;
  const { todayAt } = one.when;
  if (!day || day === today || !todayAt || one.when.next || !partOfDay.test(one.text)) return;
  one.when.next = {
    value: todayAt.replace(today, day),
    how: before?.when.next?.how ?? 'proposed',
    from: one.from,
  };
  one.when.todayAt = undefined;
  one.kind = 'plan';
}

/** Somebody went or called, and did not find whom they wanted: with a next step it is news. */
const missedThem = /没(?:有)?(?:能)?(?:[见碰遇找]|联系)(?:到|着)|扑.{0,2}空|(?:不|没)在|没人/u;
/** An intention that something prevented: 本来要去演示，停电了没演成 ("was going to demo, power failed"). */
export const meantOnce =
  /本来|本想|本打算|原想|原本|原定|原计划|\b(?:was|were) (?:going|supposed|meant) to\b/iu;

/**
 * After a plan, 把…了 is what will be done there: 明天去海川，把合同签了 ("to Haichuan tomorrow, to sign the contract").
 */
function continuePlan(one: Segment, before: Segment | undefined): void {
  if (before?.kind !== 'plan' || !before.when.next || one.when.at || one.kind !== 'done') return;
  if (!/^\s*(?:再|顺便|先|并|然后)?把[^,。]+了$/u.test(one.text) || /已|刚/u.test(one.text)) return;
  one.kind = 'plan';
  one.stage = undefined;
}

/** What is done "then" is done on the day before it: "closed till Monday, trying again then". */
function takeDayBefore(one: Segment, before: Segment | undefined): void {
  if (!before?.when.next || one.when.next || one.when.at || one.kind === 'done') return;
  if (
    !/\b(?:then|that day)\W*$/iu.test(one.text) ||
    !/\p{Ll}{3,}ing\b|\b(?:will|'ll|gonna|going to)\b|^\W*(?:try|call|ring|phone|visit|email|chase|retry|check|ping|text)\b/iu.test(
      one.text,
    )
  )
    return;
  one.when.next = { ...before.when.next, how: 'sure' };
  one.kind = 'plan';
  before.when.next = undefined;
  before.when.asks = false;
}

/** A leading condition: what follows its comma depends on it. */
const condition =
  /^\s*(?:but|and|so|那|但|不过)?\s*(?:if|unless|in case|如果|要是|假如|假设|倘若|万一|除非|只要|provided|assuming|suppose|as long as)/iu;
/** Words of a consequence. */
const consequence = /[就才便]|能|可以|会(?!议)|\b(?:will|would|could|can|might|should)\b|(?:'ll|'d)\b/iu;
/**
 * The consequence of a condition is no fact either: 要是下周三不回，我就找李经理 ("if there is no reply by Wednesday, I'll
 * ask manager Li").
 */
function dropConsequence(one: Segment, before: Segment | undefined): void {
  if (!before || !hypotheticalCue.test(before.text)) return;
  if (!condition.test(before.text) && !consequence.test(one.text)) return;
  if (/^\s*(?:那|我们?)*就/u.test(one.text)) one.contacts = [];
  one.when.next = undefined;
  one.amount = undefined;
  one.stage = undefined;
}

/** A sum alone after a payment is that payment: 付了三成，八万四 ("paid 30%, 84,000"). */
function dropPaidSum(one: Segment, before: Segment | undefined): void {
  if (
    !one.amount ||
    !before ||
    !/(?:付|打款|汇款|到账|回款)(?:了|完|过)?[^,。]{0,6}$|\bpaid\b/iu.test(before.text)
  )
    return;
  if (
    /^\s*(?:就是|是|一?共|合计|总共)?\s*[\d.,万千百亿零一二两三四五六七八九十kKwWmM$¥￥€£元块]+\s*$/u.test(
      one.text,
    )
  )
    one.amount = undefined;
}

/** A wish in other words is no price yet: 希望打九折，也就是72万 ("hope for 10% off, that is 720,000"). */
function dropRestatedSum(one: Segment, before: Segment | undefined): void {
  if (!one.amount || !before || !/^\s*(?:也就是|就是|相当于|等于|that is|i\.e\.)/iu.test(one.text)) return;
  if (/希望|想|要求|能不能|\b(?:wants?|hopes?|asks?)\b/iu.test(before.text)) one.amount = undefined;
}

const talkAhead =
  /\b(?:ask(?:s|ed)?|wants?|wanted|requests?|requested|propos\w+|suggest\w+|agreed|set(?:ting)? up|schedul\w+|book\w+)\b[^,.]{0,20}\b(?:call|meeting|visit|zoom|lunch|coffee|dinner)\b/iu;
/**
 * Reads the channel before the words of reporting only: "they asked for a call next week" says how the next
 * contact will be.
 */
function channelBefore({ text, from, channel, mention }: Segment, pieces: FoundPiece[]): Channel | undefined {
  if (talkAhead.test(text)) return undefined;
  const said = reportedCue.exec(text);
  if (!channel || !said) return channel;
  const earlier = pieces.filter((one) => one.from - from < said.index + said[0].length);
  return channelIn(text.slice(0, said.index), earlier, from, mention);
}

/** A competitor's amount is no price of ours: leaves out amounts from the competitor on. */
const before = (pieces: FoundPiece[], offset: number, rival: Rival): FoundPiece[] =>
  pieces.filter(({ piece, from }) => piece.kind !== 'amount' || from - offset < rival.from);

/** Whether a person took part: not denied, not absent. */
function tookPart(text: string, from: number, to: number): boolean {
  return (
    !/(?:不是|没(?:能)?(?:见到|见着|碰到|遇到)|not)\s?$/iu.test(text.slice(0, from)) &&
    !/^(?:没来|不在|没在| (?:was|is) (?:out|away|not|off))/u.test(text.slice(to))
  );
}
