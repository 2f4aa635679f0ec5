import type { Dimension } from '../../sales/figures/slice-names.js';

/** What can be asked for: figures, then facts of one customer, then metrics the product does not track. */
export const figureKinds = [
  'won',
  'wins',
  'winRate',
  'averageSize',
  'daysToClose',
  'open',
  'openCount',
  'weighted',
  'newDeals',
  'lost',
  'lostCount',
  'lossReasons',
  'newLeads',
  'conversion',
  'response',
  'followUps',
  'visits',
  'calls',
  'points',
  'target',
  'forecast',
  'stalled',
  'silent',
  'closing',
  'tasks',
] as const;
export const factKinds = ['lastTalk', 'nextStep', 'dealStage', 'owner', 'worth', 'contact'] as const;
export const untrackedMetrics = ['profit', 'payment', 'commission'] as const;

export type FigureKind = (typeof figureKinds)[number];
export type FactKind = (typeof factKinds)[number];
export type UntrackedMetric = (typeof untrackedMetrics)[number];
export type AskedFor = FigureKind | FactKind | UntrackedMetric;

/** Whether a measure is a fact of one customer. */
export const isFact = (measure: AskedFor): measure is FactKind =>
  (factKinds as readonly string[]).includes(measure);
/** Whether the product does not track a metric. */
export const isUntracked = (measure: AskedFor): measure is UntrackedMetric =>
  (untrackedMetrics as readonly string[]).includes(measure);

/** Whose figure: 'me', 'team' and 'company' are the speaker's; others are named. */
export type QuestionWhose = 'me' | 'team' | 'company' | { person: string } | { team: string };

/** Which records count; a dimension's value by its key. */
export interface AskedFilters {
  customer?: string;
  /** As said: 王总 ("Mr Wang"), Tom Reed. */
  contact?: string;
  amount?: { than: '>' | '<'; value: number };
  values: { dimension: string; key: string; words: string }[];
}

export type Compared = 'before' | 'lastYear' | `to:${string}`;

/** A question as understood. Periods are keys of `question-periods.ts`; absent means not said. */
export interface QuestionReading {
  measure: AskedFor;
  period?: string;
  whose?: QuestionWhose;
  /** Key of the dimension it is grouped by. */
  by?: string;
  shape?: 'list' | 'rank' | 'trend';
  /** Of a ranking: lowest first. */
  least?: boolean;
  /** Of a ranking: only those who have none. */
  none?: true;
  /** The span before, the same of last year, or a period by its key: 'to:2026-08'. */
  compare?: Compared;
  /** Of what was done: how many customers, not how often. */
  ofCustomers?: boolean;
  /** Days without contact. */
  days?: number;
  filters: AskedFilters;
  /** Words that may be a name but match nobody. */
  unknown?: string;
  /** Several colleagues that a name may mean. */
  which?: { words: string; names: string[] };
}

/**
 * What is known of the team when its words are read; the caller provides whatever needs a calendar or
 * numbers.
 */
export interface KnownNames {
  /** Customers named in the words. */
  customers: readonly string[];
  people: readonly { name: string; words: readonly string[] }[];
  teams: readonly string[];
  /** Values that deals are grouped by, with all their names. */
  values: readonly { dimension: string; key: string; words: readonly string[] }[];
  dimensions: readonly Dimension[];
  amounts(text: string): { value: number; from: number; to: number }[];
  dates(text: string, prefer: 'past' | 'future'): { value: string; from: number; to: number }[];
  /** The speaker's date; what is counted from it is not read without. */
  today?: string;
  /** The first month of the fiscal year, 1 for January. */
  fiscalStart?: number;
  /** '2026-07' or '2026-Q3' for words that say only that. */
  months(words: string): string | undefined;
  contacts(text: string): { from: number; to: number }[];
}
