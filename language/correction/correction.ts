import type { FoundPiece, ReadAt } from '../../kernel/pieces/base/piece.js';
import { surnames } from '../../kernel/pieces/base/surnames.js';
import { readDate } from '../../kernel/pieces/date.js';
import { holdsMonthDay } from '../../kernel/pieces/dates/named-days.js';
import { scan } from '../../kernel/pieces/scan.js';
import { recordNumbersIn } from '../../kernel/records/record-number.js';
import { addDays, mondayOf, weekday } from '../../kernel/time/dates.js';
import { findCustomerMentions } from '../names/customer-mentions.js';
import { contactsIn, unknownPeople } from '../names/sentence-people.js';
import { clausesOf } from '../reading/clauses.js';
import {
  type Correction,
  type Mention,
  type Money,
  moneyOf,
  type SpeakerContext,
} from '../reading/sentence-reading.js';
import { sentencePieceKinds } from '../reading/wanted-pieces.js';
import { readChange } from './changed-values.js';
import { tellsOtherDay } from './day-of-visit.js';

const sorry =
  /^(?:(?:啊|哦|呃|嗯|哎|哎呀|糟|抱歉|不好意思|my bad|(?:scratch|scrap|strike|forget) that|sorry|oops|no|wait|hold on|actually)(?:[\s,]+|(?=[不说记写搞弄错应是打输填听])))+/iu;
const marker =
  /^(?:不对(?=[,。\s是不]|$)(?:[,\s]*不对)*|(?:我|时间|客户|金额|日期)?(?:说|记|写|搞|弄|打|输|填|听)(?:错|岔|混|反|漏)了?|错了|不是(?=,是|,应)|改(?:成|到|为)|更正(?:一下)?|纠正(?:一下)?|改一下|哦?不(?=[,\s])|应该(?:是|改)|(?:刚才|刚刚|上一条|上条|上面|那条|之前)\S{0,8}?(?:错了?|不对|改成|改为|应为|应该是|[记写]成)|(?:日期|时间|金额|报价|客户|联系人|下次时间|方式)\S{0,2}?(?:错了|改成|改到|改为|应该是)|correction\b|typo\b|(?:it )?should (?:be|have been)\b|i mean(?:t)?\b|it was\b|wrong\b|make (?:it|that)\b|change (?:the )?\w+ to\b)/iu;
/** A word for a mistake, preceded only by words for what was logged. */
const mistake =
  /^(?:我|刚才|刚刚|上一?条|前面|上面|[那这]条|时间|日期|金额|价格|报价|客户|名字|联系人|方式|的|把|都|给|有点)*(?:你|是不是)?(?:[说记写搞弄打输填听看报改](?:错|岔|混|反|高|低|多|少|漏)(?:客户)?了?|口误|笔误|手误|不对|有误)(?=[,\s我是应不]|$)|^我(?:说|指)的(?:不)?是|^我的意思是|^hang on\b|^that should\b|^(?:that|it|this)(?:'s| is| was) (?:wrong|not right|a mistake|incorrect|a typo)\b/iu;
const instead =
  /^(?:下次|见面|拜访|[那这]次|的)*(?:时间|日期|金额|报价|客户|联系人|方式)是[^,]{1,12},?\s?不是[^,]{1,10}$|^[^,]{1,8}(?:错了|不对|有误),\s?(?:应该?)?[是为][^,]{1,14}$|^不是(?![很太特]|那么)[^,]{1,6},\s?[^,]{1,8}$|^不是[^,]{1,12},?\s?(?:而)?是[^,]{1,14}$|^是[^,]{1,12},\s?不是[^,]{1,12}$|^not (?:(?! but )[^,]){1,24}, (?!but)[^,]{1,24}$|^[^,]{1,18},\s?(?:不是|not )[^,]{1,14}$|^[^,]{1,16},\s?我?(?:说|记|写|搞|弄|打)错了?$|^(?:it|that|this) (?:wasn't|isn't|was not|is not) [^,]{1,24}, (?:(?:it|that) )?(?:was|is|but) [^,]{1,24}$|^(?:it|that|this) (?:was|is)(?: actually)? (?:(?! not )[^,]){1,30},? not (?!but)[^,]{1,24}$/iu;
/** Says that the customer was wrong: T-647搞错客户了 应该是听涛的 ("wrong customer on T-647, it is Tingtao's"), 是听涛的 不是晴空的. */
const wrongCustomer =
  /^[^,。]{0,14}(?:[搞弄记写说]错了?(?:客户|公司|人家?)|(?:客户|公司)[搞弄记写]错)了?[,\s]+(?:应该|其实)?是[^,。]{1,14}$|^[^,。]{0,10}(?:那条|那个|这条|这个)?是\S{1,10}?的[,\s]*不是\S{1,10}$|^不是\S{1,10}[,\s]+(?:应该|而)?是\S{1,14}$|^\S{0,12}\s?(?:is|was|has) (?:on |for |at )?the wrong (?:customer|account|client)\b[^,]{0,4},[^,]{1,40}$/iu;

/** One name in place of another: "Sun should be Song", 孙经理应该是宋经理. */
export const nameForName =
  /^(?:(?:Mr|Ms|Mrs|Dr)\.? )?\p{Lu}\p{Ll}+ should (?:be|have been|read) (?:(?:Mr|Ms|Mrs|Dr)\.? )?\p{Lu}\p{Ll}+$|^\p{Script=Han}{1,2}(?<title>总|经理|工|主任|[处科厂店局院校部]长|老师|总监)(?:(?:[说记写搞弄打输填]错了?|不对|有误)[,\s]*)?(?:应该|应)?是\p{Script=Han}{1,2}\k<title>$/u;

const short = /^(?:是|应该是)?[^,]{1,18}$/u;

/** Words that ask, after "wait" or "no": "wait did I log Ironwood". */
const asking =
  /^(?:did|do|does|is|are|am|was|were|what|whats|who|when|where|why|how|which|can|could|should|has|have|i)\b/iu;

/** Whether the words correct the last record. A price that "is not right" is news, not a correction. */
export function isCorrection(text: string, at: ReadAt): boolean {
  if (readChange(text, at) || tellsOtherDay(text, at)) return true;
  if (wrongCustomer.test(text) || nameForName.test(text)) return true;
  if (instead.test(text) || (mistake.test(text) && text.length <= 40)) return true;
  if (amountKindIn(text) && text.length <= 40) return true;
  const apology = sorry.exec(text)?.[0] ?? '';
  const rest = text.slice(apology.length);
  if (apology !== '' && instead.test(rest)) return true;
  if (marker.test(rest)) return rest.length <= (/[a-z]{3}/i.test(rest) ? 60 : 40);
  // A bare "no" before other words denies them: "no quote needed".
  if (apology === '' || /^no\s+$/iu.test(apology) || asking.test(rest)) return false;
  if (/^(?:啊|哦|呃|嗯|哎|[\s,])+$/u.test(apology)) return false;
  return short.test(rest) && rest.split(' ').length <= 4 && !/[?？]$/u.test(rest);
}

const denied =
  /不是[^,，。]*?(?=,|是|$)|(?<=^|[\s,])not (?:a |the )?[^,]+|(?<=^|[\s,])(?:it|that|this) (?:wasn't|isn't) [^,]+| not \p{Lu}[^,]+|instead of [^,]+/giu;
const frame =
  /(?:说|记|写|搞|弄|打|输|填|听)?(?:错|岔|混)了?|(?:scrap|strike|forget) that|(?:上面|刚才)?(?:那条)?[记写]成[^,]{1,8}?了|其实是|^哎|不是(?=,)|my bad|(?:scratch|scrap|strike|forget) that|不对|我(?=[说记写搞弄])|更正(?:一下)?:?|纠正(?:一下)?|改一下|应该(?:是|改成)?|应为|上条|刚才(?:那条|的)?|刚刚(?:那条|的)?|上一条|那条|改成|改到|改为|见的是|见面(?=时间|日期)|拜访(?=时间|日期)|日期|(?:下次)?时间|金额|报价|客户(?:是)?|抱歉|(?<=^|[,\s])是|哦不|啊(?=不)|correction:?|(?:that|it|this)(?:'s| is) (?:wrong|not right|a mistake|incorrect|a typo)|the (?:amount|date|price|customer|contact) (?:was|is)|i mean(?:t)?|(?:it|that) was(?: an?)?|wrong(?: \w+)?|口误|笔误|手误|有误|我[说指]的是|我的意思是|前面(?:那条)?|[那这]条|价格|名字|(?:说|报|写)[高低多少]了|hang on|that should (?:say|read|be)|should be|(?:it )?should have been|typo|make (?:it|that)|change the \w+ to|^no\b|sorry|oops|actually|wait|quote是/giu;

/** Reads what replaces the corrected values. */
export async function readCorrection(text: string, at: ReadAt, about: SpeakerContext): Promise<Correction> {
  const wrong = wrongWord(text);
  const slip = slipped.exec(text);
  const isSlip = wrong !== undefined && Object.values(slip?.groups ?? {}).includes(wrong);
  const rest = (isSlip ? text.slice(slip?.[0].length) : text)
    .replace(denied, ' ')
    .replace(frame, ' ')
    .replace(/^[\s,:]+/u, '')
    .replace(/\s*,\s*/gu, ',')
    .trim();
  const clauses = clausesOf(rest);
  const pieces = scan(rest, sentencePieceKinds, at);
  const people = contactsIn(pieces);
  const mentions = await findCustomerMentions(rest, clauses, pieces, people, about.names, false);
  const isMoved = mentions.length > 1 && wrongCustomer.test(text);
  const found = isMoved ? mentions.at(-1) : mentions[0];
  const amountIs = amountKindIn(text);
  if (amountIs) return { mention: found, amountIs };
  const denies = (await deniedCustomer(text, about)) ?? (isMoved ? mentions[0] : undefined);
  // A longer name that begins like the denied one is somebody else's: "not Cobalt Dental, it was Cobalt Optical".
  const isDenied = found !== undefined && found.hits[0]?.id === denies?.hits[0]?.id;
  const mention = isDenied ? undefined : found;
  const [record] = recordNumbersIn(text);
  const correction: Correction = { mention, denies, ...(record ? { record } : {}) };
  if (wrong && !denies) correction.wrong = wrong;
  const former = amountDenied(text, at);
  if (former) correction.former = former;
  const unknownNames = mention ? [] : unknownPeople(`not ${rest}`, []).map(({ words }) => words);
  const chineseName =
    /^[\p{Script=Han}]{2,3}$/u.test(rest) && surnames.has(rest[0] ?? '') && pieces.length === 0 && !mention
      ? rest
      : undefined;
  const englishName =
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(rest) && pieces.length === 0 && !mention ? rest : undefined;
  const unknown = chineseName ?? englishName ?? unknownNames[0];
  // Instead of a customer another one is meant, not somebody there.
  if (denies && !mention && unknown && people.length === 0) correction.stranger = unknown;
  else correction.contact = people[0]?.words ?? unknown;
  // 'That was Tuesday' means the past Tuesday, not the next one.
  const isPast = tellsOtherDay(text, at) || /\b(?:it|that) was\b|是\S{1,6}[见去打做聊]的/iu.test(text);
  for (const found of pieces)
    applyPiece(found, correction, at, isPast ? { ...about, lastNext: undefined } : about, isPast);
  if (correction.at) correction.channel = undefined;
  const { time, hour, shift, number, name, phone, phoneEnd, isFormer, not } = readChange(text, at) ?? {};
  if (name) return { name };
  // A time of day alone leaves the day.
  if (time && correction.next?.slice(0, 10) === at.today) correction.next = undefined;
  return { ...correction, time, hour, shift, number, phone, phoneEnd, isFormer, ...(not ? { not } : {}) };
}

/** Reads that the amount is the other kind: 不是报价是他的预算 ("that is no quote but their budget"), "that's their budget, not a quote". */
function amountKindIn(text: string): Correction['amountIs'] {
  const budget = '(?:[他她]们?|客户|对方)?的?(?:预算|budget)';
  const price = '(?:我们)?的?(?:报价|价格)';
  const denies = (not: string, is: string) =>
    new RegExp(
      `不是(?:我)?${not}[,，]?(?:那?是|而是|应该是)${is}(?:价)?[吧啊哦了]?$|是${is}[,，]?不是${not}[吧啊哦了]?$`,
      'u',
    ).test(text);
  const deniesLatin = (not: string, is: string) =>
    new RegExp(
      `^(?:no,? |sorry,? )*(?:that|it)(?:'s| is| was) (?:their |his |her |the |a |our )?${is},? not (?:a |an |our |the )?${not}$|^(?:no,? |sorry,? )*(?:that|it)(?:'s| is| was) (?:not|no) (?:a |an |our |the )?${not},? (?:but |it's |that's |it was )?(?:their |his |her |the |a |our )?${is}$`,
      'iu',
    ).test(text);
  if (denies(price, budget) || deniesLatin('(?:quote|price|offer)', 'budget')) return 'budget';
  if (denies(budget, price) || deniesLatin('budget', '(?:quote|price|offer)')) return 'price';
  return undefined;
}

/** The amount in the words that are denied: 不是四十来万 ("not some 400,000"), "not 40k". */
function amountDenied(text: string, at: ReadAt): Money | undefined {
  for (const [words] of text.matchAll(denied))
    for (const { piece } of scan(words, sentencePieceKinds, at))
      if (piece.kind === 'amount') return moneyOf(piece);
  return undefined;
}

/** Says which word was wrong before what is right: 孙经理打错了 ("Sun is a slip"), "Sun should be Song". */
const slipped =
  /^(?:(?:刚才|刚刚|上一?条|那个|联系人|名字)的?)*(?<word>[^,，。\s]{1,8}?)(?:是)?(?:[说记写搞弄打输填]错了?|不对|有误|应该是|应为|改成|改为)|^(?:the name )?(?<word2>\p{L}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?) (?:should (?:be|have been|read)|is wrong|was wrong)\b/iu;
/** Words that stand for the record or a kind of value, and are nothing that it holds. */
const noWord =
  /^(?:it|that|this|name|date|day|time|amount|price|he|she|they|我|时间|日期|金额|价格|报价|客户|联系人|名字|方式|哪|那条?|这条?|就|也|还|都|不|是)$/iu;

/** The word that the words say was wrong, or undefined. */
function wrongWord(text: string): string | undefined {
  const said = [...text.matchAll(denied)].map(([words]) =>
    words.replace(
      /^\s*(?:不是|not (?:a |the )?|instead of |(?:it|that|this) (?:wasn't|isn't) (?:a |the )?)|[\s.!。]+$/giu,
      '',
    ),
  );
  const { word, word2 } = slipped.exec(text)?.groups ?? {};
  return [...said, word, word2].find((one) => one && one.length <= 24 && !noWord.test(one))?.trim();
}

/** The customer whom the words deny, if one is: 不是松石 ("not Songshi"). */
async function deniedCustomer(text: string, about: SpeakerContext): Promise<Mention | undefined> {
  const words = text.match(denied)?.join(',');
  const said = words
    ?.replace(/不是|\b(?:not|instead of|(?:it|that|this) (?:wasn't|isn't))\b/giu, '拜访 ')
    .trim();
  if (!said) return undefined;
  const found = await findCustomerMentions(said, clausesOf(said), [], [], about.names, false);
  return found.find(({ how }) => how === 'sure');
}

function applyPiece(
  { piece, words }: FoundPiece,
  correction: Correction,
  at: ReadAt,
  { lastNext }: SpeakerContext,
  isPast: boolean,
): void {
  if (piece.kind === 'amount') correction.amount = moneyOf(piece);
  if (piece.kind === 'channel') correction.channel = piece.value;
  if (piece.kind !== 'date') return;
  const bare = /^(?:周|星期|礼拜)|^(?:mon|tue|wed|thu|fri|sat|sun)/iu.test(words) && !holdsMonthDay(words);
  const timeOnly = piece.value === at.today && piece.time && readDate(words, at)?.value !== undefined;
  const past = readDate(words, { ...at, prefer: 'past' })?.value ?? piece.value;
  if (bare && lastNext) {
    // "No, Thursday" means the Thursday of the week that was logged, unless it has passed.
    const then = addDays(mondayOf(lastNext.slice(0, 10)), weekday(piece.value) - 1);
    const day = then < at.today ? piece.value : then;
    correction.next = piece.time ? `${day}T${piece.time}` : day;
  } else if (timeOnly && lastNext) correction.next = `${lastNext.slice(0, 10)}T${piece.time}`;
  else if (isPast || piece.value < at.today || (past < at.today && past === piece.value))
    correction.at = past;
  else correction.next = piece.time ? `${piece.value}T${piece.time}` : piece.value;
}

/** Says outright that something was wrong, so that no colleague can be meant. */
export const saysCorrection = /^\s*(?:correction\b|更正|纠正)/iu;
