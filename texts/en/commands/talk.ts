import type { Like } from '../../shape/like.js';
import type { talkCommands as original } from '../../zh/commands/talk.js';

/** What commands about talking with the assistant are called. */
export const talkCommands: Like<typeof original> = {
  help: {
    words: ['help'],
    summary: 'See what you can do',
    examples: ['help', 'help lead', 'help questions'],
    fields: {
      topic: { label: 'topic' },
    },
  },
  learnt: {
    words: ['learnt', 'learned'],
    summary: 'See the nicknames your team taught me',
    examples: ['learnt'],
  },
  forget: {
    words: ['forget'],
    summary: 'Remove a nickname',
    fields: {
      name: { label: 'name', example: 'Bluebird' },
    },
  },
  'who-is': {
    words: ['who-is'],
    summary: 'Say which contact you mean',
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
    summary: 'Say hello or ask how this works',
    fields: {
      kind: { label: 'kind' },
      topic: { label: 'topic' },
      words: { label: 'words' },
    },
  },
  say: {
    words: ['jot'],
    summary: 'Log what you said',
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
