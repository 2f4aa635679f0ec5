import type { Like } from '../../shape/like.js';
import { term } from '../../shape/term.js';
import type { processTexts as original } from '../../zh/sales/process-texts.js';

/** Names of what every sales process has, and of what it has unless its file says otherwise. */
export const processTexts: Like<typeof original> = {
  fields: {
    amount: 'amount',
    closeDate: 'close date',
    contact: 'contact',
    product: 'product',
    note: 'follow-up note',
  },
  mainPipeline: 'Main',
  sources: {
    website: term('Website', 'web'),
    referral: term('Referral'),
    event: term('Event'),
    call: term('Cold call', 'outbound'),
    other: term('Other'),
  },
  lossReasons: {
    price: term('Price', 'expensive'),
    competitor: term('Competitor'),
    fit: term('Not a fit', 'features'),
    budget: term('No budget'),
    timing: term('Timing', 'postponed'),
    silent: term('No answer', 'ghosted'),
    other: term('Other'),
  },
  noReason: 'Not stated',
  alerts: {
    stalled: 'stalled',
    slipped: 'slipped',
    cut: 'amount cut',
    back: 'stage back',
    bigDeal: 'big deal',
    won: 'win',
    silent: 'silent customer',
    falling: 'falling figures',
    incomplete: 'missing data',
  },
  metrics: {
    won: 'won amount',
    wins: 'wins',
    newDeals: 'new deals',
    calls: 'calls',
    visits: 'visits',
    followUps: 'follow-ups',
    response: 'response',
  },
  week: (number, span) => `Week ${number} ${span}`,
};
