import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../statements/db.js';
import { atMost } from '../statements/limit.js';

/** Finds the onboarding steps a person took that leave no record (articles read, lists viewed). */
export async function firstStepsOf(db: Db, personId: string): Promise<Set<string>> {
  const { firstSteps } = db.t;
  const rows = await db.q
    .select({ step: firstSteps.step })
    .from(firstSteps)
    .where(eq(firstSteps.personId, personId));
  return new Set(rows.map(({ step }) => step));
}

/** Whether a person ever did an act of one of these kinds that was not undone. */
export async function hasDone(db: Db, personId: string, kinds: readonly string[]): Promise<boolean> {
  const { events } = db.t;
  const rows = await db.q
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.personId, personId), inArray(events.kind, [...kinds]), isNull(events.undoneAt)))
    .limit(atMost(1));
  return rows.length > 0;
}

/** Whether a person ever logged a follow-up together with a next step in one act. */
export async function hasPlannedNext(db: Db, personId: string): Promise<boolean> {
  const { events } = db.t;
  const by = (kind: string) =>
    and(eq(events.personId, personId), eq(events.kind, kind), isNull(events.undoneAt));
  const planned = db.q.select({ actId: events.actId }).from(events).where(by('task.created'));
  const rows = await db.q
    .select({ id: events.id })
    .from(events)
    .where(and(by('followUp.created'), inArray(events.actId, planned)))
    .limit(atMost(1));
  return rows.length > 0;
}
