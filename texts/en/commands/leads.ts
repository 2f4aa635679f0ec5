import type { Like } from '../../shape/like.js';
import type { leadCommands as original } from '../../zh/commands/leads.js';

/** What commands about leads are called. */
export const leadCommands: Like<typeof original> = {
  assign: {
    words: ['assign', 'transfer'],
    summary: 'Hand a customer, deal or lead to a colleague, with its tasks',
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
    examples: ['lead Northwind Jane Smith 617-555-0134 wants a demo #website'],
    fields: {
      owner: { label: 'owner' },
      isNew: { label: 'new-anyway' },
    },
  },
  'lead-merge': {
    words: ['merge-lead'],
    summary: 'Add a double lead to the record there is',
    fields: {
      into: { label: 'into' },
    },
  },
};
