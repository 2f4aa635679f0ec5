import { addDays } from '../../time/dates.js';
import { spelledNumbers } from '../../words/english-words.js';
import { readNumber } from '../base/numerals.js';
import type { ReadAt } from '../base/piece.js';
import type { DateRule, Day } from './date-rules.js';

const many = String.raw`(?<n>\d{1,3}|an?|${Object.keys(spelledNumbers).join('|')}|a couple of)(?<more>(?: and a half)?) (?<unit>hours?|hrs?|minutes?|mins?)(?<tail> and a half)?`;
const cn = '[一二两三四五六七八九十]';
const dayMinutes = 24 * 60;

/** Times counted from now: "in 2 hours", "in half an hour", 两个半小时后 ("in two and a half hours"). */
export const clockRules: DateRule[] = [
  {
    pattern: new RegExp(
      String.raw`(?<!\b(?:is|are|was|were|time|takes?|took|within|answers?|reply|replies|responds?|response|delivers?|ships?|arrives?|done) )\b(?:in (?:(?<half>half an hour)|${many})(?:'s? time|' time)?|${many.replace(/\?<(\w+)>/gu, '?<$1Now>')} from now)(?![\w']| (?:per|of|each|every|or less|flat|at most)\b)`,
      'giu',
    ),
    read: (g, at) => later(at, g.half ? 30 : englishMinutes(g)),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.]|${cn})(?:(?<half>半)个?(?:小时|钟头)|(?<n>\d{1,3}|${cn}{1,3})(?:个(?<more>半)?)?(?<unit>小时|钟头|分钟))(?:之|以|过)?后`,
      'gu',
    ),
    read: (g, at) =>
      later(at, g.half ? 30 : minutesOf(readNumber(g.n ?? ''), g.unit !== '分钟', Boolean(g.more))),
  },
];

const englishMinutes = (g: Record<string, string | undefined>) => {
  const { n = g.nNow ?? '', unit = g.unitNow ?? '', more = g.moreNow, tail = g.tailNow } = g;
  const said = n.toLowerCase();
  const count = /^an?$/.test(said) ? 1 : said === 'a couple of' ? 2 : (spelledNumbers[said] ?? Number(n));
  return minutesOf(count, /^h/iu.test(unit), Boolean(more || tail));
};

const minutesOf = (count: number | undefined, isHours: boolean, isHalfMore: boolean): number | undefined =>
  count === undefined ? undefined : (count + (isHalfMore ? 0.5 : 0)) * (isHours ? 60 : 1);

function later({ now, today }: ReadAt, minutes: number | undefined): Day | undefined {
  if (!now || minutes === undefined || minutes <= 0) return undefined;
  const [hours = 0, past = 0] = now.split(':').map(Number);
  const at = hours * 60 + past + minutes;
  const pad = (n: number) => String(n).padStart(2, '0');
  return {
    value: addDays(today, Math.floor(at / dayMinutes)),
    time: `${pad(Math.floor((at % dayMinutes) / 60))}:${pad(at % 60)}`,
  };
}
