import { shows } from '../../crm/access/visibility.js';
import type { Whose } from '../../crm/access/whose-lookup.js';
import { addMonth, daysOfMonths } from '../../kernel/time/months.js';
import { instantOf, monthOf } from '../../kernel/time/zone.js';
import {
  historyMonths,
  leastMonths,
  type MetricFigures,
  monthsWorked,
  suggestTarget,
  type TargetSuggestion,
} from '../../sales/figures/target-figures.js';
import { teamsWithin } from '../../sales/people/policy.js';
import { type Metric, metrics } from '../../sales/process/metrics.js';
import type { Person } from '../../store/schema/row-types.js';
import type { ReportContext } from '../request/report-context.js';
import { activityCountsIn } from './activity-counts.js';
import { metricsShown, targetsFor } from './target-lookup.js';

/** A suggested target per metric for one person. */
export interface Suggested {
  person: Person;
  metrics: (TargetSuggestion & { metric: Metric; tooLittle: boolean })[];
}

/** Suggests a month's targets for one person, or for all who sell in a team or the company. */
export async function suggestedFor(ctx: ReportContext, whose: Whose, month: string): Promise<Suggested[]> {
  const { people, teams, any } = await targetsFor(ctx, month, ctx.now);
  const wanted = metricsShown(ctx, (metric) => metric === 'won' || any(metric)).filter(
    (metric) => metric !== 'won' || shows(ctx, 'amount'),
  );
  const now = monthOf(ctx.now, ctx.zone);
  // The current month is not complete.
  const before = month < now ? month : now;
  const months = Array.from({ length: historyMonths }, (_, n) => addMonth(before, n - historyMonths));
  const done = new Map<string, (id: string) => MetricFigures>();
  for (const one of months) {
    const { first, after } = daysOfMonths(one);
    const [from, to] = [instantOf(first, '00:00', ctx.zone), instantOf(after, '00:00', ctx.zone)];
    done.set(one, (await activityCountsIn(ctx, { from, to }, to, wanted.includes('response'))).of);
  }
  const within = whose.scope === 'team' ? new Set(teamsWithin(teams, whose.team.id)) : undefined;
  const sellers =
    whose.scope === 'person'
      ? [whose.person]
      : people.filter((one) => one.role === 'rep' && (!within || within.has(one.teamId ?? '')));
  return sellers.map((person) => {
    const history = new Map(months.map((one) => [one, done.get(one)?.(person.id)]));
    const isDone = (doing: MetricFigures | undefined) => metrics.some((metric) => (doing?.[metric] ?? 0) > 0);
    const worked = monthsWorked(before, {
      joined: monthOf(person.createdAt, ctx.zone),
      firstDone: months.find((one) => isDone(history.get(one))) ?? null,
    });
    const of = (metric: Metric) => {
      const figures = worked.map((one) => history.get(one)?.[metric] ?? null);
      const found = suggestTarget(metric, figures, ctx.process.targets.raisePercent);
      return { ...found, metric, tooLittle: found.months < leastMonths };
    };
    return { person, metrics: wanted.map(of) };
  });
}
