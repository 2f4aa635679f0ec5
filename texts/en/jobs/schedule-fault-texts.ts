import type { Like } from '../../shape/like.js';
import type { scheduleFaultTexts as original } from '../../zh/jobs/schedule-fault-texts.js';

/** What admins are told of a schedule that cannot run. */
export const scheduleFaultTexts: Like<typeof original> = {
  title: 'A scheduled task cannot run',
  others: 'All other scheduled tasks go on.',
  zone: (zone, teams) =>
    `${teams}: the time zone "${zone}" is unknown, so their reports and alerts have stopped.`,
  fixZone: 'Ask whoever runs the bot to give the team a time zone such as Asia/Shanghai.',
  weekly: (cron) => `The weekly report is scheduled at "${cron}", which never comes.`,
  fixWeekly:
    "Change weekly under reports in the process file, e.g. weekly: { cron: '0 9 * * 1' }, and save the file.",
  report: (name, cron) => `The report "${name}" is scheduled at "${cron}", which never comes.`,
  fixReport: (name) => `Schedule it again, e.g. report ${name} every Monday 9:00, or stop it.`,
  stop: (name) => `Stop "${name}"`,
  job: (name, reason) => `The schedule of the task ${name} cannot be read: ${reason}`,
  fixJob: 'Ask whoever runs the bot to run genjin doctor.',
};
