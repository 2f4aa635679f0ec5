import type { PoolDeps } from '../../crm/acts/return-to-pool.js';
import type { Db } from '../../store/statements/db.js';
import { type Unit, unitOfNobody } from '../../store/unit/unit.js';
import type { JobContext } from './job-context.js';

/** The unit of work of an act that no person does; `actId` identifies the act. */
export const clockUnit = (tx: Db, at: Date, actId: string): Unit => unitOfNobody(tx, at, 'clock', actId);

/** What a return to the pool by the clock depends on. */
export const clockPoolDeps = (tx: Db, ctx: JobContext, moment: Date, key: string): PoolDeps => ({
  ...ctx,
  db: tx,
  unit: clockUnit(tx, moment, key),
  moment,
  key,
});
