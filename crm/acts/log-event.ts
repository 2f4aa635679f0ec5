import { appendEvent } from '../../store/unit/rows/event-rows.js';
import type { Context } from '../access/context.js';

export type RecordType =
  | 'approval'
  | 'dispute'
  | 'target'
  | 'process'
  | 'customer'
  | 'contact'
  | 'lead'
  | 'deal'
  | 'followUp'
  | 'task'
  | 'person'
  | 'team'
  | 'place'
  | 'call'
  | 'article'
  /** A question that nobody could answer. */
  | 'question'
  /** A new colleague's onboarding step. */
  | 'firstStep'
  /** A customer shared with a colleague: its id; the facts hold the person. */
  | 'collaborator'
  /** A slice saved under a name. */
  | 'savedReport'
  | 'meeting'
  /** A name that a correction taught. */
  | 'learntName'
  /** Figures exported as a file; undo does not revert it. */
  | 'export'
  /** Two people linked into one; undo does not revert it. */
  | 'accounts';

type Facts = Record<string, unknown>;

/**
 * Writes one event to the log. Every act of a person goes through here, so that audit and undo see all of
 * them. `before` is null for a creation; otherwise both hold the changed facts.
 */
export async function logEvent(
  ctx: Context,
  kind: string,
  record: { type: RecordType; id: string },
  before: Facts | null,
  after: Facts | null,
): Promise<void> {
  await appendEvent(ctx.db, {
    actId: ctx.actId,
    at: ctx.now,
    kind,
    personId: ctx.person.id,
    recordType: record.type,
    recordId: record.id,
    before,
    after,
    words: ctx.words,
    origin: ctx.platform,
  });
}

/** Returns the former values of the facts that `change` replaces in `record`. */
export function factsBefore<T extends object>(record: T, change: Partial<T>): Facts {
  const keys = Object.keys(change) as (keyof T & string)[];
  return Object.fromEntries(keys.map((key) => [key, record[key]]));
}
