import type { Like } from '../../shape/like.js';
import type { reportTexts as original } from '../../zh/crm/report-texts.js';
import { plural } from '../formats/formats.js';

export const reportTexts: Like<typeof original> = {
  weekly: 'Weekly report',
  funnel: 'Funnel',
  /** What the figures of a report are called in a question. */
  asQuestion: {
    forecast: 'forecast',
    stalled: 'stalled deals',
    loss: 'loss reasons',
    ranking: 'won amount',
    weekly: 'won amount',
    monthly: 'won amount',
    quarterly: 'won amount',
    funnel: 'conversion rate',
    response: 'response time',
  },
  whatAbout: (name) => `what about ${name}`,
  askedAgain: (part: string, what: string) => `${what} ${part}`,
  withPeriod: (period: string, what: string) => `${what} ${period}`,
  ranking: 'Ranking',
  stalled: 'Stalled',
  response: 'Response',
  noSource: 'not said',
  minutes: (n: number) => (n < 120 ? `${n} min` : `${Math.floor(n / 60)} h ${n % 60} min`),
  responseLine: (label: string, leads: number, median: string, inTime: number | null, unanswered: number) =>
    `${[
      `${label}: ${plural(leads, 'lead')}`,
      median && `median first response ${median}`,
      inTime !== null && `${inTime}% in time`,
      unanswered > 0 && `${unanswered} unanswered`,
    ]
      .filter(Boolean)
      .join(', ')}.`,
  noResponses: (label: string) => `${label}: no leads were handed to anybody.`,
  responseRule: (limit: number) =>
    `Minutes of working hours from the handing over to the first follow-up; within ${limit} is in time; the pool is left out`,
  company: 'all teams',
  title: (parts: string[]) => parts.filter(Boolean).join(' · '),
  otherFigure: 'Another figure',
  intoStage: (name: string) => `Into ${name}`,
  days: (days: number) => `${plural(days, 'day')}`,
  daysRule: 'days are of the deals that have left the stage',
  won: (count: number, amount: string, trend: string) =>
    `${plural(count, 'deal')} won for ${amount}, ${trend}`,
  noWin: (before: string) => `Nothing won; the week before it was ${before}`,
  pipeline: (deals: number, moved: number, open: string) =>
    `Nothing won; ${plural(deals, 'new deal')}, ${moved} moved on, ${open} open`,
  activity: (followUps: number, leads: number) =>
    `${plural(followUps, 'follow-up')} and ${plural(leads, 'new lead')}, but no new deal`,
  quiet: (open: number) => `Nothing happened; ${plural(open, 'deal is', 'deals are')} open`,
  worryStalled: (count: number, amount: string, share: number) =>
    `${plural(count, 'deal is', 'deals are')} stalled, ${amount && `${amount} or `}${share}% of what is open`,
  worryUnanswered: (count: number) => `${plural(count, 'lead is', 'leads are')} past the response time`,
  worryOverdue: (count: number) => `${plural(count, 'task is', 'tasks are')} overdue`,
  trend: {
    up: (delta: string, percent: number | null) =>
      `${delta} more than the week before${percent === null ? '' : ` (+${percent}%)`}`,
    down: (delta: string, percent: number | null) =>
      `${delta} less than the week before${percent === null ? '' : ` (${percent}%)`}`,
    same: 'as the week before',
  },
  fields: { won: 'Won', newDeals: 'New deals', followUps: 'Follow-ups' },
  figure: (value: string, trend: string) => `${value}, ${trend}`,
  deals: (count: number, amount: string) => `${count} for ${amount}`,
  times: (count: number, visits: number) => `${count} (${plural(visits, 'visit')})`,
  pipelineChart: 'Pipeline',
  funnelChart: (period: string) => `Funnel · ${period}`,
  chartLargest: (stage: string, worth: string) => `Most stands in ${stage} (${worth})`,
  chartFunnel: (first: number, last: number) => `${last} of ${first} came to the last step`,
  columns: {
    stage: 'Stage',
    standing: 'Now',
    amount: 'Amount',
    weighted: 'Weighted',
    reached: 'Got here',
    rate: 'From last step',
    days: 'Median days',
    meanDays: 'Mean days',
    place: '#',
    name: 'Name',
    behaviour: 'Effort',
    result: 'Result',
    points: 'Points',
    wonAmount: 'Won',
    won: 'Won',
    winRate: 'Win rate',
    leads: 'Leads',
    median: 'Median',
    inTime: 'In time',
    unanswered: 'Unanswered',
  },
  product: 'product',
  unknown: 'not known',
  breakdown: (field: string) => `By ${field}`,
  largest: (value: string, percent: number) => `Most is open for "${value}": ${percent}%.`,
  noDeals: 'No deal is open, and none was closed in that time.',
  closedIn: (label: string) => `wins and win rate of ${label}`,
  noField: (words: string, names: string[]) => `No field "${words}". One of: ${names.join(', ')}`,
  standing: (deals: number, leads: number) =>
    leads > 0 ? `${deals} + ${plural(leads, 'lead')}` : `${deals}`,
  wonThere: (count: number) => `${count} won`,
  notFollowed: (count: number) => `Not followed up · ${count}`,
  notConverted: (count: number) => `Not moved on · ${count}`,
  overdueTasks: (count: number) => `Overdue tasks · ${count}`,
  nothingOpen: 'Nothing was forgotten and nothing is stuck.',
  more: (n: number) => `and ${n} more`,
  morePeople: (n: number) => `and ${plural(n, 'more person', 'more people')}`,
  details: 'Details',
  neverFollowed: (days: number) => `${plural(days, 'day')} old, never followed up`,
  notYetDeal: (days: number) => `${plural(days, 'day')} old, not a deal yet`,
  plannedOver: 'the planned next step is over',
  brief: {
    stalled: (days: number) => `quiet for ${plural(days, 'workday')}`,
    tooLong: (days: number) => `${plural(days, 'workday')} in this stage`,
    neverFollowed: (days: number) =>
      days === 0 ? 'new today, no follow-up' : `no follow-up for ${plural(days, 'day')}`,
    notYetDeal: (days: number) => `no deal after ${plural(days, 'day')}`,
    plannedOver: 'next step overdue',
  },
  asOf: (moment: string) => `as of ${moment}`,
  openLine: (deals: number, amount: string, weighted: string) =>
    deals === 0 ? 'No open deals' : `${plural(deals, 'open deal')} for ${amount}, weighted ${weighted}`,
  weakest: (label: string, from: string, to: string, percent: number) =>
    `weakest step of ${label}: ${from} → ${to}, ${percent}%`,
  cohort: (label: string, deals: number) =>
    `Rates are of the ${plural(deals, 'lead or deal', 'leads and deals')} created in ${label}`,
  rankLead: (label: string, name: string, points: number) =>
    `${name} leads ${label} with ${plural(points, 'point')}`,
  rankNone: (label: string) => `Nobody has points for ${label} yet`,
  rankRule: (parts: string) => `Points: ${parts}`,
  provisional: (points: number, pending: number) => `${points} (${pending} provisional)`,
  usefulRule:
    'Follow-ups, visits and leads earn their points after 14 days: not undone, no copy, not empty, and with a next step; until then they are provisional',
  ownPoints: 'My points',
  doing: {
    followUp: 'follow-up',
    visit: 'visit',
    newLead: 'new lead',
    newDeal: 'new deal',
    moved: 'move',
    won: 'win',
  },
  worth: (name: string, points: number) => `${name} ${points}`,
  stalledLine: (count: number, amount: string, share: string) =>
    `${plural(count, 'deal')} stalled${amount && ` for ${amount}`}${share}`,
  shareOfOpen: (percent: number) => `, ${percent}% of the open amount`,
  noneStalled: 'No deal is stalled.',
  order: 'largest amount first',
  page: (n: number) => `page ${n}`,
  pageWord: (n: number) => `page${n}`,
  noTeam: 'You are in no team yet. A manager or admin can say: join @you team',
};
