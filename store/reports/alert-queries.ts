import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  sql,
  sum,
} from 'drizzle-orm';
import type { Tables } from '../schema/pg-tables.js';
import type { Alert } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { forever } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { insertRow, updateRow } from '../statements/rows.js';
import { countTotal } from '../statements/total.js';

export type NewAlert = Omit<Alert, 'id' | 'digestedAt' | 'actedAt' | 'judgedAt'>;

/** Stores an alert; false if its occurrence was stored before. */
export async function noteAlert(tx: Db, given: NewAlert): Promise<boolean> {
  const { alerts } = tx.t;
  const [known] = await tx.q
    .select({ id: alerts.id })
    .from(alerts)
    .where(eq(alerts.dedupeKey, given.dedupeKey));
  if (known) return false;
  await insertRow(tx, alerts, { ...given, id: newId(), digestedAt: null, actedAt: null, judgedAt: null });
  return true;
}

/** Counts the alerts sent to a person on their own since `since`. */
export async function alertsSentSince(db: Db, personId: string, since: Date): Promise<number> {
  const { alerts } = db.t;
  const rows = await db.q
    .select({ all: count() })
    .from(alerts)
    .where(and(eq(alerts.personId, personId), eq(alerts.sent, 'sent'), gte(alerts.at, since)));
  return countTotal(rows);
}

/** Lists alerts waiting for a person's digest, the largest value first. */
export async function waitingFor(db: Db, personId: string, until: Date, limit: number): Promise<Alert[]> {
  const { alerts } = db.t;
  return await db.q
    .select()
    .from(alerts)
    .where(
      and(
        eq(alerts.personId, personId),
        eq(alerts.sent, 'digest'),
        lte(alerts.at, until),
        isNull(alerts.digestedAt),
      ),
    )
    .orderBy(desc(sql`coalesce(${alerts.value}, 0)`), asc(alerts.at))
    .limit(atMost(limit));
}

/** Marks alerts as sent in a digest at `at`. */
export async function markDigested(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  const { alerts } = tx.t;
  await tx.q
    .update(alerts)
    .set({ digestedAt: at })
    .where(inArray(alerts.id, [...ids]));
}

/** Lists alerts whose time to act ended by `until` and that were not judged yet. */
export async function alertsToJudge(db: Db, until: Date, limit: number): Promise<Alert[]> {
  const { alerts } = db.t;
  return await db.q
    .select()
    .from(alerts)
    .where(and(isNotNull(alerts.judgeAt), lte(alerts.judgeAt, until)))
    .orderBy(asc(alerts.judgeAt))
    .limit(atMost(limit));
}

/** Finds when somebody first acted on a record in (from, to], or null; what jobs do is not counted. */
export async function actedOn(
  db: Db,
  record: Pick<Alert, 'recordType' | 'recordId'>,
  from: Date,
  to: Date,
): Promise<Date | null> {
  const { events } = db.t;
  const [row] = await db.q
    .select({ at: events.at })
    .from(events)
    .where(
      and(
        eq(events.recordType, record.recordType),
        eq(events.recordId, record.recordId),
        gt(events.at, from),
        lte(events.at, to),
        isNotNull(events.personId),
        isNull(events.undoneAt),
      ),
    )
    .orderBy(asc(events.at))
    .limit(atMost(1));
  return row?.at ?? null;
}

/** Judges an alert: stores when it was acted on, or null. */
export async function judgeAlert(tx: Db, id: string, actedAt: Date | null, at: Date): Promise<void> {
  await updateRow(tx, tx.t.alerts, { id }, { actedAt, judgedAt: at, judgeAt: null });
}

export interface RuleStats {
  rule: string;
  /** Sent on its own or in a digest. */
  told: number;
  shadow: number;
  judged: number;
  acted: number;
}

/** Counts per rule, since `since`: alerts sent, in test mode, judged, and acted on. */
export async function ruleStats(db: Db, since: Date, teams?: ReadonlySet<string>): Promise<RuleStats[]> {
  const { alerts } = db.t;
  const countIf = (condition: ReturnType<typeof sql>) =>
    sum(sql`case when ${condition} then 1 else 0 end`).mapWith(Number);
  const rows = await db.q
    .select({
      rule: alerts.rule,
      told: countIf(sql`${alerts.mode} = 'on'`),
      shadow: countIf(sql`${alerts.mode} = 'shadow'`),
      judged: countIf(sql`${alerts.judgedAt} is not null`),
      acted: countIf(sql`${alerts.actedAt} is not null`),
    })
    .from(alerts)
    .where(and(gte(alerts.at, since), teams && inArray(alerts.teamId, [...teams])))
    .groupBy(alerts.rule);
  return rows.map((row) => ({
    ...row,
    told: row.told ?? 0,
    shadow: row.shadow ?? 0,
    judged: row.judged ?? 0,
    acted: row.acted ?? 0,
  }));
}

/** Lists a rule's latest alerts, newest first. */
export async function lastOfRule(
  db: Db,
  rule: string,
  limit: number,
  teams?: ReadonlySet<string>,
): Promise<Alert[]> {
  const { alerts } = db.t;
  return await db.q
    .select()
    .from(alerts)
    .where(and(eq(alerts.rule, rule), teams && inArray(alerts.teamId, [...teams])))
    .orderBy(desc(alerts.at))
    .limit(atMost(limit));
}

/** Lists events of `kinds` in (from, to] that were not undone, oldest first. */
export async function actsBetween(
  db: Db,
  kinds: readonly string[],
  from: Date,
  to: Date,
  limit: number,
): Promise<Tables['events']['$inferSelect'][]> {
  const { events } = db.t;
  return await db.q
    .select()
    .from(events)
    .where(
      and(inArray(events.kind, [...kinds]), gt(events.at, from), lte(events.at, to), isNull(events.undoneAt)),
    )
    .orderBy(asc(events.at), asc(events.id))
    .limit(atMost(limit));
}

/** Lists the moments of a customer's last follow-ups, newest first. */
export async function contactMoments(db: Db, customerId: string, limit: number): Promise<Date[]> {
  const { followUps } = db.t;
  const rows = await db.q
    .select({ at: followUps.at })
    .from(followUps)
    .where(and(eq(followUps.customerId, customerId), eq(followUps.undone, false)))
    .orderBy(desc(followUps.at))
    .limit(atMost(limit));
  return rows.map(({ at }) => at);
}

/** Lists customers whose silence has become a risk by `until`, earliest first. */
export async function silentCustomers(
  db: Db,
  until: Date,
  limit: number,
): Promise<Tables['customers']['$inferSelect'][]> {
  const { customers } = db.t;
  return await db.q
    .select()
    .from(customers)
    .where(and(isNotNull(customers.silentAt), lte(customers.silentAt, until)))
    .orderBy(asc(customers.silentAt))
    .limit(atMost(limit));
}

/** Lists open deals of `stages` without an amount or a valid close date, largest amount first. */
export async function deficientDeals(
  db: Db,
  stages: readonly string[],
  today: string,
  limit: number,
): Promise<Tables['deals']['$inferSelect'][]> {
  const { deals, dealVersions: versions } = db.t;
  if (stages.length === 0) return [];
  const rows = await db.q
    .select({ deal: deals })
    .from(versions)
    .innerJoin(deals, eq(deals.id, versions.dealId))
    .where(
      and(
        eq(versions.status, 'open'),
        eq(versions.validTo, forever),
        inArray(versions.stage, [...stages]),
        or(
          and(isNull(versions.amount), isNull(versions.told)),
          isNull(versions.closeDate),
          lt(versions.closeDate, today),
        ),
        ne(deals.status, 'lost'),
      ),
    )
    .orderBy(desc(sql`coalesce(${deals.amount}, 0)`), asc(deals.no))
    .limit(atMost(limit));
  return rows.map(({ deal }) => deal);
}
