import { RuleError } from '../../kernel/command/errors.js';
import { isNumbered, recordNo } from '../../kernel/records/record-number.js';
import { eventsOf, eventsOfAct } from '../../store/activity/event-queries.js';
import type { Customer, Event, Target } from '../../store/schema/row-types.js';
import { constraintBroken } from '../../store/statements/db.js';
import {
  currentRecord,
  factsOf,
  isUndoable,
  isUsed,
  removeRecord,
  restoreRecord,
  type Undoable,
  unmergeCustomers,
} from '../../store/undo/undo-queries.js';
import type { Merge } from '../../store/unit/rows/customer-rows.js';
import { markUndone } from '../../store/unit/rows/event-rows.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { targetName } from '../cards/target-card.js';

/** Events that only follow from others: undo leaves them in place if later acts have overwritten them. */
const soft = new Set(['deal.followed', 'lead.followed', 'customer.followed', 'person.changed']);

/**
 * Undoes an act, its last event first: removes what it created and restores the facts it changed. Throws
 * RuleError, and writes nothing, if a later act has changed a record or built on it.
 */
export async function undoAct(ctx: Context, actId: string): Promise<Event[]> {
  const events = await eventsOfAct(ctx.db, actId);
  for (const event of [...events].reverse()) {
    if (isUndoable(event.recordType)) await undoEvent(ctx, event, event.recordType);
  }
  await markUndone(ctx.db, actId, ctx.now);
  return events;
}

async function undoEvent(ctx: Context, event: Event, type: Undoable): Promise<void> {
  // A deal's notes exist in the log alone, so marking the event as undone is enough.
  if (event.kind === 'deal.noted') return;
  const now = await currentRecord(ctx.db, type, event.recordId);
  const name = await recordName(ctx, type, now);
  const changedSince = () => new RuleError(textsIn(ctx.locale).work.undoChanged(name));
  if (!now) throw changedSince();
  if (event.kind === 'customer.merged') {
    await unmergeCustomers(ctx.db, now as Customer, event.after?.moved as Merge);
    return;
  }
  if (event.before === null) {
    const used = await isUsed(ctx.db, type, event.recordId);
    if (used || (await hasLaterEvents(ctx, event))) throw changedSince();
    try {
      await removeRecord(ctx.db, type, event.recordId);
    } catch (error) {
      // A record that no earlier act knew points here: a dispute, or a person who joined the team.
      throw constraintBroken(error)?.kind === 'reference' ? changedSince() : error;
    }
    return;
  }
  const { version, ...after } = factsOf(type, event.after ?? {});
  const same = Object.entries(after).every(
    ([key, value]) => JSON.stringify(now[key]) === JSON.stringify(value),
  );
  if (!same && soft.has(event.kind)) return;
  if (!same) throw changedSince();
  await restoreRecord(ctx.db, type, event.recordId, factsOf(type, event.before), ctx.now);
}

/** Events looked at per record; few acts touch a record within the undo minutes. */
const looked = 50;

/** Tells whether a later act has changed what the event's act created. */
async function hasLaterEvents(ctx: Context, { actId, recordType, recordId }: Event): Promise<boolean> {
  const events = await eventsOf(ctx.db, recordType, recordId, looked);
  return events.some((event) => event.actId !== actId && event.undoneAt === null && !soft.has(event.kind));
}

/** Names the record in a person's words; a target by its owner, month and metric. */
export async function recordName(
  ctx: Context,
  type: Undoable,
  record: Record<string, unknown> | undefined,
): Promise<string> {
  return type === 'target' && record ? await targetName(ctx, record as Target) : nameOf(type, record);
}

/** Returns 'D-12', or the name of a record that has no number. */
export function nameOf(type: Undoable, record: Record<string, unknown> | undefined): string {
  if (isNumbered(type) && record?.no) return recordNo(type, Number(record.no));
  return String(record?.name ?? type);
}
