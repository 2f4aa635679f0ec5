import { actions, actionsOf, type Card } from '../../kernel/card/card.js';
import type { Answer, Inbound } from '../../kernel/chat/chat.js';
import { findPostedCard, type MessageKey } from '../../store/messages/posted-cards.js';
import { personById } from '../../store/people/person-queries.js';
import type { PostedCard } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { isQuestionCard, isReceipt, recordOfKey, recordsOn } from '../views/view-rows.js';

/** The message that an act tapped, or undefined if it tapped none. */
export function tappedMessage({ platform, place, act }: Inbound): MessageKey | undefined {
  if (act.kind !== 'tap' || act.messageId === undefined) return undefined;
  return { platform, placeExternalId: place.id, messageId: act.messageId };
}

/** What the tapped message shows, or undefined if that is not known. */
export async function tappedCard(db: Db, inbound: Inbound): Promise<PostedCard | undefined> {
  const message = tappedMessage(inbound);
  return message && (await findPostedCard(db, message));
}

/** The name of the person whom the tapped card or its button asks, if that is somebody else than who taps it. */
export async function otherAsked(db: Db, inbound: Inbound, personId: string): Promise<string | undefined> {
  const { act } = inbound;
  const inCall = act.kind === 'tap' ? act.call.input.askedOf : undefined;
  const card = ((await tappedCard(db, inbound))?.card ?? {}) as Partial<Card>;
  const askedOf = typeof inCall === 'string' ? inCall : card.askedOf;
  if (askedOf === undefined || askedOf === personId) return undefined;
  return (await personById(db, askedOf))?.name ?? '–';
}

/**
 * How a tap on a card of the wall is answered: a card about that very record turns into its new state, a question into
 * what was answered, a call into the same call anew; every other card stays what it is, is marked, and the outcome is told
 * beside it.
 */
export function tapAnswer(
  tapped: PostedCard,
  card: Card,
  { command, who }: { command: string; who: string | undefined },
): Pick<Answer, 'cards' | 'replaces'> & { isAnew?: boolean } {
  const isOwn = card.key === tapped.cardKey;
  if (isOwn && recordOfKey(card.key)) return { cards: [card], replaces: true };
  // A report stays what it is, also where another one of the same command is asked for.
  const isOfCommand = command === tapped.call?.command && !tapped.cardKey.startsWith('report:');
  const isAnew = isQuestionCard(tapped.cardKey) || isOwn || isOfCommand;
  if (isAnew && !isReceipt(tapped.cardKey)) return { cards: [card], replaces: true, isAnew: true };
  const [number] = recordsOn({ ...card, nodes: [] });
  const rows = tapped.card ? recordsOn(tapped.card as Card) : [];
  const isAboutRow = number !== undefined && (recordOfKey(card.key) || isReceipt(card.key));
  return { cards: [isAboutRow && rows.includes(number) ? outcomeLine(card, number, who) : card] };
}

/** What was done, in one line, and how to take it back. */
export function outcomeLine(card: Card, number: string, who: string | undefined): Card {
  const [said = card.title] = card.nodes.flatMap((node) =>
    node.kind === 'text' && node.style === 'strong' ? [node.text] : [],
  );
  const named = said.includes(number) ? said : `${number} ${said}`;
  const undo = actionsOf(card).find((one) => one.kind === 'button' && one.call.command === 'undo');
  const title = [named, who].filter(Boolean).join(' · ');
  const { drawing, tone, key } = card;
  const receipt = isReceipt(key) ? key : `receipt:${key}`;
  return { key: receipt, title, tone, nodes: actions(undo), ...(drawing ? { drawing } : {}) };
}
