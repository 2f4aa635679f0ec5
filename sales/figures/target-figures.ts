import { addMonth } from '../../kernel/time/months.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { type Metric, metrics, unitOf } from '../process/metrics.js';
import type { Process } from '../process/process-schema.js';
import { median, percentOf } from './percentages.js';

/** A target value, and a stretch goal above it. */
export interface TargetAim {
  value: number;
  stretch: number | null;
}

/** The result per metric; null without data. */
export type MetricFigures = Record<Metric, number | null>;

/** Several aims as one: what is counted adds up, of minutes it is the mean. Undefined of none. */
export function combinedTarget(
  metric: Metric,
  aims: readonly (TargetAim | undefined)[],
): TargetAim | undefined {
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

/** Teams, people and their targets for one metric in one month. */
export interface AimTree {
  teams: readonly { id: string; parentId: string | null }[];
  people: readonly { id: string; teamId: string | null }[];
  aimOf(scope: 'person' | 'team' | 'company', ownerId: string): TargetAim | undefined;
}

/** The team's own target, else the sum of its people's and of the teams below it; null is the company. */
export function teamAim(tree: AimTree, metric: Metric, teamId: string | null): TargetAim | undefined {
  const known = new Set(tree.teams.map((team) => team.id));
  const above = (id: string | null) => (id !== null && known.has(id) ? id : null);
  const walked = new Set<string | null>();
  const of = (id: string | null): TargetAim | undefined => {
    // Visits each team once: the tree may contain a ring.
    if (walked.has(id)) return undefined;
    walked.add(id);
    const own = id === null ? tree.aimOf('company', '') : tree.aimOf('team', id);
    if (own) return own;
    const below = tree.teams.filter((team) => above(team.parentId) === id).map((team) => of(team.id));
    const people = tree.people.filter((person) => above(person.teamId) === id);
    return combinedTarget(metric, [...below, ...people.map((person) => tree.aimOf('person', person.id))]);
  };
  return of(teamId);
}

/** Workdays of a span: those that are over, and all. Today is not over. */
export interface TargetPace {
  gone: number;
  total: number;
  /** Percent of the workdays that are over. */
  percent: number;
}

type Days = Pick<WorkCalendar, 'isWorkday' | 'workdaysBetween'>;

/** Computes how much of a span of local dates (both included) is over on a day. */
export function paceOn(calendar: Days, span: { first: string; last: string }, today: string): TargetPace {
  const { first, last } = span;
  const upTo = (date: string) => calendar.workdaysBetween(first, date) + Number(calendar.isWorkday(first));
  const total = upTo(last);
  const before = upTo(today) - Number(calendar.isWorkday(today));
  const gone = today < first ? 0 : today > last ? total : before;
  return { gone, total, percent: percentOf(gone, total) ?? 100 };
}

/** How far somebody got with one metric. */
export interface Attainment {
  metric: Metric;
  done: number | null;
  target: number | null;
  stretch: number | null;
  /** Percent of the target; for minutes, how much faster: half the time or less is 200. */
  percent: number | null;
  stretchPercent: number | null;
  /** Amount each remaining workday must bring; null if nothing or no day is left. */
  perDay: number | null;
}

/** Computes how far somebody got with one metric. */
export function attainmentOf(
  metric: Metric,
  done: number | null,
  aim: TargetAim | undefined,
  { gone, total }: Pick<TargetPace, 'gone' | 'total'>,
): Attainment {
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

/** Cap per metric: more of one does not make up for another. */
export const maxPercent = 120;

/** A score and its parts. */
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
  /** Metrics with a weight but without a target or data: the others share their weight. */
  without: Metric[];
}

/** Computes the weighted attainment, or null if no weighted metric has a target. */
export function scoreOf(weights: Process['kpi']['weights'], all: readonly Attainment[]): Score | null {
  const weightedMetrics = metrics.filter((metric) => weights[metric] > 0);
  const counted = weightedMetrics.flatMap((metric) => {
    const percent = all.find((one) => one.metric === metric)?.percent ?? null;
    return percent === null ? [] : [{ metric, percent }];
  });
  const totalWeight = counted.reduce((sum, { metric }) => sum + weights[metric], 0);
  if (totalWeight === 0) return null;
  const parts = counted.map(({ metric, percent }) => {
    const cappedPercent = Math.min(percent, maxPercent);
    const points = (cappedPercent * weights[metric]) / totalWeight;
    const weight = Math.round((weights[metric] / totalWeight) * 1000) / 10;
    return { metric, weight, percent, capped: cappedPercent < percent, points: Math.round(points * 10) / 10 };
  });
  const points = counted.reduce(
    (sum, { metric, percent }) => sum + Math.min(percent, maxPercent) * weights[metric],
    0,
  );
  const without = weightedMetrics.filter((metric) => !counted.some((one) => one.metric === metric));
  return { points: Math.round(points / totalWeight), parts, without };
}

/** Full months a suggestion looks back on, and fewest it needs. */
export const historyMonths = 6;
export const leastMonths = 3;

/** A suggested target, from what the person did. */
export interface TargetSuggestion {
  /** Months with data. */
  months: number;
  median: number | null;
  /** Null if there is too little history, or nothing was ever done. */
  value: number | null;
}

/** Suggests the median of the months raised by `raisePercent`: fewer minutes, more of everything else. */
export function suggestTarget(
  metric: Metric,
  history: readonly (number | null)[],
  raisePercent: number,
): TargetSuggestion {
  const known = history.filter((figure) => figure !== null);
  const medianFigure = median(known);
  const enough = known.length >= leastMonths && medianFigure !== null && medianFigure > 0;
  if (!enough) return { months: known.length, median: medianFigure, value: null };
  const minutes = unitOf(metric) === 'minutes';
  // Multiplies whole numbers first: 10 × 1.1 exceeds 11 in floating point.
  const raised = (medianFigure * (minutes ? 100 - raisePercent : 100 + raisePercent)) / 100;
  const value = minutes ? Math.max(1, Math.floor(raised)) : Math.ceil(raised);
  return {
    months: known.length,
    median: medianFigure,
    value: unitOf(metric) === 'money' ? roundedUp(value) : value,
  };
}

/** Rounds an amount (minor units) up to two significant digits, at least to major units. */
function roundedUp(minor: number): number {
  const step = Math.max(100, 10 ** (String(minor).length - 2));
  return Math.ceil(minor / step) * step;
}

/** Lists the months before `before` that a person worked in full: the first one often began in its middle. */
export function monthsWorked(before: string, since: { joined: string; firstDone: string | null }): string[] {
  const begun =
    since.firstDone !== null && since.firstDone < since.joined ? since.firstDone : addMonth(since.joined, 1);
  const all = Array.from({ length: historyMonths }, (_, n) => addMonth(before, n - historyMonths));
  return all.filter((month) => month >= begun);
}
