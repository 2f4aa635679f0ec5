import { readNumber } from '../base/numerals.js';

const spelt: readonly string[] = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const latin = new RegExp(
  String.raw`^(?:at |@ ?)?(?<past>half past |quarter past |quarter to )?(?<h>\d{1,2}|${spelt.join('|')})(?::(?<m>[0-5]\d))?(?:-?\s?o'?\s?clock)?(?: sharp)?$`,
  'iu',
);
const han =
  /^(?<h>\d{1,2}|[一二两三四五六七八九十]{1,2})(?:点钟?|[:：])(?:(?<half>半)|(?<quarter>[一三])刻|(?<m>[0-5]?\d|[一二三四五]?十[一二三四五六七八九]?)分?)?(?:整|左右)?$/u;

const written = (hour: number, minute: number): string => `${hour}:${String(minute).padStart(2, '0')}`;

/**
 * Reads an hour that does not say which half of the day it is in: 四点半 ("half past four"), "4", "4 o'clock", "half past 4";
 * as 'h:mm', or undefined.
 */
export function readBareHour(words: string): string | undefined {
  const { past = '', h = '', m, half, quarter } = (han.exec(words) ?? latin.exec(words))?.groups ?? {};
  const hour = spelt.includes(h.toLowerCase()) ? spelt.indexOf(h.toLowerCase()) + 1 : readNumber(h);
  if (hour === undefined || hour < 1 || hour > 12 || (h.startsWith('0') && m)) return undefined;
  if (/to/iu.test(past)) return written(((hour + 10) % 12) + 1, 45);
  const minute = half || /half/iu.test(past) ? 30 : quarter === '三' ? 45 : quarter || past ? 15 : 0;
  return written(hour, m ? (readNumber(m) ?? 0) : minute);
}

/** The hours at which something is planned, if nothing says otherwise. */
const [earliest, latest] = [8, 20];

/**
 * Puts an hour into the half of the day of what was planned, 'HH:mm', if that is a time at which one works, else into the
 * other: 4 after 10:00 is 16:00, 8 after 19:00 is 20:00.
 */
export function inHalfOfDay(bare: string, planned: string | null | undefined): string {
  const [hour = 0, minute = 0] = bare.split(':').map(Number);
  const [early, late] = [hour % 12, (hour % 12) + 12];
  const own = planned && planned >= '12:00' ? late : early;
  const isWork = (one: number) => one >= earliest && one <= latest;
  const at = isWork(own) ? own : isWork(early) ? early : late;
  return `${String(at).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
