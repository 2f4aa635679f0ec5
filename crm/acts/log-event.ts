import { appendEvent } from '../../store/activity/event-queries.js';
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
  /** What nobody could answer. */
  | 'question'
  /** A step of somebody new. */
  | 'firstStep'
  /** A customer worked on together: its id; the person is among the facts. */
  | 'collaborator'
  /** A slice kept under a name. */
  | 'savedReport'
  | 'meeting'
  /** A name that a correction taught. */
  | 'learntName'
  /** Figures that were taken out as a file: stays. */
  | 'export'
  /** Two people made one: stays. */
  | 'accounts';

type Facts = Record<string, unknown>;

/**
 * Writes one line of the log: every act of a person goes through here, so that audit and undo see all of it.
 * `before` null: it was created; else both hold the facts that changed.
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

/** The facts of `record` that `change` replaces, as they were. */
export function factsBefore<T extends object>(record: T, change: Partial<T>): Facts {
  const keys = Object.keys(change) as (keyof T & string)[];
  return Object.fromEntries(keys.map((key) => [key, record[key]]));
}
