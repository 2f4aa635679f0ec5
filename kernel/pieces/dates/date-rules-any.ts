import { formatsIn } from '../../../texts/languages.js';
import { validDate } from '../../time/dates.js';
import type { ReadAt } from '../base/piece.js';
import { type DateRule, nearestMonthDay } from './date-rules.js';

const after = String.raw`(?![\d/]|-\d|\.\d|[a-z%°]|个|家|台|套|人(?!民)|次|件|份|条|名|位|天|周(?![一二三四五六日天末])|月|年|折|万|千|百|亿|元|块|小时|分钟|楼|层|期|级|\s(?:of|days?|weeks?|months?|years?|people|users?|hours?|minutes?|mins|licen[cs]es?|seats?|units?|pieces|boxes|sites?|stores?|staff|devices|percent|points?|items|copies|tickets|rooms|desks|tables|employees|engineers|reps|visits|calls|cases|pallets|servers|branches|locations|shops)\b)`;

/** The month and the day of two figures in the speaker's order, or in the only one that the calendar has: 15/4. */
function monthAndDay(first: number, second: number, at: ReadAt): [month: number, day: number] {
  const isDayFirst = second <= 12 && (first > 12 ? formatsIn(at.locale).isDayFirst : at.isDayFirst === true);
  return isDayFirst ? [second, first] : [first, second];
}

/** Dates in figures, the same in every language. */
export const figureDateRules: DateRule[] = [
  {
    pattern:
      /(?<![\d./a-z-])(?<y>(?:19|20)\d{2})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?!\d|[-/]\d|\.\d)/giu,
    read: (g) => validDate(Number(g.y), Number(g.m), Number(g.d)),
  },
  {
    pattern: new RegExp(String.raw`(?<![\d/.a-z:+#-])(?<m>\d{1,2})/(?<d>\d{1,2})(?:[日号]|${after})`, 'giu'),
    read: (g, at) => {
      const [first, second] = [Number(g.m), Number(g.d)];
      const isFraction = first < second && second <= 10 && /^(?:的|以上|以下|强)/.test(g.rest ?? '');
      if (isFraction) return undefined;
      const [month, day] = monthAndDay(first, second, at);
      return nearestMonthDay(at, month, day);
    },
  },
  {
    // With points between them, the day stands first everywhere.
    pattern:
      /(?<![\d/.a-z:+#-])(?<m>\d{1,2})(?<sep>[-/.])(?<d>\d{1,2})\k<sep>(?<y>20\d{2}|[23]\d)(?!\d|[-/]\d|\.\d|[a-z%°])/giu,
    read: (g, at) => {
      const [first, second] = [Number(g.m), Number(g.d)];
      const [month, day] = g.sep === '.' ? [second, first] : monthAndDay(first, second, at);
      return validDate(Number(g.y?.length === 2 ? `20${g.y}` : g.y), month, day);
    },
  },
  {
    pattern: new RegExp(String.raw`(?<![\d/.a-z:+#-])(?<m>\d{1,2})-(?<d>\d{1,2})(?![日号点])${after}`, 'giu'),
    read: (g, at) => nearestMonthDay(at, Number(g.m), Number(g.d)),
  },
];
