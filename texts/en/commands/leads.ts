import type { Like } from '../../shape/like.js';
import type { leadCommands as original } from '../../zh/commands/leads.js';

/** What commands about leads are called. */
export const leadCommands: Like<typeof original> = {
  assign: {
    words: ['assign', 'transfer'],
    summary: 'Transfer a customer, deal or lead, with its tasks, to a teammate',
    examples: ['assign Acme @Alice'],
    fields: {
      record: { label: 'customer, deal or lead' },
      instead: { label: 'instead of' },
    },
  },
  claim: {
    words: ['claim'],
    summary: 'Claim a lead or a customer from the pool',
    examples: ['claim L-2'],
    fields: {
      lead: { label: 'lead or customer', example: 'L-2' },
    },
  },
  lead: {
    words: ['lead'],
    summary: 'Create a lead',
    examples: ['lead Northwind Sam Lee 617-555-0134 wants a demo #website'],
    fields: {
      owner: { label: 'owner' },
      isNew: { label: 'new-anyway' },
    },
  },
  'lead-merge': {
    words: ['merge-lead'],
    summary: 'Merge a duplicate lead into the existing record',
    fields: {
      into: { label: 'into' },
    },
  },
};
