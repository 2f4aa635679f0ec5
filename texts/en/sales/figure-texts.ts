import type { Like } from '../../shape/like.js';
import { term } from '../../shape/term.js';
import type { figureTexts as original } from '../../zh/sales/figure-texts.js';
import { plural } from '../formats/formats.js';

/** What figures are called, what deals are cut by, and the badges. */
export const figureTexts: Like<typeof original> = {
  measures: {
    amount: term('amount', 'value'),
    count: term('count', 'number', 'deals'),
    weighted: term('weighted', 'weighted amount'),
    wonAmount: term('won amount', 'revenue'),
    wonCount: term('won', 'won count', 'wins'),
    winRate: term('win rate'),
    lostCount: term('lost', 'lost count', 'losses'),
    lostAmount: term('lost amount'),
    averageSize: term('average size', 'average', 'average deal size'),
    daysToClose: term('days to close', 'sales cycle'),
  },
  dimensions: {
    owner: term('owner', 'rep', 'person'),
    team: term('team'),
    stage: term('stage'),
    status: term('status'),
    product: term('product'),
    source: term('source', 'lead source'),
    lossReason: term('loss reason', 'reason'),
    lossStage: term('loss stage', 'lost in'),
    region: term('region'),
    industry: term('industry'),
    grade: term('grade'),
    tag: term('tag', 'tags'),
    month: term('month'),
    pipeline: term('pipeline'),
    customer: term('customer', 'account', 'client', 'company'),
    week: term('week'),
  },
  statuses: { open: term('open'), won: term('won'), lost: term('lost') },
  gradeWords: (grade) => [`grade ${grade}`],
  badges: {
    fastest: 'Fastest response',
    visits: 'Most visits',
    tidy: 'Nothing overdue',
    firstWin: 'First win',
    comeback: 'Comeback',
  },
  badgeRules: {
    fastest: (leads) =>
      `shortest median first response this month, with at least ${plural(leads, 'answered lead')}`,
    visits: (visits) => `most visits this month, at least ${visits}`,
    tidy: (tasks) =>
      `completed every task due last week on time (at least ${tasks}), with nothing overdue from before`,
    firstWin: 'won their first deal ever this month',
    comeback: 'won the largest deal this month that had been flagged as stalled',
  },
};
