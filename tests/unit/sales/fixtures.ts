import { readFileSync } from 'node:fs';
import { addDays, weekday } from '../../../kernel/time/dates.js';
import { type Process, type ProcessProblem, parseProcess } from '../../../sales/process/parse-process.js';
import type { Workdays, Zoned } from '../../../sales/time/calendar.js';

export const shippedText = readFileSync(new URL('../../../process.yaml', import.meta.url), 'utf8');

export function processOf(yaml: string): Process {
  const parsed = parseProcess(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.process;
}

export function problemsOf(yaml: string): ProcessProblem[] {
  const parsed = parseProcess(yaml);
  return parsed.ok ? [] : parsed.problems;
}

export const shipped = processOf(shippedText);

/** Two stages and nothing else; `more` is appended. */
export const smallest = (more = '') =>
  `stages:\n  - { key: a, name: 甲 }\n  - { key: z, name: 成, won: true }\n${more}`;

/** UTC+8 all year. */
export const shanghai: Zoned = {
  localDate: (instant) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  instantOf: (date, time) => new Date(`${date}T${time}:00+08:00`),
};

/** Monday to Friday. */
export const weekdaysOnly: Workdays = {
  addWorkdays(date, n) {
    let at = date;
    for (let left = n; left > 0; ) {
      at = addDays(at, 1);
      if (weekday(at) <= 5) left -= 1;
    }
    return at;
  },
  workdaysBetween(from, to) {
    let count = 0;
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (weekday(at) <= 5) count += 1;
    return count;
  },
};

/** A moment on Shanghai's wall clock. */
export const at = (date: string, time = '10:00'): Date => shanghai.instantOf(date, time);
