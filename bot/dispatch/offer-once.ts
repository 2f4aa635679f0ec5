import { type Call, callsOf } from '../../kernel/card/card.js';
import { eventsOfAct } from '../../store/activity/event-queries.js';
import { findPostedCard, noteKeptCard } from '../../store/messages/posted-cards.js';
import type { PostedCard } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { keptCard, sameCall, type TakenOffer } from '../views/kept-card.js';
import { recordOfKey, recordsOfCall } from '../views/view-rows.js';

/** A tap on an offer that does not stand any more: its act was undone or corrected, or it was taken before. */
export class OfferOver extends Error {
  constructor(
    readonly why: 'takenBack' | 'taken',
    /** The record that the offer was about ('D-12'), or undefined if it names none. */
    readonly record: string | undefined,
  ) {
    super(`the offer is over: ${why}`);
  }
}

/**
 * Throws OfferOver if what a card offers does not stand any more. An offer belongs to the act that its card tells of, and
 * makes a record once; a record's own card always shows the record as it is, and its buttons carry its version.
 */
export async function demandOfferStands(db: Db, tapped: PostedCard, call: Call): Promise<void> {
  if (recordOfKey(tapped.cardKey) || call.command === undoing) return;
  const [record] = [...recordsOfCall(call), ...recordsIn(tapped)];
  if (tapped.actId && (await isUndone(db, tapped.actId))) throw new OfferOver('takenBack', record);
  const now = await findPostedCard(db, tapped);
  for (const { call: taken, act } of keptCard(now)?.taken ?? [])
    if (taken === sameCall(call) && !(await isUndone(db, act))) throw new OfferOver('taken', record);
}

/** Notes that a tap has taken an offer, if its act made a record: the same again would be made twice. */
export async function noteOfferTaken(tx: Db, tapped: PostedCard, call: Call, actId: string): Promise<void> {
  if (recordOfKey(tapped.cardKey)) return;
  const events = await eventsOfAct(tx, actId);
  if (!events.some(({ before, after }) => before === null && after !== null)) return;
  const card = keptCard(await findPostedCard(tx, tapped));
  if (!card) return;
  const taken: TakenOffer[] = [...(card.taken ?? []), { call: sameCall(call), act: actId }];
  await noteKeptCard(tx, tapped, { ...card, taken });
}

/** The command that takes an act back; it says itself what was taken back already. */
const undoing = 'undo';

const isUndone = async (db: Db, actId: string): Promise<boolean> =>
  (await eventsOfAct(db, actId)).some(({ undoneAt }) => undoneAt !== null);

const recordsIn = (tapped: PostedCard): string[] => {
  const card = keptCard(tapped);
  return card ? callsOf(card).flatMap(recordsOfCall) : [];
};
