import type { Like } from '../../shape/like.js';
import type { helpTexts as original } from '../../zh/crm/help-texts.js';

/** Help, and how to say it after a line was not understood. Names in examples are replaced by the speaker's own. */
export const helpTexts: Like<typeof original> = {
  title: 'What I can do',
  topic: (word: string) => `How to say it: ${word}`,
  body: 'Say it in a line, as you would to a colleague:',
  sentence: 'Visited Acme today, met Mr Wang, meeting again next Wednesday',
  sentenceAlone: 'Visited Acme today, meeting again next Wednesday',
  questions: ['how much did I win this month', 'what did we last discuss with Acme'],
  teamQuestions: ['how is the team doing against target', 'who made the most visits this week'],
  viewerQuestions: ['how much did the team win this month', 'which deals are stalled'],
  verbs: 'Or begin with a verb:',
  more: 'One thing in full: help lead · help sentences · help questions · help dates · help amounts · help others',
  groups: { records: 'Records', deals: 'Deals', reports: 'Reports', running: 'Running', others: 'Others' },
  usage: 'Usage',
  examples: 'Examples',
  words: 'Also',
  noTopic: (word: string) => `"${word}" is not a command.`,
  topics: {
    sentence: {
      title: 'A record in one sentence',
      words: ['sentences', 'sentence', 'voice'],
      lines: [
        'Visited Acme today, quoted 300k, meeting again next Wednesday',
        'Just called Mr Wang, the price is too high',
        'Going to Acme tomorrow to show the proposal',
        'no, Thursday (mends what was just noted)',
        'Typed or spoken; what is not sure is asked, and one tap writes it',
      ],
    },
    questions: {
      title: 'What can be asked',
      words: ['questions', 'question', 'asking'],
      lines: [
        'how much did I win this month · how is the team doing against target · who made the most calls today',
        'how much is in negotiation · deals closing next week · why did we lose last month',
        "what did we last discuss with Acme · who owns Acme · what's Mr Wang's phone number",
        'go on with "what about last month", "and Alice?": the rest stays',
        'the last line of the card is how it was read; say what is wrong',
      ],
    },
    dates: {
      title: 'How to say a date',
      words: ['dates', 'date', 'time'],
      lines: [
        'tomorrow · next Wed 3pm · 30 June · 2027-06-30',
        'in 3 days · +3d · +1w',
        'reports and questions: this week, last month, this quarter, this year, July, Q3, first half',
        'last 30 days · since 1 November · by Friday',
        'a day in the past: funnel @last Friday',
      ],
    },
    amounts: {
      title: 'How to say an amount',
      words: ['amounts', 'amount', 'money'],
      lines: [
        '300k · 1.5m · $300,000 · 300,000',
        'about 300k: kept as about',
        'down from 300k to 280k: 280k is kept',
        '10% off: a discount; 70%: the chance of winning',
        'in questions: over 500k, under 100k',
      ],
    },
  },
  teachTitle: 'I understand it like this',
  teachBody: (summary: string) =>
    `I think you want to: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}. Say it so:`,
  teachFill: 'Or tap, and I ask for one thing after the other.',
  teachRun: 'Send it so',
  teachAsk: 'Other ways to say it',
  dropFirst: 'I am still waiting for an answer to the thing before; reply "cancel" to drop it.',
};
