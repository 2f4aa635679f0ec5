import { addDays } from '../../kernel/time/dates.js';
import { dryRunPool, leastMs } from '../../sales/leads/pool-dry-run.js';
import { gradeDays, leadDays } from '../../sales/leads/pool-rules.js';
import type { Process } from '../../sales/process/parse-process.js';
import type { Setting } from '../../sales/process/setting.js';
import {
  countCustomers,
  countLeads,
  type DryRunPeriod,
  responsesOfPeriod,
  silencesOfCustomers,
  silencesOfLeads,
} from '../../store/leads/dry-run-queries.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { afterNow, todayOf, zonedIn } from '../words/zoned-dates.js';

/** One quarter. */
const lookedBackDays = 91;

/** What a dry run needs to know about the person who asks. */
export type DryRunning = Pick<Context, 'db' | 'process' | 'calendar' | 'zone' | 'locale' | 'now'>;

/**
 * Says what a change would have done in the last quarter, or '' if history cannot tell. `after` is the
 * process with the change applied.
 */
export async function dryRun(
  ctx: DryRunning,
  setting: Setting,
  value: Setting['value'],
  after: Process,
): Promise<string> {
  const period = {
    from: zonedIn(ctx.zone).instantOf(addDays(todayOf(ctx), -lookedBackDays), '00:00'),
    to: afterNow(ctx),
  };
  const [part, of] = setting.key.split('.');
  if (setting.key === 'lead.respondWithinMinutes')
    return await responseWords(ctx, period.from, period.to, setting.value, value);
  if (part !== 'pool') return '';
  if (of === 'customers' && !setting.key.endsWith('afterContractDays'))
    return await poolWords(ctx, after, period, 'customers');
  return of === 'returnAfterDays' || of === 'sources' || of === 'followUp'
    ? await poolWords(ctx, after, period, 'leads')
    : '';
}

/** For each kind of record, what would return by the rules before and after. */
const kinds = {
  leads: { count: countLeads, silences: silencesOfLeads, days: leadDays, words: 'dryPool' },
  customers: {
    count: countCustomers,
    silences: silencesOfCustomers,
    days: gradeDays,
    words: 'dryCustomers',
  },
} as const;

async function poolWords(
  ctx: DryRunning,
  after: Process,
  period: DryRunPeriod,
  what: keyof typeof kinds,
): Promise<string> {
  const { count, words } = kinds[what];
  const [was, would] = await dryRunReturns(ctx, [ctx.process, after], period, what);
  const all = await count(ctx.db, period);
  return textsIn(ctx.locale).rule[words](all, would?.returned ?? 0, would?.won ?? 0, was?.returned ?? 0);
}

/**
 * Computes what each of the processes would have returned; reads the records once for processes that look at
 * the same ones.
 */
export async function dryRunReturns(
  ctx: DryRunning,
  processes: readonly Process[],
  period: DryRunPeriod,
  what: keyof typeof kinds,
) {
  const { silences, days } = kinds[what];
  const limits = processes.flatMap((process) => allDays(process, what));
  if (limits.length === 0) return processes.map(() => ({ returned: 0, won: 0 }));
  const zoned = zonedIn(ctx.zone);
  const least = leastMs(Math.min(...limits), period.from, period.to, ctx.calendar, zoned);
  const read = new Map<string, ReturnType<typeof silences>>();
  const found = [];
  for (const process of processes) {
    const { followUp } = process.pool;
    const key = JSON.stringify(followUp);
    const known = read.get(key) ?? silences(ctx.db, { ...period, ...followUp, least });
    read.set(key, known);
    const daysOf = (kind: string | null) => days(kind, process);
    found.push(dryRunPool(await known, daysOf, ctx.calendar, zoned));
  }
  return found;
}

/** Lists every number of workdays after which some record returns. */
function allDays({ pool }: Process, what: keyof typeof kinds): number[] {
  const all =
    what === 'leads'
      ? [pool.returnAfterDays, ...Object.values(pool.sources)]
      : [pool.customers.returnAfterDays, ...Object.values(pool.customers.grades)];
  return all.filter((days) => days !== null);
}

/** Counts leads that were answered later than the limit, or never. */
async function responseWords(
  ctx: DryRunning,
  from: Date,
  to: Date,
  before: Setting['value'],
  after: Setting['value'],
): Promise<string> {
  const rows = await responsesOfPeriod(ctx.db, from, to);
  const late = (limit: Setting['value']) =>
    rows.filter(({ createdAt, respondedAt }) => {
      const due = ctx.calendar.addWorkMinutes(createdAt, Number(limit), ctx.zone);
      return (respondedAt ?? ctx.now) > due;
    }).length;
  return textsIn(ctx.locale).rule.dryResponse(rows.length, late(after), late(before));
}
