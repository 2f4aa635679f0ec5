import type { CastMember } from './demo-cast.js';

/** A deal as the story tracks it. */
export interface DemoThread {
  actor: CastMember;
  customer: string;
  /** 'L-3' first, 'D-5' once it is a deal. */
  no: string;
  /** Number of stages it was moved on. */
  moves: number;
  /** In the unit of the company's amounts. */
  amount: number;
  /** The next step, and its day. */
  task?: { no: string; day: string };
  /** The story leaves it alone from now on, so it will stall. */
  asleep: boolean;
}

/** What came of a line, as the answering card shows it. */
export interface DemoOutcome {
  /** Number of the card's record; empty if there is none. */
  no: string;
  /** Number of the task that was made. */
  task?: string;
  won: boolean;
  isRefused: boolean;
}

/** Where the story takes place: each line is said to the bot at the moment to which the scene was set. */
export interface DemoScene {
  setTo(moment: Date): void;
  now(): Date;
  /** Says a line as somebody, in private or in the group of their team. */
  say(actor: CastMember, text: string, where?: 'group' | 'private'): Promise<DemoOutcome>;
  /** Runs what the clock owes at that moment. */
  runDue(): Promise<void>;
}
