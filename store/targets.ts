import { and, asc, eq, gt, gte, lte } from 'drizzle-orm';
import { compiled } from './compiled.js';
import type { Db } from './db.js';
import { newId } from './ids.js';
import { insertRow, updateRow } from './rows.js';
import type { Tables } from './tables.pg.js';

/** What somebody, a team or the company is to reach in a month. */
export type Target = Tables['targets']['$inferSelect'];

/** Whose it is, of which month, and what is counted: there is one target of each. */
export type TargetKey = Pick<Target, 'scope' | 'ownerId' | 'month' | 'metric'>;

/** What a target is set to, and by whom. */
export type TargetValue = Pick<Target, 'value' | 'stretch' | 'setBy' | 'setAt'>;

/** The target of a key, a cancelled one (value 0) as well; undefined where none was ever set. */
export async function targetOf(db: Db, key: TargetKey): Promise<Target | undefined> {
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
  return await ofMonths(db, months);
}

const ofMonths = compiled<{ from: string; to: string }>()(({ q, t: { targets } }, hole) =>
  q
    .select()
    .from(targets)
    .where(and(gte(targets.month, hole.from), lte(targets.month, hole.to), gt(targets.value, 0)))
    .orderBy(asc(targets.month), asc(targets.id)),
);

/** The targets of one person become another's, where that one has none of the kind. */
export async function moveTargets(tx: Db, fromId: string, intoId: string): Promise<void> {
  const { targets } = tx.t;
  const own = await tx.q.select().from(targets).where(eq(targets.ownerId, fromId));
  for (const target of own) {
    const taken = await targetOf(tx, { ...target, ownerId: intoId });
    if (!taken) await updateRow(tx, targets, { id: target.id }, { ownerId: intoId });
  }
}
