import type { Like } from '../../shape/like.js';
import type { modelCommands as original } from '../../zh/commands/model.js';

/** What commands about the model are called. */
export const modelCommands: Like<typeof original> = {
  'model-blanks': {
    words: ['ask-model'],
    summary: 'Let a model fill in what a sentence left blank',
    fields: {
      words: { label: 'words' },
    },
  },
  'draft-reply': {
    words: ['draft-reply'],
    summary: 'Let a model draft a message to a customer',
    examples: ['draft-reply Acme ask about the contract'],
    fields: {
      wish: { label: 'what to say', example: 'ask about the contract' },
    },
  },
  model: {
    words: ['model'],
    summary: 'See how the model is set up, what it used and what was sent',
    examples: ['model'],
    fields: {
      call: { label: 'call', example: '12' },
    },
  },
  'week-recap': {
    words: ['week-recap'],
    summary: 'Let a model sum up a week in a few sentences',
    examples: ['week-recap', 'week-recap this week'],
  },
};
