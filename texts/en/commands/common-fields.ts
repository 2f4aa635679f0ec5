import type { Like } from '../../shape/like.js';
import type {
  kindExamples as originalExamples,
  commonFields as originalFields,
  spokenPeriods as originalPeriods,
} from '../../zh/commands/common-fields.js';

/** Examples of what fields take, by their kind; help says the speaker's own names in the place of the made up ones. */
export const kindExamples: Like<typeof originalExamples> = {
  money: '300k',
  date: 'next Wed',
  asof: '@last Friday',
  phone: '617-555-0134',
  tags: '#web',
  contact: 'Jane Smith',
  stage: '>negotiation',
  person: '@Alice',
  name: 'Acme',
  note: 'price too high',
};

/** Periods as they are said. */
export const spokenPeriods: Like<typeof originalPeriods> = {
  thisWeek: ['this week', 'week'],
  lastWeek: ['last week'],
  thisMonth: ['this month', 'month'],
  lastMonth: ['last month'],
  thisQuarter: ['this quarter', 'quarter'],
  lastQuarter: ['last quarter'],
  thisYear: ['this year', 'year'],
};

/** Fields that mean the same in most commands that have them, by their name. */
export const commonFields: Like<typeof originalFields> = {
  amount: { label: 'amount' },
  article: { label: 'article', example: 'A-3' },
  asof: { label: 'as of' },
  channel: {
    label: 'channel',
    choices: {
      call: ['call'],
      visit: ['visit'],
      wechat: ['wechat'],
      email: ['email'],
      meeting: ['meeting'],
    },
  },
  close: { label: 'close date' },
  competitor: { label: 'competitor', example: 'Orbit', names: ['competitor'] },
  contact: { label: 'contact' },
  customer: { label: 'customer' },
  deal: { label: 'deal' },
  dispute: { label: 'dispute' },
  metric: {
    label: 'metric',
    choices: {
      won: ['won', 'amount', 'revenue', 'sales'],
      wins: ['win'],
      newDeals: ['new deal', 'deals'],
      calls: ['call'],
      visits: ['visit'],
      followUps: ['followups', 'follow-up', 'follow ups'],
      response: ['response time'],
    },
  },
  month: { label: 'month', example: 'July' },
  note: { label: 'note' },
  page: { label: 'page' },
  period: { label: 'period' },
  phone: { label: 'phone' },
  pipeline: { label: 'pipeline', example: 'renewal' },
  product: { label: 'product', example: 'Standard', names: ['product'] },
  record: { label: 'lead or customer' },
  share: { label: 'share' },
  skip: { label: 'skip' },
  stage: { label: 'stage' },
  subject: { label: 'customer or deal' },
  tags: { label: 'tags' },
  task: { label: 'task' },
  team: { label: 'team', example: 'East' },
  to: { label: 'new owner' },
  version: { label: 'version' },
  week: { label: 'period' },
  who: { label: 'teammate' },
};
