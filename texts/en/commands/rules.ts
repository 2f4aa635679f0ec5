import type { Like } from '../../shape/like.js';
import type { ruleCommands as original } from '../../zh/commands/rules.js';

/** What commands about rules and alerts are called. */
export const ruleCommands: Like<typeof original> = {
  alerts: {
    words: ['alerts'],
    summary: 'See how alerts perform and choose how you get them',
    examples: ['alerts', 'alerts list', 'alerts each'],
    fields: {
      how: {
        label: 'how',
        choices: { digest: ['list', 'digest', 'daily'], each: ['each', 'now'] },
      },
      rule: { label: 'rule' },
    },
  },
  notices: {
    words: ['notices'],
    summary: 'Get notices as one list a day, or one by one',
    examples: ['notices daily at 9:00', 'notices each', 'notices'],
    fields: { each: { label: 'each' }, at: { label: 'time', example: 'daily at 9:00' } },
  },
  rules: {
    words: ['rules', 'process', 'rate'],
    summary: 'See or change the sales rules',
    examples: ['rules', 'rules pool return 15', 'rate GBP 9.2'],
    fields: {
      change: { label: 'change', example: 'pool return 15' },
    },
  },
  'rule-change': {
    words: ['rule-change'],
    summary: 'Change a rule',
    examples: ['rule-change "pool return" 15'],
    fields: {
      rule: { label: 'rule', ask: 'Which rule?', example: 'pool return' },
      value: { label: 'new value', ask: 'What should it be?', example: '15' },
    },
  },
  'rule-apply': {
    words: ['rule-apply'],
    summary: 'Apply a rule change',
    fields: {
      key: { label: 'rule' },
      value: { label: 'value' },
      by: { label: 'proposed by' },
    },
  },
  'rule-versions': {
    words: ['rule-versions'],
    summary: 'See earlier versions of the rules',
    examples: ['rule-versions'],
  },
  'rule-restore': { words: ['rule-restore'], summary: 'Roll back to an earlier version' },
  'rule-adopt': {
    words: ['rule-adopt'],
    summary: 'Apply the rules in a process file',
    fields: { hash: { label: 'file' } },
  },
  'rule-discard': {
    words: ['rule-discard'],
    summary: 'Discard the changes in a process file',
    fields: { hash: { label: 'file' } },
  },
};
