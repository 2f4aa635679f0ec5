import { type Locale, textsIn } from '../../texts/languages.js';

/** A repeated time in people's words, as a schedule. */
export interface ReadSchedule {
  /** Five-field cron expression in the team's zone. */
  cron: string;
  /** The words that were not about the time. */
  rest: string;
}

const hanDays = '日一二三四五六';
const enDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const time = String.raw`(?:\s*(?:at\s*)?(?<part>早上|上午|下午|晚上)?\s*(?<hour>[01]?\d|2[0-3])(?:[:：](?<minute>[0-5]\d)|[点时](?<half>半)?|(?=\s*(?:am|pm)))\s*(?<half2>am|pm)?)?`;
const day = String.raw`(?:3[01]|[12]\d|[1-9])`;
const days = String.raw`(?<days>${day}(?:st|nd|rd|th|[号日])?(?:\s*(?:,|、|和|and|&|\/)\s*(?:the )?${day}(?:st|nd|rd|th|[号日])?)*)(?!\d|:|[点时]|\s*(?:am|pm))`;
const weekday = String.raw`(?:sun|mon|tue|wed|thu|fri|sat)(?:sday|nesday|rsday|rs|urday|day|s)?s?(?![a-z])`;
const hanWeekday = '[一二三四五六日天1-7]';
const patterns: [RegExp, (groups: Record<string, string | undefined>) => string | undefined][] = [
  [
    new RegExp(
      `(?:每个?月(?:的)?(?:最后一天|月?底|末)|每个?月末|(?:on )?(?:the )?last day of (?:every|each|the) month|every month on the last day|month-?end)${time}`,
      'iu',
    ),
    () => 'L * *',
  ],
  [
    new RegExp(
      `(?:每个?(?:周|星期|礼拜)一(?:到|至|-|~)(?:周|星期|礼拜)?五|每?个?工作日|(?:every |on |each )?(?:weekdays?|workdays?|mon(?:day)?\\s*(?:to|-|–|through)\\s*fri(?:day)?))${time}`,
      'iu',
    ),
    () => '* * 1-5',
  ],
  [
    new RegExp(
      `每个?(?:周|星期|礼拜)(?<han>${hanWeekday}(?:\\s*[、和,，]?\\s*(?:每?(?:周|星期|礼拜))?${hanWeekday}(?![\\d:：点时个]))*)${time}`,
      'iu',
    ),
    ({ han = '' }) => `* * ${inOrder([...han.replace(/[^一二三四五六日天1-7]/gu, '')].map(hanDay))}`,
  ],
  [
    new RegExp(
      `(?:every|each|weekly on)\\s+(?<latin>${weekday}(?:(?:\\s*(?:,|\\/|&|and)\\s*(?:and\\s+)?(?:every )?|\\s+)${weekday})*)${time}`,
      'iu',
    ),
    ({ latin = '' }) => `* * ${latinDays(latin)}`,
  ],
  // Days named without a word before them repeat where there are several: `Mon Wed Fri 9:00`.
  [
    new RegExp(
      `(?<![a-z])(?<latin>${weekday}(?:(?:\\s*(?:,|\\/|&|and)\\s*(?:and\\s+)?|\\s+)${weekday})+)${time}`,
      'iu',
    ),
    ({ latin = '' }) => `* * ${latinDays(latin)}`,
  ],
  [new RegExp(`每个?月(?:的)?${days}${time}`, 'iu'), daysOfMonth],
  [new RegExp(`(?:monthly|(?:every|each) month)(?:,? on)?(?: the)? ${days}${time}`, 'iu'), daysOfMonth],
  [new RegExp(`(?:on )?the ${days} of (?:every|each|the) month${time}`, 'iu'), daysOfMonth],
  [
    new RegExp(`(?:every|each) (?:the )?(?=\\d{1,2}(?:st|nd|rd|th))${days}(?: of the month)?${time}`, 'iu'),
    daysOfMonth,
  ],
  [new RegExp(`(?:每天|每日|daily|every ?day)${time}`, 'iu'), () => '* * *'],
];

/** The days of a month in order; the 31st is its last day, which each month has. */
function daysOfMonth({ days: said = '' }: Record<string, string | undefined>): string {
  const all = [...said.matchAll(/\d{1,2}/g)].map(([one]) => Number(one));
  return `${all.includes(31) ? 'L' : inOrder(all)} * *`;
}

const inOrder = (all: readonly number[]): string => [...new Set(all)].sort((a, b) => a - b).join(',');

const latinDays = (said: string): string =>
  inOrder(
    [...said.toLowerCase().matchAll(/(?<![a-z])(sun|mon|tue|wed|thu|fri|sat)/g)].map(([, one = '']) =>
      enDays.indexOf(one),
    ),
  );

const hanDay = (letter: string): number =>
  letter === '天' ? 0 : /\d/.test(letter) ? Number(letter) % 7 : hanDays.indexOf(letter);

/** Reads the schedule from the words (9:00 if no time is given), or undefined if there is none. */
export function scheduleSaid(words: string): ReadSchedule | undefined {
  for (const [pattern, days] of patterns) {
    const found = pattern.exec(words);
    if (!found) continue;
    const { part: dayPart, hour, minute, half, half2: meridiem } = found.groups ?? {};
    let at = hour === undefined ? 9 : Number(hour);
    if (at < 12 && (dayPart === '下午' || dayPart === '晚上' || meridiem?.toLowerCase() === 'pm')) at += 12;
    if (at === 12 && meridiem?.toLowerCase() === 'am') at = 0;
    const cron = `${half ? 30 : Number(minute ?? 0)} ${at} ${days(found.groups ?? {})}`;
    const rest = `${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`;
    return { cron, rest: rest.replace(/\s+/g, ' ').trim() };
  }
  return undefined;
}

/** Words a schedule that `scheduleSaid` read. */
export function scheduleWords(cron: string, locale: Locale): string {
  const [minute = '0', hour = '0', day = '*', , weekday = '*'] = cron.split(' ');
  const at = `${hour}:${minute.padStart(2, '0')}`;
  const t = textsIn(locale).schedule;
  if (day === 'L') return t.lastDay(at);
  if (day !== '*') return t.monthly(day, at);
  if (weekday === '1-5') return t.workdays(at);
  if (weekday === '*') return t.daily(at);
  return t.weekly(
    weekday.split(',').map((one) => Number(one) || 7),
    at,
  );
}
