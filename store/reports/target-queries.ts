import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import type { Target } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { findRow } from '../statements/rows.js';

/** Identifies a target: whose, which month, which metric; there is at most one of each. */
export type TargetKey = Pick<Target, 'scope' | 'ownerId' | 'month' | 'metric'>;

/** A target's value, and who set it when. */
export type TargetValue = Pick<Target, 'value' | 'stretch' | 'setBy' | 'setAt'>;

/** Finds a target, cancelled ones (value 0) included, or undefined if it was never set. */
export async function findTarget(db: Db, key: TargetKey): Promise<Target | undefined> {
  const { scope, ownerId, month, metric } = key;
  return await findRow(db, db.t.targets, { month, scope, ownerId, metric });
}

/** Lists the targets of the months `from` to `to` ('2026-11', both included); cancelled ones are left out. */
export async function targetsOf(db: Db, months: { from: string; to: string }): Promise<Target[]> {
  return (await ofMonths(db, months)).filter((target) => target.value > 0);
}

const ofMonths = compiled<{ from: string; to: string }>()(({ q, t: { targets } }, param) =>
  q
    .select()
    .from(targets)
    .where(and(gte(targets.month, param.from), lte(targets.month, param.to)))
    .orderBy(asc(targets.month), asc(targets.id)),
);

/** Lists the targets of months as of `at`, from the event log; changes undone since are ignored. */
export async function targetsAt(db: Db, months: { from: string; to: string }, at: Date): Promise<Target[]> {
  const now = await ofMonths(db, months);
  const later = now.filter((target) => target.setAt > at).map(({ id }) => id);
  const before = await factsBefore(db, later, at);
  return now
    .flatMap((target) => {
      if (target.setAt <= at) return [target];
      const facts = before.get(target.id);
      return facts ? [{ ...target, ...facts, setAt: new Date(facts.setAt) }] : [];
    })
    .filter((target) => target.value > 0);
}

/** Reads what the last change of each target by `at` made of it. */
async function factsBefore(db: Db, ids: string[], at: Date): Promise<Map<string, TargetValue>> {
  if (ids.length === 0) return new Map();
  const { events } = db.t;
  const rows = await db.q
    .select({ id: events.recordId, after: events.after })
    .from(events)
    .where(
      and(
        eq(events.recordType, 'target'),
        inArray(events.recordId, ids),
        lte(events.at, at),
        isNull(events.undoneAt),
      ),
    )
    .orderBy(asc(events.at), asc(events.id));
  return new Map(
    rows.map(({ id, after }) => {
      const { value, stretch, setBy, setAt } = after as unknown as TargetValue;
      return [id, { value, stretch, setBy, setAt }];
    }),
  );
}
