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
  onLeave: (name, days) => `${name} (${plural(days, 'day')})`,
  leave: (who) => `On leave in this period: ${who}`,
  ranking: 'Ranking',
  stalled: 'Stalled',
  response: 'Response time',
  noSource: 'not specified',
  minutes: (n: number) =>
    n < 120 ? `${n} min` : `${Math.floor(n / 60)} hr${n % 60 === 0 ? '' : ` ${n % 60} min`}`,
  responseLine: (label: string, leads: number, median: string, inTime: number | null, unanswered: number) =>
    `${[
      `${label}: ${plural(leads, 'lead')}`,
      median && `median first response ${median}`,
      inTime !== null && `${inTime}% on time`,
      unanswered > 0 && `${unanswered} unanswered`,
    ]
      .filter(Boolean)
      .join(', ')}.`,
  noResponses: (label: string) => `${label}: no leads were assigned.`,
  responseRule: (limit: number) =>
    `Working minutes from assignment to first follow-up. On time means within ${plural(limit, 'minute')}. Pool leads are excluded`,
  company: 'all teams',
  title: (parts: string[]) => parts.filter(Boolean).join(' · '),
  otherFigure: 'Other metrics',
  intoStage: (name: string) => `Conversion to ${name}`,
  days: (days: number) => `${plural(days, 'day')}`,
  daysRule: 'days in stage count only deals that have left it',
  won: (count: number, amount: string, trend: string) =>
    `${plural(count, 'deal')} won for ${amount}, ${trend}`,
  noWin: (before: string) => `No deals won (${before} the week before)`,
  pipeline: (deals: number, moved: number, open: string) =>
    `No deals won, ${plural(deals, 'new deal')}, ${moved} advanced, ${open} in open pipeline`,
  activity: (followUps: number, leads: number) =>
    `${plural(followUps, 'follow-up')} and ${plural(leads, 'new lead')}, but no new deals`,
  quiet: (open: number) => `No activity logged, ${plural(open, 'open deal')}`,
  worryStalled: (count: number, amount: string, share: number) =>
    `${plural(count, 'deal is', 'deals are')} stalled (${amount && `${amount}, `}${share}% of open pipeline)`,
  worryUnanswered: (count: number) => `${plural(count, 'lead is', 'leads are')} past the response time`,
  worryOverdue: (count: number) => `${plural(count, 'task is', 'tasks are')} overdue`,
  trend: {
    up: (delta: string, percent: number | null) =>
      `up ${delta} from the week before${percent === null ? '' : ` (+${percent}%)`}`,
    down: (delta: string, percent: number | null) =>
      `down ${delta} from the week before${percent === null ? '' : ` (−${Math.abs(percent)}%)`}`,
    same: 'same as the week before',
  },
  fields: { won: 'Won', newDeals: 'New deals', followUps: 'Follow-ups' },
  figure: (value: string, trend: string) => `${value}, ${trend}`,
  deals: (count: number, amount: string) => (count === 0 ? '0' : `${count} for ${amount}`),
  times: (count: number, visits: number) => `${count} (${plural(visits, 'visit')})`,
  pipelineChart: 'Pipeline',
  funnelChart: (period: string) => `Funnel · ${period}`,
  chartLargest: (stage: string, worth: string) => `Largest stage: ${stage} (${worth})`,
  chartFunnel: (first: number, last: number) => `${last} of ${first} reached the last stage`,
  columns: {
    stage: 'Stage',
    standing: 'Now',
    amount: 'Amount',
    weighted: 'Weighted',
    reached: 'Entered',
    rate: 'Conversion',
    days: 'Median days',
    meanDays: 'Average days',
    place: '#',
    name: 'Name',
    behaviour: 'Effort',
    result: 'Results',
    points: 'Points',
    wonAmount: 'Won amount',
    won: 'Won',
    winRate: 'Win rate',
    leads: 'Leads',
    median: 'Median',
    inTime: 'On time',
    unanswered: 'Unanswered',
  },
  product: 'product',
  unknown: 'not set',
  breakdown: (field: string) => `By ${field}`,
  largest: (value: string, percent: number) => `Largest: "${value}" with ${percent}% of the open amount.`,
  noDeals: 'No deals are open, and none closed in this period.',
  closedIn: (label: string) => `wins and win rate for ${label}`,
  notYet: (day) => `${day} hasn't come yet. Reports go up to today`,
  notYetExample: '@last Friday',
  notBegun: (period) => `${period} hasn't started, so there is nothing to report yet`,
  notBegunExample: 'last month',
  onlyWeeks: (period) => `The weekly report covers whole weeks, not ${period}`,
  onlyMonths: (period) => `The monthly report covers whole months, not ${period}`,
  onlyQuarters: (period) => `The quarterly report covers whole quarters, not ${period}`,
  rankingOf: (period) => `ranking ${period}`,
  noField: (words: string, names: string[]) =>
    `I can't find a field called "${words}". Fields: ${names.join(', ')}`,
  standing: (deals: number, leads: number) =>
    leads > 0 ? `${deals} + ${plural(leads, 'lead')}` : `${deals}`,
  wonThere: (count: number) => `${count} won`,
  notFollowed: (count: number) => `Needs follow-up · ${count}`,
  notConverted: (count: number) => `Stuck in stage · ${count}`,
  overdueTasks: (count: number) => `Overdue tasks · ${count}`,
  nothingOpen: 'Nothing is overdue or stalled.',
  more: (n: number) => `and ${n} more`,
  morePeople: (n: number) => `and ${plural(n, 'more person', 'more people')}`,
  details: 'Details',
  neverFollowed: (days: number) =>
    days === 0 ? 'new today, not followed up yet' : `${plural(days, 'day')} old, never followed up`,
  notYetDeal: (days: number) => `${plural(days, 'day')} old, not converted yet`,
  plannedOver: 'the next step is overdue',
  brief: {
    stalled: (days: number) => `no follow-up in ${plural(days, 'workday')}`,
    tooLong: (days: number) => `${plural(days, 'workday')} in this stage`,
    neverFollowed: (days: number) =>
      days === 0 ? 'new today, no follow-up yet' : `no follow-up in ${plural(days, 'day')}`,
    notYetDeal: (days: number) => `no deal after ${plural(days, 'day')}`,
    plannedOver: 'next step overdue',
  },
  asOf: (moment: string) => `as of ${moment}`,
  openLine: (deals: number, amount: string, weighted: string) =>
    deals === 0 ? 'No open deals' : `${plural(deals, 'open deal')} for ${amount}, weighted ${weighted}`,
  weakest: (label: string, from: string, to: string, percent: number) =>
    `lowest conversion for ${label}: ${from} → ${to}, ${percent}%`,
  cohort: (label: string, deals: number) =>
    `Conversion is based on ${plural(deals, 'lead or deal', 'leads and deals')} created in ${label}`,
  rankLead: (label: string, name: string, points: number) =>
    `${name} leads ${label} with ${plural(points, 'point')}`,
  rankNone: (label: string) => `No points for ${label} yet`,
  rankRule: (parts: string) => `Points: ${parts}`,
  provisional: (points: number, pending: number) => `${points} (${pending} provisional)`,
  usefulRule:
    "Follow-ups, visits and leads earn points after 14 days if they have a note and a next step and aren't duplicates or undone. Until then, points are provisional",
  ownPoints: 'My points',
  doing: {
    followUp: 'follow-up',
    visit: 'visit',
    newLead: 'new lead',
    newDeal: 'new deal',
    moved: 'stage advance',
    won: 'win',
  },
  worth: (name: string, points: number) => `${name} ${points}`,
  stalledLine: (count: number, amount: string, share: string) =>
    `${plural(count, 'stalled deal')}${amount && ` worth ${amount}`}${share}`,
  shareOfOpen: (percent: number) => `, ${percent}% of the open amount`,
  noneStalled: 'No stalled deals.',
  order: 'largest amount first',
  page: (n: number) => `page ${n}`,
  pageWord: (n: number) => `page${n}`,
  noTeam: 'You\'re not on a team yet. Type "join TEAM" to ask to join one.',
};
