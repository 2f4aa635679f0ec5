import type { QuestionLine } from './question-line.js';
import type { KnownNames } from './question-reading.js';

/**
 * Periods of a question by key: today, yesterday, tomorrow; this, last or next Week, Month, Quarter, Year
 * ('thisMonth'); '2026', '2026-07', '2026-Q3', '2026-H1'; a day '2026-11-24'; 'last30d'; 'since:2026-11-01';
 * 'until:2026-11-27' (from today on); 'from:2026-11-01:2026-11-15'.
 */
const named: [key: string, pattern: RegExp][] = [
  ['today', /今天|今日|当天|\btoday(?:'s)?\b/iu],
  ['yesterday', /昨天|昨日|\byesterday(?:'s)?\b/iu],
  ['tomorrow', /明天|明日|\btomorrow(?:'s)?\b/iu],
  ['lastWeek', /上一?个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|\b(?:last|previous) week(?:'s)?\b/iu],
  ['nextWeek', /下一?个?(?:周|星期|礼拜)(?![一二三四五六日天末1-7])|\bnext week(?:'s)?\b/iu],
  [
    'thisWeek',
    /[本这]一?个?\s?(?:周|星期|礼拜|week)(?![一二三四五六日天末1-7])|\b(?:this|the|current) week(?:'s)?\b/iu,
  ],
  ['lastMonth', /上一?个?月份?(?![初底末])|\b(?:last|previous) month(?:'s)?\b/iu],
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
    /(?:今年|本年度?)(?!上半年|下半年|\d|[一二三四五六七八九十]+月)(?:以来|到现在|至今)?|全年|(?<!\d)(?:[本这当]一?个?)?财年|\b(?:this |the |current )?(?:fiscal|financial) year(?:'s)?\b(?! \d)|\b(?:this|the|current) (?:year(?:'s)?|fy)\b|\byear to date\b|\bytd\b/iu,
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
  six: 6,
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

const back = new RegExp(
  `(?:最近|近|过去)(?:的)?(${count})个?(天|日|周|星期|礼拜|月|年)(?:以?内|里)?|\\b(?:in|over|for|during)?\\s*(?:the )?(?:last|past|previous) (\\d{1,3}|two|three|four|six|couple of)\\s*(days?|weeks?|months?|years?)`,
  'iu',
);
const half =
  /(今年|去年|明年|(\d{4})年)?的?([上下])半年|\b(first|second) half(?: of (?:the year|(\d{4})|this year|(last year)))?|\bh([12])(?: (\d{4}))?\b/iu;
const month = String.raw`\d{1,2}|十[一二]|[一二三四五六七八九十]`;
const chineseMonths = new RegExp(
  `(?:今年|去年|明年|\\d{4}年?)?(?:第?[1-4一二三四]季度?|\\bq[1-4](?![a-z\\d])(?: \\d{4})?|(?<![\\d一二三四五六七八九十]个?)(?:${month})月份?(?!\\d|[底初末中]|[一二三四五六七八九十]+[号日]))`,
  'iu',
);
const englishNames =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const englishMonths = new RegExp(
  `\\b${englishNames}(?: \\d{4})?\\b|\\bq[1-4](?: \\d{4})?\\b|\\b\\d{4}-(?:\\d{2}|Q[1-4])\\b(?!-)`,
  'u',
);
const year =
  /(?<!\d)(20\d{2})年(?!\d)|\b(?:in|of) (20\d{2})\b|\bfy ?'?(?:20)?(\d{2})\b(?:财年)?|(?<!\d)(?:20)?(\d{2})年?财年|\b(?:fiscal|financial) year (?:20)?(\d{2})\b/iu;
const since = /(?:从|自|自从)\s*$|\b(?:since|from)\s*$/iu;
const sinceAfter = /^\s*(?:以来|起|开始|之后|以后|至今|到现在|到今天)/u;
/** Deadlines: 周五之前 ("before Friday"), by Friday. */
const by = /\b(?:by|before|until)\s*$/iu;
const byAfter = /^\s*(?:之前|以前|前)/u;
const until = /^\s*(?:到|至|-|~|–|to|until|through)\s*$/iu;

/**
 * Takes the period out of a question and returns its key, or undefined. If `looksAhead`, a weekday means the
 * next one.
 */
export function takePeriod(line: QuestionLine, known: KnownNames, looksAhead: boolean): string | undefined {
  const last = line.take(back);
  if (last)
    return `last${daysOf((last[1] ?? last[3] ?? '').replace(/ of$/i, ''), last[2] ?? last[4] ?? '')}d`;
  const halves = line.take(half);
  if (halves) return halfKey(halves, known);
  for (const [key, pattern] of named) {
    const found = line.take(pattern);
    if (found) return afterSince(line, found.index, key);
  }
  const months = line.take(chineseMonths) ?? line.take(englishMonths);
  const key = months && known.months(months[0].replace(/份$/, ''));
  if (key) return afterSince(line, months.index, key);
  const [, ...years] = line.take(year) ?? [];
  const wholeYear = years.find((one) => one !== undefined);
  if (wholeYear) return wholeYear.length === 2 ? `20${wholeYear}` : wholeYear;
  return takeDays(line, known, looksAhead);
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
  const days = known
    .dates(line.left, looksAhead ? 'future' : 'past')
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const first = days[0];
  if (!first) return undefined;
  const later = days.find(
    ({ from, to }) => from >= first.to && until.test(line.left.slice(first.to, from)) && to > from,
  );
  const [before, after] = [line.left.slice(0, first.from), line.left.slice(first.to)];
  if (later) {
    line.cut(first.from, later.to);
    return `from:${first.value}:${later.value}`;
  }
  const [head, tail] = [since.exec(before), sinceAfter.exec(after)];
  const end = by.exec(before) ?? byAfter.exec(after);
  if (!head && !tail && end) {
    const isBefore = by.test(before);
    line.cut(isBefore ? end.index : first.from, isBefore ? first.to : first.to + end[0].length);
    return `until:${first.value}`;
  }
  line.cut(head ? head.index : first.from, tail ? first.to + tail[0].length : first.to);
  return head || tail ? `since:${first.value}` : first.value;
}

function halfKey(found: RegExpExecArray, known: KnownNames): string | undefined {
  const [, zhYear, digits, upper, english, ofYear, lastYear, figure, figureYear] = found;
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
  const its = said ?? known.months(lastYear ? 'last year' : zhYear && !digits ? zhYear : '今年');
  return its && `${its}-H${which}`;
}
