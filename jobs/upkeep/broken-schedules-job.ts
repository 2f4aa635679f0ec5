import { notifyAdmins } from '../../crm/notices/notify-admins.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import type { Job } from '../../kernel/job/job.js';
import { localDate } from '../../kernel/time/zone.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import { type ScheduleFault, scheduleFaults, scheduleFaultWords } from '../shared/broken-schedules.js';
import { defineJob, type JobContext } from '../shared/job-context.js';

/** Tells the admins once a day which schedules cannot run, and how to correct them. */
export const brokenSchedules = (jobs: readonly Job<JobContext>[]): Job<JobContext> =>
  defineJob({
    name: 'broken-schedules',
    summary: 'Tells admins once a day which schedule cannot run',
    slots: async () => [{ scope: '', cron: '*/30 * * * *', timeZone: 'UTC' }],
    async run(_slot, ctx) {
      const { store, now, timeZone } = ctx;
      const day = localDate(now, timeZone);
      let told = 0;
      for (const fault of await scheduleFaults(jobs, ctx)) {
        const key = `broken-schedule:${day}:${JSON.stringify(fault)}`;
        told += await store.tx((tx) => notifyAdmins(tx, ctx, key, (locale) => faultCard(locale, fault)));
      }
      return { counts: { told } };
    },
  });

function faultCard(locale: Locale, fault: ScheduleFault): Card {
  const t = textsIn(locale).scheduleFault;
  const [said, fix] = scheduleFaultWords(locale, fault);
  const stop =
    fault.kind === 'report' ? [button(t.stop(fault.report), 'slice-stop', { name: fault.report })] : [];
  return {
    key: 'broken-schedule',
    title: t.title,
    tone: 'warn',
    nodes: [text(said, 'strong'), text(fix), ...actions(...stop), context(t.others)],
  };
}
