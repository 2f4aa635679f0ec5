/** Rules that look at what is done to deals. */
export type DealRule = 'slipped' | 'cut' | 'back' | 'bigDeal' | 'won';

/** Every rule that has a mode of its own. */
export const alertRules = [
  'slipped',
  'cut',
  'back',
  'bigDeal',
  'won',
  'silent',
  'falling',
  'incomplete',
] as const;

export type AlertRule = (typeof alertRules)[number];

/** Stalls have a job of their own and are always on; what they tell counts for the budget and is judged as well. */
export type ToldRule = AlertRule | 'stalled';
