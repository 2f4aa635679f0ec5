import { zoneWithoutSlot } from '../../kernel/time/cron.js';
import { because, type Path, type ProcessFinding } from './process-problems.js';
import { type Process, weekdays } from './process-schema.js';

/** A schedule that a process declares. */
interface DeclaredSchedule {
  /** Of the value that decides. */
  path: Path;
  cron: string;
}

/** Lists the schedules of a process. */
export function schedulesIn(process: Process): DeclaredSchedule[] {
  const { reports, alerts } = process;
  const weekly = reports.weekly.cron === undefined ? 'at' : 'cron';
  return [
    { path: ['reports', 'weekly', weekly], cron: weeklyCron(process) },
    { path: ['dailyTasks', 'at'], cron: dailyTasksCron(process) },
    { path: ['alerts', 'digestAt'], cron: dailyCron(alerts.digestAt) },
  ];
}

/** Tries each schedule of a process in each zone from `from` on; lists those without a slot in one. */
export function schedulesWithoutSlot(
  process: Process,
  zones: readonly string[],
  from: Date,
): ProcessFinding[] {
  return schedulesIn(process).flatMap(({ path, cron }) => {
    const zone = zoneWithoutSlot(cron, zones, from);
    return zone === undefined ? [] : [{ path, reason: because((t) => t.noSlot(zone)) }];
  });
}

/** The weekly report's schedule as a five-field cron expression, read in the team's zone. */
export function weeklyCron({ reports: { weekly } }: Process): string {
  return weekly.cron ?? `${clock(weekly.at)} * * ${(weekdays.indexOf(weekly.day) + 1) % 7}`;
}

/** The daily task list's schedule (cron); it runs every day, and the job skips days off. */
export function dailyTasksCron({ dailyTasks }: Process): string {
  return dailyCron(dailyTasks.at);
}

/** The schedule (cron) of something that comes each day at that time. */
export const dailyCron = (at: string): string => `${clock(at)} * * *`;

function clock(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  return `${minute} ${hour}`;
}
