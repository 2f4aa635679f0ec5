import { zonedIn } from '../../crm/words/zoned-dates.js';
import { startOfDay } from '../../kernel/time/zone.js';
import { type AlertReason, alertOutlet } from '../../sales/deals/alert-rules.js';
import { endOfWorkday } from '../../sales/deals/stall-rules.js';
import type { AlertRule } from '../../sales/process/alert-rule-names.js';
import type { Zoned } from '../../sales/time/calendar.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import { alertsSentSince, noteAlert } from '../../store/reports/alert-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { alertCard, alertSubject } from './alert-card.js';
import { channelsOf, habitsOf, notifyChannels, notifyPerson, placeFor, readerOf } from './deliver.js';
import type { JobContext } from './job-context.js';

/** Workdays within which somebody should act on an alert. */
const actWithinDays = 2;

/** Returns the moment by which somebody should act on an alert. */
export const actBy = ({ process, calendar }: JobContext, at: Date, zoned: Zoned): Date =>
  endOfWorkday(at, actWithinDays, process, calendar, zoned);

export interface AlertToNotify {
  rule: AlertRule;
  /** Identifies the occurrence; the rule is put in front. */
  key: string;
  recordType: 'deal' | 'customer' | 'person' | 'team';
  recordId: string;
  to: Person | undefined;
  teamId: string | null;
  /** In minor units. */
  value: number | null;
  why: AlertReason;
  /** True if the alert is posted to the team's channels as well. */
  isNews?: boolean;
  /** True if the alert is only listed in the day's digest. */
  isMinor?: boolean;
}

/** Rules whose alerts are judged by whether somebody acted. */
const judged: AlertRule[] = ['slipped', 'cut', 'back', 'silent', 'incomplete'];

/**
 * Sends an alert once: to the person at once or in the day's digest, and to the team's channels if it is
 * news; in test mode only stores it. Returns how it was sent, or undefined if it was sent before or the rule
 * is off.
 */
export async function notifyAlert(
  tx: Db,
  ctx: JobContext,
  alert: AlertToNotify,
  at: Date,
): Promise<'sent' | 'digest' | 'none' | undefined> {
  const { rule, to, recordType, recordId, teamId, value, why } = alert;
  const { mode } = ctx.process.alerts[rule];
  if (mode === 'off' || (!to && !alert.isNews)) return undefined;
  const subject = await alertSubject(tx, alert);
  if (!subject) return undefined;
  const zone = to ? habitsOf(ctx, to).zone : ctx.timeZone;
  const sentToday = to ? await alertsSentSince(tx, to.id, startOfDay(at, zone)) : 0;
  // Whoever chose an hour for all notices gets the alerts in that list.
  const isListed = to?.digestAt && mode === 'on';
  const how = isListed
    ? 'sent'
    : alert.isMinor && mode === 'on'
      ? 'digest'
      : alertOutlet(mode, { sentToday, digestOnly: to?.digestOnly ?? false }, ctx.process.alerts.dailyBudget);
  const judgeAt = judged.includes(rule) ? actBy(ctx, at, zonedIn(zone)) : null;
  const dedupeKey = `${rule}:${alert.key}`;
  const isNowhere = to !== undefined && how === 'sent' && !(await placeFor(tx, to, 'stall'));
  if (isNowhere && !(alert.isNews && teamId)) {
    // It has alerted nobody: it waits until the person can be reached, and is no alert until then.
    const card = alertCard(ctx, await readerOf(tx, ctx, to), rule, subject, why);
    await notifyPerson(tx, ctx, to, 'stall', { key: `alert:${dedupeKey}`, card, waits: true });
    return undefined;
  }
  const given = { dedupeKey, rule, mode, recordType, recordId, personId: to?.id ?? null, teamId, value, why };
  if (!(await noteAlert(tx, { ...given, sent: how, at, judgeAt }))) return undefined;
  if (mode === 'shadow') return how;
  if (to && how === 'sent') {
    const card = alertCard(ctx, await readerOf(tx, ctx, to), rule, subject, why);
    await notifyPerson(tx, ctx, to, 'stall', { key: `alert:${dedupeKey}`, card, waits: true });
  }
  if (alert.isNews && teamId) await tellNews(tx, ctx, teamId, alert, subject, dedupeKey);
  return how;
}

async function tellNews(
  tx: Db,
  ctx: JobContext,
  teamId: string,
  { rule, why }: AlertToNotify,
  subject: Parameters<typeof alertCard>[3],
  key: string,
): Promise<void> {
  const team = await teamById(tx, teamId);
  if (!team) return;
  for (const channels of await channelsOf(tx, ctx, team, 'win')) {
    const card = alertCard(ctx, channels.reader, rule, subject, why);
    await notifyChannels(tx, ctx, channels, { key: `news:${key}`, card });
  }
}

/** Finds the manager of a team, or undefined. */
export async function managerOf(tx: Db, teamId: string | null): Promise<Person | undefined> {
  const team = teamId ? await teamById(tx, teamId) : undefined;
  return team?.managerId ? await personById(tx, team.managerId) : undefined;
}
