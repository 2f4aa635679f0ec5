import type { Like } from '../../shape/like.js';
import type { scheduleFaultTexts as original } from '../../zh/jobs/schedule-fault-texts.js';

/** What admins are told of a schedule that cannot run. */
export const scheduleFaultTexts: Like<typeof original> = {
  title: "A scheduled job can't run",
  others: 'All other scheduled jobs are running.',
  zone: (zone, teams) =>
    `${teams}: the time zone "${zone}" is unknown, so their reports and alerts have stopped.`,
  fixZone: 'Ask whoever runs the bot to give the team a time zone such as Asia/Shanghai.',
  weekly: (cron) => `The weekly report is scheduled for "${cron}", which never happens.`,
  fixWeekly:
    "Change weekly under reports in the process file, e.g. weekly: { cron: '0 9 * * 1' }, and save the file.",
  report: (name, cron) => `The report "${name}" is scheduled for "${cron}", which never happens.`,
  fixReport: (name) => `Reschedule it (for example: slice ${name} every Monday 9:00) or stop it.`,
  stop: (name) => `Stop "${name}"`,
  job: (name, reason) => `I can't read the schedule of the ${name} job: ${reason}`,
  fixJob: 'Ask whoever runs the bot to run genjin doctor.',
};
