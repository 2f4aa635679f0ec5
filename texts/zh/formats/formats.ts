import { type AmountUnit, numberWriter, weekdayNames } from '../../shape/intl.js';

const tag = 'zh-CN';
const writeNumber = numberWriter(tag);
const days = weekdayNames(tag, 'short');

const amountUnits: AmountUnit[] = [
  [100_000_000, '亿', 3],
  [10_000, '万', 3],
];

/** Names of currencies behind a figure; another is written as its code. */
const currencyNames: Readonly<Record<string, string>> = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  HKD: '港币',
  TWD: '新台币',
  SGD: '新加坡元',
  AUD: '澳元',
  CAD: '加元',
  NZD: '新西兰元',
  CHF: '瑞士法郎',
  KRW: '韩元',
  INR: '印度卢比',
  THB: '泰铢',
};

/** The yuan of a company that counts in it goes without saying. */
const isBare = (currency: string, sign: string): boolean => currency === 'CNY' && sign === '¥';

/** How figures, amounts, days, lists and sentences are written. */
export const formats = {
  /** Of the language, as BCP 47 has it. */
  tag,
  /** The tag by which a clock is written for readers who write the day first, or not. */
  clockTag: (_isDayFirst: boolean): string => 'zh-CN',
  /** What the language calls itself. */
  ownName: '中文',
  number: writeNumber,
  percent: (value: number) => `${writeNumber(value, 1)}%`,
  /** Units of an amount that is written exactly, and of one that is rounded; the largest first. */
  amountUnits,
  /** The characters that name currencies, for the fonts of charts. */
  currencyCharacters: Object.values(currencyNames).join(''),
  shortAmountUnits: amountUnits,
  /** An amount with its unit (万, M) in a currency, whose sign is how English writes it. */
  amountIn: (figure: string, currency: string, sign: string) =>
    isBare(currency, sign) ? figure : `${figure}${currencyNames[currency] ?? currency}`,
  /** An amount that no unit writes exactly; `isSmall`: of few digits and without a fraction. */
  exactAmount: (figure: string, currency: string, sign: string, isSmall: boolean) => {
    if (!isBare(currency, sign)) return `${figure}${currencyNames[currency] ?? currency}`;
    return isSmall ? `${figure}元` : `¥${figure}`;
  },
  /** The heading of a column of amounts in a file. */
  moneyColumn: (label: string, currency: string) =>
    currency === 'CNY' ? label : `${label}（${currencyNames[currency] ?? currency}）`,
  /** Month 1..12, weekday 1..7 from Monday, year null when it goes without saying. */
  date: (year: number | null, month: number, day: number, weekday: number, _isDayFirst: boolean) =>
    `${year === null ? '' : `${year}年`}${month}月${day}日 ${days[weekday - 1]}`,
  /** A local time '14:05'. */
  time: (time: string, _isDayFirst: boolean) => time,
  /** A time in a zone that not all readers live in. */
  timeIn: (time: string, zone: string) => `${time}（${zone}）`,
  /** A time of a day, both as they are written. */
  moment: (day: string, time: string) => `${day} ${time}`,
  /** A day, and a span of days, of a year that goes without saying: month and day of the first and of the last. */
  monthDay: ([month, day]: readonly [number, number], _isDayFirst: boolean) => `${month}月${day}日`,
  daySpan: (first: readonly [number, number], last: readonly [number, number], _isDayFirst: boolean) =>
    `${first[0]}月${first[1]}日–${first[0] === last[0] ? '' : `${last[0]}月`}${last[1]}日`,
  /** A span of days that has a name. */
  namedSpan: (name: string, span: string) => `${name}（${span}）`,
  /** How far a day is from today. */
  relativeDay: (days: number) => {
    if (days === 0) return '今天';
    if (Math.abs(days) === 1) return days < 0 ? '昨天' : '明天';
    return days < 0 ? `${-days} 天前` : `${days} 天后`;
  },
  /** A day of this week; 1 is Monday. */
  weekdayOf: (weekday: number) => days[weekday - 1] ?? '',
  /** Names of the seven days from Monday on. */
  weekdays: days,
  /** Whether 25/12 is the 25th of December. */
  isDayFirst: false,
  list: (parts: readonly string[]) => parts.join('、'),
  /** Parts of a sentence, each of which could be one. */
  clauses: (parts: readonly string[]) => parts.join('；'),
  sentence: (words: string) => `${words}。`,
  sentences: (parts: readonly string[]) => parts.map((part) => `${part}。`).join(''),
};
