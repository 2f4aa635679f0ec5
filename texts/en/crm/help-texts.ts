import type { Like } from '../../shape/like.js';
import type { helpTexts as original } from '../../zh/crm/help-texts.js';

/** Help, and suggestions after a line was not understood. Names in examples are replaced by the speaker's own. */
export const helpTexts: Like<typeof original> = {
  title: 'What I can do',
  topic: (word: string) => `Help: ${word}`,
  body: 'Just tell me, the way you would tell a teammate:',
  sentence: 'Visited Acme today, met Jane Smith, meeting again next Wednesday',
  sentenceAlone: 'Visited Acme today, meeting again next Wednesday',
  questions: ['how much did I win this month', 'what did we last discuss with Acme'],
  teamQuestions: ['how is the team doing against target', 'who made the most visits this week'],
  viewerQuestions: ['how much did the team win this month', 'which deals are stalled'],
  verbs: 'Or start with a command:',
  more: 'More help: help lead · help sentences · help questions · help dates · help amounts · help others',
  groups: {
    records: 'Records',
    deals: 'Deals',
    reports: 'Reports',
    running: 'Team and rules',
    others: 'Other',
  },
  usage: 'Usage',
  examples: 'Examples',
  words: 'Also works',
  noTopic: (word: string) => `I don't know a command called "${word}".`,
  topics: {
    sentence: {
      title: 'Log in one sentence',
      words: ['sentences', 'sentence', 'voice'],
      lines: [
        'Visited Acme today, quoted 300k, meeting again next Wednesday',
        'Just called Jane Smith, the price is too high',
        'Going to Acme tomorrow to show the proposal',
        'no, Thursday (corrects what you just logged)',
        "Type or dictate. If I'm not sure, I ask before saving.",
      ],
    },
    questions: {
      title: 'Questions you can ask',
      words: ['questions', 'question', 'asking'],
      lines: [
        'how much did I win this month · how is the team doing against target · who made the most calls today',
        'how much is in negotiation · deals closing next week · why did we lose last month',
        "what did we last discuss with Acme · who owns Acme · what's Jane Smith's phone number",
        'follow up with "what about last month" or "and Alice?"',
        'the last line of each answer shows how I read the question',
      ],
    },
    dates: {
      title: 'Dates you can use',
      words: ['dates', 'date', 'time'],
      lines: [
        'tomorrow · next Wed 3pm · June 30 · 6/30/2027',
        'in 3 days · +3d · +1w',
        'in reports and questions: this week, last month, this quarter, this year, July, Q3, first half',
        'last 30 days · since November 1 · by Friday',
        'as of a past day: funnel @last Friday',
      ],
    },
    amounts: {
      title: 'Amounts you can use',
      words: ['amounts', 'amount', 'money'],
      lines: [
        '300k · 1.5m · $300,000 · 300,000',
        'about 300k: saved as an estimate',
        'down from 300k to 280k: saved as 280k',
        '10% off: a discount · 70%: the win probability',
        'in questions: over 500k, under 100k',
      ],
    },
  },
  teachTitle: 'Did you mean this?',
  teachBody: (summary: string) =>
    `Sounds like you want to ${summary.charAt(0).toLowerCase()}${summary.slice(1)}. For example:`,
  teachFill: "Or tap below and I'll walk you through it.",
  teachRun: 'Yes, send it',
  teachAsk: 'Show other ways',
  dropFirst: 'The earlier question is still open. Reply "cancel" to drop it.',
};
