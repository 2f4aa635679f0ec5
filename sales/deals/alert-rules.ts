import { daysBetween } from '../../kernel/time/dates.js';
import { dayMs } from '../../kernel/time/moments.js';
import type { DealRule } from '../process/alert-rule-names.js';
import type { Process } from '../process/process-schema.js';

export type Alerts = Process['alerts'];

/** Why something is told: figures only, the words are the reader's. Amounts in minor units. */
export type AlertReason = Record<string, string | number | null>;

export interface AlertFinding {
  rule: DealRule;
  why: AlertReason;
}

const minorUnits = 100;

/** What one act did to a deal, as the log has it. */
export interface DealAct {
  kind: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}

/** What is worth telling of one act; `amount` is what the deal is worth now. */
export function findingsOf(act: DealAct, amount: number | null, alerts: Alerts): AlertFinding[] {
  const was = (key: string) => act.before?.[key];
  const is = (key: string) => act.after?.[key];
  const findings: AlertFinding[] = [];
  if (act.kind === 'deal.won') findings.push({ rule: 'won', why: { amount } });
  if (act.kind === 'deal.back')
    findings.push({ rule: 'back', why: { from: text(was('stage')), to: text(is('stage')) } });
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

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** So many contacts make a rhythm. */
const rhythmNeeds = 4;

/**
 * When silence becomes a risk: `factor` times the median gap between a customer's contacts after the last of them,
 * never before a week. Null where there are too few to tell a rhythm. Moments in any order.
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

/** Below this a week is too small to fall. */
const leastUsual = 5;

/** Whether the last week fell against the usual one, the mean of the weeks before; undefined while it did not. */
export function fallOf(
  last: number,
  before: readonly number[],
  percent: number,
): { usual: number; last: number; percent: number } | undefined {
  const usual = before.reduce((sum, week) => sum + week, 0) / Math.max(before.length, 1);
  if (before.length === 0 || usual < leastUsual) return undefined;
  const fall = Math.round(((usual - last) / usual) * 100);
  return fall >= percent ? { usual: Math.round(usual), last, percent: fall } : undefined;
}

/** From this chance on a deal counts for the forecast, percent. */
export const forecastFrom = 50;

/** What an open deal lacks to be forecast; `today` is the owner's day. */
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

/** What becomes of an alert that is due: told at once, kept for the day's list, or only noted. */
export function outlet(
  mode: 'on' | 'shadow',
  reader: { sentToday: number; digestOnly: boolean },
  dailyBudget: number,
): 'sent' | 'digest' | 'none' {
  if (mode === 'shadow') return 'none';
  return reader.digestOnly || reader.sentToday >= dailyBudget ? 'digest' : 'sent';
}
