import type { Call } from './card.js';

/** What a button or a picker of the last answer is called, and what it does: one call, or several to pick from. */
export interface ShownLabel {
  label: string;
  /** An option of a picker without the picker's name: 李雷 alone may mean more than "give it to Li Lei". */
  isOption?: true;
  does: { label: string; call: Call; confirm?: string }[];
}
