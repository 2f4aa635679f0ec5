import type { Like } from '../../shape/like.js';
import type { upkeepCommands as original } from '../../zh/commands/upkeep.js';

/** What commands that keep records up are called. */
export const upkeepCommands: Like<typeof original> = {
  rename: {
    words: ['rename'],
    summary: 'Rename a customer, deal or contact',
    examples: ['rename Acme to Acme Holdings'],
    fields: {
      record: { label: 'record' },
      to: { label: 'new name', ask: 'What should it be called?', example: 'Acme Holdings' },
      isTold: { label: 'ask first' },
    },
  },
  tag: {
    words: ['tag'],
    summary: 'Add or remove tags of a customer, deal or lead',
    examples: ['tag Acme +KA'],
    fields: {
      record: { label: 'record' },
      tags: { label: 'tags', ask: 'Which tags should I add or remove?', example: '+KA -old' },
    },
  },
  reopen: {
    words: ['reopen'],
    summary: 'Reopen a won or lost deal',
    fields: { record: { label: 'deal' }, isTold: { label: 'ask first' } },
  },
  remove: {
    words: ['delete'],
    summary: 'Delete a customer, contact, deal or lead; can be undone',
    fields: { record: { label: 'record' }, confirmed: { label: 'confirmed' } },
  },
  void: {
    words: ['void'],
    summary: 'Take a deal or lead off the list',
    fields: { record: { label: 'record' }, isTold: { label: 'ask first' } },
  },
  edits: {
    words: ['edits'],
    summary: 'See who changed what and when',
    examples: ['edits Acme'],
    fields: { name: { label: 'name or number' }, field: { label: 'field' } },
  },
  'as-of': {
    words: ['as-of'],
    summary: 'See a record as it was on a past day',
    fields: { name: { label: 'name or number' } },
  },
  views: {
    words: ['views'],
    summary: 'See who viewed a record',
    fields: { name: { label: 'name or number' } },
  },
  doings: {
    words: ['activity'],
    summary: 'See what a teammate did',
    fields: { who: { label: 'teammate' }, span: { label: 'when' } },
  },
};
