import type { Note, PoolGround } from '../commands/acts/pool.js';
import type { Db } from '../store/db.js';
import { appendEvent } from '../store/events.js';
import type { JobContext } from './context.js';

/** What a return by the clock depends on; `key` names the act. */
export const groundOf = (tx: Db, ctx: JobContext, moment: Date, key: string): PoolGround => ({
  ...ctx,
  db: tx,
  moment,
  key,
});

/** Lines of the log in nobody's name. */
export const notedByClock =
  (tx: Db, at: Date, actId: string): Note =>
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
