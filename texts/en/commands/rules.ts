import type { Like } from '../../shape/like.js';
import type { ruleCommands as original } from '../../zh/commands/rules.js';

/** What commands about rules and alerts are called. */
export const ruleCommands: Like<typeof original> = {
  alerts: {
    words: ['alerts'],
    summary: 'What the alert rules are worth; how I get mine',
    examples: ['alerts', 'alerts list', 'alerts each'],
    fields: {
      how: {
        label: 'how',
        choices: { digest: ['list', 'digest', 'daily'], each: ['each', 'now'] },
      },
      rule: { label: 'rule' },
    },
  },
  rules: {
    words: ['rules', 'process', 'rate'],
    summary: 'The rules of selling; change one',
    examples: ['rules', 'rules pool return 15', 'rate GBP 9.2'],
    fields: {
      change: { label: 'change', example: 'pool return 15' },
    },
  },
  'rule-change': {
    words: ['rule-change'],
    summary: 'Change one rule',
    examples: ['rule-change "pool return" 15'],
    fields: {
      rule: { label: 'rule', ask: 'Which rule?', example: 'pool return' },
      value: { label: 'to', ask: 'To what?', example: '15' },
    },
  },
  'rule-apply': {
    words: ['rule-apply'],
    summary: 'Put a change of rules in force',
    fields: {
      key: { label: 'rule' },
      value: { label: 'value' },
      by: { label: 'proposed by' },
    },
  },
  'rule-versions': {
    words: ['rule-versions'],
    summary: 'Former versions of the rules',
    examples: ['rule-versions'],
  },
  'rule-restore': { words: ['rule-restore'], summary: 'Bring a former version back' },
  'rule-adopt': {
    words: ['rule-adopt'],
    summary: 'Put the rules of a process file in force',
    fields: { hash: { label: 'file' } },
  },
  'rule-discard': {
    words: ['rule-discard'],
    summary: 'Discard what a process file would change',
    fields: { hash: { label: 'file' } },
  },
};
