import type { Channel } from '../../kernel/pieces/base/piece.js';
import type { Clause } from '../reading/clauses.js';
import type { Mention, Money, ReadValue } from '../reading/sentence-reading.js';
import type { Rival } from './rivals.js';
import type { When } from './when.js';

/** A stretch about one customer, or about the one before it. */
export interface Segment extends Clause {
  mention?: Mention;
  /** Joined to the stretch before it by an 'and': what is said of one is said of both. */
  joined: boolean;
  /** Nothing but 'and' stands between its customer and the one before: they are a row. */
  inRow: boolean;
  kind: 'done' | 'told' | 'plan' | 'state' | 'off' | 'undone' | 'aside';
  contacts: string[];
  /** The customers whose contacts are spoken of. */
  of: string[];
  when: When;
  channel?: Channel;
  amount?: ReadValue<Money>;
  stage?: string;
  obstacle?: string;
  rival?: Rival;
  phone?: string;
}
