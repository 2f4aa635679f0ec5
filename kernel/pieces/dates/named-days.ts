import { weekday } from '../../time/dates.js';
import type { Match, PieceOf } from '../base/piece.js';
import { timeAfter } from './time-of-day.js';

type DatePiece = PieceOf<'date'>;

/** A weekday by its name, with the words that point to its week and its time of day: "next Wed", 下周三下午3点. */
const namesWeekday =
  /^(?:(?:on|by|for|this|next|coming) )*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?![a-z/\d])|^(?:[这本下]+个?)?(?:周|星期|礼拜)[一二三四五六日天1-7]/iu;

/** What may stand between a date and the name of its weekday. */
const between = /^[\s,(（]*(?:the )?$/iu;

/** "sat" and "sun" alone are ordinary words, but not before a date that is one. */
const shortWeekend = /(?<!\p{L})(?<day>sat|sun)[\s,.]+(?:the )?$/iu;

/**
 * Joins a date and the weekday named beside it into one: `tues 12/8 at 3pm`, 12月8号（周二）下午3点. A weekday that is not the
 * date's stays on its own. `spelled`: the dates with their month spelled out.
 */
export function joinNamedDays(
  text: string,
  dates: readonly Match<DatePiece>[],
  spelled: readonly Match<DatePiece>[],
): Match<DatePiece>[] {
  const isName = ({ from, to }: Match) => namesWeekday.test(text.slice(from, to));
  const names = dates.filter(isName);
  return [
    ...dates.filter((one) => !isName(one) && /\d/.test(text.slice(one.from, one.to))),
    ...spelled,
  ].flatMap((date) => {
    const name = names.find((one) => isBeside(text, one, date)) ?? weekendBefore(text, date);
    if (!name) return [];
    const [first, second] = name.from < date.from ? [name, date] : [date, name];
    const end = second.to + (/^[)）]/u.exec(text.slice(second.to))?.[0].length ?? 0);
    const later = second.piece.time ? undefined : timeAfter(text, end);
    const time = second.piece.time ?? later?.time ?? first.piece.time;
    const piece: DatePiece = { kind: 'date', value: date.piece.value, ...(time ? { time } : {}) };
    return [{ piece, from: first.from, to: later?.to ?? end }];
  });
}

/** Whether the weekday stands beside the date, and is the date's. */
function isBeside(text: string, name: Match<DatePiece>, date: Match<DatePiece>): boolean {
  if (weekday(name.piece.value) !== weekday(date.piece.value)) return false;
  const [first, second] = name.from < date.from ? [name, date] : [date, name];
  return first.to <= second.from && between.test(text.slice(first.to, second.from));
}

function weekendBefore(text: string, date: Match<DatePiece>): Match<DatePiece> | undefined {
  const found = shortWeekend.exec(text.slice(0, date.from));
  const day = found?.groups?.day?.toLowerCase() === 'sat' ? 6 : 7;
  if (!found || weekday(date.piece.value) !== day) return undefined;
  return { piece: { kind: 'date', value: date.piece.value }, from: found.index, to: found.index + 3 };
}

/** Whether the words of a date, which begin with a weekday, hold the day of the month as well: "Tue 12/8", 周二12月8号. */
export const holdsMonthDay = (words: string): boolean =>
  /\d\s?[/月-]\s?\d|\d\s?(?:st|nd|rd|th|[号日])|[a-z]{3,}\.? \d{1,2}(?![\d:])(?!\s?[ap]\.?m)/iu.test(
    words.replace(namesWeekday, ''),
  );
