import type { Call, Card } from '../../kernel/card/card.js';
import type { PostedCard } from '../../store/schema/row-types.js';

/** An offer that a tap has taken, and the act that did. */
export interface TakenOffer {
  /** As sameCall writes it. */
  call: string;
  act: string;
}

/** A card as it is kept with its message: as it was drawn, and which of its offers were taken since. */
export type KeptCard = Card & { taken?: TakenOffer[] };

/** What is kept of a message's card, or undefined if it shows a record as it is now or is not known. */
export const keptCard = (view: Pick<PostedCard, 'card'> | undefined): KeptCard | undefined =>
  (view?.card as KeptCard | null | undefined) ?? undefined;

/** Writes a call so that equal calls are written alike. */
export const sameCall = ({ command, input }: Call): string =>
  JSON.stringify([command, Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** The card as it was drawn. */
export function asDrawn({ taken: _, ...card }: KeptCard): Card {
  return card;
}
