import { type ByLanguage, entriesInEach } from '../../texts/languages.js';

/** What a target may measure: results first, then activities. */
export const metrics = ['won', 'wins', 'newDeals', 'calls', 'visits', 'followUps', 'response'] as const;

export type Metric = (typeof metrics)[number];

/** Money in minor units, a count, or working minutes (fewer are better). */
export type MetricUnit = 'money' | 'count' | 'minutes';

/** Returns the unit of a metric. */
export const unitOf = (metric: Metric): MetricUnit =>
  metric === 'won' ? 'money' : metric === 'response' ? 'minutes' : 'count';

/** What the metrics are called. */
export const metricNames: Record<Metric, ByLanguage> = entriesInEach((t) => t.process.metrics);

/** Whether a word is the key of a metric. */
export const isMetric = (word: string): word is Metric => (metrics as readonly string[]).includes(word);
