import type { Like } from '../../shape/like.js';
import type { followUpCommands as original } from '../../zh/commands/follow-ups.js';

/** What commands about follow-ups and tasks are called. */
export const followUpCommands: Like<typeof original> = {
  log: {
    words: ['log'],
    summary: 'Log a follow-up',
    examples: ['log Acme call price too high next Wed'],
    fields: {
      next: { label: 'next step' },
      note: {
        ask: 'What happened, and when is the next step?',
        example: 'call price too high next Wed',
      },
    },
  },
  home: { words: ['home'], summary: 'Open my home page', examples: ['home'] },
  plan: {
    words: ['plan', 'remind'],
    summary: 'Plan the next step',
    examples: ['plan Acme next Wed show the proposal'],
    fields: {
      next: { label: 'date' },
      who: { label: 'for whom' },
      note: { label: 'what', example: 'show the proposal' },
    },
  },
  'task-done': { words: ['done'], summary: 'Mark a task as done', examples: ['done T-1'] },
  'task-drop': {
    words: ['drop'],
    summary: 'Cancel a task',
    examples: ['drop T-1'],
  },
  'task-give': {
    words: ['task-to'],
    summary: 'Give the task just created to another teammate',
    fields: { to: { label: 'teammate' } },
  },
  'tasks-change': {
    words: ['change-tasks'],
    summary: 'Complete, cancel or reschedule several tasks at once',
    fields: {
      tasks: { label: 'tasks' },
      what: { label: 'change' },
      to: { label: 'new date' },
      days: { label: 'days' },
      confirmed: { label: 'confirmed' },
      words: { label: 'what was said' },
    },
  },
  'task-snooze': {
    words: ['snooze', 'later'],
    summary: 'Reschedule a task',
    examples: ['snooze T-1 next Wed'],
    fields: {
      days: { label: 'days' },
      hour: { label: 'hour' },
      time: { label: 'time' },
      to: { label: 'new date' },
    },
  },
  today: { words: ['today'], summary: "See today's list", examples: ['today'] },
  undo: {
    words: ['undo'],
    summary: 'Undo what you just did (within 10 minutes)',
    examples: ['undo'],
    fields: {
      act: { label: 'act' },
      note: { label: 'note' },
      what: { label: 'extent' },
      words: { label: 'what', example: 'that' },
    },
  },
};
