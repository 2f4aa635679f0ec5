import { addDays, addMonths, instantOf, localDate } from '../../kernel/time/zone.js';
import {
  type Attained,
  attained,
  type Doing,
  type Pace,
  paceOn,
  type Score,
  scoreOf,
} from '../../sales/figures/target-figures.js';
import { teamsWithin } from '../../sales/people/policy.js';
import { type Metric, metrics } from '../../sales/process/metrics.js';
import type { Person } from '../../store/people/person-queries.js';
import type { Team } from '../../store/people/team-queries.js';
import { type Asked, type Desk, endAsOf } from '../request/report-context.js';
import { teamsAsked } from '../request/teams-asked.js';
import { doingsIn } from './activity-counts.js';
import { type Aims, aimsOf, metricsShown } from './target-lookup.js';

/** How far one person, team or the company came, with every metric. */
export interface AttainedRow {
  id: string;
  name: string;
  all: Attained[];
  score: Score | null;
}

/** A span of months and how far it is over. */
export interface Course {
  span: string;
  from: Date;
  /** The end of what is counted: of the span, or the moment it is asked as of. */
  to: Date;
  pace: Pace;
}

/** Where a span begins and ends on the wall calendar, and how much of it is over. */
export function courseOf(desk: Desk, aims: Pick<Aims, 'months'>, span: string, asOf: Date): Course {
  const { zone, calendar } = desk;
  const first = `${aims.months[0]}-01`;
  const after = addMonths(`${aims.months.at(-1)}-01`, 1);
  const end = instantOf(after, '00:00', zone);
  return {
    span,
    from: instantOf(first, '00:00', zone),
    to: endAsOf(end, asOf),
    pace: paceOn(calendar, { first, last: addDays(after, -1) }, localDate(asOf, zone)),
  };
}

/** One person's way in a span. */
export async function personAttained(
  desk: Desk,
  person: Person,
  span: string,
  asOf: Date,
  metric?: Metric,
): Promise<{ aims: Aims; course: Course; row: AttainedRow }> {
  const aims = await aimsOf(desk, span, asOf);
  const course = courseOf(desk, aims, span, asOf);
  const withResponse = wantsResponse(desk, aims) || metric === 'response';
  const doings = await doingsIn(desk, timesOf(course), asOf, withResponse);
  return { aims, course, row: personRow(desk, aims, course, person, doings.of(person.id)) };
}

export interface TeamAttained {
  aims: Aims;
  course: Course;
  whole: AttainedRow;
  teams: AttainedRow[];
  /** Those of the team and of the teams below, who came furthest with the metric first. */
  people: AttainedRow[];
}

/** A team's way in a span, of the teams right below it and of everybody in them; the company's without a team. */
export async function teamAttained(
  desk: Desk,
  asked: Asked,
  { span, metric }: { span: string; metric: Metric },
): Promise<TeamAttained> {
  const aims = await aimsOf(desk, span, asked.asOf);
  const course = courseOf(desk, aims, span, asked.asOf);
  const { asOf, team } = asked;
  const withResponse = wantsResponse(desk, aims) || metric === 'response';
  const everybody = await doingsIn(desk, timesOf(course), asOf, withResponse);
  const row = (id: string | null, name: string, doing: Doing): AttainedRow => ({
    id: id ?? '',
    name,
    all: metrics.map((one) => attained(one, doing[one], aims.ofTeam(id, one), course.pace)),
    score: null,
  });
  const doingOf = async (one: Team) => {
    const teamId = await teamsAsked(desk, { team: one, asOf });
    return (await doingsIn(desk, { ...timesOf(course), teamId }, asOf, withResponse)).all;
  };
  const teams: AttainedRow[] = [];
  for (const below of teamsBelow(aims, team)) teams.push(row(below.id, below.name, await doingOf(below)));
  const whole = team ? row(team.id, team.name, await doingOf(team)) : row(null, '', everybody.all);
  const people = peopleIn(aims, team).map((person) =>
    personRow(desk, aims, course, person, everybody.of(person.id)),
  );
  return { aims, course, whole, teams, people: furthestFirst(people, metric) };
}

const timesOf = ({ from, to }: Course) => ({ from, to });

const wantsResponse = (desk: Desk, aims: Aims): boolean => metricsShown(desk, aims.any).includes('response');

function personRow(desk: Desk, aims: Aims, { pace }: Course, person: Person, doing: Doing): AttainedRow {
  const all = metrics.map((one) => attained(one, doing[one], aims.ofPerson(person.id, one), pace));
  return { id: person.id, name: person.name, all, score: scoreOf(desk.process.kpi.weights, all) };
}

/** The teams right below; of the company, those that are below none. */
function teamsBelow({ teams }: Aims, team: Team | undefined): Team[] {
  const known = new Set(teams.map(({ id }) => id));
  const above = ({ parentId }: Team) => (parentId && known.has(parentId) ? parentId : null);
  const below = teams.filter((one) => above(one) === (team?.id ?? null));
  // A company of one team has nothing to compare.
  return team || below.length > 1 ? below : [];
}

/** Who sells there: reps, and whoever was given a target. */
function peopleIn({ teams, people, kept }: Aims, team: Team | undefined): Person[] {
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
