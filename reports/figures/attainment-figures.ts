import { addDays } from '../../kernel/time/dates.js';
import { daysOfMonths } from '../../kernel/time/months.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import {
  type Attainment,
  attainmentOf,
  type MetricFigures,
  paceOn,
  type Score,
  scoreOf,
  type TargetPace,
} from '../../sales/figures/target-figures.js';
import { teamsWithin } from '../../sales/people/policy.js';
import { type Metric, metrics } from '../../sales/process/metrics.js';
import type { Person, Team } from '../../store/schema/row-types.js';
import { endAsOf, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { teamsAsked } from '../request/teams-asked.js';
import { activityCountsIn } from './activity-counts.js';
import { metricsShown, type Targets, targetsFor } from './target-lookup.js';

/** The attainment of one person, team or the company with every metric. */
export interface AttainedRow {
  id: string;
  name: string;
  all: Attainment[];
  score: Score | null;
}

/** A span of months and its elapsed part. */
export interface Course {
  span: string;
  from: Date;
  /** The end of what is counted: the span's end, or the moment asked for. */
  to: Date;
  pace: TargetPace;
}

/** Computes where a span begins and ends in the zone, and how much of it has elapsed. */
export function courseOf(ctx: ReportContext, span: string, asOf: Date): Course {
  const { zone, calendar } = ctx;
  const { first, after } = daysOfMonths(span);
  const end = instantOf(after, '00:00', zone);
  return {
    span,
    from: instantOf(first, '00:00', zone),
    to: endAsOf(end, asOf),
    pace: paceOn(calendar, { first, last: addDays(after, -1) }, localDate(asOf, zone)),
  };
}

/** Computes one person's attainment in a span. */
export async function personAttained(
  ctx: ReportContext,
  person: Person,
  span: string,
  asOf: Date,
  metric?: Metric,
): Promise<{ aims: Targets; course: Course; row: AttainedRow }> {
  const aims = await targetsFor(ctx, span, asOf);
  const course = courseOf(ctx, span, asOf);
  const withResponse = wantsResponse(ctx, aims) || metric === 'response';
  const counts = await activityCountsIn(ctx, timesOf(course), asOf, withResponse);
  return { aims, course, row: personRow(ctx, aims, course, person, counts.of(person.id)) };
}

export interface TeamAttained {
  aims: Targets;
  course: Course;
  whole: AttainedRow;
  teams: AttainedRow[];
  /** People of the team and the teams below, furthest with the metric first. */
  people: AttainedRow[];
}

/**
 * Computes the attainment of a team, the teams directly below it and all their people; of the company without
 * a team.
 */
export async function teamAttained(
  ctx: ReportContext,
  asked: ReportRequest,
  { span, metric }: { span: string; metric: Metric },
): Promise<TeamAttained> {
  const aims = await targetsFor(ctx, span, asked.asOf);
  const course = courseOf(ctx, span, asked.asOf);
  const { asOf, team } = asked;
  const withResponse = wantsResponse(ctx, aims) || metric === 'response';
  const everybody = await activityCountsIn(ctx, timesOf(course), asOf, withResponse);
  const row = (id: string | null, name: string, doing: MetricFigures): AttainedRow => ({
    id: id ?? '',
    name,
    all: metrics.map((one) => attainmentOf(one, doing[one], aims.ofTeam(id, one), course.pace)),
    score: null,
  });
  const doingOf = async (one: Team) => {
    const teamId = await teamsAsked(ctx, { team: one, asOf });
    return (await activityCountsIn(ctx, { ...timesOf(course), teamId }, asOf, withResponse)).all;
  };
  const teams: AttainedRow[] = [];
  for (const below of teamsBelow(aims, team)) teams.push(row(below.id, below.name, await doingOf(below)));
  const whole = team ? row(team.id, team.name, await doingOf(team)) : row(null, '', everybody.all);
  const people = peopleIn(aims, team).map((person) =>
    personRow(ctx, aims, course, person, everybody.of(person.id)),
  );
  return { aims, course, whole, teams, people: furthestFirst(people, metric) };
}

const timesOf = ({ from, to }: Course) => ({ from, to });

const wantsResponse = (ctx: ReportContext, aims: Targets): boolean =>
  metricsShown(ctx, aims.any).includes('response');

function personRow(
  ctx: ReportContext,
  aims: Targets,
  { pace }: Course,
  person: Person,
  doing: MetricFigures,
): AttainedRow {
  const all = metrics.map((one) => attainmentOf(one, doing[one], aims.ofPerson(person.id, one), pace));
  return { id: person.id, name: person.name, all, score: scoreOf(ctx.process.kpi.weights, all) };
}

/** Lists the teams directly below; for the company, those without a parent. */
function teamsBelow({ teams }: Targets, team: Team | undefined): Team[] {
  const known = new Set(teams.map(({ id }) => id));
  const above = ({ parentId }: Team) => (parentId && known.has(parentId) ? parentId : null);
  const below = teams.filter((one) => above(one) === (team?.id ?? null));
  // A company with one team has nothing to compare.
  return team || below.length > 1 ? below : [];
}

/** Lists who sells there: reps, and people with a target. */
function peopleIn({ teams, people, kept }: Targets, team: Team | undefined): Person[] {
  const within = team && new Set(teamsWithin(teams, team.id));
  const given = new Set(kept.filter((one) => one.scope === 'person').map((one) => one.ownerId));
  return people.filter(
    (person) =>
      (!within || within.has(person.teamId ?? '')) && (person.role === 'rep' || given.has(person.id)),
  );
}

function furthestFirst(rows: readonly AttainedRow[], metric: Metric): AttainedRow[] {
  const of = (row: AttainedRow) => row.all.find((one) => one.metric === metric)?.percent ?? -1;
  return rows.toSorted(
    (a, b) =>
      of(b) - of(a) ||
      (b.score?.points ?? -1) - (a.score?.points ?? -1) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}
