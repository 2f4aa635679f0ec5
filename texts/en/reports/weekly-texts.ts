import type { Like } from '../../shape/like.js';
import type { weeklyTexts as original } from '../../zh/reports/weekly-texts.js';
import { plural } from '../formats/formats.js';

/** The week of a person and of the company, and what a team's week has beside its figures. */
export const weeklyTexts: Like<typeof original> = {
  title: (parts: string[]) => parts.filter(Boolean).join(' · '),
  twoMoments: (week, now) => `figures ${week} · next steps, tasks and risks ${now}`,
  mine: 'My week',
  won: (count: number, amount: string, trend: string) =>
    count > 0 ? `${count} won for ${amount}, ${trend}` : `Nothing won, ${trend}`,
  did: (deals: number, followUps: number, visits: number, trend: string) =>
    `${plural(deals, 'new deal')}, ${plural(followUps, 'follow-up')} (${plural(visits, 'visit')}), ${trend}`,
  next: (list: string, more: number) => `Next: ${list}${more > 0 ? `, and ${more} more` : ''}`,
  noNext: 'No next step is planned',
  overdue: (count: number, list: string) => `Overdue ${count}: ${list}`,
  noOverdue: 'No task is overdue',
  unansweredOwn: (leads: string) => `leads without a first follow-up: ${leads}`,
  risk: (count: number, list: string) => `At risk ${count}: ${list}`,
  noRisk: 'No deal is at risk',
  riskOne: (record: string, why: string) => `${record} (${why})`,
  credit: (points: number, behaviour: number, result: number) =>
    `${plural(points, 'point')} (${behaviour} effort + ${result} result)`,
  place: (place: number, all: number) => `place ${place} of ${all} in the team`,
  kpi: (points: number, parts: string) => `score ${points} (${parts})`,
  part: (metric: string, points: number) => `${metric} ${points}`,
  today: 'Today',
  stalled: 'Stalled',
  target: 'Target',
  teamReport: "The team's week",
  exceptions: (list: string) => `Exceptions: ${list}`,
  stalledCount: (count: number, amount: string) => `${count} stalled${amount && ` (${amount})`}`,
  slipped: (count: number) => `${count} put off`,
  ghosts: (count: number) => `${plural(count, 'ghost')}`,
  unanswered: (count: number) => `${plural(count, 'lead')} unanswered`,
  best: (name: string, figure: string) => `${name} did best, ${figure}`,
  worst: (name: string, figure: string) => `${name} did worst, ${figure}`,
  allEven: 'The teams are even',
  reached: (percent: number) => `${percent}% of target`,
  wonFor: (amount: string) => `${amount} won`,
  wins: (count: number) => `${count} won`,
  columns: {
    team: 'Team',
    won: 'Won',
    target: 'Of target',
    newDeals: 'New deals',
    followUps: 'Follow-ups',
    open: 'Open',
    stalled: 'Stalled',
    forecast: 'Forecast',
  },
  wonCell: (count: number, amount: string) => [`${count}`, amount].filter(Boolean).join(' · '),
  chart: 'Target reached',
  chartAlt: (list: string) => `Target reached by team: ${list}`,
  percent: (n: number) => `${n}%`,
  targetOf: (label: string) => `Of the target of ${label}; empty where there is none`,
  bound: 'all teams',
};
