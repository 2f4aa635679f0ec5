import { addDays, isDate, mondayOf, monthStart } from '../time/dates.js';
import { foldInPlace } from '../words/folding.js';
import { type Match, type PieceOf, type ReadAt, whole } from './base/piece.js';
import { figureDateRules } from './dates/date-rules-any.js';
import { enDateRules, findSpelledDates } from './dates/date-rules-en.js';
import { spokenDateRules } from './dates/date-rules-spoken.js';
import { zhDateRules } from './dates/date-rules-zh.js';
import { clockRules } from './dates/from-now.js';
import { dayAgreed, isOfDayAfter, joinBeside } from './dates/joined-dates.js';
import { joinNamedDays } from './dates/named-days.js';
import { findZones, onOwnClock, withoutZones } from './dates/named-zones.js';
import { findTimes, timeAfter } from './dates/time-of-day.js';

type DatePiece = PieceOf<'date'>;

const rules = [...figureDateRules, ...zhDateRules, ...enDateRules, ...spokenDateRules, ...clockRules];

/** Finds dates in a text, each with a time of day that follows it; a time alone is today's. */
export function findDates(text: string, at: ReadAt): Match<DatePiece>[] {
  const plain = foldInPlace(text);
  const zones = findZones(plain, at);
  const folded = withoutZones(plain, zones);
  const all = rules.flatMap(({ pattern, read }) =>
    [...folded.matchAll(pattern)].flatMap((found): Match<DatePiece>[] => {
      const to = found.index + found[0].length;
      const day = inCalendar(() =>
        read({ ...found.groups, all: found[0], rest: folded.slice(to, to + 2) }, at),
      );
      if (day === undefined) return [];
      const { value, part, time: own } = typeof day === 'string' ? { value: day } : day;
      if (!isDate(value)) return [];
      const time = own ? { time: own, to } : timeAfter(folded, to, part);
      const piece: DatePiece = { kind: 'date', value, ...(time ? { time: time.time } : {}) };
      return [{ piece, from: found.index, to: time?.to ?? to }];
    }),
  );
  const spelled = findSpelledDates(folded, at);
  const days = [...all, ...spelled];
  for (const { time, from, to } of findTimes(folded)) {
    // The day after which one, nothing says: the hour is not today's.
    if (isOfDayAfter(folded.slice(0, from)) && !days.some((day) => day.to <= from)) continue;
    const value = dayAgreed(folded, from, days, at.today) ?? at.today;
    all.push({ piece: { kind: 'date', value, time }, from, to });
  }
  const named = [...all, ...spelled, ...joinNamedDays(folded, all, spelled)];
  const found = [...named, ...joinBeside(folded, named, at.today)];
  return zones.length > 0 ? onOwnClock(found, folded, zones, at.zone) : found;
}

/** Runs a reader, or returns undefined if its count leaves the calendar (+999 years in 9990). */
function inCalendar<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A date, with the time of day if one was given. */
export interface ReadMoment {
  /** 'YYYY-MM-DD' */
  value: string;
  /** 'HH:mm' */
  time?: string;
}

/** Reads the date that the whole text is, or undefined; 20260701 counts here. */
export function readDate(text: string, at: ReadAt): ReadMoment | undefined {
  const compact = /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(foldInPlace(text));
  if (compact) {
    const value = `${compact[1]}-${compact[2]}-${compact[3]}`;
    return isDate(value) ? { value } : undefined;
  }
  const found = whole(text, findDates(text, at));
  return found && momentOf(found);
}

const wholePeriod =
  /上个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|上个?月(?![\d底末初中])|去年(?![\d底末初中])|last (?:week|month|year)\b/giu;
const asofMark = /(?:@|截至到?|截止到?|as (?:of|at)\b)\s*$/iu;

/**
 * Finds moments a report is asked as of: @上周五 ("@last Friday"), @6/30 15:00, 截至月底 ("as of month end"), as of
 * June 30. Dates without a year look back.
 */
export function findAsOf(text: string, at: ReadAt): Match<PieceOf<'asof'>>[] {
  const folded = foldInPlace(text);
  if (!/@|截|\bas\b/iu.test(folded)) return [];
  const back: ReadAt = { ...at, prefer: 'past' };
  const periods = [...folded.matchAll(wholePeriod)].flatMap((found) => {
    const value = inCalendar(() => endOfPast(found[0], at.today));
    if (value === undefined || !isDate(value)) return [];
    const to = found.index + found[0].length;
    return [{ piece: { kind: 'date' as const, value }, from: found.index, to }];
  });
  return [...findDates(text, back), ...periods].flatMap(({ piece, from, to }) => {
    const mark = asofMark.exec(folded.slice(Math.max(0, from - 12), from));
    return mark ? [{ piece: { ...piece, kind: 'asof' as const }, from: from - mark[0].length, to }] : [];
  });
}

/** The last day of the past week, month or year. */
function endOfPast(words: string, today: string): string {
  if (/周|星期|礼拜|week/i.test(words)) return addDays(mondayOf(today), -1);
  if (/月|month/i.test(words)) return addDays(monthStart(today), -1);
  return addDays(`${today.slice(0, 4)}-01-01`, -1);
}

/** Reads the as-of moment that the whole text is, or undefined. */
export function readAsOf(text: string, at: ReadAt): ReadMoment | undefined {
  const found = whole(text, findAsOf(text, at));
  return found && momentOf(found);
}

function momentOf({ value, time }: ReadMoment): ReadMoment {
  return time ? { value, time } : { value };
}
