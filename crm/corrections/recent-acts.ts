import type { Call } from '../../kernel/card/card.js';
import { type DoneAct, latestActs } from '../../store/activity/event-queries.js';
import type { Event } from '../../store/schema/row-types.js';
import type { UndoHow } from '../../store/unit/undo-events.js';
import type { Context } from '../access/context.js';
import { undoOwnAct } from '../acts/undo-act.js';
import { openSubject } from '../lookup/open-subject.js';

/** The moment before which acts can no longer be undone. */
export const undoEarliest = (ctx: Context): Date =>
  new Date(ctx.now.getTime() - ctx.process.undoMinutes * 60_000);

/** Lists what the speaker did in this chat while it can be undone, newest first. */
export const recentActs = async (ctx: Context): Promise<DoneAct[]> =>
  await latestActs(ctx.db, { personId: ctx.person.id, placeId: ctx.place.id }, undoEarliest(ctx));

/** What the speaker did lately; in answer to a card only what they did to that card's customer. */
export async function actsMeant(ctx: Context): Promise<DoneAct[]> {
  const acts = await recentActs(ctx);
  if (!ctx.subject) return acts;
  const about = await openSubject(ctx, ctx.subject).catch(() => undefined);
  const isAbout = ({ recordId, before, after }: Event) =>
    recordId === about?.customer.id || (after ?? before)?.customerId === about?.customer.id;
  return about ? acts.filter(({ events }) => events.some(isAbout)) : [];
}

/** A button of the last answer that writes what was said once it is tapped. */
export interface Offer {
  label: string;
  call: Call;
}

/** What an offer writes, beside the record it is about; without it, a button only opens a command. */
const offered: Record<string, readonly string[]> = {
  say: ['words'],
  plan: ['next'],
  edit: ['amount', 'close'],
  won: ['amount'],
  deal: ['amount'],
};

/** Lists what the last answer offers to write, if it wrote nothing itself. */
export function offersShown({ labels = [] }: Context): Offer[] {
  const shown = labels.flatMap(({ does }) => does);
  if (shown.some(({ call }) => call.command === 'undo')) return [];
  return shown.filter(({ call: { command, input } }) =>
    offered[command]?.some((name) => input[name] !== undefined),
  );
}

/** Whether the last answer offered to write something that is not written yet. */
export const waits = (ctx: Context): boolean => offersShown(ctx).length > 0;

/** Types of record that a person makes and means; the others follow from them. */
const meant: readonly string[] = ['followUp', 'task', 'deal', 'lead', 'target'];

/** The events of an act on the records that are meant. */
export const meantEvents = ({ events }: DoneAct): Event[] =>
  events.filter(({ recordType, kind }) => meant.includes(recordType) && !kind.endsWith('.followed'));

/**
 * Lists the acts that made and changed the record of an act, newest first, down to the one that made it: to delete what was
 * just corrected is to undo all of them. Only the act itself if it made a record, or changed one that others made.
 */
export function actsOfRecord(acts: readonly DoneAct[], of: DoneAct): DoneAct[] {
  const made = meantEvents(of).some(({ before }) => before === null);
  const record = meantEvents(of)[0];
  if (made || !record) return [of];
  const touching = acts.filter(({ events }) => events.some(({ recordId }) => recordId === record.recordId));
  const at = touching.findIndex(({ events }) =>
    events.some(({ recordId, before }) => recordId === record.recordId && before === null),
  );
  return at < 0 ? [of] : touching.slice(touching.indexOf(of), at + 1);
}

/** Undoes an act and, before it, the later acts of the speaker on its records. */
export async function undoWithLater(
  ctx: Context,
  acts: readonly DoneAct[],
  actId: string,
  how?: UndoHow,
): Promise<void> {
  const act = acts.find((one) => one.actId === actId);
  const kept = new Set(act?.events.flatMap((event) => (how?.keeps?.(event) ? [event.recordId] : [])));
  const records = new Set((act ? meantEvents(act) : []).map(({ recordId }) => recordId));
  for (const id of kept) records.delete(id);
  const later = act ? acts.slice(0, acts.indexOf(act)) : [];
  for (const one of later)
    if (one.events.some(({ recordId }) => records.has(recordId))) await undoOwnAct(ctx, one.actId, how);
  await undoOwnAct(ctx, actId, how);
}

/**
 * Whether words that correct something may be about the last line, of which nothing was written, and neither a tap nor an
 * answered card says what is meant.
 */
export const isUnsure = (ctx: Context, meant?: string): boolean =>
  ctx.isUnwritten === true && meant === undefined && ctx.subject === undefined;
