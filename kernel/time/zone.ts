import { tzOffset } from '@date-fns/tz';
import { dateOf, dayNumber, mondayOf, monthStart, quarterStart } from './dates.js';
import { dayMs } from './moments.js';

const MINUTE = 60_000;

/** Whether the runtime knows the name as an IANA zone ('Asia/Shanghai', 'UTC'). */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** 'YYYY-MM-DD' on the zone's wall calendar. */
export function localDate(instant: Date, zone: string): string {
  const wall = wallClock(instant, zone);
  return dateOf(wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate());
}

/** 'HH:mm' on the zone's wall clock. */
export function localTime(instant: Date, zone: string): string {
  return wallClock(instant, zone).toISOString().slice(11, 16);
}

/**
 * The instant at which the zone's wall clock shows this. Of two (clocks set back) the earlier; a skipped time
 * (clocks set forward) moves on by the gap, like Temporal's 'compatible'.
 */
export function instantOf(date: string, time: string, zone: string): Date {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!clock) throw new RangeError(`no time of day: ${time}`);
  const wall = dayNumber(date) * dayMs + (Number(clock[1]) * 60 + Number(clock[2])) * MINUTE;
  return new Date(firstInstantAt(wall, zone));
}

/**
 * The first instant at which the zone's wall clock shows `wall` (its fields read as UTC, in ms); a skipped time moves
 * on by the gap.
 */
export const firstInstantAt = (wall: number, zone: string): number =>
  instantsAt(wall, zone)[0] ?? wall - zoneOffset(wall - dayMs, zone);

/** All instants at which the zone's wall clock shows `wall`: none for a skipped time, two for a repeated one. */
export function instantsAt(wall: number, zone: string): number[] {
  const offsets = new Set([zoneOffset(wall - dayMs, zone), zoneOffset(wall + dayMs, zone)]);
  return [...offsets]
    .map((ahead) => wall - ahead)
    .filter((at) => at + zoneOffset(at, zone) === wall)
    .sort((a, b) => a - b);
}

/** Monday 00:00 of the week, in the zone. */
export function startOfWeek(instant: Date, zone: string): Date {
  return instantOf(mondayOf(localDate(instant, zone)), '00:00', zone);
}

/** 00:00 of the day, in the zone. */
export function startOfDay(instant: Date, zone: string): Date {
  return instantOf(localDate(instant, zone), '00:00', zone);
}

/** 00:00 of the month's first day, in the zone. */
export function startOfMonth(instant: Date, zone: string): Date {
  return instantOf(monthStart(localDate(instant, zone)), '00:00', zone);
}

/** 00:00 of the quarter's first day, in the zone. */
export function startOfQuarter(instant: Date, zone: string): Date {
  return instantOf(quarterStart(localDate(instant, zone)), '00:00', zone);
}

/** 00:00 of 1 January, in the zone. */
export function startOfYear(instant: Date, zone: string): Date {
  return instantOf(`${localDate(instant, zone).slice(0, 4)}-01-01`, '00:00', zone);
}

/** A Date whose UTC fields are the zone's wall clock. */
function wallClock(instant: Date, zone: string): Date {
  return new Date(instant.getTime() + zoneOffset(instant.getTime(), zone));
}

/** Since then every zone has changed its clocks only at whole quarters of an hour of UTC. */
const quartersSince = Date.UTC(1973, 0, 1);
const quarter = 15 * MINUTE;

/** Offsets by zone and quarter of an hour: asking the runtime takes longer than reading a whole line. */
const offsets = new Map<string, Map<number, number>>();
const maxCachedOffsets = 10_000;

/** Milliseconds that the zone is ahead of UTC at a moment (ms). Throws RangeError for an unknown zone. */
export function zoneOffset(at: number, zone: string): number {
  const cached = offsets.get(zone);
  const index = Math.floor(at / quarter);
  const known = cached?.get(index);
  if (known !== undefined) return known;
  const fresh = runtimeOffset(at, zone);
  if (at >= quartersSince) {
    if (cached && cached.size < maxCachedOffsets) cached.set(index, fresh);
    else offsets.set(zone, new Map([[index, fresh]]));
  }
  return fresh;
}

function runtimeOffset(at: number, zone: string): number {
  const minutes = tzOffset(zone, new Date(at));
  if (Number.isNaN(minutes)) throw new RangeError(`no time zone: ${zone}`);
  return Math.round(minutes * MINUTE);
}

/** Zones in which people write the month before the day: the United States, China and its neighbours, and no place at all. */
const monthFirst =
  /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Juneau|Adak|Indiana\/\w+|Kentucky\/\w+|North_Dakota\/\w+)|US\/.+|Pacific\/Honolulu|Asia\/(?:Shanghai|Chongqing|Urumqi|Taipei|Tokyo|Seoul|Pyongyang|Ulaanbaatar|Manila)|Etc\/.+|UTC|GMT)$/u;

/** Whether people in the zone write 4 May as 4/5. */
export const writesDayFirst = (zone: string): boolean => !monthFirst.test(zone);

/** Calendar month of a moment in a zone: '2026-11'. */
export const monthOf = (at: Date, zone: string): string => localDate(at, zone).slice(0, 7);
