import { and, gt, gte, isNull, lt, lte, type Placeholder } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from './db.js';

/** A value of a condition: given at once, or bound when the statement runs. */
type Given = Date | Placeholder;

/** The column lies in [from, to). */
export const within = (column: PgColumn, { from, to }: { from: Given; to: Given }) =>
  and(gte(column, from), lt(column, to));

/** Events that happened in [from, to) and were not undone. */
export const happenedIn = (events: Db['t']['events'], span: { from: Given; to: Given }) =>
  and(within(events.at, span), isNull(events.undoneAt));

/** The version of each deal that was in force at `at`. */
export const validAt = (versions: Db['t']['dealVersions'], at: Given) =>
  and(gt(versions.validTo, at), lte(versions.validFrom, at));
