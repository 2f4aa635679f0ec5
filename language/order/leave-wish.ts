import type { ReadAt } from '../../kernel/pieces/base/piece.js';
import { readDate } from '../../kernel/pieces/date.js';
import { scan } from '../../kernel/pieces/scan.js';
import { addDays, mondayOf } from '../../kernel/time/dates.js';
import { literalPattern } from '../../kernel/words/literal-pattern.js';
import { bareOrder, isAsking, orderText } from '../correction/plain-order.js';

/** The speaker's leave, as said in words. */
export interface LeaveWish {
  /** The days as the leave command takes them; undefined if none were said. */
  days?: string;
  /** Who is on leave, by name; undefined for the speaker. */
  who?: string;
  /** Who stands in, by name. */
  deputy?: string;
  /** A wish, half a day, or words that need not mean leave: it is asked before it holds. */
  isUnsure: boolean;
}

/** Longest line read so, in characters. */
const longest = 50;

const wish = '(?<wish>(?:想|打算|准备|可能|也许|应该)(?:要|会)?)?';
const kindHan =
  '(?:(?:请|休|放|有)(?<count>[一1]天|半天|个)?(?:年|病|事|调休|婚|产|陪产|丧)?假|休年?假|请个?假|调休|年假|度假|(?<soft>休息|不在|不上班|不来))';
const leaveHan = new RegExp(
  `^(?:我)?(?<early>想|打算|准备|可能)?(?<days>[^我,，。]{0,20}?)(?:我)?${wish}(?:要|得|都|会|在|开始|全天|整天)*${kindHan}(?:了|吧|哈|一下)*$`,
  'u',
);

/** The days behind the word: 请假到周五 ("on leave till Friday"), 休假从下周一到周三. */
const leaveThenDays = new RegExp(
  `^(?:我)?${wish}(?:要|得|都|会|在)*${kindHan}(?:了)?(?<days>(?:从|到|至|直到).{2,20}?)(?:为止|结束|回来|吧|哈|了)*$`,
  'u',
);

const me = "(?:i'm|i am|i'll be|i will be|im)";
/** What one is who is on leave, in English. */
export const leaveKind =
  '(?:(?:going )?on (?:vacation|holiday|leave|annual leave|sick leave|pto)|off(?: work| sick| on (?:vacation|holiday|leave))?|taking (?:the |a )?(?:day off|days off|vacation|leave|pto|holiday)|(?<soft>away|out(?: of (?:the )?office)?|ooo|not (?:in|working)))';
const leaveLatin = [
  `^(?:${me} )?${leaveKind}(?: (?:on|from|for|all))* ?(?<days>.{2,40})$`,
  `^(?<days>.{2,30}?),? ${me} ${leaveKind}$`,
  `^(?<wish>i(?:'d like to| want to| might| may)|i'll|i will|i need to|i have to)? ?take (?:the |a )?(?:day off|vacation|leave|pto|time off) ?(?:on|from|for)? ?(?<days>.{2,40})$`,
  `^take (?:me )?off (?<days>.{2,40})$`,
];

/** Who stands in, behind the leave: ，让韩梅顶一下 ("let Han Mei cover"), ", Tom covers". */
const standInHan = (name: string) =>
  `[,，、\\s]*(?:活儿?|工作|客户|单子|事情?)?(?:都|先)?(?:(?:让|由|请|叫|找|代理人?(?:是|为)?[:：=]?|代班的?是)${name}(?:来|去|先|帮我?|帮忙|给我|给他|给她|替我?|替他|替她|帮他|帮她)*(?:顶(?:一下|替|班|上)?|代(?:一下|理|班|管)?|替(?:一下|班)?|盯(?:一下|着)?|接(?:一下|手)?|跟(?:一下|着|进)?|看(?:一下|着)?|负责|照看)?|${name}(?:来|先|帮我?|帮忙|替我?|替他|替她|会)*(?:顶(?:一下|替|班|上)?|代(?:一下|理|班|管)|替(?:一下|班|我|他|她)|盯(?:一下|着)?|接(?:一下|手)|负责)|(?:有事|有急事)?(?:就)?找${name}(?:就行)?)(?:一下|吧|就好|就行|了)*$`;
const standInLatin = (name: string) =>
  `(?:[,;.]| and| -)*\\s*(?:(?:let|have) ${name} (?:cover|stand in|fill in|take over|deputi[sz]e)|${name} (?:covers?|(?:is|will be) covering|will cover|stands? in|(?:is|will be) standing in|will stand in|fills? in|is my (?:deputy|cover)|as (?:my )?deputy)|(?:my )?deputy(?: is)?:? ${name})(?: for me| for (?:him|her|them))?$`;

/**
 * Reads a leave with who it is of and who stands in, each one of the `people` by name: 李雷周五请假，让韩梅顶一下 ("Li Lei is off on
 * Friday, let Han Mei cover"). Undefined if the line says anything else.
 */
export function leaveSaid(line: string, at: ReadAt, people: readonly string[]): LeaveWish | undefined {
  const text = orderText(line).replace(/[.。!！~]+$/u, '');
  for (const name of people) {
    const person = `@?${literalPattern(name)}`;
    const found =
      new RegExp(standInHan(person), 'u').exec(text) ?? new RegExp(standInLatin(person), 'iu').exec(text);
    if (!found) continue;
    const rest = leaveOf(text.slice(0, found.index), at, people);
    return rest && rest.who !== name ? { ...rest, deputy: name } : undefined;
  }
  return leaveOf(text, at, people);
}

/** The leave of one of the people whose name begins the line, or of the speaker. */
function leaveOf(text: string, at: ReadAt, people: readonly string[]): LeaveWish | undefined {
  const own = readLeaveWish(text, at);
  if (own) return own;
  for (const who of people) {
    const begin = new RegExp(`^@?${literalPattern(who)}(?:'s| is| will be)?[\\s,，]*`, 'iu').exec(text);
    const rest = begin && readLeaveWish(text.slice(begin[0].length), at);
    // Without its days it may be told of, and needs no leave: 李雷请假了 ("Li Lei is off").
    if (rest?.days !== undefined) return { ...rest, who };
  }
  return undefined;
}

/** Reads that the speaker will be on leave: 明天我请假, "on vacation Mon-Wed"; undefined if the line says anything else. */
export function readLeaveWish(line: string, at: ReadAt): LeaveWish | undefined {
  const text = orderText(line).replace(/[’‘]/gu, "'");
  if (text.length > longest || isAsking(text) || /^(?:不|没|don't|not)\b/iu.test(text)) return undefined;
  const order = bareOrder(text);
  const han = (leaveHan.exec(order) ?? leaveThenDays.exec(order))?.groups;
  const forms = han ? [] : leaveLatin.map((form) => new RegExp(form, 'iu').exec(order)?.groups);
  const found =
    han ?? forms.find((one) => one !== undefined && leaveDaysIn(one.days ?? '', at) !== undefined);
  if (!found) return undefined;
  const said = (found.days ?? '').trim();
  const days = said === '' ? undefined : leaveDaysIn(said, at);
  // Other words beside the days are somebody else's leave.
  if (said !== '' && days === undefined) return undefined;
  if (days === undefined && (found.soft || !han)) return undefined;
  const isHalf = /上午|下午|早上|晚上|半天|morning|afternoon|half/iu.test(order);
  // Whether one is back on the last day is left open in English.
  const isUnsure =
    isHalf ||
    (!han && untilThen.test(said)) ||
    (found.early ?? found.wish) !== undefined ||
    found.soft !== undefined;
  return { ...(days ? { days } : {}), isUnsure };
}

/** The words if they are days and nothing else; a whole week is its Monday to Sunday. */
export function leaveDaysIn(said: string, at: ReadAt): string | undefined {
  const words = said
    .replace(/^(?:从|from|on|for|the)\s*/iu, '')
    .replace(/(?:开始|全天|整天|起|all day)$/iu, '')
    .trim();
  const week = /^(?<which>下|这|本|next|this)(?:个)?(?:周|星期|礼拜|\s?week)(?:一?整周)?$/iu.exec(words)
    ?.groups?.which;
  if (week) {
    const monday = addDays(mondayOf(at.today), /^(?:下|next)$/iu.test(week) ? 7 : 0);
    return `${monthDay(monday)}到${monthDay(addDays(monday, 6))}`;
  }
  let left = words;
  const until = untilThen.exec(words)?.[0];
  if (until !== undefined) {
    const last = readDate(words.slice(until.length), at)?.value;
    return last && last >= at.today ? spanSaid(at.today, last) : undefined;
  }
  const found = scan(words, new Set(['date'] as const), at);
  if (found.length === 0 || found.length > 2) return undefined;
  for (const { from, to } of found.toReversed()) left = `${left.slice(0, from)} ${left.slice(to)}`;
  const joins = left.replace(
    /[-–—~～至到和\s]|\b(?:to|through|thru|until|till|and)\b|上午|下午|早上|晚上|morning|afternoon/giu,
    '',
  );
  return joins === ''
    ? words.replace(/[上下]午|早上|晚上|\s*\b(?:morning|afternoon)\b/giu, '').trim()
    : undefined;
}

/** Says the last day only: the leave begins today. */
const untilThen = /^(?:一?直到|[到至]|until|till?|through|thru|up to)\s*/iu;

/** Writes a span of days as the leave command reads it. */
export const spanSaid = (first: string, last: string): string =>
  first === last ? monthDay(first) : `${monthDay(first)}到${monthDay(last)}`;

/** Whether the words are a weekday alone. */
export const isBareWeekday = (words: string): boolean =>
  /^(?:周|星期|礼拜)[一二三四五六日天]$|^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?$/iu.test(
    words,
  );

const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
