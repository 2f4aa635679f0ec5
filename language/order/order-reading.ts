import type { ReadAt } from '../../kernel/pieces/base/piece.js';

/** An order in plain words as the call of a command: `change Acme's amount to 35k` is `edit Acme 35k`. */
export interface OrderRead {
  command: string;
  /** Words of fields by their names, or a flag; a field whose record was not named is absent. */
  input: Record<string, string | true>;
  /** Words that the command's own fields are still to be read from. */
  words?: string;
  /** The name of a customer at the head of `words`, which may be short for a known one. */
  customer?: string;
  /** A name that has to be known already: where the words do not say outright that it is one, others may stand there. */
  known?: string;
  /** The record is to be a lead, which becomes a deal. */
  converts?: true;
}

/** What is known of the moment and the company when an order is read. */
export interface OrderContext {
  at: ReadAt;
  /** Names of the people of the company. */
  people: readonly string[];
  /** Every word for a stage. */
  stages: readonly string[];
  /** The words at the head are a name's, though they look polite: 那记的推进到报价 ("move Naji to the quote"). */
  keepsHead?: boolean;
}

/** One form that an order takes; undefined if the words do not fit it. */
export type OrderForm = (text: string, about: OrderContext) => OrderRead | undefined;
