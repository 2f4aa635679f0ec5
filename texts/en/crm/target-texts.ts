import type { Like } from '../../shape/like.js';
import type { targetTexts as original } from '../../zh/crm/target-texts.js';
import { capital, plural, shortMonth } from '../formats/formats.js';

/** Targets, attainment, scores and suggestions. */
export const targetTexts: Like<typeof original> = {
  target: 'Target',
  month: (year: number, month: number) => `${shortMonth(month)} ${year}`,
  quarter: (year: number, quarter: number) => `Q${quarter} ${year}`,
  year: (year: number) => `${year}`,
  title: (parts: string[]) => parts.filter(Boolean).join(' · '),
  company: 'all teams',
  count: (n: number) => `${n}`,

  reached: (metric: string, done: string, target: string, percent: string) =>
    `${capital(metric)}: ${done} of ${target}${percent && ` (${percent})`}`,
  noTarget: (metric: string, done: string) => `No target for ${metric} yet${done && ` (${done} so far)`}`,
  paceAhead: (percent: number) => `ahead of pace (${percent}% of the period elapsed)`,
  paceBehind: (percent: number) => `behind pace (${percent}% of the period elapsed)`,
  paceEven: (percent: number) => `on pace (${percent}% of the period elapsed)`,
  pace: (percent: number) => `${percent}% of the period elapsed`,
  perDay: (days: number, amount: string) => `${amount} needed per workday (${plural(days, 'workday')} left)`,
  stretchOpen: (target: string, percent: string) => `stretch ${target}${percent && ` (${percent})`}`,
  percent: (n: number) => `${n}%`,
  workdays: (gone: number, total: number, percent: number) =>
    `${gone} of ${plural(total, 'workday')} elapsed (${percent}%), not counting today`,
  columns: {
    who: 'Name',
    team: 'Team',
    metric: 'Metric',
    target: 'Target',
    done: 'Actual',
    percent: 'Attainment',
    perDay: 'Per workday',
    stretch: 'Stretch',
    score: 'Score',
    weight: 'Weight',
    points: 'Points',
    months: 'Full months',
  },
  people: 'People',
  teams: 'Teams',
  others: 'All team metrics',
  summed: "Teams without their own target show the total of their reps' and subteams' targets",
  missingMonths: (months: string) => `No target for ${months}`,
  chart: (metric: string, label: string) => `Attainment: ${metric} · ${label}`,
  chartOwn: (label: string) => `Attainment · ${label}`,
  chartAlt: (what: string, list: string, pace: number) => `${what}: ${list}; ${pace}% of the period elapsed`,
  chartOne: (name: string, percent: number) => `${name} ${percent}%`,
  score: (points: number) => `KPI score ${points}`,
  capped: (percent: number, most: number) => `${percent}% (capped at ${most}%)`,
  without: (metrics: string) =>
    `Not scored (no target or no data): ${metrics}. The other metrics share the weight`,
  rule: (parts: string) => `Score = attainment × weight: ${parts} (each capped at 120%)`,
  weight: (metric: string, weight: number) => `${metric} ${weight}%`,
  details: 'Breakdown',
  otherMetric: 'Other metrics',
  thisMonth: 'This month',
  thisQuarter: 'This quarter',
  ranking: 'Ranking',
  back: 'Attainment',
  suggest: 'Suggest targets',
  more: (n: number) => `and ${plural(n, 'more person', 'more people')}`,

  set: (name: string) => `Target set · ${name}`,
  cancelled: (name: string) => `Target removed · ${name}`,
  value: (target: string, stretch: string) => `${target}${stretch && `, stretch ${stretch}`}`,
  was: (before: string) => `was ${before}`,
  history: (who: string, when: string, metric: string, after: string, before: string) =>
    `${who} ${when}: ${metric} ${after}${before && ` (was ${before})`}`,
  none: 'none',

  example: 'target Alice July 500k',
  exampleCount: 'target Alice this month visits 20',
  exampleStretch: 'target East July 3M stretch 3.6M',
  forWhom: 'Whose target is this? Name a person, a team or "company".',
  notUnderstood: (words: string, names: string) =>
    `I can't read "${words}". Give a person or team, a month, a metric and a number. Metrics: ${names}.`,
  noWhose: (words: string) => `I can't find a teammate or team called "${words}".`,
  whichYear: (month) => `${month} is over. Which month is the target for?`,
  whichMetric: (value: string) => `${value} of what?`,
  whole: (metric: string, said: string) =>
    `The target for ${metric} has to be a whole number, not "${said}".`,
  tooLarge: (metric: string, most: string) => `The target for ${metric} can't be more than ${most}.`,
  stretchMore: (metric: string, target: string) =>
    `The stretch target has to be higher than the target (${metric} ${target}).`,
  stretchFaster: (metric: string, target: string) =>
    `The stretch target has to be faster than the target (${metric} ${target}).`,
  onlyMonths: 'Targets are set by month. Quarters add up their months.',
  noStretchAlone: 'Set a target before a stretch target.',
  same: (name: string) => `No change: that's already the target for ${name}.`,
  nothingToCancel: (name: string) => `${name} has no target to remove.`,
  deniedSet: (name: string, who: string) => `Only ${who} can set a target for ${name}.`,

  suggestTitle: (month: string) => `Suggested targets · ${month}`,
  suggestRule: (months: number, raise: number) =>
    `Median of the last ${plural(months, 'full month')} plus ${raise}% (less for response time). Needs at least 3 months of history`,
  suggested: (median: string, value: string) => `${median} → ${value}`,
  tooLittle: (months: number) => `not enough history (${plural(months, 'month')})`,
  nothingDone: '–',
  noSuggestions: "There isn't enough history to suggest targets yet.",
  before: 'Before',
  take: 'Apply',
  takeAll: 'Apply all',
  takeOne: (metric: string, value: string) => `Apply ${metric} ${value}`,
  taken: (n: number, month: string) => `${plural(n, 'target')} set · ${month}`,
  badTake: 'This suggestion has expired. Type "suggest" for a new one.',
  takenAlready: 'These targets are already set.',
};
