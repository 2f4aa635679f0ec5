import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, sum } from 'drizzle-orm';
import { closedDeals, isOfTeam, type Span, type TeamFilter } from '../reports/report-conditions.js';
import type { DealForecast, Forecast, ForecastCall } from '../schema/row-types.js';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { pagesOf } from '../statements/pages.js';
import { insertRow, updateRow } from '../statements/rows.js';

export type ForecastCategory = 'commit' | 'best' | 'pipeline' | 'omit';

/** Stores the model trained at `asOf`, unless one of that moment is stored. */
export async function saveForecastModel(tx: Db, asOf: Date, body: object): Promise<void> {
  if (await modelBetween(tx, { from: asOf, to: asOf })) return;
  await insertRow(tx, tx.t.forecastModels, { id: newId(), asOf, body });
}

/** Finds the latest model trained in [from, to], or undefined. */
export async function modelBetween(
  db: Db,
  { from, to }: { from: Date; to: Date },
): Promise<{ asOf: Date; body: object } | undefined> {
  const { forecastModels: models } = db.t;
  const [row] = await db.q
    .select({ asOf: models.asOf, body: models.body })
    .from(models)
    .where(and(gte(models.asOf, from), lte(models.asOf, to)))
    .orderBy(desc(models.asOf))
    .limit(atMost(1));
  return row;
}

/** Sums the amount won in a span, in minor units. */
export async function wonIn(db: Db, span: Span & { ownerId?: string }): Promise<number> {
  const [row] = await wonSum(db, span);
  return row?.amount ?? 0;
}

const wonSum = compiled<Span & { ownerId?: string }>()((db, param) => {
  const { deals } = db.t;
  return db.q
    .select({ deals: count(), amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(and(closedDeals(db, param), eq(deals.status, 'won'), eqIfGiven(deals.ownerId, param.ownerId)));
});

/** Counts the deals won in a span and sums their amount (minor units). */
export async function wonDeals(
  db: Db,
  span: Span & { ownerId?: string },
): Promise<{ deals: number; amount: number }> {
  const [row] = await wonSum(db, span);
  return { deals: Number(row?.deals ?? 0), amount: row?.amount ?? 0 };
}

/** Stores forecasts of open deals; an earlier forecast of the same moment stays. */
export async function noteDealForecasts(tx: Db, rows: readonly DealForecast[]): Promise<void> {
  for (const some of pagesOf(rows)) await tx.q.insert(tx.t.dealForecasts).values(some).onConflictDoNothing();
}

/** Stores the forecast of a period; an earlier forecast of the same moment stays. */
export async function noteForecast(tx: Db, row: Omit<Forecast, 'became'>): Promise<void> {
  await tx.q
    .insert(tx.t.forecasts)
    .values({ ...row, became: null })
    .onConflictDoNothing();
}

/**
 * Lists deal forecasts since `since` whose `withinMs` window ended by `by`: the predicted probability `p`
 * (0–1) and whether the deal was won in the window.
 */
export async function pastDealForecasts(
  db: Db,
  { since, by, withinMs }: { since: Date; by: Date; withinMs: number },
): Promise<{ p: number; happened: boolean }[]> {
  const { dealForecasts, deals } = db.t;
  const rows = await db.q
    .select({
      at: dealForecasts.at,
      soon: dealForecasts.soon,
      status: deals.status,
      closedAt: deals.closedAt,
    })
    .from(dealForecasts)
    .innerJoin(deals, eq(deals.id, dealForecasts.dealId))
    .where(and(gte(dealForecasts.at, since), lte(dealForecasts.at, new Date(by.getTime() - withinMs))));
  return rows.map(({ at, soon, status, closedAt }) => ({
    p: soon / 1000,
    happened: status === 'won' && closedAt !== null && closedAt.getTime() <= at.getTime() + withinMs,
  }));
}

/** Lists forecasts of periods that ended by `by` and have no result yet. */
export async function toSettle(db: Db, by: Date, limit: number): Promise<Forecast[]> {
  const { forecasts } = db.t;
  return await db.q
    .select()
    .from(forecasts)
    .where(and(isNull(forecasts.became), lte(forecasts.until, by)))
    .orderBy(asc(forecasts.until), asc(forecasts.at))
    .limit(atMost(limit));
}

/** Stores what a forecast period came to (minor units). */
export async function settleForecast(
  tx: Db,
  { teamId, period, at }: Forecast,
  became: number,
): Promise<void> {
  await updateRow(tx, tx.t.forecasts, { teamId, period, at }, { became });
}

/** Lists a team's forecasts of a period, earliest first. */
export async function forecastsOf(db: Db, teamId: string, period: string): Promise<Forecast[]> {
  const { forecasts } = db.t;
  return await db.q
    .select()
    .from(forecasts)
    .where(and(eq(forecasts.teamId, teamId), eq(forecasts.period, period)))
    .orderBy(asc(forecasts.at));
}

/** Lists the first forecast of each of the team's last `limit` settled periods. */
export async function settledForecasts(db: Db, teamId: string, limit: number): Promise<Forecast[]> {
  const { forecasts } = db.t;
  const rows = await db.q
    .select()
    .from(forecasts)
    .where(and(eq(forecasts.teamId, teamId), gte(forecasts.became, 0)))
    .orderBy(desc(forecasts.until), asc(forecasts.at))
    .limit(atMost(limit * 20));
  const first = new Map(rows.map((row) => [row.period, row]));
  for (const row of rows) {
    const known = first.get(row.period);
    if (known && row.at < known.at) first.set(row.period, row);
  }
  return [...first.values()].slice(0, limit);
}

/** Finds the latest forecast call of a person, or of a team's manager, for a period by `at`, or undefined. */
export async function callOf(
  db: Db,
  {
    period,
    teamId,
    personId,
    at,
  }: { period: string; teamId: string | null; personId: string | null; at: Date },
): Promise<ForecastCall | undefined> {
  const { calls } = db.t;
  const [row] = await db.q
    .select()
    .from(calls)
    .where(
      and(
        eq(calls.period, period),
        teamId === null ? isNull(calls.teamId) : eq(calls.teamId, teamId),
        personId === null ? isNull(calls.personId) : eq(calls.personId, personId),
        lte(calls.createdAt, at),
      ),
    )
    .orderBy(desc(calls.createdAt))
    .limit(atMost(1));
  return row;
}

/**
 * Sums the latest calls of the teams' people for a period by `at` (minor units), or null if nobody called.
 */
export async function personCalls(
  db: Db,
  { period, teamId, at }: { period: string; teamId?: TeamFilter; at: Date },
): Promise<number | null> {
  const { calls } = db.t;
  const rows = await db.q
    .select()
    .from(calls)
    .where(and(eq(calls.period, period), isNotNull(calls.personId), lte(calls.createdAt, at)))
    .orderBy(asc(calls.createdAt));
  const last = new Map(
    rows.filter((row) => isOfTeam(row.teamId, teamId)).map((row) => [row.personId, row.commit]),
  );
  return last.size === 0 ? null : [...last.values()].reduce((sum, commit) => sum + commit, 0);
}
