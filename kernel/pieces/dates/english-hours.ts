import { spelledNumbers } from '../../words/english-words.js';

const hour = `(?:1[0-2]|0?[1-9]|${Object.keys(spelledNumbers).join('|')})`;
const half = '(?:am|pm|a\\.m\\.|p\\.m\\.)(?![a-z])';

/** An hour of the clock in English words: 9 o'clock, half past ten, quarter to four, noon, midnight. */
export const spokenHour = String.raw`(?<![a-z])(?:(?<oh>${hour})\s?o'?clock|(?<share>(?:(?<!\b(?:last|next|this|each|every|per|a) )quarter|a quarter|half)) (?<side>past|to)(?<!half to) (?<sh>${hour})(?!\d|,\d| (?:people|users?|seats?|percent))|(?<named>noon|midday|midnight))(?![a-z])(?:\s?(?<half3>${half}))?`;

/** A span of hours, of which the first counts: 10-11am, 2:30 to 4 pm. */
export const untilHour = String.raw`(?<rh>1[0-2]|[1-9])(?::(?<rm>[0-5]\d))?\s?(?:-|–|to|till|until)\s?(?<lh>1[0-2]|[1-9])(?::[0-5]\d)?\s?(?<half4>${half})`;

/** The part of the day said beside an hour: "at 8 in the evening", "tomorrow evening at 8". */
export const englishPart = (group: 'ofDay' | 'ofDate'): string =>
  group === 'ofDay'
    ? String.raw`(?:\s(?:in the|at) (?<ofDay>morning|afternoon|evening|night)(?![a-z]))?`
    : String.raw`(?:\s(?:in the |early |late )?(?<ofDate>morning|afternoon|evening|night)(?![a-z]))?`;

const parts: Readonly<Record<string, string>> = {
  morning: '上午',
  afternoon: '下午',
  evening: '晚',
  night: '晚',
};

/** The part of the day in the word that the readers of hours know, or undefined. */
export const partNamed = (said: string | undefined): string | undefined => parts[said?.toLowerCase() ?? ''];

/** Reads an hour that is spoken or is the first of a span as 'HH:mm', or undefined if the match holds none. */
export function readSpokenHour(groups: Record<string, string | undefined>): string | undefined {
  const { oh, share, side, sh, named, rh, rm, lh } = groups;
  const part = partNamed(groups.ofDay ?? groups.ofDate);
  if (named) return /midnight/iu.test(named) ? '23:59' : '12:00';
  if (rh && lh) {
    const ends = Number(lh) % 12;
    const isSameHalf = Number(rh) % 12 < ends || (Number(rh) % 12 === ends && rm === undefined);
    const isPm = /^p/iu.test(groups.half4 ?? '') === isSameHalf;
    return timeOf((Number(rh) % 12) + (isPm ? 12 : 0), Number(rm ?? 0));
  }
  const said = oh ?? sh;
  if (!said) return undefined;
  const isTo = share !== undefined && side?.toLowerCase() === 'to';
  const clock = ((spelledNumbers[said.toLowerCase()] ?? Number(said)) % 12) - (isTo ? 1 : 0);
  const minute = share === undefined ? 0 : /half/iu.test(share) ? 30 : isTo ? 45 : 15;
  const onClock = (clock + 12) % 12;
  return timeOf(onClock + (isAfternoon(onClock, groups.half3, part) ? 12 : 0), minute);
}

/** Without a part of the day, twelve to six means the afternoon: nobody visits at three at night. */
function isAfternoon(clock: number, half: string | undefined, part: string | undefined): boolean {
  if (half) return /^p/iu.test(half);
  if (part) return part !== '上午';
  return clock <= 6;
}

const timeOf = (hours: number, minutes: number): string =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
