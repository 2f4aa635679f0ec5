import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { JobSlot } from '../schema/row-types.js';
import type { Db } from '../statements/db.js';

/** A time so much later than now was written while the clock was ahead, in ms. */
const aheadMs = 60_000;

/**
 * Claims a job slot by one guarded upsert, so that one of N processes runs it; false if it was claimed
 * before.
 */
export async function claimSlot(
  tx: Db,
  job: string,
  scope: string,
  slotAt: Date,
  now: Date,
): Promise<boolean> {
  const { jobSlots } = tx.t;
  const lateMinutes = Math.max(0, Math.floor((now.getTime() - slotAt.getTime()) / 60_000));
  const fresh = { slotAt, startedAt: now, finishedAt: null, lateMinutes, counts: null, error: null };
  const rows = await tx.q
    .insert(jobSlots)
    .values({ job, scope, ...fresh })
    .onConflictDoUpdate({
      target: [jobSlots.job, jobSlots.scope],
      set: fresh,
      // A slot of the future was claimed while the clock was ahead.
      setWhere: or(lt(jobSlots.slotAt, slotAt), gt(jobSlots.slotAt, new Date(now.getTime() + aheadMs))),
    })
    .returning({ job: jobSlots.job });
  return rows.length > 0;
}

/** Records the result of a slot's run. */
export async function finishSlot(
  tx: Db,
  job: string,
  scope: string,
  result: { finishedAt: Date; counts: Record<string, number> | null; error: string | null },
): Promise<void> {
  const { jobSlots } = tx.t;
  await tx.q
    .update(jobSlots)
    .set(result)
    .where(and(eq(jobSlots.job, job), eq(jobSlots.scope, scope)));
}

/** Lists the latest slot of each job and scope. */
export async function lastSlots(db: Db): Promise<JobSlot[]> {
  return await db.q.select().from(db.t.jobSlots);
}

/**
 * Takes over a slot that was started but not finished (its process died or its run failed); false if another
 * process was faster.
 */
export async function retakeSlot(tx: Db, slot: JobSlot, now: Date): Promise<boolean> {
  const { jobSlots } = tx.t;
  const rows = await tx.q
    .update(jobSlots)
    // Clears the error while the job runs, or another process would also take it over.
    .set({ startedAt: now, error: null })
    .where(
      and(
        eq(jobSlots.job, slot.job),
        eq(jobSlots.scope, slot.scope),
        eq(jobSlots.slotAt, slot.slotAt),
        eq(jobSlots.startedAt, slot.startedAt),
        isNull(jobSlots.finishedAt),
      ),
    )
    .returning({ job: jobSlots.job });
  return rows.length > 0;
}

/** Records a failed run; the slot stays open for another attempt. */
export async function failSlot(
  tx: Db,
  slot: Pick<JobSlot, 'job' | 'scope'>,
  failure: { error: string; attempts: number },
): Promise<void> {
  const { jobSlots } = tx.t;
  await tx.q
    .update(jobSlots)
    .set({ error: failure.error, counts: { attempts: failure.attempts } })
    .where(and(eq(jobSlots.job, slot.job), eq(jobSlots.scope, slot.scope)));
}
