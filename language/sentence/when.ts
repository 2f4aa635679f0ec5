import type { FoundPiece, ReadAt } from '../../kernel/pieces/base/piece.js';
import { readDate } from '../../kernel/pieces/date.js';
import { addDays, weekday } from '../../kernel/time/dates.js';
import { isDenied } from '../reading/clauses.js';
import type { ReadValue } from '../reading/sentence-reading.js';
import { doneCue, intended, movedTo, notAStep, ownDuty, toldCue } from './cues.js';

/** The dates of a stretch: when it happened, and what comes next. */
export interface When {
  at?: string;
  next?: ReadValue<string> & { from?: number };
  /** The day may be two. */
  asks?: boolean;
  /** A time of today, whose meaning depends on whether it is past. */
  todayAt?: string;
}

/** A weekday by its bare name, which this week's has passed: the next one, or the one that was? */
const bareWeekday =
  /^(?:周|星期|礼拜)[一二三四五六日天1-7]|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?\b/iu;

/** What one does on a day; a day beside none of it may be anything. */
const step =
  /约|再|给|发|去|见|来|交|签|谈|定|开|送|寄|回|看|演示|上门|拜访|联系|电话|打|沟通|催|汇报|验收|评审|讲|试|做|报|付款|打款|答复|反馈|邮件|会|引荐|\b(?:call|meet|send|follow|sign|demo|visit|again|back|step|answer|quote|by|seeing|lunch|workshop|meeting|review|wants?|goes|decides?|going)/iu;
/** Others' days: when somebody is back, how busy it is. */
const theirs =
  /才|回(?:来|国|公司|去)?(?=$|[,。])|人多|放假|出差|休假|\b(?:holiday|on leave|out of (?:the )?office|vacation|travell?ing|away|sick|off until|out until)\b/iu;
/** Somebody of theirs is not there until that day, or begins on it. */
export const saysAway =
  /休[年产病]?假|请假|出差|出国|在外地|\b(?:on (?:holiday|leave|vacation)|out of (?:the )?office|travell?ing until|away until|sick|off until|out until|starts|joins|leaves|leaving)\b/iu;

/** Somebody's guess at a day. */
const guessed = /也许|或许|说不定|没准|\b(?:might|may|maybe|probably|possibly|perhaps)\b(?! \d)/iu;

/** A year is when something is put off to, and no day for a next step. */
const coarse = /^(?:next year|明年|来年|年[前后])$/iu;

/** Dates as the stretch means them; those that are denied or belong to something else are left out. */
export function whenOf(text: string, from: number, pieces: FoundPiece[], at: ReadAt, isOff: boolean): When {
  const when: When = {};
  for (const { piece, words, from: start, to } of pieces) {
    if (piece.kind !== 'date' || /^24\/7$/.test(words)) continue;
    if (namesDayOf(pieces, text, from, start, to, piece.value)) continue;
    const [before, after] = [text.slice(0, start - from), text.slice(to - from)];
    if (notAStep.test(text) || (isOff && !/改|instead|挪/u.test(before)) || isDenied(text, start - from, 4))
      continue;
    const past = readDate(words, { ...at, prefer: 'past' })?.value ?? piece.value;
    if (/^\s?(?:之?前)?(?:[不没]|\p{Script=Han}不(?:下来|了|出))/u.test(after) || isFormer(after)) continue;
    if (coarse.test(words) && !/^再(?:去|约|联系|找|跟|拜访|[打聊谈])/u.test(after)) continue;
    // 12月8号 said in November is not last year's.
    const isLongAgo = piece.value > at.today && past < addDays(at.today, -60);
    const happened = past < at.today && (piece.value < at.today || (!isLongAgo && isPast(before, after)));
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
    const passed =
      bareWeekday.test(words) &&
      weekday(piece.value) < weekday(at.today) &&
      !/\b(?:on|by|before|until|till)\s$/iu.test(before);
    const vague =
      theirs.test(text) ||
      guessed.test(text) ||
      /^再(?:议|看|说|定)/u.test(after) ||
      (!step.test(after) && !step.test(before));
    if (!when.next || value < when.next.value) {
      when.next = { value, how: passed || vague ? 'proposed' : 'sure', from: start };
      when.asks = passed;
    }
  }
  return when;
}

/** Friday the 4th of December, 12月4号周五: the weekday only repeats the date beside it. */
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

/** 把周五的会改到下周二: the day that was. */
const isFormer = (after: string): boolean =>
  /^[^,。]{0,8}$/u.test(after.split(movedTo)[0] ?? '') && movedTo.test(after);

/** Whether a day that may be either lies behind: the verb beside it tells of something done. */
function isPast(before: string, after: string): boolean {
  if (
    toldCue.test(before) ||
    movedTo.test(before) ||
    intended.test(before) ||
    /再|下次|约|之?前\s*$/u.test(before)
  )
    return false;
  if (/^\s?(?:之?前|再|交|以前|给(?:我们)?(?:答|反|回|出|方案|报))/u.test(after)) return false;
  return doneCue.test(after) || doneCue.test(before) || /^\s?(?:现场|上门|拜访|电话|开会)/u.test(after);
}

/** 待会, 下午, 今晚: later today. */
export const laterToday =
  /待会|等会|一会儿|晚点|今晚|稍后|下午(?=要|得|去)|(?<![昨明后前]天|[一二三四五六日天])晚上(?!好)|\b(?:tonight|later today|this evening)\b/iu;

/** 下班前, by noon: a limit that ends today. */
export const dueToday =
  /(?<![昨明后前]天|[周期拜][一二三四五六日天])(?:下班|午饭|吃饭|天黑|中午|晚饭|晚上|收工)之?前|(?<![昨明后前]天[^,。]{0,3}|[周期拜月号][^,。]{0,4})(?:上午|下午|晚上|中午)?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})点半?钟?之?前|今天之?内|\b(?:before (?:i (?:leave|go)|lunch today|noon|the end of (?:the |to)day)|by (?:noon|tonight|eod|(?:the )?end of (?:the )?(?:day|today)|close of (?:business|play))|before (?:noon|five|six))\b/iu;

/** Whether the stretch tells of something for the rest of today. */
export const isDueToday = (text: string): boolean =>
  laterToday.test(text) ||
  dueToday.test(text) ||
  (/(?<![昨明后前]天|[周期拜][一二三四五六日天])[下中]午|今天|\b(?:this (?:morning|afternoon)|today)\b/iu.test(
    text,
  ) &&
    (intended.test(text) || ownDuty.test(text)) &&
    !doneCue.test(text));
