import type { Like } from '../../shape/like.js';
import type { poolCommands as original } from '../../zh/commands/pool.js';

/** What commands about the pool are called. */
export const poolCommands: Like<typeof original> = {
  decline: { words: ['decline'], summary: 'Leave what was offered to me to all' },
  'pool-log': {
    words: ['pool-log'],
    summary: 'Who claimed, gave back and looked at what',
    examples: ['pool-log', 'pool-log L-2'],
  },
  release: {
    words: ['release'],
    summary: 'Give a lead or a customer back to the pool',
    examples: ['release L-1 no need for now'],
    fields: {
      record: { example: 'L-1' },
      reason: { label: 'reason', ask: 'Why does it go back?', example: 'no need for now' },
    },
  },
  'pool-view': { words: ['pool-view'], summary: 'Look at a record of the pool' },
  pool: { words: ['pool'], summary: 'Leads and customers to claim', examples: ['pool'] },
};
