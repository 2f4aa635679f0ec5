import { formatsIn } from '../../../texts/languages.js';
import { validDate } from '../../time/dates.js';
import { type DateRule, nearestMonthDay } from './date-rules.js';

const after = String.raw`(?![\d/]|-\d|\.\d|[a-z%°]|个|家|台|套|人(?!民)|次|件|份|条|名|位|天|周(?![一二三四五六日天末])|月|年|折|万|千|百|亿|元|块|小时|分钟|楼|层|期|级|\s(?:of|days?|weeks?|months?|years?|people|users?|hours?)\b)`;

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
      // A day before its month is how much of the English-speaking world writes it.
      if (first > 12 && formatsIn(at.locale).isDayFirst) return nearestMonthDay(at, second, first);
      return nearestMonthDay(at, first, second);
    },
  },
  {
    pattern: new RegExp(String.raw`(?<![\d/.a-z:+#-])(?<m>\d{1,2})-(?<d>\d{1,2})(?![日号点])${after}`, 'giu'),
    read: (g, at) => nearestMonthDay(at, Number(g.m), Number(g.d)),
  },
];
