import type { PoolGround, PoolNote } from '../../crm/acts/return-to-pool.js';
import type { Db } from '../../store/statements/db.js';
import { appendEvent } from '../../store/unit/rows/event-rows.js';
import type { JobContext } from '../shared/job-context.js';

/** What a return by the clock depends on; `key` identifies the act. */
export const clockPoolGround = (tx: Db, ctx: JobContext, moment: Date, key: string): PoolGround => ({
  ...ctx,
  db: tx,
  moment,
  key,
});

/** Logs events that no person did. */
export const notedByClock =
  (tx: Db, at: Date, actId: string): PoolNote =>
  (kind, record, before, after, why) =>
    appendEvent(tx, {
      actId,
      at,
      kind,
      personId: null,
      recordType: record.type,
      recordId: record.id,
      before,
      after,
      words: why ?? null,
      origin: 'clock',
    });
