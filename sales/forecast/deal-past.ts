import { dayMs } from '../../kernel/time/moments.js';
/** A state a deal was in, from a moment until another; moments in epoch ms. */
export interface DealState {
  from: number;
  to: number;
  stage: string;
  stageSince: number;
  /** Minor units. */
  amount: number | null;
  /** When the day is over on which it was expected to close. */
  closeBy: number | null;
  ownerId: string | null;
  teamId: string | null;
}

/** What is known of a deal's life. Whatever is asked of it as of a moment is answered from before that moment alone. */
export interface DealPast {
  id: string;
  createdAt: number;
  customerId: string;
  product: string | null;
  /** Its open states, the earliest first. */
  states: readonly DealState[];
  /** Moments of its follow-ups, the earliest first. */
  contacts: readonly number[];
  /** How it ended; null while it is open. */
  end: { at: number; isWon: boolean; amount: number | null } | null;
}

/** The state a deal was in at a moment; undefined before it was created and once it was closed. */
export function stateAt({ states }: DealPast, at: number): DealState | undefined {
  return states.find((state) => state.from <= at && at < state.to);
}

/** The local date on which it was expected to close; null where none was said. */
export const closeDateOf = ({ closeBy }: Pick<DealState, 'closeBy'>): string | null =>
  closeBy === null ? null : new Date(closeBy - dayMs).toISOString().slice(0, 10);

/** How a deal had ended by a moment; null where it had not. */
export const endBy = ({ end }: DealPast, at: number): DealPast['end'] => (end && end.at <= at ? end : null);
