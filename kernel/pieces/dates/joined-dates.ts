import { addDays } from '../../time/dates.js';
import { spelledNumbers } from '../../words/english-words.js';
import type { Match, PieceOf } from '../base/piece.js';
import { findTimes, timeAfter } from './time-of-day.js';

type DateMatch = Match<PieceOf<'date'>>;

const count = `\\d{1,2}|an?|${Object.keys(spelledNumbers).join('|')}`;
/** Weeks or days counted from a date that follows: "a week from Thursday", "two days after 4/15", "the day before Friday". */
const countedFrom = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:(?<n>${count}) (?<unit>weeks?|days?)|(?<fortnight>a fortnight)|(?<one>the day)) (?<side>from|after|before|on) |(?<weeks>${count}) weeks? )$`,
  'iu',
);
/** A week later than the weekday that it follows: "Friday week". */
const aWeekLater = /^ week(?! (?:of|after|before|from|\d|ahead|long)|\w)/iu;
/** The day after the date before it: "demo tomorrow, contract the day after". */
const dayAfter = /\b(?:the )?day after(?= (?:at|by|that)\b|\s*(?:$|[,.;!]))(?: that)?/giu;
/** Whether words before an hour say that it is of a day after another one. */
export const isOfDayAfter = (before: string): boolean => /\bday after(?: that)?,?\s*$/iu.test(before);

/** The beginning of a working day: "first thing Monday". */
const firstThing = /(?<![\p{L}\d])first thing (?:on )?$/iu;
const firstHour = '09:00';
/** The end of a working day. */
const endOfDay =
  '(?:by |before )?(?:the )?(?:eod|cob|eob|close of (?:business|play)|end of (?:the )?(?:day|play|business))';
const endBefore = new RegExp(String.raw`(?<![\p{L}\d])${endOfDay}(?:,? (?:on |of )?)$`, 'iu');
const endAfter = new RegExp(String.raw`^,? ${endOfDay}(?![\p{L}\d])`, 'iu');
const endAlone = new RegExp(String.raw`(?<![\p{L}\d])${endOfDay}(?![\p{L}\d])`, 'giu');
/** An hour before its day: "at 9 tomorrow", "2:30 pm on 4/15", "noon Friday". */
const bareHour =
  /(?<![\p{L}\d])at (?<h>1[0-2]|[1-9])(?: (?:in the|at) (?<part>morning|afternoon|evening|night))? (?:on )?$/iu;
const betweenHourAndDay = /^\s+(?:on )?$/iu;

/** Between a day to come and the hour told behind it: 周三去归雁，韩总约的 … ("to Guiyan on Wednesday, Mr Han set …"). */
const agreedBehind =
  /^[^,，。;；.!?]{0,24}[,，]\s*[^,，。;；!?]{0,12}?(?:约的?是?|约了|约在|定的?是?|定了|定在|(?:says|said|wants|booked|suggested|set(?: it)? for|booked(?: me)? for)(?: at)?\s)\s*$/u;

/** The day of an hour that stands by itself behind the day that it was agreed for, or undefined. */
export function dayAgreed(
  text: string,
  hourFrom: number,
  days: readonly DateMatch[],
  today: string,
): string | undefined {
  const [day] = days
    .filter(({ piece, to }) => to <= hourFrom && piece.value > today && !piece.time)
    .sort((a, b) => b.to - a.to);
  return day && agreedBehind.test(text.slice(day.to, hourFrom)) ? day.piece.value : undefined;
}

/** Joins dates with what stands beside them and says which day or hour is meant. */
export function joinBeside(text: string, dates: readonly DateMatch[], today: string): DateMatch[] {
  const hours = findTimes(text);
  const ofDay = dates.filter((one) => !hours.some(({ from, to }) => from === one.from && to === one.to));
  const counted = ofDay.flatMap((date) => countedDay(text, date));
  const all = [...ofDay, ...counted];
  const early = all.flatMap((date) => hourBefore(text, date, all));
  const ends = all.flatMap((date) => endBeside(text, date));
  const alone = [...text.matchAll(endAlone)].map(
    (found): DateMatch => ({
      piece: { kind: 'date', value: today },
      from: found.index,
      to: found.index + found[0].length,
    }),
  );
  return [...counted, ...early, ...ends, ...alone, ...daysAfter(text, all)];
}

const dated = (value: string, time: string | undefined): PieceOf<'date'> => ({
  kind: 'date',
  value,
  ...(time ? { time } : {}),
});

function countedDay(text: string, { piece, from, to }: DateMatch): DateMatch[] {
  const own = /^on /iu.exec(text.slice(from, to))?.[0] ?? '';
  const before = countedFrom.exec(text.slice(0, from) + own);
  if (before) {
    const { weeks, n = weeks ?? 'a', unit = 'week', fortnight, one, side = '' } = before.groups ?? {};
    // "Two days on Friday" counts nothing; "a week on Friday" does, and "a week tomorrow".
    if (/^on$/iu.test(side) && !/^week/iu.test(unit)) return [];
    if (one && !/^(?:after|before)$/iu.test(side)) return [];
    if (weeks && !/^(?:today|tomorrow|\p{L}+day)/iu.test(text.slice(from, to))) return [];
    const number = /^an?$/iu.test(n) ? 1 : (spelledNumbers[n.toLowerCase()] ?? Number(n));
    const days = fortnight ? 14 : one ? 1 : number * (/^week/iu.test(unit) ? 7 : 1);
    const value = addDays(piece.value, /^before$/iu.test(side) ? -days : days);
    return [{ piece: dated(value, piece.time), from: before.index, to }];
  }
  const later = aWeekLater.exec(text.slice(to));
  if (!later || !/(?:day|mon|tue|wed|thu|fri|sat|sun|tomorrow)$/iu.test(text.slice(from, to))) return [];
  const end = to + later[0].length;
  const hour = timeAfter(text, end);
  return [{ piece: dated(addDays(piece.value, 7), hour?.time), from, to: hour?.to ?? end }];
}

/** The date with the hour that stands before it, unless that is the hour of another date. */
function hourBefore(text: string, { piece, from, to }: DateMatch, dates: readonly DateMatch[]): DateMatch[] {
  if (piece.time) return [];
  const first = firstThing.exec(text.slice(0, from));
  if (first) return [{ piece: dated(piece.value, firstHour), from: first.index, to }];
  const hour = findTimes(text.slice(0, from)).find((one) => betweenHourAndDay.test(text.slice(one.to, from)));
  const bare = hour ? undefined : bareHour.exec(text.slice(0, from));
  const start = hour?.from ?? bare?.index;
  const said =
    hour?.time ?? (bare && timeAfter(`today ${bare.groups?.part ?? ''} at ${bare.groups?.h}`, 5)?.time);
  if (start === undefined || !said) return [];
  const isTaken = dates.some((one) => one.piece.time && one.from < start && one.to >= (hour?.to ?? start));
  return isTaken ? [] : [{ piece: dated(piece.value, said), from: start, to }];
}

function endBeside(text: string, { piece, from, to }: DateMatch): DateMatch[] {
  const before = endBefore.exec(text.slice(0, from));
  if (before) return [{ piece, from: before.index, to }];
  const after = endAfter.exec(text.slice(to));
  return after ? [{ piece, from, to: to + after[0].length }] : [];
}

function daysAfter(text: string, dates: readonly DateMatch[]): DateMatch[] {
  return [...text.matchAll(dayAfter)].flatMap((found): DateMatch[] => {
    const [last] = dates
      .filter((one) => one.to <= found.index)
      .sort((a, b) => b.to - a.to || a.from - b.from);
    if (!last) return [];
    const end = found.index + found[0].length;
    const hour = timeAfter(text, end);
    return [
      { piece: dated(addDays(last.piece.value, 1), hour?.time), from: found.index, to: hour?.to ?? end },
    ];
  });
}
