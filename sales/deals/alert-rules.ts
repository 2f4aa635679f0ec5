import { daysBetween } from '../../kernel/time/dates.js';
import { dayMs } from '../../kernel/time/moments.js';
import type { DealRule } from '../process/alert-rule-names.js';
import type { Process } from '../process/process-schema.js';

/** The alert settings of the process file. */
export type Alerts = Process['alerts'];

/** The figures behind an alert, for the reader's language to word; amounts in minor units. */
export type AlertReason = Record<string, string | number | null>;

export interface AlertFinding {
  rule: DealRule;
  why: AlertReason;
}

const minorUnits = 100;

/** What one act changed on a deal, as logged. */
export interface DealAct {
  kind: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

/**
 * Lists the alert rules that one act on a deal triggers; `amount` is the deal's present amount (minor units).
 */
export function findingsOf(act: DealAct, amount: number | null, alerts: Alerts): AlertFinding[] {
  const was = (key: string) => act.before?.[key];
  const is = (key: string) => act.after?.[key];
  const findings: AlertFinding[] = [];
  if (act.kind === 'deal.won') findings.push({ rule: 'won', why: { amount } });
  if (act.kind === 'deal.back')
    findings.push({ rule: 'back', why: { from: textOrNull(was('stage')), to: textOrNull(is('stage')) } });
  if (act.kind === 'deal.changed') {
    const [from, to] = [was('closeDate'), is('closeDate')];
    if (typeof from === 'string' && typeof to === 'string') {
      const days = daysBetween(from, to);
      if (days >= alerts.slipped.days) findings.push({ rule: 'slipped', why: { from, to, days } });
    }
    const [before, after] = [was('amount'), is('amount')];
    if (typeof before === 'number' && typeof after === 'number' && before > 0) {
      const percent = Math.round(((before - after) / before) * 100);
      if (percent >= alerts.cut.percent)
        findings.push({ rule: 'cut', why: { from: before, to: after, percent } });
    }
  }
  const rose = act.kind === 'deal.created' || (act.kind === 'deal.changed' && is('amount') !== undefined);
  const limit = alerts.bigDeal.above * minorUnits;
  const before = act.kind === 'deal.created' ? 0 : Number(was('amount') ?? 0);
  if (rose && (amount ?? 0) >= limit && before < limit) findings.push({ rule: 'bigDeal', why: { amount } });
  return findings;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Fewest contacts that make a rhythm. */
const rhythmNeeds = 4;

/**
 * Computes when silence becomes a risk: `factor` × the median gap between contacts after the last one, at
 * least a week. Null if there are too few contacts. Moments in any order; `rhythmDays` in days.
 */
export function silentFrom(
  contacts: readonly Date[],
  factor: number,
): { at: Date; rhythmDays: number } | null {
  if (contacts.length < rhythmNeeds) return null;
  const times = contacts.map((at) => at.getTime()).sort((a, b) => a - b);
  const gaps = times
    .slice(1)
    .map((at, index) => at - (times[index] ?? at))
    .sort((a, b) => a - b);
  const median = gaps[Math.floor((gaps.length - 1) / 2)] ?? 0;
  const last = times.at(-1) ?? 0;
  const wait = Math.max(median * factor, 7 * dayMs);
  return { at: new Date(last + wait), rhythmDays: Math.max(1, Math.round(median / dayMs)) };
}

/** Weeks with a lower usual count are too small to report a fall. */
const leastUsual = 5;

/** What was done in a week, and on how many workdays somebody was there to do it. */
export interface WeekOfWork {
  done: number;
  days: number;
}

/** Workdays of a week without holidays. */
const fullWeek = 5;

/**
 * Returns the fall of the last week against the weeks before (percent), or undefined if it is below `percent`. Compares by the
 * workdays on which they were there: who was on leave, or had a holiday, is expected to do that much less.
 */
export function fallOf(
  last: WeekOfWork,
  before: readonly WeekOfWork[],
  percent: number,
): { usual: number; last: number; percent: number; days: number } | undefined {
  const days = before.reduce((sum, week) => sum + week.days, 0);
  const perDay = before.reduce((sum, week) => sum + week.done, 0) / Math.max(days, 1);
  const usual = perDay * last.days;
  if (days === 0 || last.days === 0 || perDay * fullWeek < leastUsual) return undefined;
  const fall = Math.round(((usual - last.done) / usual) * 100);
  if (fall < percent) return undefined;
  return { usual: Math.round(usual), last: last.done, percent: fall, days: last.days };
}

/** Stages of at least this probability (percent) count for the forecast. */
export const forecastFrom = 50;

/**
 * Lists what an open deal lacks to be forecast; `probability` in percent, `today` is the owner's local date.
 */
export function gapsOf(
  deal: { amount: number | null; closeDate: string | null },
  probability: number,
  today: string,
): ('amount' | 'closeDate' | 'pastDate')[] {
  if (probability < forecastFrom) return [];
  return [
    ...(deal.amount === null ? (['amount'] as const) : []),
    ...(deal.closeDate === null
      ? (['closeDate'] as const)
      : deal.closeDate < today
        ? (['pastDate'] as const)
        : []),
  ];
}

/** Decides what happens to a due alert: sent now, added to the day's digest, or only logged. */
export function alertOutlet(
  mode: 'on' | 'shadow',
  reader: { sentToday: number; digestOnly: boolean },
  dailyBudget: number,
): 'sent' | 'digest' | 'none' {
  if (mode === 'shadow') return 'none';
  return reader.digestOnly || reader.sentToday >= dailyBudget ? 'digest' : 'sent';
}
