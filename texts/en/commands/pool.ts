import type { Like } from '../../shape/like.js';
import type { poolCommands as original } from '../../zh/commands/pool.js';

/** What commands about the pool are called. */
export const poolCommands: Like<typeof original> = {
  decline: { words: ['decline'], summary: 'Pass on a lead or customer offered to you' },
  'pool-log': {
    words: ['pool-log'],
    summary: 'See who claimed, returned and viewed pool records',
    examples: ['pool-log', 'pool-log L-2'],
  },
  release: {
    words: ['release'],
    summary: 'Return a lead or customer to the pool',
    examples: ['release L-1 no need for now'],
    fields: {
      record: { example: 'L-1' },
      reason: { label: 'reason', ask: 'Why are you returning it?', example: 'no need for now' },
    },
  },
  'pool-view': { words: ['pool-view'], summary: 'View a record in the pool' },
  pool: { words: ['pool'], summary: 'See leads and customers to claim', examples: ['pool'] },
};
