import type { Like } from '../../shape/like.js';
import type { reportTimesTexts as original } from '../../zh/reports/times-texts.js';

/** What is said where somebody wants a report again and again; `now` and `at` are times like `every Friday 16:00`. */
export const reportTimesTexts: Like<typeof original> = {
  title: 'Scheduled reports',
  noTime: "I couldn't tell which day and time.",
  example: 'weekly report every Friday 16:00',
  wanted: (now, at) => `The weekly report goes out ${now}. Change it to ${at}?`,
  already: (now) => `The weekly report already goes out ${now}.`,
  oneDay: (now) => `The weekly report goes out once a week (${now}). Give me one weekday and a time.`,
  notYours: (now) => `The weekly report goes out ${now}. Only managers can suggest another time.`,
  others: (at) =>
    `Only the weekly report and saved reports can be scheduled. Save a report first (save-slice NAME), then type: slice NAME ${at}`,
};
