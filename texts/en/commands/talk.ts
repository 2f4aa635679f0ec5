import type { Like } from '../../shape/like.js';
import type { talkCommands as original } from '../../zh/commands/talk.js';

/** What commands about talking with the assistant are called. */
export const talkCommands: Like<typeof original> = {
  help: {
    words: ['help'],
    summary: 'How to use it',
    examples: ['help', 'help lead', 'help questions'],
    fields: {
      topic: { label: 'topic' },
    },
  },
  learnt: {
    words: ['learnt', 'learned'],
    summary: 'See the names your team has taught',
    examples: ['learnt'],
  },
  forget: {
    words: ['forget'],
    summary: 'Forget a name that was learnt',
    fields: {
      name: { label: 'name', example: 'Bluebird' },
    },
  },
  'who-is': {
    words: ['who-is'],
    summary: 'Tell which contact is meant',
    fields: {
      said: { label: 'title' },
    },
  },
  'told-move': {
    words: ['move-log'],
    summary: 'Move what was just logged to another deal',
    fields: {
      act: { label: 'record' },
      to: { label: 'deal' },
    },
  },
  'small-talk': {
    words: ['small-talk'],
    summary: 'Greetings, thanks and how to use this',
    fields: {
      kind: { label: 'kind' },
      topic: { label: 'topic' },
      words: { label: 'words' },
    },
  },
  say: {
    words: ['jot'],
    summary: 'Note what was said',
    fields: {
      meant: { label: 'customer' },
      isNew: { label: 'new-customer' },
      newName: { label: 'new name', example: 'Bluebird Logistics' },
      isMine: { label: 'mine' },
      isSpoken: { label: 'spoken' },
      goesOn: { label: 'goes on' },
      isPassedOn: { label: 'passed on' },
      isSame: { label: 'the same visit' },
      isAnother: { label: 'another visit' },
      words: { label: 'words' },
    },
  },
};
