import { monthsIn } from '../../kernel/time/months.js';
import { combinedTarget, type TargetAim, teamAim } from '../../sales/figures/target-figures.js';
import { maySee } from '../../sales/people/policy.js';
import { type Metric, metrics } from '../../sales/process/metrics.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { targetsAt, targetsOf } from '../../store/reports/target-queries.js';
import type { Person, Target, Team } from '../../store/schema/row-types.js';
import type { ReportContext } from '../request/report-context.js';

/** All targets of a span. */
export interface Targets {
  months: string[];
  /** The stored rows, with their former values. */
  kept: Target[];
  /** Of the company's teams and people those that the reader may see. */
  teams: Team[];
  people: Person[];
  /** A person's target, all months together. */
  ofPerson(id: string, metric: Metric): TargetAim | undefined;
  /**
   * The target of a team or, for null, the company; summed from its people and teams below if it has none of
   * its own.
   */
  ofTeam(id: string | null, metric: Metric): TargetAim | undefined;
  /** The months without a target, if other months have one. */
  missing(whose: { personId: string } | { teamId: string | null }, metric: Metric): string[];
  /** Whether anybody has a target for the metric. */
  any(metric: Metric): boolean;
}

/**
 * Reads the targets as they are, or as they were at a past moment. Sums leave out what the reader may not see, as the
 * results beside them do.
 */
export async function targetsFor(
  { db, now, person }: ReportContext,
  span: string,
  at: Date,
): Promise<Targets> {
  const months = monthsIn(span);
  const ends = { from: months[0] ?? span, to: months.at(-1) ?? span };
  const kept = at < now ? await targetsAt(db, ends, at) : await targetsOf(db, ends);
  const mayKnow = (ownerId: string | null, teamId: string | null) =>
    !person || maySee(person, { ownerId, teamId }).ok;
  const people = (await listPeople(db)).filter(({ id, teamId }) => mayKnow(id, teamId));
  const teams = (await listTeams(db)).filter(({ id }) => mayKnow(null, id));
  const key = (...parts: string[]) => parts.join('\n');
  const known = new Map(kept.map((one) => [key(one.scope, one.ownerId, one.month, one.metric), one]));
  const inMonth = (scope: Target['scope'], ownerId: string, month: string, metric: Metric) =>
    known.get(key(scope, ownerId, month, metric));
  const personIn = (id: string, metric: Metric, month: string) => inMonth('person', id, month, metric);
  const teamIn = (id: string | null, metric: Metric, month: string) =>
    teamAim({ teams, people, aimOf: (scope, ownerId) => inMonth(scope, ownerId, month, metric) }, metric, id);
  const over = (metric: Metric, of: (month: string) => TargetAim | undefined) =>
    combinedTarget(metric, months.map(of));
  return {
    months,
    kept,
    teams,
    people,
    ofPerson: (id, metric) => over(metric, (month) => personIn(id, metric, month)),
    ofTeam: (id, metric) => over(metric, (month) => teamIn(id, metric, month)),
    missing(whose, metric) {
      const of = (month: string) =>
        'personId' in whose ? personIn(whose.personId, metric, month) : teamIn(whose.teamId, metric, month);
      const without = months.filter((month) => !of(month));
      return without.length === months.length ? [] : without;
    },
    any: (metric) => kept.some((one) => one.metric === metric),
  };
}

/** Lists the metrics worth showing: those with a target, and those in the score. */
export const metricsShown = (ctx: ReportContext, has: (metric: Metric) => boolean): Metric[] =>
  metrics.filter((metric) => has(metric) || ctx.process.kpi.weights[metric] > 0);
