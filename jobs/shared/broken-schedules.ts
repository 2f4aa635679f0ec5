import { plainReason } from '../../kernel/command/plain-reason.js';
import type { Job, Schedule } from '../../kernel/job/job.js';
import { cronAround } from '../../kernel/time/cron.js';
import { isZone } from '../../kernel/time/zone.js';
import { weeklyCron } from '../../sales/process/process-schedules.js';
import { listTeams } from '../../store/people/team-queries.js';
import { savedReportById } from '../../store/reports/saved-reports.js';
import { formatsIn, type Locale, textsIn } from '../../texts/languages.js';
import type { JobContext } from './job-context.js';

/** What keeps schedules from running. */
export type ScheduleFault =
  /** Teams in a zone that the runtime does not know. */
  | { kind: 'zone'; zone: string; teams: string[] }
  /** The weekly report's expression names no moment. */
  | { kind: 'weekly'; cron: string }
  /** A saved report's expression names no moment. */
  | { kind: 'report'; cron: string; report: string }
  /** Another job's expression names no moment, or its schedules cannot be read. */
  | { kind: 'job'; job: string; reason: string };

/** Lists what keeps schedules of these jobs from running, each cause once. */
export async function scheduleFaults(
  jobs: readonly Job<JobContext>[],
  ctx: JobContext,
): Promise<ScheduleFault[]> {
  const faults = new Map<string, ScheduleFault>();
  const reasons = new Map<string, string | undefined>();
  const note = (id: string, fault: ScheduleFault) => faults.set(id, faults.get(id) ?? fault);
  for (const job of jobs) {
    let schedules: Schedule[];
    try {
      schedules = await job.slots(ctx);
    } catch (error) {
      note(`job ${job.name}`, { kind: 'job', job: job.name, reason: plainReason(error) });
      continue;
    }
    for (const schedule of schedules) {
      const key = `${schedule.cron} ${schedule.timeZone}`;
      if (!reasons.has(key)) reasons.set(key, faultOf(schedule, ctx.now));
      const reason = reasons.get(key);
      if (reason === undefined) continue;
      const fault = await causeOf(ctx, job.name, schedule, reason);
      note(JSON.stringify(fault), fault);
    }
  }
  return [...faults.values()];
}

function faultOf({ cron, timeZone }: Schedule, now: Date): string | undefined {
  try {
    cronAround(cron, timeZone, now);
    return undefined;
  } catch (error) {
    return plainReason(error);
  }
}

async function causeOf(
  ctx: JobContext,
  job: string,
  { scope, cron, timeZone: zone }: Schedule,
  reason: string,
): Promise<ScheduleFault> {
  const { db } = ctx.store;
  if (!isZone(zone)) {
    const teams = (await listTeams(db)).filter((team) => team.timeZone === zone);
    return { kind: 'zone', zone, teams: teams.map(({ name }) => name) };
  }
  if (cron === weeklyCron(ctx.process)) return { kind: 'weekly', cron };
  const report = job === 'scheduled-slices' ? await savedReportById(db, scope) : undefined;
  return report
    ? { kind: 'report', cron, report: report.name }
    : { kind: 'job', job, reason: `${cron}: ${reason}` };
}

/** What is wrong, and how to correct it. */
export function scheduleFaultWords(locale: Locale, fault: ScheduleFault): [said: string, fix: string] {
  const t = textsIn(locale).scheduleFault;
  switch (fault.kind) {
    case 'zone':
      return [t.zone(fault.zone, formatsIn(locale).list(fault.teams)), t.fixZone];
    case 'weekly':
      return [t.weekly(fault.cron), t.fixWeekly];
    case 'report':
      return [t.report(fault.report, fault.cron), t.fixReport(fault.report)];
    case 'job':
      return [t.job(fault.job, fault.reason), t.fixJob];
  }
}
