/** Rules about acts on deals. */
export type DealRule = 'slipped' | 'cut' | 'back' | 'bigDeal' | 'won';

/** Every rule with a mode of its own. */
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

/** Stall alerts have their own job and are always on; they count for the budget and are judged as well. */
export type AlertingRule = AlertRule | 'stalled';
