import type { Like } from '../../shape/like.js';
import type { targetCommands as original } from '../../zh/commands/targets.js';

/** What commands about targets and calls are called. */
export const targetCommands: Like<typeof original> = {
  call: {
    words: ['call'],
    summary: 'Set the forecast for a deal or a period',
    examples: ['call D-1 commit', 'call this quarter 3m'],
    fields: {
      called: {
        label: 'category',
        choices: { commit: [], best: ['bestcase'], pipeline: [], omit: [] },
      },
      commit: { label: 'commit' },
      best: { label: 'best case' },
    },
  },
  'target-suggest': {
    words: ['suggest', 'target-suggest'],
    summary: 'Get suggested targets based on history',
    examples: ['suggest'],
    fields: {
      whose: { label: 'whose', example: 'Alice' },
    },
  },
  'target-take': {
    words: ['target-take'],
    summary: 'Apply suggested targets',
    fields: {
      list: { label: 'targets' },
    },
  },
  target: {
    words: ['target', 'targets', 'goal', 'goals'],
    summary: 'See target attainment, or set a target: target Alice July 500k',
    examples: ['target', 'target this quarter', 'target Alice'],
    fields: {
      whose: { label: 'whose', example: 'Alice' },
      value: { label: 'target', example: '500k' },
      stretch: { label: 'stretch', example: '3.6M', names: ['stretch'] },
    },
  },
};
