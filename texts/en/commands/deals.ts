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
  approve: { words: ['approve'], summary: 'Let a deal on; alone, what waits', examples: ['approve'] },
  reject: {
    words: ['reject'],
    summary: 'Turn a request back, and why',
    fields: {
      reason: {
        label: 'reason',
        ask: 'Why is it turned back?',
        example: 'finance has not seen the quote',
      },
    },
  },
  deal: {
    words: ['deal'],
    summary: 'Create a deal',
    examples: ['deal Acme "ERP phase 2" 300k 2027-06-30'],
    fields: {
      isNew: { label: 'as-new' },
      isAgain: { label: 'once-more' },
      owner: { label: 'owner', names: ['owner'] },
      name: { label: 'what for', example: 'ERP' },
    },
  },
  edit: {
    words: ['edit'],
    summary: 'Change amount or close date',
    examples: ['edit Acme 280k'],
    fields: {
      later: { label: 'days later' },
      amount: { ask: 'To what amount? Or say the new close date.' },
    },
  },
  lost: {
    words: ['lost', 'lose'],
    summary: 'A deal is lost, and why',
    examples: ['lost Acme price'],
    fields: {
      reason: { label: 'loss reason', ask: 'Why was it lost?', example: 'price' },
    },
  },
  move: {
    words: ['move'],
    summary: 'Move a deal on',
    examples: ['move Acme 300k', 'move Acme >negotiation 300k 2027-06-30'],
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
    summary: 'Keep a note with a deal; it is no follow-up',
    examples: ['note Acme waits for their budget'],
    fields: {
      note: { ask: 'What should be noted?' },
    },
  },
  pipeline: {
    words: ['pipeline'],
    summary: 'Sell a deal by another pipeline',
    fields: {
      pipeline: { ask: 'Which pipeline?' },
    },
  },
  step: {
    words: ['step'],
    summary: 'Tick a standard step',
    fields: {
      step: { label: 'step' },
    },
  },
  won: {
    words: ['won', 'win'],
    summary: 'A deal is won',
    examples: ['won Acme 300k'],
    fields: {
      amount: { ask: 'What is it worth?' },
    },
  },
};
