import { type ByLanguage, inEachLanguage } from '../../texts/languages.js';

/** What a target may be about: results first, then what is done for them. */
export const metrics = ['won', 'wins', 'newDeals', 'calls', 'visits', 'followUps', 'response'] as const;

export type Metric = (typeof metrics)[number];

/** Money in minor units, a count, or working minutes, of which fewer are better. */
export type MetricUnit = 'money' | 'count' | 'minutes';

export const unitOf = (metric: Metric): MetricUnit =>
  metric === 'won' ? 'money' : metric === 'response' ? 'minutes' : 'count';

export const metricNames = Object.fromEntries(
  metrics.map((metric) => [metric, inEachLanguage((t) => t.process.metrics[metric])]),
) as Record<Metric, ByLanguage>;

export const isMetric = (word: string): word is Metric => (metrics as readonly string[]).includes(word);
