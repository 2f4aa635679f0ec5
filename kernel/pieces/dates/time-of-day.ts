import { readNumber } from '../base/numerals.js';
import { englishPart, partNamed, readSpokenHour, spokenHour, untilHour } from './english-hours.js';

export interface TimeOfDay {
  /** 'HH:mm' */
  time: string;
  from: number;
  to: number;
}

const part = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|早|晚';
const cn = '[一二两三四五六七八九十]';
const minutes = String.raw`(?<half>半)|(?<quarter>[一三]刻)|(?<m>\d{1,2}分|\d{2}(?![\d万千亿%个])|[二三四五]?十[一二三四五六七八九]?分?|零?[一二三四五六七八九]分)|钟|整`;
const zhHour = String.raw`(?<h>\d{1,2}|${cn}{1,3})[点时](?![间候代常机长效五]|建议|意见|问题|要求|内容|原因|反馈|需求|想法|看法|\d+[万个])(?<rest>${minutes})?`;
const clock = String.raw`(?<hh>\d{1,2}):(?<mm>[0-5]\d)(?::[0-5]\d)?(?!\d)`;
const english = String.raw`(?<eh>\d{1,2})(?::(?<em>[0-5]\d))?\s?(?<half2>am|pm|a\.m\.|p\.m\.)(?![a-z])`;
const pattern = String.raw`(?<part>${part})?的?\s?(?:${english}|${untilHour}|${clock}|${zhHour}|${spokenHour})${englishPart('ofDay')}`;

const following = new RegExp(
  String.raw`${englishPart('ofDate')}[\s,]*(?:(?:at|by|t|from|@)\s?(?=\d|\p{L}))?${pattern}`,
  'iuy',
);
/** An hour alone, which only its "at" makes a time: "Tuesday at 3"; not a price, a count or an address. */
const bareHour = new RegExp(
  String.raw`${englishPart('ofDate')}[\s,]*(?:at|@)\s?(?<h>1[0-2]|[1-9])(?!\d|[:.,/-]\d|[%/]|\s?(?:k|m|usd|dollars?|bucks|percent|points?|of|st|nd|rd|th|x|each|per|apiece|a (?:seat|month|user|piece|head)|(?:work|business )?days?|weeks?|months?|years?|hours?|minutes?|units?|users?|seats?|people|persons?|sites?|places?|stores?|shops?|offices?|locations?|plants?|branches|pieces|pcs|boxes|licen[cs]es|tablets)\b)`,
  'iuy',
);
const standing = new RegExp(String.raw`(?<![\d:.a-z/第-])(?:(?:at|from)\s)?${pattern}`, 'giu');

/**
 * Reads the time of day after a date; `part` is the part of day in the date's own word ('晚', "evening", in
 * 今晚, "tonight").
 */
export function timeAfter(text: string, index: number, part?: string): TimeOfDay | undefined {
  following.lastIndex = index;
  const found = following.exec(text);
  if (found) return read(found, part);
  bareHour.lastIndex = index;
  const alone = bareHour.exec(text);
  // A word with a capital goes on with an address: "Tuesday at 5 Broad Street".
  return alone && !/^\s\p{Lu}/u.test(text.slice(bareHour.lastIndex)) ? read(alone, part) : undefined;
}

/**
 * Finds times on their own: 下午3点 ("3 pm"), 十点半 ("10:30"), 15:30, 3pm; 3点 alone may be "three points" of an
 * argument.
 */
export function findTimes(text: string): TimeOfDay[] {
  return [...text.matchAll(standing)].flatMap((found) => {
    const { h, part, rest } = found.groups ?? {};
    if (h && !part && !rest) return [];
    const time = read(found);
    return time ? [time] : [];
  });
}

function read(found: RegExpExecArray, givenPart?: string): TimeOfDay | undefined {
  const groups = found.groups ?? {};
  const spoken = readSpokenHour(groups);
  if (spoken) return { time: spoken, from: found.index, to: found.index + found[0].length };
  const hourWords = groups.eh ?? groups.hh ?? groups.h ?? '';
  const hour = readNumber(hourWords);
  const minute = minuteOf(groups);
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return undefined;
  const half = groups.half2?.toLowerCase();
  if (half && (hour < 1 || hour > 12)) return undefined;
  const at = half
    ? (hour % 12) + (half.startsWith('p') ? 12 : 0)
    : hourOf(
        hour,
        groups.part ?? partNamed(groups.ofDay ?? groups.ofDate) ?? givenPart,
        hourWords.startsWith('0'),
      );
  if (at === undefined) return undefined;
  const time = `${String(at).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { time, from: found.index, to: found.index + found[0].length };
}

function minuteOf(groups: Record<string, string>): number | undefined {
  if (groups.half) return 30;
  if (groups.quarter) return groups.quarter === '一刻' ? 15 : 45;
  const words = groups.em ?? groups.mm ?? groups.m;
  return words ? readNumber(words.replace(/^零|分$/g, '')) : 0;
}

/** Without a part of day, one to six means the afternoon: nobody visits at three at night. */
function hourOf(hour: number, part: string | undefined, written: boolean): number | undefined {
  if (part === undefined) return hour >= 1 && hour <= 6 && !written ? hour + 12 : hour;
  if (/凌晨|清晨|早|上午/.test(part)) return hour === 12 && part === '凌晨' ? 0 : hour;
  if (part === '中午') return hour < 4 ? hour + 12 : hour;
  if (part === '夜里' && hour < 6) return hour;
  if (hour === 12) return part === '下午' ? 12 : undefined;
  return hour < 12 ? hour + 12 : hour;
}
