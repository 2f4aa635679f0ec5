import { addMonth } from '../../kernel/time/months.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { type Metric, metrics, unitOf } from '../process/metrics.js';
import type { Process } from '../process/process-schema.js';
import { median, percentOf } from './percentages.js';

/** What is asked for, and what would be more than that. */
export interface TargetAim {
  value: number;
  stretch: number | null;
}

/** What was reached, of each metric; null where there is nothing to go by. */
export type MetricFigures = Record<Metric, number | null>;

/** Several aims as one: what is counted adds up, of minutes it is the mean. Undefined of none. */
export function gathered(metric: Metric, aims: readonly (TargetAim | undefined)[]): TargetAim | undefined {
  const given = aims.filter((aim) => aim !== undefined);
  if (given.length === 0) return undefined;
  const by = unitOf(metric) === 'minutes' ? given.length : 1;
  const sum = (of: (aim: TargetAim) => number) =>
    Math.round(given.reduce((all, aim) => all + of(aim), 0) / by);
  const stretches = given.some((aim) => aim.stretch !== null);
  return {
    value: sum((aim) => aim.value),
    stretch: stretches ? sum((aim) => aim.stretch ?? aim.value) : null,
  };
}

/** Who is where, and what each was given for one metric in one month. */
export interface AimTree {
  teams: readonly { id: string; parentId: string | null }[];
  people: readonly { id: string; teamId: string | null }[];
  aimOf(scope: 'person' | 'team' | 'company', ownerId: string): TargetAim | undefined;
}

/** What a team was given, else what its people and the teams below were, together; null is the company. */
export function teamAim(tree: AimTree, metric: Metric, teamId: string | null): TargetAim | undefined {
  const known = new Set(tree.teams.map((team) => team.id));
  const above = (id: string | null) => (id !== null && known.has(id) ? id : null);
  const walked = new Set<string | null>();
  const of = (id: string | null): TargetAim | undefined => {
    // A ring in the tree is walked once.
    if (walked.has(id)) return undefined;
    walked.add(id);
    const own = id === null ? tree.aimOf('company', '') : tree.aimOf('team', id);
    if (own) return own;
    const below = tree.teams.filter((team) => above(team.parentId) === id).map((team) => of(team.id));
    const people = tree.people.filter((person) => above(person.teamId) === id);
    return gathered(metric, [...below, ...people.map((person) => tree.aimOf('person', person.id))]);
  };
  return of(teamId);
}

/** Workdays of a span: those that are over, and all. Today is not over. */
export interface TargetPace {
  gone: number;
  total: number;
  /** Whole percent of the workdays that are over. */
  percent: number;
}

type Days = Pick<WorkCalendar, 'isWorkday' | 'workdaysBetween'>;

/** How far a span of local dates, both included, is over on a day. */
export function paceOn(calendar: Days, span: { first: string; last: string }, today: string): TargetPace {
  const { first, last } = span;
  const upTo = (date: string) => calendar.workdaysBetween(first, date) + Number(calendar.isWorkday(first));
  const total = upTo(last);
  const before = upTo(today) - Number(calendar.isWorkday(today));
  const gone = today < first ? 0 : today > last ? total : before;
  return { gone, total, percent: percentOf(gone, total) ?? 100 };
}

/** How far somebody came with one metric. */
export interface Attained {
  metric: Metric;
  done: number | null;
  target: number | null;
  stretch: number | null;
  /** Whole percent of the target; of minutes, how much faster: half the time and less is 200. */
  percent: number | null;
  stretchPercent: number | null;
  /** What each workday that is left must bring; null where nothing is left to do, or no day to do it on. */
  perDay: number | null;
}

export function attained(
  metric: Metric,
  done: number | null,
  aim: TargetAim | undefined,
  { gone, total }: Pick<TargetPace, 'gone' | 'total'>,
): Attained {
  const of = (goal: number | null | undefined): number | null => {
    if (!goal || done === null) return null;
    return unitOf(metric) === 'minutes' ? percentOf(goal, Math.max(done, goal / 2)) : percentOf(done, goal);
  };
  const missing = (aim?.value ?? 0) - (done ?? 0);
  const daily = unitOf(metric) !== 'minutes' && missing > 0 && gone < total;
  return {
    metric,
    done,
    target: aim?.value ?? null,
    stretch: aim?.stretch ?? null,
    percent: of(aim?.value),
    stretchPercent: of(aim?.stretch),
    perDay: daily ? Math.ceil(missing / (total - gone)) : null,
  };
}

/** More than that of one metric makes up for no other. */
export const mostPercent = 120;

/** A score and what it adds up from. */
export interface Score {
  points: number;
  parts: {
    metric: Metric;
    /** Its part of 100. */
    weight: number;
    percent: number;
    capped: boolean;
    points: number;
  }[];
  /** What has a weight, but no target or nothing to go by: the others share its weight. */
  without: Metric[];
}

/** The weighted attainment; null where nothing that has a weight has a target. */
export function scoreOf(weights: Process['kpi']['weights'], all: readonly Attained[]): Score | null {
  const weighty = metrics.filter((metric) => weights[metric] > 0);
  const counted = weighty.flatMap((metric) => {
    const percent = all.find((one) => one.metric === metric)?.percent ?? null;
    return percent === null ? [] : [{ metric, percent }];
  });
  const whole = counted.reduce((sum, { metric }) => sum + weights[metric], 0);
  if (whole === 0) return null;
  const parts = counted.map(({ metric, percent }) => {
    const kept = Math.min(percent, mostPercent);
    const points = (kept * weights[metric]) / whole;
    const weight = Math.round((weights[metric] / whole) * 1000) / 10;
    return { metric, weight, percent, capped: kept < percent, points: Math.round(points * 10) / 10 };
  });
  const points = counted.reduce(
    (sum, { metric, percent }) => sum + Math.min(percent, mostPercent) * weights[metric],
    0,
  );
  const without = weighty.filter((metric) => !counted.some((one) => one.metric === metric));
  return { points: Math.round(points / whole), parts, without };
}

/** Full months that a suggestion looks back on, and how many it takes at least. */
export const historyMonths = 6;
export const leastMonths = 3;

/** What somebody could be given, by what they did. */
export interface TargetSuggestion {
  /** Months there was something to go by. */
  months: number;
  median: number | null;
  /** Null where there is too little history, or nothing was ever done. */
  value: number | null;
}

/** The median of the months, raised by some percent: fewer minutes, more of everything else. */
export function suggestion(
  metric: Metric,
  history: readonly (number | null)[],
  raisePercent: number,
): TargetSuggestion {
  const known = history.filter((figure) => figure !== null);
  const middle = median(known);
  const enough = known.length >= leastMonths && middle !== null && middle > 0;
  if (!enough) return { months: known.length, median: middle, value: null };
  const minutes = unitOf(metric) === 'minutes';
  // Whole numbers multiplied first: 10 × 1.1 is more than 11 for a computer.
  const raised = (middle * (minutes ? 100 - raisePercent : 100 + raisePercent)) / 100;
  const value = minutes ? Math.max(1, Math.floor(raised)) : Math.ceil(raised);
  return { months: known.length, median: middle, value: unitOf(metric) === 'money' ? rounded(value) : value };
}

/** Up to two figures that say something, in whole units of the currency. */
function rounded(minor: number): number {
  const step = Math.max(100, 10 ** (String(minor).length - 2));
  return Math.ceil(minor / step) * step;
}

/** The months before one that somebody worked through: the first is often begun in its middle. */
export function monthsWorked(before: string, since: { joined: string; firstDone: string | null }): string[] {
  const begun =
    since.firstDone !== null && since.firstDone < since.joined ? since.firstDone : addMonth(since.joined, 1);
  const all = Array.from({ length: historyMonths }, (_, n) => addMonth(before, n - historyMonths));
  return all.filter((month) => month >= begun);
}
