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

/** Notes an alert; false where that occurrence was noted before. */
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

/** How many alerts went to a person by themselves since a moment. */
export async function alertsSentSince(db: Db, personId: string, since: Date): Promise<number> {
  const { alerts } = db.t;
  const rows = await db.q
    .select({ all: count() })
    .from(alerts)
    .where(and(eq(alerts.personId, personId), eq(alerts.sent, 'sent'), gte(alerts.at, since)));
  return countTotal(rows);
}

/** What waits for a person's list, the most at stake first. */
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

export async function markDigested(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  const { alerts } = tx.t;
  await tx.q
    .update(alerts)
    .set({ digestedAt: at })
    .where(inArray(alerts.id, [...ids]));
}

/** Alerts whose time to be acted on is over and that were not judged yet. */
export async function alertsToJudge(db: Db, until: Date, limit: number): Promise<Alert[]> {
  const { alerts } = db.t;
  return await db.q
    .select()
    .from(alerts)
    .where(and(isNotNull(alerts.judgeAt), lte(alerts.judgeAt, until)))
    .orderBy(asc(alerts.judgeAt))
    .limit(atMost(limit));
}

/** Whether somebody acted on the record, and when first; what the clock does is no act. */
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

/** It is judged, and never again. */
export async function judge(tx: Db, id: string, actedAt: Date | null, at: Date): Promise<void> {
  await updateRow(tx, tx.t.alerts, { id }, { actedAt, judgedAt: at, judgeAt: null });
}

export interface RuleStats {
  rule: string;
  /** Told by itself or in a list. */
  told: number;
  shadow: number;
  judged: number;
  acted: number;
}

/** What each rule told, or would have told, since a moment, and how much of it was acted on. */
export async function ruleStats(db: Db, since: Date, teams?: ReadonlySet<string>): Promise<RuleStats[]> {
  const { alerts } = db.t;
  const one = (condition: ReturnType<typeof sql>) =>
    sum(sql`case when ${condition} then 1 else 0 end`).mapWith(Number);
  const rows = await db.q
    .select({
      rule: alerts.rule,
      told: one(sql`${alerts.mode} = 'on'`),
      shadow: one(sql`${alerts.mode} = 'shadow'`),
      judged: one(sql`${alerts.judgedAt} is not null`),
      acted: one(sql`${alerts.actedAt} is not null`),
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

/** The last of a rule. */
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

/** What people did in a span, of some kinds, in order; what was taken back left out. */
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

/** Moments of a customer's last follow-ups, the newest first. */
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

/** Says when a customer's silence becomes a risk; no version of it. */
export async function setSilentAt(tx: Db, customerId: string, silentAt: Date | null): Promise<void> {
  await updateRow(tx, tx.t.customers, { id: customerId }, { silentAt });
}

/** Customers whose silence has become a risk by then. */
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

/** Open deals of some stages that lack what a forecast needs, the largest first. */
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
        or(isNull(versions.amount), isNull(versions.closeDate), lt(versions.closeDate, today)),
        ne(deals.status, 'lost'),
      ),
    )
    .orderBy(desc(sql`coalesce(${deals.amount}, 0)`), asc(deals.no))
    .limit(atMost(limit));
  return rows.map(({ deal }) => deal);
}
