import { dayMs } from '../../kernel/time/moments.js';
/** A state of a deal from `from` to `to`; moments in epoch ms. */
export interface DealState {
  from: number;
  to: number;
  stage: string;
  stageSince: number;
  /** Minor units. */
  amount: number | null;
  /** End of the day on which it was expected to close. */
  closeBy: number | null;
  ownerId: string | null;
  teamId: string | null;
}

/** A deal's history. Questions as of a moment are answered only from what came before it. */
export interface DealHistory {
  id: string;
  createdAt: number;
  customerId: string;
  product: string | null;
  /** Its open states, earliest first. */
  states: readonly DealState[];
  /** Moments of its follow-ups, earliest first. */
  contacts: readonly number[];
  /** How it ended; null while it is open. */
  end: { at: number; isWon: boolean; amount: number | null } | null;
}

/** Finds a deal's state at `at`, or undefined before it was created and once it was closed. */
export function stateAt({ states }: DealHistory, at: number): DealState | undefined {
  return states.find((state) => state.from <= at && at < state.to);
}

/** Local date of the expected close, or null. */
export const closeDateOf = ({ closeBy }: Pick<DealState, 'closeBy'>): string | null =>
  closeBy === null ? null : new Date(closeBy - dayMs).toISOString().slice(0, 10);

/** How a deal had ended by `at`, or null if it was open. */
export const endBy = ({ end }: DealHistory, at: number): DealHistory['end'] =>
  end && end.at <= at ? end : null;
