import type { CastMember } from './demo-cast.js';

/** A deal as the story knows it. */
export interface DemoThread {
  actor: CastMember;
  customer: string;
  /** 'L-3' first, 'D-5' once it is a deal. */
  no: string;
  /** How many stages it has been moved on. */
  moves: number;
  amount: number;
  /** The story leaves it alone from now on: it will stall. */
  asleep: boolean;
}

/** Somebody says a line; answers the number of the record that its card is about, and whether it was won. */
export type PlayLine = (actor: CastMember, text: string) => Promise<{ no: string; won: boolean }>;
