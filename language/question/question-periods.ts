import { addDays, addMonths, daysInMonth, quarterStart } from '../../kernel/time/dates.js';
import { addMonth, daysOfMonths, monthIn } from '../../kernel/time/months.js';
import { fiscalYearKey, fiscalYearOf, weekKey } from '../periods/period-days.js';
import type { QuestionLine } from './question-line.js';
import type { KnownNames } from './question-reading.js';

/**
 * Periods of a question by key: today, yesterday, tomorrow; this, last, next, beforeLast or afterNext Week, Month,
 * Quarter, Year ('thisMonth'); '2026', '2026-07', '2026-Q3', '2026-H1', '2026-W48'; a fiscal year that does not begin
 * in January by its first month 'FY2025-04'; a day '2026-11-24'; 'last30d', 'next30d'; 'since:2026-11-01';
 * 'until:2026-11-27' (from today on); 'from:2026-11-01:2026-11-15'.
 */
const named: [key: string, pattern: RegExp][] = [
  ['beforeLastWeek', /上上一?个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|\b(?:the )?week before last\b/iu],
  ['beforeLastMonth', /上上一?个?月份?(?![初底末])|\b(?:the )?month before last\b/iu],
  ['beforeLastQuarter', /上上一?个?季度?|\b(?:the )?quarter before last\b/iu],
  ['beforeLastYear', /(?<![目以之])前年|\b(?:the )?year before last\b/iu],
  ['afterNextWeek', /下下一?个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|\b(?:the )?week after next\b/iu],
  ['afterNextMonth', /下下一?个?月份?(?![初底末])|\b(?:the )?month after next\b/iu],
  ['today', /今天|今日|当天|\btoday(?:'s)?\b/iu],
  ['yesterday', /昨天|昨日|\byesterday(?:'s)?\b/iu],
  ['tomorrow', /明天|明日|\btomorrow(?:'s)?\b/iu],
  ['lastWeek', /上一?个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|\b(?:last|previous) week(?:'s)?\b/iu],
  ['nextWeek', /下一?个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|\bnext week(?:'s)?\b/iu],
  [
    'thisWeek',
    /[本这]一?个?\s?(?:周|星期|礼拜|week)(?![一二三四五六日天末1-7])|\b(?:this|the|current) week(?:'s)?\b/iu,
  ],
  ['lastMonth', /上一?个?月份?(?![初底末\d])|\b(?:last|previous) month(?:'s)?\b/iu],
  ['nextMonth', /下一?个?月份?(?![初底末])|\bnext month(?:'s)?\b/iu],
  ['thisMonth', /[本这当]一?个?\s?(?:月份?|month)|\b(?:this|the|current) month(?:'s)?\b|\bmtd\b/iu],
  ['lastQuarter', /上一?个?\s?(?:季度?|quarter)|\b(?:last|previous) quarter(?:'s)?\b/iu],
  ['nextQuarter', /下一?个?\s?(?:季度?|quarter)|\bnext quarter(?:'s)?\b/iu],
  ['thisQuarter', /[本这当]一?个?\s?(?:季度?|quarter)|\b(?:this|the|current) quarter(?:'s)?\b|\bqtd\b/iu],
  [
    'lastYear',
    /去年(?!上半年|下半年|\d|[一二三四五六七八九十]+月)(?:一整年|全年|一年)?|\b(?:last|previous) year(?:'s)?\b/iu,
  ],
  ['nextYear', /明年(?!\d|[一二三四五六七八九十]+月)|\bnext year(?:'s)?\b/iu],
  [
    'thisYear',
    /(?:今年|本年度?)(?!上半年|下半年|\d|[一二三四五六七八九十]+月)(?:以来|到现在|至今)?|全年|\b(?:this|the|current) year(?:'s)?\b(?! before)|\byear to date\b|\bytd\b/iu,
  ],
];

const numbers: Record<string, number> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  半: 0.5,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  couple: 2,
};
const count = String.raw`\d{1,3}|十[一二三四五]|[一两二三四五六七八九十半]`;
const units: [RegExp, number][] = [
  [/天|日|day/i, 1],
  [/周|星期|礼拜|week/i, 7],
  [/月|month/i, 30],
  [/年|year/i, 365],
];

/** Converts a count and a unit to days: '两' ("two") and '周' ("weeks"), '30' and 'days'. */
export function daysOf(said: string, unit: string): number {
  const value =
    numbers[said.toLowerCase()] ??
    (said.startsWith('十') ? 10 + (numbers[said[1] ?? ''] ?? 0) : Number(said));
  const [, days] = units.find(([pattern]) => pattern.test(unit)) ?? [null, 1];
  return Math.max(1, Math.round(value * days));
}

const englishCount = String.raw`\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple(?: of)?`;
const back = new RegExp(
  `(?:最近|近|过去|(?<![提之以目])前|[这本](?=[\\d两二三四五六七八九十]))(?:的)?(${count})个?(天|日|周|星期|礼拜|月|年)(?:以?内|里|来)?|\\b(?:in|over|for|during)?\\s*(?:the )?(?:last|past|previous|trailing) (${englishCount})\\s*(days?|weeks?|months?|years?)\\b`,
  'iu',
);
const fullQuarters =
  /(?:最近|近|过去|前)(?:的)?(\d|[两二三四五六])个季度|\b(?:the )?(?:last|past|previous) (\d|two|three|four|five|six) quarters\b/iu;
/** A span that begins today: 未来30天, 接下来两周, `next 30 days`. */
const onward = new RegExp(
  `(?:未来|接下来|今后|往后|之后|(?<![拿签])下)(?:的)?(${count})个?(天|日|周|星期|礼拜|月)(?:以?内|里)?|\\b(?:in |over |within |for )?(?:the )?(?:next|coming|following) (${englishCount})\\s*(days?|weeks?|months?)\\b`,
  'iu',
);
/** A week by its number: 第53周, W53, week 1 of 2027. */
const weekNumber =
  /(?:(\d{4})年)?第(\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]|十)个?(?:周|星期)|\b(?:(\d{4})[- ]?)?w(?:k|eek)?(?:eek)? ?(\d{1,2})(?: (?:of |in )?(\d{4}))?\b(?! ?(?:days?|weeks?))/iu;
/** A fiscal year, also a quarter or a half of it: 本财年, 25财年Q1, FY25, `last fiscal year`. */
const fiscal =
  /(?:(?<near>[本这上下去今明]一?个?)|(?<!\d)(?:20)?(?<han>\d{2})年?)?财年度?(?:的?第?(?<hanQuarter>[1-4一二三四])季度?|q(?<hanQ>[1-4])|(?<hanHalf>[上下])半年)?|\b(?:(?<say>this|the|current|last|previous|next)(?: (?:fiscal|financial) year| fy)\b|(?:fy|(?:fiscal|financial) year) ?'?(?:20)?(?<latin>\d{2})\b|(?:fiscal|financial) year\b|fy\b)(?:'s)?(?: ?[-/,]? ?q(?<latinQuarter>[1-4])\b| ?h(?<latinHalf>[12])\b)?/iu;
const half =
  /(今年|去年|明年|(\d{4})年)?的?([上下])半年|\b(?:the )?(first|second) half(?: (?:of )?(?:the year|(\d{4})|this year|(last year)))?|\bh([12])(?: (?:of )?(?:(\d{4})|(?:this|the) year|(last year)))?\b/iu;
const month = String.raw`\d{1,2}|十[一二]|[一二三四五六七八九十]`;
const ofYear = String.raw`(?:,? (?:of )?(?:\d{4}\b|(?:last|this|next) year\b))?`;
const chineseMonths = new RegExp(
  `(?:(?:今年|去年|明年|前年|\\d{4}年?)的?)?(?:第?[1-4一二三四]季度?|(?:\\b(?:last|this|next) year's )?\\bq[1-4](?![a-z\\d])${ofYear}|(?<![\\d一二三四五六七八九十]个?)(?:${month})月份?(?!\\d|[底初末中]|[一二三四五六七八九十]+[号日]))`,
  'iu',
);
const englishNames =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const englishMonths = new RegExp(
  `(?<!\\b\\d{1,2}(?:st|nd|rd|th)? )\\b(?:(?:last|this|next) (?:year's )?)?${englishNames}\\b(?! \\d{1,2}(?:st|nd|rd|th)?\\b)${ofYear}|\\b\\d{4}-(?:\\d{2}|Q[1-4])\\b(?!-)`,
  'u',
);
const ordinal = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const englishDay = String.raw`(?:${englishNames}\.? ${ordinal}|${ordinal} ${englishNames})(?:,? \d{4})?`;
/** Two days of which a reader of dates sees one span: `June 1 to July 15`, `June 1-15`, `1 June to 15 June`. */
const englishDays = new RegExp(
  `(?:\\b(?:from|between) )?\\b(${englishDay})\\s*(?:to|-|–|until|through|and)\\s*(?:the )?(${englishDay}|${ordinal}(?![\\d:]| ?[ap]m\\b))\\b`,
  'u',
);
const year = /(?<!\d)(20\d{2})年(?!\d)|\b(?:in|of|year) (20\d{2})\b/iu;
const since = /(?:从|自|自从)\s*$|\b(?:since|from)\s*$/iu;
const sinceAfter = /^\s*(?:以来|起|开始|之后|以后|至今|到现在|到今天)/u;
/** Deadlines: 周五之前 ("before Friday"), by Friday. */
const by = /\b(?:by|before|until)\s*$/iu;
const byAfter = /^\s*(?:之前|以前|前)/u;
/** The last day of a span, in the month of the first: 6月1日到15号, `June 1 to 15`, `June 1-15th`. */
const dayOfSameMonth =
  /^\s*(?:到|至|-|~|–|to|until|through)\s*(?:the )?(\d{1,2})(?:[号日]|st\b|nd\b|rd\b|th\b|(?![\d:月年/.]|\s*(?:年|月|am|pm)))/iu;

/** The day of that number in the month of a date, or undefined. */
const validDate = (date: string, day: number): string | undefined =>
  day >= 1 && day <= daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))
    ? `${date.slice(0, 8)}${String(day).padStart(2, '0')}`
    : undefined;

const until = /^\s*(?:到|至|-|~|–|to|until|through|and)\s*$/iu;

/**
 * Takes the period out of a question and returns its key, or undefined. If `looksAhead`, a weekday means the
 * next one.
 */
export function takePeriod(line: QuestionLine, known: KnownNames, looksAhead: boolean): string | undefined {
  const last = line.take(back);
  if (last) return `last${spanOfDays(last[1] ?? last[3], last[2] ?? last[4])}d`;
  const quarters = line.take(fullQuarters);
  if (quarters) return quartersBack(quarters[1] ?? quarters[2] ?? '', known);
  const next = line.take(onward);
  if (next) return `next${spanOfDays(next[1] ?? next[3], next[2] ?? next[4])}d`;
  const ofFiscal = line.take(fiscal);
  if (ofFiscal) return fiscalKey(ofFiscal.groups ?? {}, known);
  const halves = line.take(half);
  if (halves) return halfKey(halves, known);
  const spelled = line.take(englishDays);
  if (spelled) return daysBetweenSpelled(spelled[1] ?? '', spelled[2] ?? '', known, looksAhead);
  const week = line.take(weekNumber);
  if (week) return weekSaid(week, known);
  const months = line.take(chineseMonths) ?? line.take(englishMonths);
  const key = months && monthsSaid(months[0], known);
  if (key) return upTo(line, months.index, key, known) ?? afterSince(line, months.index, key);
  for (const [name, pattern] of named) {
    const found = line.take(pattern);
    if (found) return afterSince(line, found.index, name);
  }
  const [, ...years] = line.take(year) ?? [];
  return years.find((one) => one !== undefined) ?? takeDays(line, known, looksAhead);
}

const spanOfDays = (said = '', unit = ''): number => daysOf(said.replace(/^a | of$/gi, ''), unit);

/** The full quarters before this one: 过去两个季度, `last 2 quarters`. */
function quartersBack(said: string, known: KnownNames): string | undefined {
  const count = numbers[said.toLowerCase()] ?? Number(said);
  if (!known.today || !(count >= 1)) return undefined;
  const end = quarterStart(known.today);
  return `from:${addMonths(end, -3 * count)}:${addDays(end, -1)}`;
}

/** Reads 第53周 and `W53`: of the year that is said, else of the nearest. */
function weekSaid(
  [, hanYear, han, isoYear, latin, latinYear]: RegExpExecArray,
  known: KnownNames,
): string | undefined {
  const said = han ?? latin ?? '';
  const number = /^\d+$/.test(said) ? Number(said) : hanNumber(said);
  const its = hanYear ?? isoYear ?? latinYear;
  return known.today && weekKey(number, known.today, its === undefined ? undefined : Number(its));
}

/** 十二 ("twelve"), 五十三 ("fifty-three"). */
function hanNumber(said: string): number {
  const [, tens, has, ones] = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(said) ?? [];
  if (!has) return numbers[tens ?? ones ?? ''] ?? 0;
  return (numbers[tens ?? ''] ?? 1) * 10 + (numbers[ones ?? ''] ?? 0);
}

/** A fiscal year, or a quarter or half of it as its days. */
function fiscalKey(said: Record<string, string | undefined>, known: KnownNames): string | undefined {
  const start = known.fiscalStart ?? 1;
  const today = known.today ?? `${known.months('this year') ?? ''}-01-01`;
  const step = /^(?:[上去]|last|previous)/iu.test(said.near ?? said.say ?? '')
    ? -1
    : /^(?:[下明]|next)/iu.test(said.near ?? said.say ?? '')
      ? 1
      : 0;
  const named = said.han ?? said.latin;
  const its = named === undefined ? fiscalYearOf(today, start) + step : 2000 + Number(named);
  if (!Number.isSafeInteger(its)) return undefined;
  const quarter = said.hanQuarter ?? said.hanQ ?? said.latinQuarter;
  const part = said.hanHalf ? (said.hanHalf === '上' ? '1' : '2') : said.latinHalf;
  if (quarter === undefined && part === undefined) {
    if (start === 1 && named === undefined) return ['lastYear', 'thisYear', 'nextYear'][step + 1];
    return fiscalYearKey(its, start);
  }
  const length = quarter === undefined ? 6 : 3;
  const at = quarter === undefined ? Number(part) : (numbers[quarter] ?? Number(quarter));
  const first = monthIn(start === 1 ? its : its - 1, start + (at - 1) * length);
  if (start === 1) return quarter === undefined ? `${its}-H${at}` : `${its}-Q${at}`;
  return `from:${first}-01:${addDays(`${addMonth(first, length)}-01`, -1)}`;
}

/** Reads a month or quarter, with the year that stands beside it in words: `Q3 last year`, `last November`. */
function monthsSaid(words: string, known: KnownNames): string | undefined {
  const said = words.replace(/月份$/u, '月').replace(/年的/u, '年').replace(/,/g, '').trim();
  const [, near, isOfYear] = /^(last|this|next) (year's )?/iu.exec(said) ?? [];
  const [, behind] = / (?:of )?(last|this|next) year$/iu.exec(said) ?? [];
  const bare = said.replace(
    /^(?:last|this|next) (?:year's )?| (?:of )?(?:last|this|next) year$|(?<= )of /giu,
    '',
  );
  const ofYear = behind ?? (isOfYear ? near : undefined);
  if (ofYear) {
    const its = known.months(`${ofYear} year`);
    return its && known.months(`${bare} ${its}`);
  }
  if (/^前年/u.test(bare)) {
    const its = known.months('this year');
    return its && known.months(`${Number(its) - 2}年${bare.slice(2)}`);
  }
  const key = known.months(bare);
  const now = known.months('this month');
  if (!near || !key || !now || near.toLowerCase() === 'this') return key;
  const [year = '', rest = ''] = key.split('-');
  if (near.toLowerCase() === 'last') return key >= now ? `${Number(year) - 1}-${rest}` : key;
  return key <= now ? `${Number(year) + 1}-${rest}` : key;
}

/** Goes on from a month or quarter to another one: 6月到8月, `June to August`, `Q1–Q3`. */
function upTo(line: QuestionLine, at: number, from: string, known: KnownNames): string | undefined {
  const [before, after] = [line.left.slice(0, at), line.left.slice(at)];
  const joined = /^\s*(?:到|至|-|~|–|to|until|through)\s*/iu.exec(after);
  const rest = joined ? after.slice(joined[0].length) : '';
  const found = rest ? (chineseMonths.exec(rest) ?? englishMonths.exec(rest)) : undefined;
  if (found?.index !== 0) return undefined;
  const to = monthsSaid(found[0], known);
  if (!to) return undefined;
  line.left = `${before.replace(/(?:从|自|\bfrom|\bbetween)\s*$/iu, '')} ${rest.slice(found[0].length)}`;
  const first = daysOfMonths(from).first;
  const end = daysOfMonths(to).after;
  // A span that turns back says the year of its end alone: `November to January 2026`.
  const start = first < end ? first : `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;
  return `from:${start}:${addDays(end, -1)}`;
}

/** Makes a period the start of an open one: 从今年3月开始 ("since March"). */
function afterSince(line: QuestionLine, at: number, key: string): string {
  const before = line.left.slice(0, at);
  const after = line.left.slice(at);
  const [head, tail] = [since.exec(before), sinceAfter.exec(after.trimStart())];
  if (!head && !tail) return key;
  line.left = `${head ? before.slice(0, head.index) : before} ${tail ? after.trimStart().slice(tail[0].length) : after}`;
  return key === 'today' ? key : `since:${key}`;
}

function takeDays(line: QuestionLine, known: KnownNames, looksAhead: boolean): string | undefined {
  const prefer = looksAhead ? 'future' : 'past';
  const days = known.dates(line.left, prefer).sort((a, b) => b.to - b.from - (a.to - a.from));
  const [day] = days;
  if (!day) return undefined;
  for (const first of days) {
    const span = spanFrom(line, first, days);
    if (span) return span;
  }
  const [before, after] = [line.left.slice(0, day.from), line.left.slice(day.to)];
  // What has run since a day lies behind, what runs up to one lies ahead.
  const asSaid = (side: 'past' | 'future') =>
    known.dates(line.left, side).find(({ from, to }) => from === day.from && to === day.to)?.value ??
    day.value;
  const [head, tail] = [since.exec(before), sinceAfter.exec(after)];
  const end = by.exec(before) ?? byAfter.exec(after);
  if (!head && !tail && end) {
    const value = asSaid('future');
    const isBefore = by.test(before);
    line.cut(isBefore ? end.index : day.from, isBefore ? day.to : day.to + end[0].length);
    return `until:${value}`;
  }
  const value = head || tail ? asSaid('past') : day.value;
  line.cut(head ? head.index : day.from, tail ? day.to + tail[0].length : day.to);
  return head || tail ? `since:${value}` : value;
}

function daysBetweenSpelled(
  first: string,
  last: string,
  known: KnownNames,
  looksAhead: boolean,
): string | undefined {
  const month = first.replace(/\d.*$|^\d+\S* /u, '').trim();
  const prefer = looksAhead ? 'future' : 'past';
  const read = (said: string) => known.dates(said, prefer)[0]?.value;
  const [from, to] = [read(first), read(/^\d+\D{0,2}$/u.test(last) ? `${month} ${last}` : last)];
  return from && to && `from:${from}:${to}`;
}

type FoundDay = ReturnType<KnownNames['dates']>[number];

/** Takes a span of days that begins with one: 6月1日到15号, `June 1 to July 15`. */
function spanFrom(line: QuestionLine, first: FoundDay, days: readonly FoundDay[]): string | undefined {
  const take = (to: number, last: string) => {
    line.cut(first.from, to);
    line.left = line.left.replace(/(?:从|自|\b(?:from|between))(?=\s)/iu, ' ');
    return `from:${first.value}:${last}`;
  };
  const sameMonth = dayOfSameMonth.exec(line.left.slice(first.to));
  const last = sameMonth && validDate(first.value, Number(sameMonth[1]));
  if (sameMonth && last && last > first.value) return take(first.to + sameMonth[0].length, last);
  const later = days.find(({ from }) => from >= first.to && until.test(line.left.slice(first.to, from)));
  return later && take(later.to, later.value);
}

function halfKey(found: RegExpExecArray, known: KnownNames): string | undefined {
  const [, zhYear, digits, upper, english, ofYear, lastYear, figure, figureYear, ofLastYear] = found;
  const which = upper
    ? upper === '上'
      ? 1
      : 2
    : english
      ? /first/i.test(english)
        ? 1
        : 2
      : Number(figure);
  const said = digits ?? ofYear ?? figureYear;
  const its =
    said ?? known.months(lastYear || ofLastYear ? 'last year' : zhYear && !digits ? zhYear : '今年');
  return its && `${its}-H${which}`;
}
