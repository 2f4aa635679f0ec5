import type { Like } from '../../shape/like.js';
import type { scheduleTexts as original } from '../../zh/sales/schedule-texts.js';
import { formats, ordinal, twelveHours } from '../formats/formats.js';

/** When something comes again and again; `time` is `9:00`, weekdays count from Monday. */
export const scheduleTexts: Like<typeof original> = {
  monthly: (day, time) =>
    `every month on the ${formats.list(day.split(',').map((one) => ordinal(Number(one))))} at ${twelveHours(time)}`,
  lastDay: (time) => `on the last day of every month at ${twelveHours(time)}`,
  workdays: (time) => `every weekday at ${twelveHours(time)}`,
  daily: (time) => `daily at ${twelveHours(time)}`,
  weekly: (weekdays, time) =>
    `every ${formats.list(weekdays.map((day) => formats.weekdays[day - 1] ?? ''))} at ${twelveHours(time)}`,
};
