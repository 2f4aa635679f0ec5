import type { CommandTexts } from '../../shape/command-texts.js';

const narrowedBy = { words: { label: 'whose, stage, tag, amount', example: 'negotiation above 100k' } };

/** What commands that list records are called. */
export const listCommands = {
  deals: {
    words: ['my deals', 'my pipeline', 'my opportunities', 'deals', 'open deals'],
    summary: 'Open deals, the largest first; by stage, tag, amount or owner',
    examples: ['my deals', 'my deals negotiation'],
    fields: narrowedBy,
  },
  customers: {
    words: ['my customers', 'my accounts', 'my clients', 'customers', 'accounts'],
    summary: 'Customers; by tag, grade or owner',
    examples: ['my customers'],
    fields: narrowedBy,
  },
  leads: {
    words: ['my leads', 'leads', 'open leads'],
    summary: 'Leads that are no deals yet, the newest first',
    examples: ['my leads'],
    fields: narrowedBy,
  },
  tasks: {
    words: ['my tasks', 'tasks', 'open tasks', 'todos', 'to-dos'],
    summary: 'Open tasks by the day they are due; of a day or a week',
    examples: ['my tasks', 'my tasks next week'],
    fields: { words: { label: 'when', example: 'next week' } },
  },
  logs: {
    words: ['my follow-ups', 'my notes'],
    summary: 'What was followed up, the newest first; of a day, a week or a rep',
    examples: ['my follow-ups', 'my follow-ups this week'],
    fields: { words: { label: 'whose, when', example: 'this week' } },
  },
  board: {
    words: ['board', 'my board'],
    summary: 'Open deals by stage: how many and worth what',
    examples: ['board'],
    fields: narrowedBy,
  },
  history: {
    words: ['history', 'timeline'],
    summary: 'What happened with a customer or a deal, the newest first',
    examples: ['history Acme'],
    fields: { name: { label: 'customer or deal' } },
  },
  contacts: {
    words: ['contact-details'],
    summary: 'How to reach a contact',
    fields: { words: { label: 'contact', example: 'Jane Smith' } },
  },
} satisfies Record<string, CommandTexts>;
