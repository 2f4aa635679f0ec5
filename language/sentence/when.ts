import type { FoundPiece, ReadAt } from '../../kernel/pieces/base/piece.js';
import { readDate } from '../../kernel/pieces/date.js';
import { holdsMonthDay } from '../../kernel/pieces/dates/named-days.js';
import { addDays, weekday } from '../../kernel/time/dates.js';
import { isDenied } from '../reading/clauses.js';
import type { ReadValue } from '../reading/sentence-reading.js';
import { doneCue, intentCue, movedToCue, notAStep, ownDuty, ownPromise, reportedCue } from './cues.js';
import { remindsSpeaker } from './own-reminder.js';
import { isTheirDay } from './their-days.js';

/** Dates of a segment: when it happened (`at`), and the next step. */
export interface When {
  at?: string;
  next?: ReadValue<string> & {
    from?: number;
    to?: number;
    /** Something else than the weekday makes it doubtful. */
    isVague?: boolean;
    /** The words settle on this day: 定到三月一号 ("make it 1 March"). */
    isSettled?: boolean;
  };
  /** The day is ambiguous. */
  asks?: boolean;
  /** A time today; what it means depends on whether it has passed. */
  todayAt?: string;
}

/** A bare weekday that has passed this week: the next one or the past one? */
const bareWeekday =
  /^(?:周|星期|礼拜)[一二三四五六日天1-7]|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?\b/iu;

/** Verbs of a next step; a day without one may mean anything. */
const step =
  /约|再|找|磨|取|收|盯|跑|给|发|去|见|来|交|签|谈|定|开|送|寄|回|看|演示|上门|拜访|联系|电话|打|沟通|催|汇报|培训|安装|调试|宣讲|验收|评审|讲|试|做|报|付款|打款|答复|反馈|邮件|会|引荐|\b(?:call|meet|send|follow|sign|demo|visit|again|back|step|answer|quote|by|seeing|lunch|workshop|meeting|review|wants?|goes|decides?|going)/iu;
/** What one does next with a customer, in English, as an order to oneself and as what one is about to do. */
const nextVerbs =
  '(?:call|ring|phon|email|e-mail|mail|text|messag|ping|send|drop|visit|meet|see|check|chas|follow|try|retry|trial|demo|quot|go|com|swing|pop|stop|catch|speak|talk|chat|present|show|deliver|bring|tak|driv|fly|book|hand|shar|pitch|sign|review|circl|touch|reach|get|giv|nudg|writ|pick|collect|finish|prep|prepar|draft|look|submit|do|start|run|hold|host|install|train|test|scop|measur|survey|buy|lunch|have|hav|mak|tour|walk|knock|hit|buzz|dial|poke|revisit|resend|work|sort|fix|confirm|discuss|update|updat|remind|introduc)';
/** Somebody is about to do it: sending, dropping off, "will call", "then ring". */
const aboutTo = RegExp(
  `\\b${nextVerbs}(?:[bglnpt](?=[bglnpt]))?(?:e|ing|t?ting|p?ping)\\b|\\b(?:will|'ll|gonna|going to|to|let's|i'd better|need to|must|then|and|please|pls)\\s(?:\\w+ly |also |just |try and |try to )?${nextVerbs}e?\\b|^\\W*(?:(?:ok|okay|and|then|also|now) )*(?!(?:morning|evening|meeting|nothing|something|anything|everything|pricing|building|during|bring|being|waiting|having|coming|closing|opening|training|according|regarding|following up from)\\b)[a-z]{3,}ing\\b|^\\W*back (?:there|in|over|at|with|on|to|for)\\b|^\\W*(?:(?:ok|okay|so|and|then|also|next|next up|next step|plan|todo|to do)\\b[\\s:,-]*)*${nextVerbs}e?\\b`,
  'iu',
);
/** A few words and a day, without a verb: "quote mon", "Ironwood demo Wednesday 2pm". */
const terse =
  /(?:^|\s)(?:demo|quote|call|meeting|lunch|retry|visit|proposal|follow[- ]?up|coffee|review|workshop|site visit|dinner|breakfast|kick-?off|check[- ]?in|catch[- ]?up|trial|walk-?through|pitch|presentation|training|install(?:ation)?|delivery|callback|call back)(?: (?:with|for|at) (?:the )?[\p{L}&'-]+(?: [\p{L}&'-]+){0,2})?(?: (?:(?:for|on|next|this) )?)$/iu;
/** What began or ended by a day that is over. */
const behind = /\b(?:since|was|were|been|had|last|ago)\b/iu;

const isLatin = /^[^\p{Script=Han}]*$/u;

/** Whether a clause says what comes next, so that a bare weekday in it can only be a coming one. */
const looksAhead = (text: string, before: string): boolean =>
  !doneCue.test(text) &&
  !behind.test(text) &&
  !theirTurn.test(text) &&
  !contactsTurn.test(text) &&
  (aboutTo.test(text) || terse.test(before));
/** What others are about to do: "he's showing it to his CFO", "the board is meeting". */
const theirTurn =
  /\b(?:he|she|they|it|who|board|team|boss|owner|manager|committee|legal|finance|procurement|customers?|clients?|directors?|partners?|everyone|everybody)(?:'s|'re|'ll| is| are| will| wants to| want to| plans? to| needs? to)\s(?!(?:out|away|in|back|free|available)\b)/iu;
const contactsTurn =
  /\b\p{Lu}\p{Ll}+(?:'ll| is| will|'s(?= \p{Ll}+ing\b)) (?:\p{Ll}+ly |also |not )?(?:be |going to )?\p{Ll}+/u;

/** Days of other people's own affairs: when somebody is back, when it is busy. */
const othersAffairs =
  /才|回(?:来|国|公司|去)?(?=$|[,。])|人多|放假|出差|休假|\b(?:holiday|on leave|out of (?:the )?office|vacation|travell?ing|away|sick|off until|out until)\b/iu;
/** A contact is away until that day, or starts or leaves on it. */
export const saysAway =
  /休[年产病]?假|请假|出差|出国|在外地|\b(?:on (?:holiday|leave|vacation)|out of (?:the )?office|travell?ing until|away until|sick|off until|out until|starts|joins|leaves|leaving)\b/iu;

/** The speaker is away on a day, which is no step: "told Sue that I'm off next week". */
export const selfAway =
  /\b(?:i'm|im|i am|i'll be|ill be|i will be|we're|we are|we'll be) (?:\w+ )?(?:away|off|out|ooo|on (?:leave|holiday|vacation)|travell?ing|not (?:around|in))\b(?! (?:to|at|with|visiting|seeing|for (?:lunch|coffee|dinner))\b)/iu;

/** What they do among themselves until that day, after which one may ask: 他说周末前看 ("he will read it by the weekend"). */
const theirOwn =
  /(?:说|讲|表示|答复|回复|要|得|争取|会|能)[^,。]*(?:[要得]等|看(?!看|一下我们)|研究|走[^,。]{0,4}(?:审批|流程)|审批|定下来|过会|上会|讨论|商量|评估|内部)|[^我前]给(?:出|到)?\s*$/u;

/** The speaker is away on that day: 我下周头两天不在 ("I am away the first two days of next week"). */
const isOwnAbsence = (before: string, after: string): boolean =>
  (/(?:我们?|咱们?|本人)[^,。他她总约]{0,6}$/u.test(before) &&
    /^[^,。]{0,8}?(?:不在(?!乎|意)|出差|休[年产病]?假|请[了个]?[年产病事]?假|放假|没空|没时间|有事|不方便|在外地|不上班|调休|回老家)(?!之?前|回来|的时候)/u.test(
      after,
    )) ||
  /\b(?:i|we)(?:'m|'ll| am| are| will)\b[^,.]{0,16}\b(?:away|off|out|on (?:leave|holiday|vacation)|travell?ing|unavailable|not (?:in|around|here|available))\b[^,.]{0,12}$/iu.test(
    before,
  );

/** A guess at a day. */
const guessed = /也许|或许|说不定|没准|\b(?:might|may|maybe|probably|possibly|perhaps)\b(?! \d)/iu;

/** Whether the words say a weekday without its week. */
export const saysWeekdayAlone = (words: string): boolean =>
  bareWeekday.test(words.replace(/^(?:on|by) /iu, '')) && !holdsMonthDay(words);

/** Whether a day is only a guess, or one of other people's affairs. */
export const isGuessedDay = (text: string): boolean =>
  guessed.test(text) || othersAffairs.test(text) || isTheirDay(text);

/** A postponement to a year is no date of a next step. */
const coarse = /^(?:next year|明年|来年|年[前后])$/iu;

/** Reads the dates of a segment; leaves out denied ones and those of other facts. */
export function whenOf(text: string, from: number, pieces: FoundPiece[], at: ReadAt, isOff: boolean): When {
  const when: When = {};
  const dates = pieces.filter(({ piece }) => piece.kind === 'date');
  for (const { piece, words, from: start, to } of pieces) {
    if (piece.kind !== 'date' || /^24\/7$/.test(words)) continue;
    const beside = besideDay(text, from, dates, start);
    if (namesDayOf(pieces, text, from, start, to, piece.value)) continue;
    const [before, after] = [text.slice(0, start - from), text.slice(to - from)];
    if (notAStep.test(text) || (isOff && !/改|instead|挪/u.test(before)) || isDenied(text, start - from, 4))
      continue;
    if (isOwnAbsence(before, after)) continue;
    const past = readDate(words, { ...at, prefer: 'past' })?.value ?? piece.value;
    if (/^\s?(?:之?前)?(?:[不没]|\p{Script=Han}不(?:下来|了|出))/u.test(after) || isFormer(after)) continue;
    if (coarse.test(words) && !/^再(?:去|约|联系|找|跟|拜访|[打聊谈])/u.test(after)) continue;
    // A date more than 60 days ago is meant for the future: 12月8号 ("8 December") said in November.
    const isLongAgo = piece.value > at.today && past < addDays(at.today, -60);
    // 周六上门 ("on site on Saturday") said on a Thursday is to come.
    const isToCome = bareWeekday.test(words) && weekday(piece.value) > weekday(at.today);
    const isPromised = ownPromise.test(text) || /\bby\s*$/iu.test(before) || /^by\b/iu.test(words);
    const happened =
      past < at.today &&
      !(isPromised && bareWeekday.test(words.replace(/^by /iu, ''))) &&
      (piece.value < at.today || (!isLongAgo && isPast(before, after, isToCome)));
    if (happened) {
      when.at = past;
      continue;
    }
    const value = piece.time ? `${piece.value}T${piece.time}` : piece.value;
    if (piece.value === at.today) {
      if (piece.time) when.todayAt ??= value;
      continue;
    }
    if (piece.value < at.today) continue;
    const isNext =
      looksAhead(text, before) || (isLatin.test(text) && (ownDuty.test(text) || ownPromise.test(text)));
    const passed =
      bareWeekday.test(words) &&
      !holdsMonthDay(words) &&
      weekday(piece.value) < weekday(at.today) &&
      !isNext &&
      !(piece.time !== undefined && isLatin.test(text) && !doneCue.test(text)) &&
      !/\b(?:on|by|before|until|till)\s$/iu.test(before) &&
      !(/^\s?(?:之前|以前|前(?![天晚年面]))/u.test(after) && !doneCue.test(after));
    const isOwn = remindsSpeaker(text);
    const vague =
      !isOwn &&
      (othersAffairs.test(beside) ||
        guessed.test(text) ||
        isTheirDay(text) ||
        (theirOwn.test(beside) && !/(?:让|叫|请|约|要)我/u.test(text)) ||
        /^再(?:议|看|说|定)/u.test(after) ||
        (!isNext && !step.test(after) && !step.test(before)));
    const isSettled = settles.test(before) && !reportedSettled.test(before);
    const next = {
      value,
      how: passed || (vague && !isSettled) ? ('proposed' as const) : ('sure' as const),
      from: start,
      to,
      isVague: vague && !isSettled,
      ...(isSettled ? { isSettled } : {}),
    };
    if (!when.next || isBetterDay(next, when.next)) {
      when.next = next;
      when.asks = passed;
    }
  }
  if (when.next && offersDays(text, from, dates))
    Object.assign(when, { next: { ...when.next, how: 'proposed', isVague: true }, asks: true });
  return when;
}

/** Whether words leave it open which of two days it will be: "Monday or Tuesday", 周一或者周二. */
const offersDays = (text: string, from: number, dates: readonly FoundPiece[]): boolean =>
  dates.some((one, n) => {
    const next = dates[n + 1];
    return (
      next !== undefined &&
      /^\s*(?:,\s*)?(?:or|或者?是?|还是|要么|要不)\s*(?:on |the )?$/iu.test(
        text.slice(one.to - from, next.from - from),
      )
    );
  });

/** Settles on the day that follows: 给我定到…, 记个提醒… ("set a reminder for"). */
const settles =
  /(?:给我|帮我|咱们?|我们?|那就|还是|就|先|直接|我)(?:给[他她它]们?)?(?:定|约|放|排|记|设)(?:到|在|成)?\s*$|(?:定到|定成|暂定|就定)(?:在|到)?\s*$|(?:记|设|定|加|建|来|弄)(?:一?个|一下|条)?提醒(?:我|一下)?[,\s]*$/u;
/** Somebody else settled on it. */
const reportedSettled =
  /(?:[他她]们?|对方|客户|\p{Script=Han}[总工])(?:说|要|想)?(?:定|约|放|排|记|设)(?:到|在|成)?\s*$/u;

/** Of several days the one that the words settle on, else the one of a step that is sure, else the first. */
function isBetterDay(one: NonNullable<When['next']>, than: NonNullable<When['next']>): boolean {
  if ((one.isSettled ?? false) !== (than.isSettled ?? false)) return one.isSettled === true;
  if ((one.isVague ?? false) !== (than.isVague ?? false)) return than.isVague === true;
  return one.value < than.value;
}

/** The words round a date, up to the dates beside it; the whole clause if it holds no other. */
function besideDay(text: string, offset: number, dates: readonly FoundPiece[], from: number): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const at = dates.findIndex((one) => one.from === from);
  const [last, next] = [dates[at - 1], dates[at + 1]];
  return text.slice(last ? last.to - offset : 0, next ? next.from - offset : text.length);
}

/** Whether a weekday repeats the date beside it: Friday the 4th of December, 12月4号周五. */
function namesDayOf(
  pieces: FoundPiece[],
  text: string,
  offset: number,
  from: number,
  to: number,
  value: string,
): boolean {
  const words = text.slice(from - offset, to - offset).replace(/^(?:on|by|this|coming) /iu, '');
  if (!bareWeekday.test(words)) return false;
  return pieces.some((other) => {
    if (other.piece.kind !== 'date' || other.from === from || other.piece.value === value) return false;
    const gap =
      other.from >= to
        ? text.slice(to - offset, other.from - offset)
        : text.slice(other.to - offset, from - offset);
    return (
      gap.length < 8 && /^[\s,(（的]*(?:the )?$/iu.test(gap) && weekday(other.piece.value) === weekday(value)
    );
  });
}

/** The former day of a move: 把周五的会改到下周二 ("move Friday's meeting to next Tuesday"). */
const isFormer = (after: string): boolean =>
  /^[^,。]{0,8}$/u.test(after.split(movedToCue)[0] ?? '') && movedToCue.test(after);

/** Whether an ambiguous day is in the past, by the verb beside it. */
function isPast(before: string, after: string, isToCome: boolean): boolean {
  if (
    reportedCue.test(before) ||
    movedToCue.test(before) ||
    intentCue.test(before) ||
    /再|下次|约|之?前\s*$/u.test(before)
  )
    return false;
  if (/^\s?(?:之?前|再|交|以前|给(?:我们)?(?:答|反|回|出|方案|报))/u.test(after)) return false;
  if (/今天|今早|刚(?:才|刚)?/u.test(before) || stillToDo.test(after)) return doneCue.test(after);
  if (doneCue.test(after) || doneCue.test(before)) return true;
  return !isToCome && /^\s?(?:现场|上门|拜访|电话|开会)/u.test(after);
}

/** What will be done on the day before these words: 二十八号签 ("signing on the 28th"). */
const stillToDo =
  /^(?:上午|下午|晚上|[早中]上)?(?:签(?:约|合同|字)?|交(?:货|付)?|付款?|打款|开工|上线|定|要|来|去|发|送|到货|验收|演示|开会|给|见面?|过去|续约?)(?:[,。吧啊]|合同|$)/u;

/** Words for later today: 待会 ("in a while"), 下午 ("this afternoon"), 今晚 ("tonight"). */
export const laterToday =
  /待会|等会|一会儿|晚点(?!到|了|吧)|今晚|稍后|下午(?=要|得|去)|(?<![昨明后前]天|[周期拜][一二三四五六日天]|[号日])晚上(?!好)|\b(?:tonight|later today|this evening)\b/iu;

/** A deadline today: 下班前 ("before the end of work"), by noon. */
export const dueToday =
  /(?<![昨明后前]天|[周期拜][一二三四五六日天])(?:下班|午饭|吃饭|天黑|中午|晚饭|晚上|收工)之?前|(?<![昨明后前]天[^,。]{0,3}|[周期拜月号][^,。]{0,4})(?:上午|下午|晚上|中午)?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})点半?钟?之?前|今天之?内|\b(?:before (?:i (?:leave|go)|lunch today|noon|the end of (?:the |to)day)|by (?:noon|tonight|(?:the )?end of (?:the )?(?:day|today))|(?:eod|cob|eob|close of (?:business|play))(?! (?:on )?(?:tomorrow|next|mon|tue|wed|thu|fri))|before (?:noon|five|six))\b/iu;

/** An order to oneself for today: "call Jane today", "ring Bill this afternoon"; on a weekday's name it is one as well. */
export const ordersToday =
  /^\W*(?:(?:please|then|and|also|ok)[\s,]+)*(?:call|ring|phone|visit|text|email|chase|ping)\s+(?!with\b|from\b|at\b|in\b)[^\s:]+(?: [^\s:]+){0,3}?\s+(?:(?<today>today|tonight|this (?:afternoon|evening)|later(?: today)?)|(?:on )?(?:mon|tues|wednes|thurs|fri)day)\W*$/iu;

/** A part of today, with the hour when it begins: what is told of it before that can only be a plan. */
const partsOfToday: readonly [RegExp, string][] = [
  [
    /(?:^|[,\s]|今天|今儿)(?:中午|午饭)|\b(?:at lunch(?:time)? today|this lunchtime|lunch today)\b/iu,
    '11:00',
  ],
  [/(?:^|[,\s]|今天|今儿)下午|\bthis afternoon\b/iu, '12:00'],
  [/(?:^|[,\s]|今天|今儿|今)(?:傍晚|晚上?(?!点|了|到)|夜里)|\b(?:this evening|tonight)\b/iu, '17:00'],
];

/** Whether a segment tells of a part of today that has not begun by `now`: 今天下午跟王总开会 ("meeting Mr Wang this afternoon"). */
export const isAheadToday = (text: string, now: string): boolean =>
  !doneCue.test(text) &&
  !reportedCue.test(text) &&
  partsOfToday.some(([part, begins]) => now < begins && part.test(text));

/** Whether a segment is about something still to do today. */
export const isDueToday = (text: string): boolean =>
  laterToday.test(text) ||
  ordersToday.exec(text)?.groups?.today !== undefined ||
  dueToday.test(text) ||
  (/(?<![昨明后前]天|[周期拜][一二三四五六日天])[下中]午|今天|\b(?:this (?:morning|afternoon)|today)\b/iu.test(
    text,
  ) &&
    (intentCue.test(text) || ownDuty.test(text)) &&
    !doneCue.test(text));
