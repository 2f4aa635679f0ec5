import {
  addDays,
  addMonths,
  dateOf,
  daysInMonth,
  mondayOf,
  monthEnd,
  monthStart,
  partsOf,
  quarterStart,
  validDate,
  weekday,
} from '../../time/dates.js';
import { readNumber } from '../base/numerals.js';
import type { ReadAt } from '../base/piece.js';
import { type DateRule, nearestDay, nearestMonthDay } from './date-rules.js';
import { afterHoliday, beforeHoliday, chinaDays, type Holiday } from './holidays.js';

const cn = '[一二两三四五六七八九十]';
const dayWords: Record<string, number> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  昨儿: -1,
  昨: -1,
  今天: 0,
  今日: 0,
  今儿: 0,
  今: 0,
  明天: 1,
  明日: 1,
  明儿: 1,
  明: 1,
  后天: 2,
  大后天: 3,
};
const weekSteps: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 };
const monthSteps: Record<string, number> = { 上: -1, 这: 0, 本: 0, 当: 0, 下: 1, 下下: 2 };
const yearSteps: Record<string, number> = { 前: -2, 去: -1, 今: 0, 本: 0, 明: 1, 后: 2 };
const weekdays: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 6 };
const holidays: Record<string, Holiday> = {
  国庆: 'national',
  十一: 'national',
  五一: 'labour',
  劳动: 'labour',
  春节: 'spring',
  过年: 'spring',
  年: 'spring',
  元旦: 'newYear',
  清明: 'qingming',
  端午: 'dragonBoat',
  中秋: 'midAutumn',
};

const whichMonth = '(?<which>本|这|当|下下|下|上)个?';
const yearWords = String.raw`(?:(?<rel>[今明后去前本])年|(?<year>(?:19|20)\d{2}|\d{2})年)`;
/** What must not follow a day number: 6月30万 ("300,000 in June"), 5月3家 ("3 companies in May"). */
const notAfterDay = String.raw`(?!\d|[.,/]\d|[零一二两三四五六七八九十百千万亿折个家位名人台套份次条件楼年%点]|天|月|周(?![一二三四五六日天末])|[wk](?![a-z]))`;
/** Things that bear a number: 3号厂房 ("plant 3"), 8号会议室 ("meeting room 8"). */
const notAfterNumber =
  '(?![楼线店院门机码位房库厅馆桌文铺仓栋座塔井炉泵窗桥坑柜舱]|厂(?![家长商])|车间|会议[室厅]|工位|工地|产线|生产线|包[间厢]|展[位台厅]|基地|宿舍|地块|电梯|通道|站)';
const number = (words: string | undefined) => (words === undefined ? undefined : readNumber(words));

/** What must not follow a weekday: 周一般 (一般, "generally"), 周日志 (日志, "log"), 下周四川出差 (四川, "Sichuan"). */
const notWeekday =
  '(?!(?<=一)(?:[般共直起样些次定汽鸣边]|方面)|(?<=二)[手期次维级]|(?<=三)[方星亚个次期]|(?<=四)[川个次期季]|(?<=五)[粮矿菱金个]|(?<=[日天])[本志报常程期气]|(?<=[1-7])[\\d.,点月号日个次天/:-])';

export const zhDateRules: DateRule[] = [
  {
    pattern:
      /大[前后]天|(?<![目以之])前天(?!气)|(?<![说证声表])[今明昨][天日儿](?![气线然])|后天(?![气线然])/gu,
    read: (g, at) => shift(at, dayWords[g.all ?? '']),
  },
  {
    pattern: /(?<day>[今明昨])(?<part>晚上?|早上?)(?!会|餐|饭|期)/gu,
    read: (g, at) => {
      const value = shift(at, dayWords[g.day ?? '']);
      return value && { value, part: g.part?.slice(0, 1) };
    },
  },
  {
    pattern: new RegExp(
      `(?<!每(?:周|星期|礼拜).[、和及,/])(?<![每一二两三四五六七八九十几半双隔\\d])(?:(?<which>上上|下下|(?<![早晚线以])上|[这本下])个?)?(?:周|星期|礼拜)(?<day>[一二三四五六日天末1-7])${notWeekday}`,
      'gu',
    ),
    read: (g, at) => {
      const day = weekdays[g.day ?? ''] ?? Number(g.day);
      if (g.which) return addDays(mondayOf(at.today), (weekSteps[g.which] ?? 0) * 7 + day - 1);
      return nearestWeekday(at, day);
    },
  },
  {
    pattern: /(?<which>(?<!一)下下|下)个?(?:周|星期|礼拜)(?![期边刊])/gu,
    read: (g, at) => addDays(mondayOf(at.today), (weekSteps[g.which ?? ''] ?? 1) * 7),
  },
  {
    pattern: /(?<which>(?<!一)下下|下)个?月(?![球份薪])/gu,
    read: (g, at) => monthStart(addMonths(at.today, monthSteps[g.which ?? ''] ?? 1)),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.a-z]|(?<!周|星期|礼拜)[零一二两三四五六七八九十])(?:${yearWords}\s?)?(?<m>\d{1,2}|${cn}{1,2})月\s?(?<d>\d{1,2}|${cn}{1,3})(?:[日号]${notAfterNumber}|${notAfterDay})`,
      'giu',
    ),
    read: (g, at) => {
      const month = number(g.m);
      const day = number(g.d);
      if (!month || !day) return undefined;
      const year = yearOf(g, at);
      return year ? validDate(year, month, day) : nearestMonthDay(at, month, day);
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d.a-z]|[零一二两三四五六七八九十])(?:${yearWords}\s?)?(?<m>\d{1,2}|${cn}{1,2})月份?(?<part>底|末|初|中旬?)(?![国心间标介])`,
      'giu',
    ),
    read: (g, at) => {
      const month = number(g.m) ?? 0;
      if (month < 1 || month > 12) return undefined;
      const year = yearOf(g, at);
      return year ? partOfMonth(year, month, g.part) : nearestDay(at, (y) => partOfMonth(y, month, g.part));
    },
  },
  {
    pattern: new RegExp(`${whichMonth}月(?<part>底|末|初|中旬?)(?![国心间标介])`, 'gu'),
    read: (g, at) => {
      const { year, month } = partsOf(addMonths(monthStart(at.today), monthSteps[g.which ?? ''] ?? 0));
      return partOfMonth(year, month, g.part);
    },
  },
  {
    pattern: /(?<![\d零一二两三四五六七八九十个几每])月(?<part>底|末|初|中旬?)(?![国心间标介])/gu,
    read: (g, at) => nearestOfMonths(at, (year, month) => partOfMonth(year, month, g.part)),
  },
  {
    pattern: new RegExp(String.raw`${whichMonth}月\s?(?<d>\d{1,2}|${cn}{1,3})[号日](?!线|楼)`, 'gu'),
    read: (g, at) => {
      const { year, month } = partsOf(addMonths(monthStart(at.today), monthSteps[g.which ?? ''] ?? 0));
      return validDate(year, month, number(g.d) ?? 0);
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d第#a-z月路道街巷弄/.,:零一二两三四五六七八九十-])(?<d>\d{1,2}|${cn}{1,3})号${notAfterNumber}`,
      'giu',
    ),
    read: (g, at) => nearestOfMonths(at, (year, month) => validDate(year, month, number(g.d) ?? 0)),
  },
  {
    pattern: new RegExp(String.raw`(?<!\d)${yearWords}(?<part>底|末|初|中)(?![国心间标介])`, 'gu'),
    read: (g, at) => partOfYear(yearOf(g, at) ?? 0, g.part),
  },
  {
    // The rule above covers 今年底 ("end of this year"), so this one matches the bare 年底 ("year end") only.
    pattern:
      /(?<![\d零一二两三四五六七八九十几半每学往少青多今明后去前本])年(?<part>底|末|初|中)(?![国心间标介])/gu,
    read: (g, at) => nearestDay(at, (year) => partOfYear(year, g.part)),
  },
  {
    pattern:
      /(?:(?<which>本|这|下|上)个?|第?(?<q>[一二三四1-4]))?季度?(?<part>底|末|初)|q(?<qn>[1-4])\s?(?<qpart>底|末|初)/giu,
    read: (g, at) => {
      const q = number(g.q ?? g.qn);
      const part = g.part ?? g.qpart;
      if (q) return nearestDay(at, (year) => partOfQuarter(dateOf(year, q * 3 - 2, 1), part));
      if (g.which) {
        return partOfQuarter(addMonths(quarterStart(at.today), 3 * (monthSteps[g.which] ?? 0)), part);
      }
      return nearestOf(
        [-3, 0, 3].map((n) => partOfQuarter(addMonths(quarterStart(at.today), n), part)),
        at,
      );
    },
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d第.,]|[零一二两三四五六七八九十百几])(?<n>\d{1,3}|${cn}{1,3}|半)\s?(?<unit>个?工作日|天|日|个?周|个?星期|个?礼拜|个月|年)(?:之|以|过)?(?<dir>后|前)(?![天台端面])`,
      'gu',
    ),
    read: (g, at) => relative(at, g.n, g.unit, g.dir === '前' ? -1 : 1),
  },
  {
    pattern: new RegExp(
      String.raw`(?<![不超])过(?<n>\d{1,3}|${cn}{1,3}|半)\s?(?<unit>个?工作日|天|个?周|个?星期|个?礼拜|个月|年)(?!期)`,
      'gu',
    ),
    read: (g, at) => relative(at, g.n, g.unit, 1),
  },
  {
    pattern:
      /(?<![\w+])\+\s?(?<n>\d{1,3})\s?(?<unit>个?工作日|wd|天|日|个?周|个?月|年|days?|weeks?|months?|years?|[dwmy])(?![a-z])/giu,
    read: (g, at) => relative(at, g.n, g.unit, 1),
  },
  {
    pattern:
      /(?<![\d零一二两三四五六七八九十周])(?<name>国庆|十一|五一|劳动(?=节)|春节|过年|元旦|清明|端午|中秋)节?(?:小?长假|假期|放假)?(?:之|以|过)?(?<dir>后|前)(?![台端面])|(?<![\d零一二两三四五六七八九十几半多少去今明前后当同本每数百周])(?<year>年)(?<ydir>后|前)(?![台端面])|过完(?<done>年|春节|国庆|五一|元旦|中秋|端午)节?/gu,
    read: (g, at) => {
      const holiday = holidays[g.name ?? g.year ?? g.done ?? ''];
      if (!holiday) return undefined;
      const before = (g.dir ?? g.ydir) === '前';
      return nearestDay(at, (year) => (before ? beforeHoliday(holiday, year) : afterHoliday(holiday, year)));
    },
  },
];

/** Adds or subtracts so many units, or undefined if the count makes no sense. */
export function relative(at: ReadAt, words: string | undefined, unit = '', sign: 1 | -1): string | undefined {
  const name = unit.replace(/^个/, '').toLowerCase();
  const half = words === '半';
  const n = half ? 0.5 : number(words);
  if (n === undefined) return undefined;
  if (/^(?:工作日|wd)$/.test(name)) return half ? undefined : chinaDays.addWorkdays(at.today, sign * n);
  if (/^(?:天|日|d)/.test(name)) return half ? undefined : addDays(at.today, sign * n);
  if (/^(?:周|星期|礼拜|w)/.test(name)) return half ? undefined : addDays(at.today, sign * 7 * n);
  if (/^(?:月|m)/.test(name)) return half ? addDays(at.today, sign * 15) : addMonths(at.today, sign * n);
  return addMonths(at.today, sign * 12 * n);
}

/**
 * This week's day if it is today or later, else next week's; with 'past', today or earlier, else last week's.
 */
export function nearestWeekday(at: ReadAt, day: number): string {
  const ahead = (day - weekday(at.today) + 7) % 7;
  return addDays(at.today, at.prefer === 'past' && ahead > 0 ? ahead - 7 : ahead);
}

/** The start (初) or end of the quarter that begins on `start`. */
export function partOfQuarter(start: string, part: string | undefined): string {
  return part === '初' ? start : monthEnd(addMonths(start, 2));
}

function shift(at: ReadAt, days: number | undefined): string | undefined {
  return days === undefined ? undefined : addDays(at.today, days);
}

function yearOf(g: Record<string, string | undefined>, at: ReadAt): number | undefined {
  if (g.rel) return partsOf(at.today).year + (yearSteps[g.rel] ?? 0);
  if (!g.year) return undefined;
  return g.year.length === 2 ? 2000 + Number(g.year) : Number(g.year);
}

function partOfMonth(year: number, month: number, part = ''): string {
  if (part === '初') return dateOf(year, month, 1);
  return dateOf(year, month, part.startsWith('中') ? 15 : daysInMonth(year, month));
}

function partOfYear(year: number, part: string | undefined): string | undefined {
  if (part === '初') return validDate(year, 1, 1);
  return part === '中' ? validDate(year, 6, 30) : validDate(year, 12, 31);
}

/** Picks the nearest date that `inMonth` gives for the months around today, in the preferred direction. */
export function nearestOfMonths(at: ReadAt, inMonth: (year: number, month: number) => string | undefined) {
  const dates = [-3, -2, -1, 0, 1, 2, 3].map((n) => {
    const { year, month } = partsOf(addMonths(monthStart(at.today), n));
    return inMonth(year, month);
  });
  return nearestOf(dates, at);
}

function nearestOf(dates: (string | undefined)[], at: ReadAt): string | undefined {
  const known = dates.filter((date) => date !== undefined);
  if (at.prefer === 'past') return known.filter((date) => date <= at.today).at(-1);
  return known.find((date) => date >= at.today);
}
