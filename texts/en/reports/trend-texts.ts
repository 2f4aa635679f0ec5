import type { Like } from '../../shape/like.js';
import type { trendTexts as original } from '../../zh/reports/trend-texts.js';
import { plural, shortMonth } from '../formats/formats.js';

export const trendTexts: Like<typeof original> = {
  trend: 'Trend',
  metrics: { won: 'Won', newDeals: 'New deals', followUps: 'Follow-ups', winRate: 'Win rate' },
  wins: 'Wins',
  spanOf: (count, isWeeks) => plural(count, isWeeks ? 'week' : 'month'),
  week: 'Week',
  monthColumn: 'Month',
  month: (year: number, month: number) => `${shortMonth(month)} ${year}`,
  line: (span: string, name: string, whole: string, label: string, most: string) =>
    `${name}, last ${span}: ${whole}. High point: ${label} (${most}).`,
  nothing: (span: string) => `Nothing to show for the last ${span}.`,
  chart: (name: string) => `${name} trend`,
  chartAlt: (name: string, first: string, last: string) => `${name} from ${first} to ${last}`,
  rate: (percent: number, won: number, closed: number) => `${percent}% (${won}/${closed})`,
  unfinished: (isWeek: boolean) =>
    `The last row is a ${isWeek ? 'week' : 'month'} still in progress. Win rate = won ÷ (won + lost)`,
};
