import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, sum } from 'drizzle-orm';
import { closedDeals, isOfTeam, type Span, type TeamFilter } from '../reports/report-conditions.js';
import type { DealForecast, Forecast, ForecastCall } from '../schema/row-types.js';
import { compiled, eqIfGiven } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { atMost } from '../statements/limit.js';
import { insertRow, updateRow } from '../statements/rows.js';

export type ForecastCategory = 'commit' | 'best' | 'pipeline' | 'omit';

/** Keeps what was learnt by a moment, once. */
export async function keepModel(tx: Db, asOf: Date, body: object): Promise<void> {
  if (await modelBetween(tx, { from: asOf, to: asOf })) return;
  await insertRow(tx, tx.t.forecastModels, { id: newId(), asOf, body });
}

/** The last that was learnt in a span. */
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

/** What was won in a span, in minor units. */
export async function wonIn(db: Db, span: Span & { ownerId?: string }): Promise<number> {
  const [row] = await wonSum(db, span);
  return row?.amount ?? 0;
}

const wonSum = compiled<Span & { ownerId?: string }>()((db, hole) => {
  const { deals } = db.t;
  return db.q
    .select({ deals: count(), amount: sum(deals.amount).mapWith(Number) })
    .from(deals)
    .where(and(closedDeals(db, hole), eq(deals.status, 'won'), eqIfGiven(deals.ownerId, hole.ownerId)));
});

/** How many deals were won in a span, and their sum in minor units. */
export async function wonDeals(
  db: Db,
  span: Span & { ownerId?: string },
): Promise<{ deals: number; amount: number }> {
  const [row] = await wonSum(db, span);
  return { deals: Number(row?.deals ?? 0), amount: row?.amount ?? 0 };
}

const page = 500;

/** Notes what is told of open deals; what was noted of the same moment before stays. */
export async function noteDealForecasts(tx: Db, rows: readonly DealForecast[]): Promise<void> {
  for (let from = 0; from < rows.length; from += page)
    await tx.q
      .insert(tx.t.dealForecasts)
      .values(rows.slice(from, from + page))
      .onConflictDoNothing();
}

/** Notes what is told of a period; what was noted of the same moment before stays. */
export async function noteForecast(tx: Db, row: Omit<Forecast, 'became'>): Promise<void> {
  await tx.q
    .insert(tx.t.forecasts)
    .values({ ...row, became: null })
    .onConflictDoNothing();
}

/** What was told of deals since a moment, of which it is known by now whether they were won within so many days. */
export async function toldOfDeals(
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

/** Forecasts of periods that are over and not settled yet. */
export async function toSettle(db: Db, by: Date, limit: number): Promise<Forecast[]> {
  const { forecasts } = db.t;
  return await db.q
    .select()
    .from(forecasts)
    .where(and(isNull(forecasts.became), lte(forecasts.until, by)))
    .orderBy(asc(forecasts.until), asc(forecasts.at))
    .limit(atMost(limit));
}

export async function settleForecast(
  tx: Db,
  { teamId, period, at }: Forecast,
  became: number,
): Promise<void> {
  await updateRow(tx, tx.t.forecasts, { teamId, period, at }, { became });
}

/** What was told of a period, the earliest first. */
export async function forecastsOf(db: Db, teamId: string, period: string): Promise<Forecast[]> {
  const { forecasts } = db.t;
  return await db.q
    .select()
    .from(forecasts)
    .where(and(eq(forecasts.teamId, teamId), eq(forecasts.period, period)))
    .orderBy(asc(forecasts.at));
}

/** What was told first of each of the last periods that are over. */
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

/** What a person, or a team's manager, said last of a period by a moment. */
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

/** What the people of teams said last of a period by a moment, added up; null where nobody said anything. */
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

export async function noteCall(tx: Db, given: Omit<ForecastCall, 'id' | 'version'>): Promise<ForecastCall> {
  const row = { ...given, id: newId(), version: 1 };
  await insertRow(tx, tx.t.calls, row);
  return row;
}
