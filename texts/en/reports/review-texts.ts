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
      : `${label}: no deals won, ${trend}`,
  trend: {
    up: (delta: string, percent: number | null) =>
      `up ${delta} from the previous period${percent === null ? '' : ` (+${percent}%)`}`,
    down: (delta: string, percent: number | null) =>
      `down ${delta} from the previous period${percent === null ? '' : ` (−${Math.abs(percent)}%)`}`,
    same: 'same as the previous period',
  },
  fields: { won: 'Won', lost: 'Lost', rate: 'Win rate', newDeals: 'New deals', followUps: 'Follow-ups' },
  figure: (value: string, trend: string) => [value, trend].filter(Boolean).join(', '),
  deals: (count: number, amount: string) => `${count}${amount && ` for ${amount}`}`,
  times: (count: number, visits: number) => `${count} (${plural(visits, 'visit')})`,
  percent: (n: number) => `${n}%`,
  lost: 'Loss reasons',
  stages: 'Conversion and time in stage',
  ranking: 'Ranking',
  sources: 'Sources',
  teams: 'Teams',
  columns: {
    reason: 'Reason',
    deals: 'Deals',
    share: 'Share',
    amount: 'Amount',
    stage: 'Stage',
    reached: 'Entered',
    rate: 'Conversion',
    days: 'Median days',
    source: 'Source',
    leads: 'Leads',
    converted: 'Converted',
    won: 'Won',
    wonAmount: 'Won amount',
  },
  days: (n: number) => (n < 1 ? '<1' : `${n}`),
  cohort: (label: string) =>
    `Conversion is for leads and deals created in ${label}. Days are the median for deals that left the stage in that period`,
  told: (period: string, ways: string, became: string) =>
    `Forecast for ${period} at the start: ${ways}. Actual: ${became}`,
  way: (name: string, amount: string, off: string) => `${name} ${amount}${off && ` (${off} vs. actual)`}`,
  off: (percent: number) => `${percent > 0 ? '+' : ''}${percent}%`,
  details: 'Stalled',
  funnel: 'Funnel',
  rankingButton: 'Ranking',
  loss: 'Loss reasons',
};
