import type { Like } from '../../shape/like.js';
import type { weeklyTexts as original } from '../../zh/reports/weekly-texts.js';
import { plural } from '../formats/formats.js';

/** The week of a person and of the company, and what a team's week has beside its figures. */
export const weeklyTexts: Like<typeof original> = {
  title: (parts: string[]) => parts.filter(Boolean).join(' · '),
  twoMoments: (week, now) => `figures ${week} · next steps, tasks and risks ${now}`,
  mine: 'My week',
  won: (count: number, amount: string, trend: string) =>
    count > 0 ? `${plural(count, 'deal')} won for ${amount}, ${trend}` : `No deals won, ${trend}`,
  did: (deals: number, followUps: number, visits: number, trend: string) =>
    `${plural(deals, 'new deal')}, ${plural(followUps, 'follow-up')} (${plural(visits, 'visit')}), ${trend}`,
  next: (list: string, more: number) => `Next up: ${list}${more > 0 ? `, and ${more} more` : ''}`,
  noNext: 'No next steps planned',
  overdue: (count: number, list: string) => `${count} overdue: ${list}`,
  noOverdue: 'No overdue tasks',
  unansweredOwn: (leads: string) => `leads waiting for a first response: ${leads}`,
  risk: (count: number, list: string) => `${count} at risk: ${list}`,
  noRisk: 'No deals at risk',
  riskOne: (record: string, why: string) => `${record} (${why})`,
  credit: (points: number, behaviour: number, result: number) =>
    `${plural(points, 'point')} (${behaviour} effort + ${result} results)`,
  place: (place: number, all: number) => `#${place} of ${all} on the team`,
  kpi: (points: number, parts: string) => `score ${points} (${parts})`,
  part: (metric: string, points: number) => `${metric} ${points}`,
  today: 'Today',
  stalled: 'Stalled',
  target: 'Target',
  teamReport: 'Team report',
  exceptions: (list: string) => `Needs attention: ${list}`,
  stalledCount: (count: number, amount: string) => `${count} stalled${amount && ` (${amount})`}`,
  slipped: (count: number) => `${count} pushed`,
  ghosts: (count: number) => `${count} inactive`,
  unanswered: (count: number) => `${plural(count, 'lead')} unanswered`,
  best: (name: string, figure: string) => `Best: ${name} (${figure})`,
  worst: (name: string, figure: string) => `Lowest: ${name} (${figure})`,
  allEven: 'All teams are even',
  reached: (percent: number) => `${percent}% of target`,
  wonFor: (amount: string) => `${amount} won`,
  wins: (count: number) => `${count} won`,
  columns: {
    team: 'Team',
    won: 'Won',
    target: 'Attainment',
    newDeals: 'New deals',
    followUps: 'Follow-ups',
    open: 'Open',
    stalled: 'Stalled',
    forecast: 'Forecast',
  },
  wonCell: (count: number, amount: string) => [`${count}`, amount].filter(Boolean).join(' · '),
  chart: 'Target attainment',
  chartAlt: (list: string) => `Target attainment by team: ${list}`,
  percent: (n: number) => `${n}%`,
  targetOf: (label: string) => `Attainment is against the ${label} target, blank if none is set`,
  bound: 'all teams',
};
