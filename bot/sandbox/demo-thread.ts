import type { CastMember } from './demo-cast.js';

/** A deal as the story tracks it. */
export interface DemoThread {
  actor: CastMember;
  customer: string;
  /** 'L-3' first, 'D-5' once it is a deal. */
  no: string;
  /** Number of stages it was moved on. */
  moves: number;
  amount: number;
  /** The story leaves it alone from now on, so it will stall. */
  asleep: boolean;
}

/**
 * Says a line as somebody; returns the number of the record on the answering card, and whether it was won.
 */
export type PlayLine = (actor: CastMember, text: string) => Promise<{ no: string; won: boolean }>;
