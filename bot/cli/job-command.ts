import { allJobs } from '../../jobs/register-jobs.js';
import type { JobContext } from '../../jobs/shared/job-context.js';
import type { Schedule } from '../../kernel/job/job.js';
import { systemClock } from '../../kernel/time/clock.js';
import { lastSlots } from '../../store/running/job-slots.js';
import { JobRunner } from '../clock/job-runner.js';
import { lastSlot } from '../clock/job-schedule.js';
import { makeLog } from '../config/log.js';
import { calendarOf } from '../product/product.js';
import { gridLines } from './card-text.js';
import { type CliContext, readMoment, withCliContext } from './cli-context.js';
import { CliError, confirm, type Terminal, writeAnswer } from './terminal.js';

/** The context of jobs on the command line. */
export function jobContext({ store, rules, config, zone }: Omit<CliContext, 'ctx'>, now: Date): JobContext {
  return {
    store,
    now,
    process: rules.process,
    processVersion: rules.version,
    calendar: calendarOf(rules.process),
    timeZone: zone,
    locale: config.locale,
    // The command line has no connection to a chat: a job's posts wait for the bot.
  };
}

/** `genjin job list`: lists jobs, when they were last due and when they ran. */
export async function jobList(terminal: Terminal, flags: { json: boolean }): Promise<void> {
  await withCliContext(terminal, { make: false }, async (cli) => {
    const context = jobContext(cli, cli.ctx.now);
    const ran = await lastSlots(cli.store.db);
    const rows = [];
    for (const job of allJobs) {
      for (const { scope, cron, timeZone } of await job.slots(context)) {
        const slot = ran.find((one) => one.job === job.name && one.scope === scope);
        rows.push({
          job: job.name,
          scope,
          cron,
          timeZone,
          due: slotOrNull({ cron, timeZone }, context.now)?.toISOString() ?? null,
          ranSlot: slot?.slotAt.toISOString() ?? null,
          finishedAt: slot?.finishedAt?.toISOString() ?? null,
          lateMinutes: slot?.lateMinutes ?? null,
          error: slot?.error ?? null,
          summary: job.summary,
        });
      }
    }
    const table = rows.map((row) => [
      row.job,
      row.scope,
      row.cron,
      row.timeZone,
      row.ranSlot ?? '–',
      row.error ?? '',
      row.summary,
    ]);
    const head = ['job', 'scope', 'cron', 'zone', 'last slot run', 'error', 'what it does'];
    writeAnswer(terminal, flags.json, { jobs: rows }, gridLines([head, ...table], []).join('\n'));
  });
}

/** Null if the schedule has no slot; `genjin doctor` says why. */
function slotOrNull(schedule: Pick<Schedule, 'cron' | 'timeZone'>, now: Date): Date | null {
  try {
    return lastSlot(schedule, now);
  } catch {
    return null;
  }
}

/**
 * `genjin job run NAME --at TIME`: runs a job as if its slot were at that time; its posts wait for the bot.
 */
export async function jobRun(
  terminal: Terminal,
  name: string,
  flags: { json: boolean; at?: string; yes: boolean; dryRun: boolean },
): Promise<void> {
  if (!allJobs.some((job) => job.name === name)) {
    throw new CliError(`no job "${name}"; there are ${allJobs.map((job) => job.name).join(', ')}`);
  }
  await withCliContext(terminal, { make: false }, async (cli) => {
    const { store, config, zone, ctx } = cli;
    const at = flags.at === undefined ? ctx.now : readMoment(flags.at, zone, '--at');
    const context = jobContext(cli, at);
    if (flags.dryRun) {
      const scopes = (await allJobs.find((job) => job.name === name)?.slots(context)) ?? [];
      const document = {
        dryRun: true,
        job: name,
        at: at.toISOString(),
        scopes: scopes.map((one) => one.scope),
      };
      writeAnswer(
        terminal,
        flags.json,
        document,
        `Would run ${name} at ${at.toISOString()}, ${scopes.length} time(s).`,
      );
      return;
    }
    await confirm(terminal, flags.yes, `Run ${name} as of ${at.toISOString()}?`);
    const log = makeLog(config.logLevel);
    const runner = new JobRunner<JobContext>({
      store,
      clock: systemClock,
      jobs: allJobs,
      context: () => context,
      log,
    });
    const runs = (await runner.runJob(name, at)) ?? [];
    const text = runs.map((run) => `${run.job} ${run.scope} ${JSON.stringify(run.counts)}`).join('\n');
    writeAnswer(terminal, flags.json, { runs }, text || `${name} has nothing to run for.`);
  });
}
