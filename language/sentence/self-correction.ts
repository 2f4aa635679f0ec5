import type { FoundPiece } from '../../kernel/pieces/base/piece.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { findCustomerMentions } from '../names/customer-mentions.js';
import { clausesOf } from '../reading/clauses.js';
import type { Mention, Names } from '../reading/sentence-reading.js';

/** One corrects oneself within a sentence: "visited Acme, no wait, Bluebird". */
const slip =
  /[\s,.;…—-]+(?:(?:oh |ah |er |um )?(?:no,? wait|wait,? no|oh,? wait|wait|no,? sorry|sorry,? no|sorry,?(?: i (?:mean|meant))?|i (?:mean|meant)|scratch that|correction|or rather|rather|make that|actually,? no|not that)[\s,:-]+(?:no[\s,]+)?)(?:it was |that was |it's |i was at |at |with |to |the )?(?<meant>[\p{L}][\p{L}\d'& -]{1,40}?)(?=[,.;]|\s(?:and|they|he|she|who|today|yesterday)\b|$)/iu;

/** Withdraws what was said right before it: 王总 不对 李工 ("Mr Wang, no, Mr Li"), 周三哦不周四. */
const withdrawn =
  /^\s*[,，、]?\s*(?:(?:哦|啊|呃|噢|哎|嗯|等等|等下)?[\s,]*(?:不对|说错了?|错了|搞错了?|记错了?|打错了?|(?:哦|啊|呃|噢|哎)不(?:是)?|更正)|[\s,]+不(?=[\s,])|[\s,]+\b(?:sorry|no,? wait|wait,? no|oh no|no|i mean|scratch that)\b)[\s,]*(?:应该)?(?:是|i mean)?[\s,]*$/iu;

/**
 * The words without a person, day, sum or way that the speaker withdraws in the same breath; undefined if nothing is
 * withdrawn.
 */
export function withoutWithdrawn(text: string, pieces: readonly FoundPiece[]): string | undefined {
  for (const one of pieces) {
    const kind = one.piece.kind;
    if (kind !== 'contact' && kind !== 'date' && kind !== 'amount' && kind !== 'channel') continue;
    // What is denied corrects an earlier record: "not Monday sorry, Tuesday".
    if (/(?:不是|\bnot)\s*$/iu.test(text.slice(0, one.from))) continue;
    // Nothing but who or what was wrong and what is right corrects an earlier record: 孙经理打错了，是宋经理.
    const isAll = (other: FoundPiece) => text.slice(0, one.from).trim() === '' && other.to === text.length;
    const next = pieces.findLast(
      (other) =>
        other.piece.kind === kind &&
        other.from > one.to &&
        !isAll(other) &&
        (withdrawn.test(text.slice(one.to, other.from)) || isRepeated(one, text.slice(one.to, other.from))),
    );
    const hour = kind === 'date' && timeInstead(text.slice(one.to));
    if (hour && clock.test(one.words)) {
      const isWhole = /上午|下午|早上|晚上|中午/u.test(hour.time);
      const day = one.words.replace(isWhole ? periodAndClock : clock, '');
      return `${text.slice(0, one.from)}${day}${hour.time}${text.slice(one.to + hour.size)}`;
    }
    if (next) return `${text.slice(0, one.from)}${text.slice(next.from)}`;
  }
  return undefined;
}

/** Denies in the same breath what was just said: 魏总，呃不是魏总，是 ("Mr Wei, er, not Mr Wei, but"). */
const isRepeated = ({ words }: FoundPiece, between: string): boolean =>
  new RegExp(
    `^[\\s,，、]*(?:哦|啊|呃|噢|哎|嗯|额|等等|不对|说错了?|错了|记错了?|[\\s,，])*不是${literalPattern(words)}[\\s,，]*(?:应该|而)?(?:是)?\\s*$`,
    'u',
  ).test(between);

const clock = /[\d一二两三四五六七八九十]{1,3}(?:点|:)(?:半|一刻|三刻|\d{1,2}分?)?$/u;
const periodAndClock = new RegExp(`(?:上午|下午|早上|晚上|中午)?${clock.source}`, 'u');
const hourAlone =
  /^[\s,，]*(?:不对|说错了?|错了|(?:哦|啊|哎)不(?:是)?)[\s,，]*(?:是)?(?<time>(?:上午|下午|早上|晚上|中午)?[\d一二两三四五六七八九十]{1,3}点(?:半|一刻|三刻|\d{1,2}分?)?)/u;

/** The hour that stands in place of the one said just before: 三点，不对，四点 ("three, no, four"). */
function timeInstead(rest: string): { time: string; size: number } | undefined {
  const found = hourAlone.exec(rest);
  return found?.groups?.time ? { time: found.groups.time, size: found[0].length } : undefined;
}

/** A name that is denied right after it was said, with the one meant: "saw Ms Wei, sorry not Wei, Wu". */
const deniedName =
  /[\s,;—-]+(?:(?:oh|ah|er|um|sorry|no|wait|oops|i mean|hang on)[\s,]+)*not (?:(?:Mr|Ms|Mrs|Dr)\.? )?(?<wrong>\p{Lu}[\p{Ll}'-]+)[\s,]+(?:but |rather |it's |it was |i mean(?:t)? )?(?<title>(?:Mr|Ms|Mrs|Dr)\.? )?(?<right>\p{Lu}[\p{Ll}'-]+)/iu;

/** The sentence with the name that is meant in place of the one before it that the speaker denies, or undefined. */
export function withoutDeniedName(text: string): string | undefined {
  const found = deniedName.exec(text);
  const { wrong = '', right = '', title = '' } = found?.groups ?? {};
  if (!found || !/^\p{Lu}/u.test(wrong) || !/^\p{Lu}/u.test(right)) return undefined;
  const head = text.slice(0, found.index);
  const at = head.search(new RegExp(`\\b${wrong}\\b`, 'u'));
  if (at < 0) return undefined;
  const before = head.slice(0, at);
  const named = /\b(?:Mr|Ms|Mrs|Dr)\.? $/u.test(before) ? right : `${title}${right}`;
  return `${before}${named}${head.slice(at + wrong.length)}${text.slice(found.index + found[0].length)}`;
}

/** Says that what was recorded lacks somebody: 刚那条记错了 听涛马姐也见了 ("the last one is wrong, I met Ms Ma of Tingtao as well"). */
const lacking =
  /^(?:我|刚才?|刚刚|上一?条|上面|前面|[那这]条|[那这]个|的)*(?:(?:[记写说搞弄]|[记写说]得)[错漏少](?:了)?(?:一?[个家条])?|不全|不对)(?:了)?[,\s]+(?<more>.*(?:也|还有|还去|还见).*)$/u;
const notOnly = /(?:^|[,\s])(?:不(?:光|只|止|单)(?:是)?|不是(?:光|只|单|就)(?:是)?)[^,\s]{1,12}$/u;

/** What is to be recorded besides, where the words say that the last record lacks it; undefined if they do not. */
export const alsoMeant = (text: string): string | undefined =>
  lacking.exec(text)?.groups?.more?.replace(notOnly, '').trim() || undefined;

/**
 * The sentence as it was meant where the speaker corrects the customer within it, or undefined: "met Acme, sorry, I mean Bluebird,
 * they want a demo" is "met Bluebird, they want a demo".
 */
export async function withoutSlip(text: string, names: Names): Promise<string | undefined> {
  const found = slip.exec(text);
  const meant = found?.groups?.meant;
  if (!found || !meant) return undefined;
  const [right] = await namesIn(`visited ${meant}`, names);
  if (!right || right.words.length < meant.trim().length - 4) return undefined;
  const head = text.slice(0, found.index);
  const [...wrong] = await namesIn(head, names);
  const last = wrong.at(-1);
  if (!last || last.hits[0]?.id === right.hits[0]?.id) return undefined;
  const rest = text.slice(found.index + found[0].length);
  return `${head.slice(0, last.from)}${right.words}${head.slice(last.to)}${rest}`;
}

/** The customers that are named for sure. */
async function namesIn(text: string, names: Names): Promise<Mention[]> {
  const found = await findCustomerMentions(text, clausesOf(text), [], [], names, false);
  return found.filter(({ how }) => how === 'sure');
}
