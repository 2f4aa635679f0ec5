import type { CommandTexts } from '../../shape/command-texts.js';

const narrowedBy = { words: { label: 'owner, stage, tag or amount', example: 'negotiation above 100k' } };

/** What commands that list records are called. */
export const listCommands = {
  deals: {
    words: ['my deals', 'my pipeline', 'my opportunities', 'deals', 'open deals'],
    summary: 'List open deals, largest first (filter by stage, tag, amount or owner)',
    examples: ['my deals', 'my deals negotiation'],
    fields: narrowedBy,
  },
  customers: {
    words: ['my customers', 'my accounts', 'my clients', 'customers', 'accounts'],
    summary: 'List customers (filter by tag, grade or owner)',
    examples: ['my customers'],
    fields: narrowedBy,
  },
  leads: {
    words: ['my leads', 'leads', 'open leads'],
    summary: 'List open leads, newest first',
    examples: ['my leads'],
    fields: narrowedBy,
  },
  tasks: {
    words: ['my tasks', 'tasks', 'open tasks', 'todos', 'to-dos'],
    summary: 'List open tasks by due date',
    examples: ['my tasks', 'my tasks next week'],
    fields: { words: { label: 'when', example: 'next week' } },
  },
  logs: {
    words: ['my follow-ups', 'my notes'],
    summary: 'List follow-ups, newest first (filter by date or rep)',
    examples: ['my follow-ups', 'my follow-ups this week'],
    fields: { words: { label: 'owner or date', example: 'this week' } },
  },
  board: {
    words: ['board', 'my board'],
    summary: 'See open deals by stage, with counts and amounts',
    examples: ['board'],
    fields: narrowedBy,
  },
  history: {
    words: ['history', 'timeline'],
    summary: 'See the history of a customer or deal, newest first',
    examples: ['history Acme'],
    fields: { name: { label: 'customer or deal' } },
  },
  contacts: {
    words: ['contact-details'],
    summary: "See a contact's details",
    fields: { words: { label: 'contact', example: 'Jane Smith' } },
  },
} satisfies Record<string, CommandTexts>;
