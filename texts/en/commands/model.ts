import type { Like } from '../../shape/like.js';
import type { modelCommands as original } from '../../zh/commands/model.js';

/** What commands about the model are called. */
export const modelCommands: Like<typeof original> = {
  'model-blanks': {
    words: ['ask-model'],
    summary: 'Let AI fill in what a sentence left blank',
    fields: {
      words: { label: 'words' },
    },
  },
  'draft-reply': {
    words: ['draft-reply'],
    summary: 'Draft a message to a customer with AI',
    examples: ['draft-reply Acme ask about the contract'],
    fields: {
      wish: { label: 'what to say', example: 'ask about the contract' },
    },
  },
  model: {
    words: ['model'],
    summary: 'See how the AI model is set up, its usage and what was sent',
    examples: ['model'],
    fields: {
      call: { label: 'request', example: '12' },
    },
  },
  'week-recap': {
    words: ['week-recap'],
    summary: 'Sum up a week with AI',
    examples: ['week-recap', 'week-recap this week'],
  },
};
