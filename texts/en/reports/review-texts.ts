import type { Like } from '../../shape/like.js';
import type { reviewTexts as original } from '../../zh/reports/review-texts.js';
import { plural } from '../formats/formats.js';

/** Reviews of a month and of a quarter. */
export const reviewTexts: Like<typeof original> = {
  monthly: 'Monthly review',
  quarterly: 'Quarterly review',
  won: (label: string, count: number, amount: string, trend: string) =>
    count > 0
      ? `${label}: ${plural(count, 'deal')} won for ${amount}, ${trend}`
      : `${label}: nothing won, ${trend}`,
  trend: {
    up: (delta: string, percent: number | null) =>
      `${delta} more than the period before${percent === null ? '' : ` (+${percent}%)`}`,
    down: (delta: string, percent: number | null) =>
      `${delta} less than the period before${percent === null ? '' : ` (${percent}%)`}`,
    same: 'as the period before',
  },
  fields: { won: 'Won', lost: 'Lost', rate: 'Win rate', newDeals: 'New deals', followUps: 'Follow-ups' },
  figure: (value: string, trend: string) => [value, trend].filter(Boolean).join(', '),
  deals: (count: number, amount: string) => `${count}${amount && ` for ${amount}`}`,
  times: (count: number, visits: number) => `${count} (${plural(visits, 'visit')})`,
  percent: (n: number) => `${n}%`,
  lost: 'Why deals were lost',
  stages: 'Conversion and days',
  ranking: 'Ranking',
  sources: 'Sources',
  teams: 'Teams',
  columns: {
    reason: 'Reason',
    deals: 'Deals',
    share: 'Share',
    amount: 'Amount',
    stage: 'Stage',
    reached: 'Got here',
    rate: 'From last step',
    days: 'Median days',
    source: 'Source',
    leads: 'Leads',
    converted: 'To deals',
    won: 'Won',
    wonAmount: 'Amount won',
  },
  days: (n: number) => (n < 1 ? 'under 1' : `${n}`),
  cohort: (label: string) =>
    `Conversion is of the leads and deals created in ${label}; days are the median of the deals that left the stage then`,
  told: (period: string, ways: string, became: string) =>
    `Forecast of ${period}: ${ways} at first; it became ${became}`,
  way: (name: string, amount: string, off: string) => `${name} ${amount}${off && ` (off by ${off})`}`,
  off: (percent: number) => `${percent > 0 ? '+' : ''}${percent}%`,
  details: 'Stalled',
  funnel: 'Funnel',
  rankingButton: 'Ranking',
  loss: 'Losses',
};
