import { type EnteredLeave, type Leave, leavesFrom } from '../../sales/people/away.js';
import { eventsOf } from '../activity/event-queries.js';
import type { Db } from '../statements/db.js';

/** Latest changes of a person among which their leaves are looked for. */
const looked = 300;

/** Lists when a person was, is or will be on leave, oldest first. */
export async function leavesOf(db: Db, personId: string): Promise<Leave[]> {
  const events = await eventsOf(db, 'person', personId, looked);
  const entered = events
    .filter(({ kind, undoneAt }) => kind === 'person.away' && !undoneAt)
    .map(({ at, after }): EnteredLeave => {
      const { awayFrom, awayUntil } = (after ?? {}) as Record<string, string | number | null>;
      const moment = (value: string | number | null | undefined) => (value ? new Date(value) : null);
      return { at, from: moment(awayFrom), until: moment(awayUntil) };
    });
  return leavesFrom(entered.reverse());
}
