import type { Channel, Found, ReadAt } from '../pieces/piece.js';
import { type Clause, isDenied } from './clauses.js';
import { again, calledOff, done, intended, ownDuty, putOff, supposed, told, undone } from './cues.js';
import { cut } from './cuts.js';
import { stageIn } from './facts.js';
import { channelIn } from './manner.js';
import { sumIn } from './money.js';
import { obstacleIn } from './obstacles.js';
import type { Who } from './people.js';
import type { About, Field, Mention, Money } from './reading.js';
import { type Rival, rivalIn } from './rivals.js';
import { dueToday, isAway, isDueToday, laterToday, type When, whenOf } from './when.js';

/** A stretch about one customer, or about the one before it. */
export interface Segment extends Clause {
  mention?: Mention;
  /** Joined to the stretch before it by an 'and': what is said of one is said of both. */
  joined: boolean;
  /** Nothing but 'and' stands between its customer and the one before: they are a row. */
  inRow: boolean;
  kind: 'done' | 'told' | 'plan' | 'state' | 'off' | 'undone' | 'aside';
  contacts: string[];
  /** The customers whose contacts are spoken of. */
  of: string[];
  when: When;
  channel?: Channel;
  amount?: Field<Money>;
  stage?: string;
  obstacle?: string;
  rival?: Rival;
  phone?: string;
}

interface Ground {
  text: string;
  clauses: Clause[];
  pieces: Found[];
  mentions: Mention[];
  people: Who[];
  colleagues: Who[];
  at: ReadAt;
  about: About;
}

/** Told Jack to call Oakline: it is yet to be done. */
const delegated = /\b(?:[Tt]old|[Aa]sked|[Gg]ot|[Rr]eminded) \p{Lu}\p{Ll}+ to \p{Ll}+/u;

/** 今天补记, just logging it now: said of the note itself. */
const aboutTheNote = /^[^,。]{0,6}(?:补记|补录|补登|补一下)[^,。]{0,4}$|^[^,]{0,12}\blogging (?:it|this)\b/iu;

export function segmentsOf(ground: Ground): Segment[] {
  const { pieces, mentions, people, colleagues, at, about } = ground;
  const clauses = ground.clauses.filter(({ text }) => !aboutTheNote.test(text));
  const segments = cut(ground.text, clauses, mentions, people).map(({ clause, mention, joined, inRow }) => {
    const { text, from, to } = clause;
    const mine = pieces.filter((one) => from <= one.from && one.to <= to);
    const off = calledOff.exec(text);
    const isOff = off !== null && !putOff.test(text) && !isDenied(text, off.index, 4);
    const when = whenOf(text, from, mine, at, calledOff.test(text));
    if (isDueToday(text) && !when.next) when.todayAt ??= at.today;
    const ours = (start: number, end: number) =>
      [...mentions, ...people].some((one) => from + start < one.to && one.from < from + end);
    const rival = rivalIn(text, ours);
    const bare = text.slice(0, rival ? rival.from : text.length);
    const amount = supposed.test(text)
      ? undefined
      : sumIn(text, rival && !/我们|\bwe\b/iu.test(text) ? before(mine, from, rival) : mine, from);
    const phone = mine.find(({ piece }) => piece.kind === 'phone')?.piece.value as string | undefined;
    const present = people.filter(
      (one) => from <= one.from && one.to <= to && isThere(text, one.from - from, one.to - from),
    );
    const isSupposed = supposed.test(text);
    if (isSupposed) when.next = undefined;
    const segment: Segment = {
      ...clause,
      mention,
      joined,
      inRow,
      kind: 'state',
      contacts: present.map(({ words }) => words),
      of: present.flatMap((one) => one.of ?? []),
      when,
      channel: channelIn(text, mine, from, mention),
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
    if (mates && delegated.test(text)) segment.kind = 'plan';
    else if (
      colleagues.length > 0 &&
      /[让叫要请]我(?!们)|\b(?:told|asks?|asked|wants?|wanted|reminded|needs?|got|had) me to\b/iu.test(text)
    )
      segment.kind = 'plan';
    else if (mates && when.next && /说\S{0,3}(?:要|打算|准备|明天|后天|下周)\S*[去见约]/u.test(text))
      segment.kind = 'plan';
    // What colleagues talked over among themselves is no news of a customer.
    else if (mates && !mention && segment.contacts.length === 0 && /[跟和与]/u.test(text))
      segment.kind = 'aside';
    else segment.kind = kindOf(segment, isOff, people, about.time ?? '24:00', mine);
    return segment;
  });
  for (const [at, one] of segments.entries()) {
    followOn(one, segments[at - 1]);
    sameSum(one, segments[at - 1]);
    thenOnly(one, segments[at - 1]);
  }
  return segments;
}

/** 明天去海川，把合同签了: of a plan, 把…了 is what will be done there. */
function followOn(one: Segment, before: Segment | undefined): void {
  if (before?.kind !== 'plan' || !before.when.next || one.when.at || one.kind !== 'done') return;
  if (!/^\s*(?:再|顺便|先|并|然后)?把[^,。]+了$/u.test(one.text) || /已|刚/u.test(one.text)) return;
  one.kind = 'plan';
  one.stage = undefined;
}

/** What comes first as a condition; whatever stands after its comma hangs on it. */
const condition =
  /^\s*(?:but|and|so|那|但|不过)?\s*(?:if|unless|in case|如果|要是|假如|假设|倘若|万一|除非|只要|provided|assuming|suppose|as long as)/iu;
/** What is said to follow. */
const consequence = /[就才便]|能|可以|会(?!议)|\b(?:will|would|could|can|might|should)\b|(?:'ll|'d)\b/iu;
/** 要是下周三不回，我就找李经理: what would follow on a supposition is no fact either. */
function thenOnly(one: Segment, before: Segment | undefined): void {
  if (!before || !supposed.test(before.text)) return;
  if (!condition.test(before.text) && !consequence.test(one.text)) return;
  if (/^\s*(?:那|我们?)*就/u.test(one.text)) one.contacts = [];
  one.when.next = undefined;
  one.amount = undefined;
  one.stage = undefined;
}

/** 希望打九折，也就是72万: what was wished for, in other words, is no price yet. */
function sameSum(one: Segment, before: Segment | undefined): void {
  if (!one.amount || !before || !/^\s*(?:也就是|就是|相当于|等于|that is|i\.e\.)/iu.test(one.text)) return;
  if (/希望|想|要求|能不能|\b(?:wants?|hopes?|asks?)\b/iu.test(before.text)) one.amount = undefined;
}

/** What another seller asks is no price of ours. */
const before = (pieces: Found[], offset: number, rival: Rival): Found[] =>
  pieces.filter(({ piece, from }) => piece.kind !== 'amount' || from - offset < rival.from);

/** Whoever is denied or was not there is no contact of it. */
function isThere(text: string, from: number, to: number): boolean {
  return (
    !/(?:不是|没(?:能)?(?:见到|见着|碰到|遇到)|not)\s?$/iu.test(text.slice(0, from)) &&
    !/^(?:没来|不在|没在| (?:was|is) (?:out|away|not|off))/u.test(text.slice(to))
  );
}

/** 确认一下, 问下: done briefly, and with a day ahead not yet. */
const asIntended =
  /(?:问问|聊聊|看看|催催|碰碰|谈谈|约约|说说|对对|碰个)|(?:确认|沟通|核对|落实|问|对|聊|谈|碰|看|催)(?:一下|下(?![来午周个次月半单定面])(?=$|[,。]|\p{Script=Han}{2}))/u;

/** 陈厂长十号之前要给报价: by their day, whoever's turn it is; told of them, not set out by the speaker. */
const demanded = ({ text, contacts: [who = ''] }: Segment): boolean =>
  who !== '' && /^[^,。]{0,12}之?前(?:就?要|得)(?:给|出|交|拿)/u.test(text.split(who)[1] ?? '');

/** Amy will get back to us by Thursday: what somebody of theirs will do, by themselves, is news of them. */
function isTheirTurn({ text, from, to, mention }: Segment, people: Who[]): boolean {
  const does = people.find(
    (one) => from <= one.from && one.to <= to && /^ \p{Ll}{2,}s\b/u.test(text.slice(one.to - from)),
  );
  if (does && /^\s*(?:today|tomorrow)?\s*$/iu.test(text.slice(0, does.from - from))) return true;
  const will =
    /\b(?:will|is going to|are going to|promised to|plans? to|has to|have to|needs? to)\s(?!be\b|meet|see us|join|have (?:lunch|dinner|coffee)|visit|come)|'ll\s(?!be\b|meet|see us|join|visit|come)/iu.exec(
      text,
    );
  if (!will || /\b(?:i|we|let me|remind|note to self)\b/iu.test(text.slice(0, will.index))) return false;
  const subjects = [...people, ...(mention ? [mention] : [])].filter(
    (one) => from <= one.from && one.to <= Math.min(to, from + will.index),
  );
  const last = Math.max(-1, ...subjects.map((one) => one.to - from));
  const between = last < 0 ? text.slice(0, will.index) : text.slice(last, will.index);
  return last < 0
    ? /^\s*(?:he|she|they|the (?:client|customer|board|team)|their \w+)\s*$/iu.test(between)
    : /^(?:'s (?:\w+ ){1,3}| (?:team|people|guys|folks|legal|side|board|procurement|finance))?\s*$/iu.test(
        between,
      );
}

/** 两天后问问明月的反馈: a day ahead at the head, and the verb right after it: what the speaker sets down to do. */
const isSetDown = ({ text, when, from }: Segment, pieces: Found[]): boolean => {
  if (!when.next) return false;
  const first = pieces.find(({ piece, from: at }) => piece.kind === 'date' && at === when.next?.from);
  return (
    first !== undefined &&
    /^(?:\s|我|再|要|得|记得|提醒我?|嗯|那个)*$/u.test(text.slice(0, first.from - from)) &&
    /^\s?(?:[前上下]午|之?前|以前|晚上|早上|中午|我|再|要|得|先|务必|记得)*(?:问|催|给|去|找|跟(?!进)|跟进|联系|约|回访|回复|回电|发|打|送|寄|拜访|拜会|见|看(?!好)|陪|带|请|交|把|拿|盯|对接|确认|落实|碰|聊|过去|上门|飞|出差|演示|培训|收)/u.test(
      text.slice(first.to - from),
    )
  );
};

/** 微信 周总 要两个案例: the channel, whom, and what is asked for; a message short of its verbs. */
const telegraphed = ({ text, channel, contacts: [who = ''] }: Segment): boolean =>
  channel !== undefined && who !== '' && /^\s+(?:要|想|嫌)/u.test(text.split(who)[1] ?? '');

function kindOf(
  segment: Segment,
  isOff: boolean,
  people: Who[],
  now: string,
  pieces: Found[],
): Segment['kind'] {
  const { text, from, when, channel, obstacle, mention, amount } = segment;
  if (isOff) return 'off';
  if (supposed.test(text) && !segment.channel) return 'told';
  const happened = done.exec(text);
  const missed = undone.exec(text);
  if (missed && !(happened && happened.index < missed.index)) return when.next ? 'plan' : 'undone';
  const ahead = when.next !== undefined;
  if (
    ahead &&
    /[改挪调]期?到|\b(?:moved|rescheduled|shifted|bumped|switched) to\b|\b(?:call|visit|meeting|demo|lunch|dinner|workshop|review)\b[^,.]{0,30}\b(?:pushed|postponed|delayed) (?:back |out )?(?:to|till|until)\b/iu.test(
      text,
    )
  )
    return 'plan';
  const isLater = laterToday.test(text) || (when.todayAt?.slice(11) ?? '') > now;
  if (when.at) return 'done';
  const aim = ahead ? intended.exec(text) : null;
  if (happened && !isDenied(text, happened.index, 3) && !(aim && aim.index < happened.index)) return 'done';
  if (ahead && !happened && (asIntended.test(text) || isSetDown(segment, pieces))) return 'plan';
  if (!happened && dueToday.test(text)) return 'plan';
  if (ahead && isAway.test(text)) return 'state';
  if (isTheirTurn(segment, people)) return 'told';
  if (!happened && ownDuty.test(text)) return 'plan';
  if (told.test(text) || telegraphed(segment) || demanded(segment)) return 'told';
  if (obstacle) return 'told';
  if (ahead || intended.test(text)) {
    const subject = mention ?? people.find((one) => from <= one.from && one.to <= segment.to);
    const repeated = again.exec(text);
    // Of whom it is said first, there is news; of whom it is said last, there is a plan.
    const first = when.next?.from ?? Number.POSITIVE_INFINITY;
    if (
      repeated &&
      subject &&
      subject.from < first &&
      subject.from - from < repeated.index &&
      // Ping Sarah again: after an English verb she is whom it is done to.
      !/[a-z]{3,}\s$/u.test(text.slice(0, subject.from - from)) &&
      !/^\s*(?:要|准备|打算|(?:i )?will\b|i'll\b|going to\b)/iu.test(text)
    )
      return 'told';
    return 'plan';
  }
  if (when.todayAt && (!channel || isLater)) return 'plan';
  if (amount && /报价|报了|谈到|[中投开]标|合同额|总价|成交|quote/iu.test(text)) return 'told';
  if (/今天|today/iu.test(text) && mention === undefined) return 'told';
  return channel ? 'done' : 'state';
}
