import type { Call } from './card.js';

/** What a button or a picker of the last answer is called, and what it does: one call, or several to pick from. */
export interface ShownLabel {
  label: string;
  does: { label: string; call: Call; confirm?: string }[];
}
