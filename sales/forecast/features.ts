import { dayMs } from '../../kernel/time/moments.js';
import { type DealHistory, type DealState, stateAt } from './deal-history.js';
import { type Standings, TrackRecords } from './forecast-records.js';

/** Features of a deal at a moment (days unless noted). */
export interface Features {
  stage: string;
  daysInStage: number;
  age: number;
  /** Minor units. */
  amount: number | null;
  /** Since the last follow-up or, without one, since creation. */
  silentDays: number;
  /** Number of follow-ups in the last 30 days. */
  contacts: number;
  /** Until the expected close; negative once it has passed. */
  closesIn: number | null;
  /** Times the expected close was postponed. */
  slips: number;
  /** Earlier won and closed deals of the owner, the product, the customer. */
  owner: { won: number; closed: number };
  product: { won: number; closed: number };
  customer: { won: number; closed: number };
  /** Share won of all deals closed before. */
  winRate: number;
  at: number;
}

/** Track records of other deals, computed once for many features. */
export interface Surroundings {
  owners: Standings;
  products: Standings;
  customers: Standings;
}

/** Builds the track records of all owners, products and customers. */
export function surroundingsOf(pasts: readonly DealHistory[]): Record<keyof Surroundings, TrackRecords> {
  const lastOwner = ({ states }: DealHistory) => states.at(-1)?.ownerId ?? null;
  return {
    owners: new TrackRecords(pasts, lastOwner),
    products: new TrackRecords(pasts, ({ product }) => product),
    customers: new TrackRecords(pasts, ({ customerId }) => customerId),
  };
}

const recentMs = 30 * dayMs;

/** Computes the features of a deal open at `at` from what was known then; undefined if it was not open. */
export function featuresAt(past: DealHistory, at: number, around: Surroundings): Features | undefined {
  const state = stateAt(past, at);
  if (!state) return undefined;
  const seen = past.contacts.filter((contact) => contact <= at);
  const lastContact = Math.max(seen.at(-1) ?? past.createdAt, past.createdAt);
  const whole = around.owners.whole(at);
  return {
    stage: state.stage,
    daysInStage: days(at - state.stageSince),
    age: days(at - past.createdAt),
    amount: state.amount,
    silentDays: days(at - lastContact),
    contacts: seen.filter((contact) => contact > at - recentMs).length,
    closesIn: state.closeBy === null ? null : days(state.closeBy - at),
    slips: slipsBefore(past.states, at),
    owner: around.owners.of(state.ownerId, at),
    product: around.products.of(past.product, at),
    customer: around.customers.of(past.customerId, at),
    winRate: (whole.won + 1) / (whole.closed + 2),
    at,
  };
}

const days = (ms: number): number => ms / dayMs;

function slipsBefore(states: readonly DealState[], at: number): number {
  let slips = 0;
  for (const [n, state] of states.entries()) {
    const before = states[n - 1]?.closeBy ?? null;
    if (state.from <= at && before !== null && state.closeBy !== null && state.closeBy > before) slips++;
  }
  return slips;
}
