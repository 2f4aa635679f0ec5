import type { Like } from '../../shape/like.js';
import type { dealCommands as original } from '../../zh/commands/deals.js';

/** What commands about deals are called. */
export const dealCommands: Like<typeof original> = {
  request: {
    words: ['request'],
    summary: 'Request approval for a deal',
    fields: { note: { label: 'reason', example: 'they want to sign this month' } },
  },
  nudge: { words: ['nudge'], summary: 'Remind the approvers' },
  approve: { words: ['approve'], summary: 'Approve a deal, or see pending approvals', examples: ['approve'] },
  reject: {
    words: ['reject'],
    summary: 'Reject an approval request',
    fields: {
      reason: {
        label: 'reason',
        ask: 'Why are you rejecting it?',
        example: "finance hasn't seen the quote",
      },
    },
  },
  deal: {
    words: ['deal'],
    summary: 'Create a deal',
    examples: ['deal Acme "ERP phase 2" 300k June 30'],
    fields: {
      isNew: { label: 'as-new' },
      isAgain: { label: 'once-more' },
      owner: { label: 'owner', names: ['owner'] },
      name: { label: 'what for', example: 'ERP' },
    },
  },
  edit: {
    words: ['edit'],
    summary: "Change a deal's amount or close date",
    examples: ['edit Acme 280k'],
    fields: {
      later: { label: 'days later' },
      amount: { ask: "What's the new amount or close date?" },
    },
  },
  lost: {
    words: ['lost', 'lose'],
    summary: 'Mark a deal as lost',
    examples: ['lost Acme price'],
    fields: {
      reason: { label: 'loss reason', ask: 'Why was it lost?', example: 'price' },
    },
  },
  move: {
    words: ['move'],
    summary: 'Move a deal to another stage',
    examples: ['move Acme 300k', 'move Acme >negotiation 300k June 30'],
    fields: {
      record: { label: 'deal or lead' },
    },
  },
  'close-ask': {
    words: ['close-ask'],
    summary: 'Ask whether a day is the close date or a task',
    fields: {
      next: { label: 'close date' },
      who: { label: 'whose' },
    },
  },
  note: {
    words: ['note'],
    summary: "Add a note to a deal (doesn't count as a follow-up)",
    examples: ['note Acme waiting for their budget'],
    fields: {
      note: { ask: 'What should the note say?' },
    },
  },
  pipeline: {
    words: ['pipeline'],
    summary: 'Move a deal to another pipeline',
    fields: {
      pipeline: { ask: 'Which pipeline?' },
    },
  },
  step: {
    words: ['step'],
    summary: 'Check off a checklist step',
    fields: {
      step: { label: 'step' },
    },
  },
  won: {
    words: ['won', 'win'],
    summary: 'Mark a deal as won',
    examples: ['won Acme 300k'],
    fields: {
      amount: { ask: "What's the final amount?" },
    },
  },
};
