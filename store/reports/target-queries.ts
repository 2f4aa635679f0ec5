import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import type { Target } from '../schema/row-types.js';
import { compiled } from '../statements/compiled.js';
import type { Db } from '../statements/db.js';
import { newId } from '../statements/ids.js';
import { insertRow, updateRow } from '../statements/rows.js';

/** Whose it is, of which month, and what is counted: there is one target of each. */
export type TargetKey = Pick<Target, 'scope' | 'ownerId' | 'month' | 'metric'>;

/** What a target is set to, and by whom. */
export type TargetValue = Pick<Target, 'value' | 'stretch' | 'setBy' | 'setAt'>;

/** The target of a key, a cancelled one (value 0) as well; undefined where none was ever set. */
export async function findTarget(db: Db, key: TargetKey): Promise<Target | undefined> {
  const { scope, ownerId, month, metric } = key;
  return (await one(db, { scope, ownerId, month, metric }))[0];
}

const one = compiled<TargetKey>()(({ q, t: { targets } }, hole) =>
  q
    .select()
    .from(targets)
    .where(
      and(
        eq(targets.month, hole.month),
        eq(targets.scope, hole.scope),
        eq(targets.ownerId, hole.ownerId),
        eq(targets.metric, hole.metric),
      ),
    ),
);

export async function createTarget(tx: Db, key: TargetKey, value: TargetValue): Promise<Target> {
  const { scope, ownerId, month, metric } = key;
  const target: Target = { id: newId(), scope, ownerId, month, metric, ...value };
  await insertRow(tx, tx.t.targets, target);
  return target;
}

export async function changeTarget(tx: Db, id: string, value: TargetValue): Promise<void> {
  await updateRow(tx, tx.t.targets, { id }, value);
}

/** Every target of some months in a row, both named ones included. */
export async function targetsOf(db: Db, months: { from: string; to: string }): Promise<Target[]> {
  return (await ofMonths(db, months)).filter((target) => target.value > 0);
}

const ofMonths = compiled<{ from: string; to: string }>()(({ q, t: { targets } }, hole) =>
  q
    .select()
    .from(targets)
    .where(and(gte(targets.month, hole.from), lte(targets.month, hole.to)))
    .orderBy(asc(targets.month), asc(targets.id)),
);

/** The same as they were at a past moment, by the log; what was taken back since was never so. */
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

/** What the last change of each target before a moment made of it. */
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

/** The targets of one person become another's, where that one has none of the kind. */
export async function moveTargets(tx: Db, fromId: string, intoId: string): Promise<void> {
  const { targets } = tx.t;
  const own = await tx.q.select().from(targets).where(eq(targets.ownerId, fromId));
  for (const target of own) {
    const taken = await findTarget(tx, { ...target, ownerId: intoId });
    if (!taken) await updateRow(tx, targets, { id: target.id }, { ownerId: intoId });
  }
}
