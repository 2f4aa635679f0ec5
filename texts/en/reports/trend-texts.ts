import type { Like } from '../../shape/like.js';
import type { trendTexts as original } from '../../zh/reports/trend-texts.js';
import { shortMonth } from '../formats/formats.js';

export const trendTexts: Like<typeof original> = {
  trend: 'Trend',
  metrics: { won: 'Won', newDeals: 'New deals', followUps: 'Follow-ups', winRate: 'Win rate' },
  wins: 'Wins',
  spans: { '8weeks': '8 weeks', '6months': '6 months', '12months': '12 months' },
  week: 'Week',
  monthColumn: 'Month',
  month: (year: number, month: number) => `${shortMonth(month)} ${year}`,
  line: (span: string, name: string, whole: string, label: string, most: string) =>
    `${name} in the last ${span}: ${whole}; most in ${label}: ${most}.`,
  nothing: (span: string) => `Nothing to show for the last ${span}.`,
  chart: (name: string) => `${name}, trend`,
  chartAlt: (name: string, first: string, last: string) => `${name} from ${first} to ${last}`,
  rate: (percent: number, won: number, closed: number) => `${percent}% (${won}/${closed})`,
  unfinished: (isWeek: boolean) =>
    `The last line is of a ${isWeek ? 'week' : 'month'} that is not over; win rate = won ÷ (won + lost)`,
};
