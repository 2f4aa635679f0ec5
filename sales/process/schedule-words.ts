import { type Locale, textsIn } from '../../texts/languages.js';

/** A repeated time in people's words, as a schedule. */
export interface ReadSchedule {
  /** Five-field cron expression in the team's zone. */
  cron: string;
  /** The words that were not about the time. */
  rest: string;
}

const zhDays = '日一二三四五六';
const enDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const time = String.raw`(?:\s*(?:at\s*)?(?<part>早上|上午|下午|晚上)?\s*(?<hour>[01]?\d|2[0-3])(?:[:：](?<minute>[0-5]\d)|[点时](?<half>半)?|(?=\s*(?:am|pm)))\s*(?<half2>am|pm)?)?`;
const patterns: [RegExp, (groups: Record<string, string | undefined>) => string | undefined][] = [
  [new RegExp(`(?:每个?工作日|every (?:weekday|workday))${time}`, 'iu'), () => '* * 1-5'],
  [
    new RegExp(
      `每个?(?:周|星期|礼拜)(?<zh>[一二三四五六日天1-7](?:[、和][一二三四五六日天1-7])*)${time}`,
      'iu',
    ),
    ({ zh = '' }) => `* * ${[...zh.replace(/[、和]/g, '')].map(zhDay).join(',')}`,
  ],
  [
    new RegExp(
      `(?:every|each|weekly on)\\s+(?<en>sun|mon|tue|wed|thu|fri|sat)(?:sday|nesday|rsday|urday|day)?s?(?![a-z])${time}`,
      'iu',
    ),
    ({ en = '' }) => `* * ${enDays.indexOf(en.toLowerCase())}`,
  ],
  [new RegExp(`每个?月(?<day>[1-9]|[12]\\d)(?:[号日])?${time}`, 'iu'), ({ day }) => `${day} * *`],
  [
    new RegExp(
      `(?:monthly|every month)(?: on(?: the)?)? (?<day>[1-9]|[12]\\d)(?:st|nd|rd|th)?(?!\\d|:)${time}`,
      'iu',
    ),
    ({ day }) => `${day} * *`,
  ],
  [
    new RegExp(`(?:on )?the (?<day>[1-9]|[12]\\d)(?:st|nd|rd|th) of (?:every|each|the) month${time}`, 'iu'),
    ({ day }) => `${day} * *`,
  ],
  [new RegExp(`(?:每天|每日|daily|every ?day)${time}`, 'iu'), () => '* * *'],
];

const zhDay = (letter: string): number =>
  letter === '天' ? 0 : /\d/.test(letter) ? Number(letter) % 7 : zhDays.indexOf(letter);

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
  if (day !== '*') return t.monthly(day, at);
  if (weekday === '1-5') return t.workdays(at);
  if (weekday === '*') return t.daily(at);
  return t.weekly(
    weekday.split(',').map((one) => Number(one) || 7),
    at,
  );
}
