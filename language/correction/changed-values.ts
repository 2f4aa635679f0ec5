import type { FoundPiece, ReadAt } from '../../kernel/pieces/base/piece.js';
import { readBareHour } from '../../kernel/pieces/dates/bare-hour.js';
import { scan } from '../../kernel/pieces/scan.js';
import { type Correction, moneyOf } from '../reading/sentence-reading.js';
import { sentencePieceKinds } from '../reading/wanted-pieces.js';
import { bareOrder, isAsking, isReported, orderParts, orderText, withoutOpening } from './plain-order.js';

/** What the words give a record instead, apart from names of people and customers. */
export type ChangedValues = Pick<
  Correction,
  | 'at'
  | 'next'
  | 'time'
  | 'hour'
  | 'shift'
  | 'amount'
  | 'number'
  | 'name'
  | 'phone'
  | 'phoneEnd'
  | 'channel'
  | 'isFormer'
  | 'not'
>;

/** Longest line read as a correction without a name, in characters. */
const longest = 80;

/** The value that is denied: 不是周三 ("not Wednesday"), "not Monday", "instead of 20k". */
const denied =
  /(?:^|\b(?:i|we|sorry|no),? )(?:i |we )?(?:can't|cant|cannot|won't) (?:do|make) [^,]+?(?: after all| any more)?(?=,)|不是[^,，。]+?(?=,|是|而|$)|(?:\b(?:and )?not|\binstead of|\brather than) [^,]+$|(?<=^|\s)not [^,]+?(?=,|\bbut\b)/giu;

/** Words that make a bare value a correction. */
const marks =
  /等等|等一?下|那个是|那次是|还是|改(?:成|到|为|在|回)?|不对|不是|应该是?|应为|换(?:成|到)?|推(?:迟)?到|延(?:后)?到|提前到?|挪到|放到|[说记写搞弄打输填]错|\b(?:actually|instead|make (?:it|that|this)|change (?:it|that|this)|no|nope|wait|sorry|i meant?|should (?:be|have been|say|read)|was right|better|back to|move (?:it|that)|push (?:it|that)|set (?:it|that)|leave it|keep it|go with|switch|correction|typo|wrong|oops|scratch that|i said|rather(?! than))\b|\bthen[\s.!]*$/iu;

/** Words round a value that carry no fact. */
const frame =
  /还是|(?:先|就)?别改(?:了)?|(?:先|就)?别动|等一?下|等等|改(?:成|到|为|在|回)?|不对|不是|应该是?|应为|换(?:成|到)?|(?:往后)?推(?:迟)?到?|延(?:后)?到?|提前到?|挪到?|放到?|[说记写搞弄打输填]错了?|要不|算了|刚刚?才?|我[说指]的?是?|我的意思是|(?:下次)?时间|日期|金额|报价|价格|见面|拜访|提醒|预计|关单|成交|签约|那[就条个]?|这[条个]|上一?条|就|把|将|它|吧|啊|呢|哦|呀|嗯|唉|哎|的|了|是|要|再|先|才|对|好|一下|送|发|打|去|在|到|为|成|\b(?:actually|instead|make|change|no|nope|wait|sorry|i mean|i meant|i said|meant|should|have|been|be|say|read|was|is|right|better|(?:it|that|there)'s|back|move|moved|push|pushed|set|leave|keep|go|with|switch|correction|typo|wrong|oops|scratch|hang|hold|it|it's|that|that's|this|the|an?|date|day|time|amount|price|value|due|close|closing|to|on|at|for|till|until|of|by|please|then|hmm+|oh|ok|okay|well|just|yes|yeah|lol|after all|in fact|again|now|out|up|but|only|rather|let's|we|i can|i can only do|can only do|better)\b|[,，。.!？?！~…:：\s]/giu;

const units: readonly [RegExp, number][] = [
  [/天|days?/iu, 1],
  [/周|星期|礼拜|weeks?/iu, 7],
  [/月|months?/iu, 30],
];
const counts: Record<string, number> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  半: 0.5,
  a: 1,
  an: 1,
  one: 1,
  another: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  couple: 2,
  few: 3,
};
const count = String.raw`(?<n>\d{1,2}|[一两二三四五]|an?|one|another|two|three|four|five|(?:a )?couple(?: of)?)`;
const laterHan = new RegExp(
  String.raw`^(?:把|将)?(?:它|时间|日期)?(?:再|就|还是)?(?:往后推迟?|往后|后推|推迟|推后|延后|顺延|延期|延|晚|推)${count}(?:个)?(?<unit>天|周|星期|礼拜|月)$`,
  'u',
);
const earlierHan = new RegExp(
  String.raw`^(?:把|将)?(?:它|时间|日期)?(?:再|就|还是)?(?:提前|往前提?|早)${count}(?:个)?(?<unit>天|周|星期|礼拜)$`,
  'u',
);
const laterLatin = new RegExp(
  String.raw`^(?:(?:push|move|delay|postpone|put|bump|shift) (?:it|that|this)(?: back| out| off| on)?(?: by)? ${count} (?<unit>days?|weeks?|months?)(?: later| back| out)?|(?:make (?:it|that) )?${count.replace('?<n>', '?<n2>')} (?<unit2>days?|weeks?|months?) later)$`,
  'iu',
);
const earlierLatin = new RegExp(
  String.raw`^(?:(?:bring|move|pull) (?:it|that|this) (?:forward|up|in)(?: by)? ${count} (?<unit>days?|weeks?)|(?:make (?:it|that) )?${count.replace('?<n>', '?<n2>')} (?<unit2>days?|weeks?) earlier)$`,
  'iu',
);

/** Reads 推迟两天 ("two days later"), "push it a week", as days; undefined if the words say none. */
export function readShift(words: string): number | undefined {
  const later = laterHan.exec(words) ?? laterLatin.exec(words);
  const found = later ?? earlierHan.exec(words) ?? earlierLatin.exec(words);
  const said = found?.groups;
  if (!said) return undefined;
  const number = (said.n ?? said.n2 ?? '').replace(/^a (?=couple)| of$/giu, '').toLowerCase();
  const days = units.find(([unit]) => unit.test(said.unit ?? said.unit2 ?? ''))?.[1] ?? 1;
  const total = (counts[number] ?? Number(number)) * days;
  return later ? total : -total;
}

const nameHan =
  /^(?:把|将)?(?:它|这个|那个|这单|那单|项目|商机|客户|联系人|待办|任务)?的?(?:(?:名字|名称|标题|叫法)(?:应该)?(?:改成|改为|改叫|换成|叫|是|写成)|改名(?:成|为|叫)?|改叫|应该叫)\s?"?(?<name>[^,，"]{2,30})"?$/u;
const nameLatin =
  /^(?:call (?:it|that|this)|rename (?:it|that|this|the \w+)(?: to| as)?|name (?:it|that|this)|(?:the |its )?(?:name|title) (?:is|should be|should read)|change the (?:name|title) to)\s+"?(?!(?:a day|off|quits|done)\b)(?<name>[^"]{2,50}?)"?(?:,? (?:and )?(?:not|instead of|rather than) .+)?$/iu;
const phoneEnd =
  /(?:\b(?:should )?ends?(?: in| with)?|\blast (?:digits|two|three|four)(?: digits)?(?: are| is| should be)?|尾号(?:应该)?是?|[最后][后两三四几][两三四几]?位(?:数)?(?:应该)?是?)\s*(?<end>\d{2,6})$/iu;

/**
 * Reads a line that holds nothing but another value: 还是后天吧 ("rather the day after tomorrow"), "make it 25k", "no hang on
 * Tuesday not Monday", 名字改成驻场培训 ("rename it"). Undefined if other words are left, as in a report of what somebody
 * wants.
 */
export function readChange(line: string, at: ReadAt): ChangedValues | undefined {
  const text = orderText(line);
  if (text.length > longest || isAsking(text)) return undefined;
  const whole = changeIn(text, at) ?? changeWithReason(text, at);
  if (whole) return whole;
  const parts = orderParts(text).flatMap((part) => part.split(givesAnother));
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  const isOrder = last !== undefined && givesAnother.test(` ${last}`);
  const isExcused = (part: string) =>
    isRemark(part, at) || ownSlip.test(part) || (isOrder && excuse.test(part));
  if (!last || before.length === 0 || !before.every((part) => !isReported(part) && isExcused(part)))
    return undefined;
  return changeIn(
    last,
    at,
    before.some((part) => ownSlip.test(part)),
  );
}

/** Denies a day and tells which it is instead, whoever says so: 不是明天，初雪那边说下周一才有空 ("not tomorrow, Chuxue say Monday"). */
const deniedDay =
  /^(?:不对[,\s]*)?(?:不是|不在|not )(?<day>[^,]{2,12}?)(?:了|啊|呀)?[,\s]+(?<rest>[^\n]{2,48})$/iu;

function changeWithReason(text: string, at: ReadAt): ChangedValues | undefined {
  const { day = '', rest = '' } = deniedDay.exec(withoutOpening(text))?.groups ?? {};
  const not = dayIn(day, at);
  const said = scan(rest, sentencePieceKinds, at).filter(({ piece }) => piece.kind === 'date');
  const [only, ...others] = said;
  if (
    !not ||
    !only ||
    others.length > 0 ||
    /[了过](?!$)|已经|\b(?:was|were|went|called|met|visited)\b/iu.test(rest)
  )
    return undefined;
  return { ...valuesOf(said, at, rest), not };
}

/** The day that words are, and nothing else. */
function dayIn(words: string, at: ReadAt): string | undefined {
  const [only, ...others] = scan(words, sentencePieceKinds, at);
  const left = only
    ? `${words.slice(0, only.from)}${words.slice(only.to)}`.replace(/[\s,]|的|sorry|on/giu, '')
    : words;
  return only?.piece.kind === 'date' && others.length === 0 && left === '' ? only.piece.value : undefined;
}

/** Before the new value in one breath: "no wait monday I'm at the dentist make it tuesday". */
const givesAnother = /\s(?=(?:let's |can we |better )?make (?:it|that) )/iu;
/** Admits a slip of one's own, so that what follows is right: "I misread my diary", "got the sum wrong". */
const ownSlip =
  /^(?!.*\b(?:they|he|she|client|customer)\b).*(?:\b(?:misread|misheard|mistyped|miscounted|miscalculated|mixed (?:it|that|them|the \w+) up|confused|looked at the wrong|my (?:mistake|bad|fault|error))\b|\bwrong (?:week|day|date|month|year|sum|amount|figure|price|number|line|page|diary|time)\b|(?:^|\b(?:i|we|have|'ve|just) )(?:got|had|put|typed|entered|wrote|said) (?:the |that |it |my )?(?:\w+ )?wrong\b|\b(?:sum|amount|price|figure|date|day|number) (?:is|was) (?:wrong|off)\b)/iu;
/** Why the day said before does not suit. */
const excuse =
  /\b(?:i'm|im|i am|i have|i've|ive|i can't|i cant|can't|doesn't work|no good|busy|booked|off|out|away|dentist|doctor|bank holiday|holiday|full|too (?:early|late|soon|high|low))\b/iu;

/** Why another value is better: 周六啊 ("that is a Saturday"), 太高了 ("too high"), 来不及 ("no time for it"). */
const remark =
  /太|错|岔|混|串|眼花|手[快滑]|嘴[快瓢]|不对|周末|周[六日天]|假|来不及|不行|没空|有事|冲突|撞|[晚早高低多少]了|算了|^不[去行来约见]了$|等等|啊$/u;

/** Words before a correction that say why: short, and nobody else's wish: 后天周六啊 ("that is a Saturday"), "too high". */
function isRemark(part: string, at: ReadAt): boolean {
  if (withoutOpening(part) === '') return true;
  if (isReported(part)) return false;
  const opened = withoutOpening(part) !== part || marks.test(part);
  const short = /[a-z]{2}/iu.test(part)
    ? part.split(' ').length <= (opened ? 9 : 3)
    : part.length <= 10 && remark.test(part);
  const values = scan(part, sentencePieceKinds, at).some(
    ({ piece }) => piece.kind === 'contact' || piece.kind === 'record',
  );
  return short && !values;
}

function changeIn(said: string, at: ReadAt, isSlip = false): ChangedValues | undefined {
  const text = bareOrder(said);
  const name = nameHan.exec(text)?.groups?.name ?? nameLatin.exec(text)?.groups?.name;
  if (name) return { name: name.trim() };
  const shift = readShift(text);
  if (shift !== undefined) return { shift };
  const end = phoneEnd.exec(text)?.groups?.end;
  if (end && !isReported(text) && text.length <= 40) return { phoneEnd: end };
  const whole = said.replace(/[?？!！]+$/u, '');
  const hasDenied = whole.search(denied) >= 0;
  const rest = whole.replace(denied, ' ');
  const pieces = scan(rest, sentencePieceKinds, at).filter(({ piece }) => isValue(piece));
  let left = rest;
  for (const { from, to } of pieces.toReversed()) left = `${left.slice(0, from)} ${left.slice(to)}`;
  const isMarked = isSlip || hasDenied || marks.test(left);
  if (!isMarked) return undefined;
  const hour = pieces.length === 0 ? hourIn(left) : undefined;
  if (hour) return { hour };
  const number =
    pieces.length === 0 ? /(?<![\d.])\d{1,7}(?:\.\d{1,2})?(?![\d.])/u.exec(left)?.[0] : undefined;
  if (number) left = left.replace(number, ' ');
  if (withoutFrame(left) !== '') return undefined;
  if (number) return { number: Number(number) };
  const not = dayIn((whole.match(denied) ?? []).join(' ').replace(/不是|\bnot\b/giu, ''), at);
  return pieces.length > 0 ? { ...valuesOf(pieces, at, whole), ...(not ? { not } : {}) } : undefined;
}

/** The only hour that words say as one, without its half of the day: 改到四点 ("to four"), "make it 4 o'clock". */
function hourIn(left: string): string | undefined {
  const [words, ...others] = left.match(hourWords) ?? [];
  return words && others.length === 0 && withoutFrame(left.replace(words, ' ')) === ''
    ? readBareHour(words)
    : undefined;
}

const hourWords =
  /(?:\d{1,2}|[一二两三四五六七八九十]{1,2})点(?:钟|半|[一三]刻|\d{1,2}分?)?|\b(?:half past |quarter (?:past|to) )\w+|\b\w+ ?o'? ?clock\b/giu;

const withoutFrame = (text: string): string =>
  withoutOpening(text.replace(frame, ' ').trim()).replace(frame, '').trim();

const isValue = ({ kind }: FoundPiece['piece']): boolean =>
  kind === 'amount' || kind === 'date' || kind === 'phone' || kind === 'channel';

function valuesOf(pieces: FoundPiece[], at: ReadAt, text: string): ChangedValues {
  const change: ChangedValues = {};
  for (const { piece, words } of pieces) {
    if (piece.kind === 'amount') change.amount = moneyOf(piece);
    if (piece.kind === 'phone') change.phone = piece.value;
    if (piece.kind === 'channel') change.channel = piece.value;
    if (piece.kind !== 'date') continue;
    if (piece.time && piece.value === at.today && !/今|today|tonight|this/iu.test(words))
      change.time = piece.time;
    else if (piece.value < at.today) change.at = piece.value;
    else change.next = piece.time ? `${piece.value}T${piece.time}` : piece.value;
  }
  if (/was right|\bback to\b|改回|还是原来/iu.test(text)) change.isFormer = true;
  return change;
}
