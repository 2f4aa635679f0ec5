import type { Dimension } from '../../sales/figures/slice-names.js';

/** Figures of deals, of what people did, and of leads; then what is known of one customer; then what is not kept. */
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
export const notKept = ['profit', 'payment', 'commission'] as const;

export type FigureKind = (typeof figureKinds)[number];
export type FactKind = (typeof factKinds)[number];
export type NotKept = (typeof notKept)[number];
export type AskedFor = FigureKind | FactKind | NotKept;

export const isFact = (measure: AskedFor): measure is FactKind =>
  (factKinds as readonly string[]).includes(measure);
export const isNotKept = (measure: AskedFor): measure is NotKept =>
  (notKept as readonly string[]).includes(measure);

/** Whose figure: 'me', 'team' and 'company' are the speaker's; the others are named. */
export type QuestionWhose = 'me' | 'team' | 'company' | { person: string } | { team: string };

/** What records are left out; a dimension's value by its key. */
export interface AskedFilters {
  customer?: string;
  /** As said: 王总, Tom Reed. */
  contact?: string;
  amount?: { than: '>' | '<'; value: number };
  values: { dimension: string; key: string; words: string }[];
}

/** A question as it was understood. Times are keys that `periods.ts` explains; what is absent was not said. */
export interface QuestionReading {
  measure: AskedFor;
  period?: string;
  whose?: QuestionWhose;
  /** Key of the dimension it is told by. */
  by?: string;
  shape?: 'list' | 'rank' | 'trend';
  /** Of a ranking: who has least. */
  least?: boolean;
  compare?: 'before' | 'lastYear';
  /** Of silence. */
  days?: number;
  filters: AskedFilters;
  /** Words that may be somebody's name and are nobody's that is known. */
  unknown?: string;
  /** Several colleagues that a name may mean. */
  which?: { words: string; names: string[] };
}

/** What is known of the team while its words are read; whatever takes a calendar or a number comes from outside. */
export interface KnownNames {
  /** Customers, as they stand in the words. */
  customers: readonly string[];
  people: readonly { name: string; words: readonly string[] }[];
  teams: readonly string[];
  /** Values that deals are filed under, by all their names. */
  values: readonly { dimension: string; key: string; words: readonly string[] }[];
  dimensions: readonly Dimension[];
  amounts(text: string): { value: number; from: number; to: number }[];
  dates(text: string, prefer: 'past' | 'future'): { value: string; from: number; to: number }[];
  /** '2026-07', '2026-Q3' for words that say just that. */
  months(words: string): string | undefined;
  contacts(text: string): { from: number; to: number }[];
}
