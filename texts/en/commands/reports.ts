import type { Like } from '../../shape/like.js';
import type { reportCommands as original } from '../../zh/commands/reports.js';

/** What commands about reports are called. */
export const reportCommands: Like<typeof original> = {
  badges: {
    words: ['badges', 'badge'],
    summary: 'See badges, their rules and who holds them',
    examples: ['badges'],
  },
  meeting: {
    words: ['meeting'],
    summary: 'Run a pipeline meeting and decide on deals',
    examples: ['meeting'],
  },
  'end-meeting': {
    words: ['end-meeting'],
    summary: 'End the meeting and get its minutes',
    examples: ['end-meeting'],
  },
  breakdown: {
    words: ['breakdown'],
    summary: 'Break down deals by product or a custom field',
    examples: ['breakdown product'],
    fields: {
      by: { label: 'by', example: 'product' },
    },
  },
  bridge: {
    words: ['bridge', 'changes'],
    summary: 'See what changed in the pipeline',
    examples: ['bridge', 'bridge this month'],
    fields: {
      part: { label: 'part' },
      since: { label: 'since' },
    },
  },
  explain: {
    words: ['explain'],
    summary: 'See the records and definition behind a figure',
    examples: ['explain won amount last week', 'explain points @Alice'],
    fields: {
      figure: {
        label: 'figure',
        choices: {
          won: ['won'],
          newDeals: ['deals'],
          followUps: ['followups'],
          newLeads: ['leads'],
          moved: ['moved'],
          lost: ['lost'],
          open: ['open', 'pipeline'],
          weighted: ['weighted'],
          overdue: ['overdue'],
          conversion: ['rate'],
          points: ['ranking', 'score'],
          attainment: ['target'],
          commit: ['commit'],
          best: ['best'],
          stage: ['forecast'],
        },
      },
      span: { label: 'period', example: 'last week' },
    },
  },
  export: {
    words: ['export'],
    summary: 'Export a report as CSV or XLSX',
    examples: ['export amount by industry, owner this quarter', 'export yield'],
    fields: {
      what: { label: 'report', example: 'amount by industry' },
    },
  },
  forecast: {
    words: ['forecast'],
    summary: 'Forecast a period',
    examples: ['forecast', 'forecast this month'],
  },
  funnel: { words: ['funnel'], summary: 'Show the funnel', examples: ['funnel', 'funnel this month'] },
  ghosts: { words: ['ghosts'], summary: 'See inactive deals', examples: ['ghosts'] },
  loss: {
    words: ['loss'],
    summary: 'See why deals were lost, and in which stage',
    examples: ['loss', 'loss this month'],
  },
  ranking: {
    words: ['rank'],
    summary: 'Show the ranking',
    examples: ['rank', 'rank this week', 'rank me'],
    fields: {
      mine: { label: 'me' },
    },
  },
  response: {
    words: ['response'],
    summary: 'See how fast leads get a response',
    examples: ['response', 'response this week'],
  },
  monthly: {
    words: ['monthly'],
    summary: 'Review a month',
    examples: ['monthly', 'monthly this month'],
  },
  quarterly: {
    words: ['quarterly'],
    summary: 'Review a quarter',
    examples: ['quarterly', 'quarterly this quarter'],
  },
  slice: {
    words: ['slice'],
    summary: 'Build a custom report to save or post',
    examples: [
      'slice amount by product, owner this quarter >100k',
      'slice won by product this month',
      'slice save big amount by industry >100k',
      'slice',
    ],
    fields: {
      words: { label: 'metric and fields', example: 'amount by industry, owner this quarter >100k' },
    },
  },
  cost: {
    words: ['cost', 'spend'],
    summary: 'Enter what a source cost in a month; see cost per lead and per won deal',
    examples: ['cost event November 3,000', 'cost this month'],
    fields: {
      month: { label: 'month', example: 'November' },
      source: { label: 'source', example: 'event' },
    },
  },
  yield: {
    words: ['yield'],
    summary: 'See results by source or product',
    examples: ['yield this month', 'yield product'],
    fields: {
      by: {
        label: 'by',
        choices: { source: ['source'], product: ['product'] },
      },
    },
  },
  stalled: {
    words: ['stalled'],
    summary: 'Show stalled deals',
    examples: ['stalled'],
    fields: {
      page: { label: 'page' },
      owner: { label: 'owner', example: 'Tom Reed' },
    },
  },
  trend: {
    words: ['trend'],
    summary: 'See trends by week or month',
    examples: ['trend', 'trend won 12 months'],
    fields: {
      metric: {
        label: 'figure',
        choices: {
          won: ['won', 'amount'],
          newDeals: ['new deals', 'deals', 'new'],
          followUps: ['follow-ups', 'followups', 'follow ups', 'activity'],
          winRate: ['win rate', 'rate'],
        },
      },
      span: {
        label: 'how long',
        choices: {
          '8weeks': ['8 weeks', '8w', 'weekly'],
          '6months': ['6 months', '6m'],
          '12months': ['12 months', '12m', 'year'],
        },
      },
    },
  },
  weekly: {
    words: ['report'],
    summary: 'See the weekly report for you, a team or the company',
    examples: ['report', 'report this week', 'report me'],
    fields: {
      whose: {
        label: 'whose',
        choices: { me: ['me', 'mine', 'my'] },
      },
    },
  },
  'slice-save': {
    words: ['save-slice'],
    summary: 'Save a custom report',
    examples: ['save-slice big amount by industry >100k'],
    fields: {
      name: { label: 'name', ask: 'What should I call it?', example: 'big-deals' },
      slice: { label: 'metric and fields', example: 'amount by industry' },
    },
  },
  'slice-remove': {
    words: ['remove-slice'],
    summary: 'Remove a saved report',
    fields: {
      name: { label: 'name', ask: 'What should I call it?', example: 'big-deals' },
    },
  },
  'slice-post': {
    words: ['post-slice'],
    summary: 'Post a saved report on a schedule',
    fields: {
      words: { label: 'name and time', example: 'big-deals every Monday 9:00' },
    },
  },
  'report-times': {
    words: ['report-times'],
    summary: 'See or change when reports go out',
    fields: { words: { label: 'report and time', example: 'weekly report every Friday 16:00' } },
  },
  'slice-stop': {
    words: ['stop-slice'],
    summary: 'Stop posting a saved report',
    fields: {
      name: { label: 'name', ask: 'What should I call it?', example: 'big-deals' },
    },
  },
};
