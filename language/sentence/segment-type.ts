import type { Channel } from '../../kernel/pieces/base/piece.js';
import type { Clause } from '../reading/clauses.js';
import type { Mention, Money, ReadValue } from '../reading/sentence-reading.js';
import type { Rival } from './rivals.js';
import type { When } from './when.js';

/** A part of the sentence about one customer, or about the one before it. */
export interface Segment extends Clause {
  mention?: Mention;
  /** Joined to the segment before it by an 'and': what is said of one is said of both. */
  joined: boolean;
  /** Only an 'and' separates its customer from the one before: they form a row. */
  inRow: boolean;
  kind: 'done' | 'told' | 'plan' | 'state' | 'off' | 'undone' | 'aside';
  contacts: string[];
  /** Ids of the customers whose contacts it names. */
  of: string[];
  /** The customer of each contact that belongs to one of those named. */
  ownerOf: ReadonlyMap<string, string>;
  when: When;
  channel?: Channel;
  amount?: ReadValue<Money>;
  stage?: string;
  obstacle?: string;
  rival?: Rival;
  phone?: string;
}
