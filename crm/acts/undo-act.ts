import { RuleError } from '../../kernel/command/errors.js';
import type { RecordType } from '../../sales/people/change-kinds.js';
import type { Event, Target } from '../../store/schema/row-types.js';
import { UndoBlocked, type UndoHow } from '../../store/unit/undo-events.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { targetName } from '../cards/target-card.js';
import { nameOf } from '../words/record-words.js';
import { demandAdminLeft } from './person-acts.js';

/** Undoes an act of the speaker. Throws RuleError, naming the record, if a later act has changed or used one. */
export async function undoOwnAct(ctx: Context, actId: string, how?: UndoHow): Promise<Event[]> {
  try {
    const events = await ctx.unit.undo(actId, how);
    if (events.some(({ after }) => after?.role === 'admin')) await demandAdminLeft(ctx);
    return events;
  } catch (error) {
    if (!(error instanceof UndoBlocked)) throw error;
    const name = await recordName(ctx, error.type, error.record);
    throw new RuleError(textsIn(ctx.locale).work.undoChanged(name));
  }
}

/** Names the record in a person's words; a target by its owner, month and metric. */
export async function recordName(
  ctx: Context,
  type: RecordType,
  record: Record<string, unknown> | undefined,
): Promise<string> {
  return type === 'target' && record ? await targetName(ctx, record as Target) : nameOf(ctx, type, record);
}
