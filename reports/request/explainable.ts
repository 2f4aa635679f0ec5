/** Figures of what happened in a period. */
export const flowKinds = ['won', 'newDeals', 'followUps', 'newLeads', 'moved', 'lost'] as const;

export type FlowKind = (typeof flowKinds)[number];

/** Figures as of a moment. */
export const standingKinds = ['open', 'weighted', 'stalled', 'unanswered', 'overdue'] as const;

export type StandingKind = (typeof standingKinds)[number];

export const forecastKinds = ['commit', 'best', 'stage'] as const;

/** Every figure that has a breakdown. */
export const explainable = [
  ...flowKinds,
  ...standingKinds,
  'conversion',
  'points',
  'attainment',
  ...forecastKinds,
] as const;

export type Explainable = (typeof explainable)[number];
