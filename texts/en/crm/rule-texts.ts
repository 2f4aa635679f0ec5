import type { Like } from '../../shape/like.js';
import type { ruleTexts as original } from '../../zh/crm/rule-texts.js';
import { plural } from '../formats/formats.js';

/** What is said about the process file. */
export const ruleTexts: Like<typeof original> = {
  title: (version: number) => `Sales rules · version ${version}`,
  hint: 'To change a rule, type "rules pool return 15", "rules sources add TikTok" or "rules Negotiation gate manager 300k".',
  columns: {
    stage: 'Stage',
    probability: 'Probability',
    stallDays: 'Stalls after',
    maxDays: 'Max. in stage',
    required: 'Required',
    gate: 'Approval',
  },
  stranded: (deals: number, stage: string) =>
    `That version has no ${stage} stage, and ${plural(deals, 'deal is', 'deals are')} in it.`,
  proposed: (name: string) => `Change rule · ${name}`,
  now: 'Now',
  after: 'New',
  dryTitle: 'What it would have meant last quarter',
  dryPool: (leads: number, returned: number, won: number, was: number) =>
    `${returned} of ${plural(leads, 'lead')} would have returned to the pool (${was} under the current rule), including ${won} won later.`,
  dryCustomers: (customers: number, returned: number, won: number, was: number) =>
    `${returned} of ${plural(customers, 'customer')} would have returned to the pool (${was} under the current rule), including ${won} won later.`,
  dryResponse: (leads: number, late: number, was: number) =>
    `${late} of ${plural(leads, 'lead')} would have been late (${was} under the current rule).`,
  noDry: 'This only affects what happens from now on.',
  rateFills: (deals: number) =>
    `${plural(deals, 'open deal')} without a value will be converted at this rate.`,
  change: 'Change a rule',
  which: (words: string) => `Which rule is "${words}"?`,
  apply: 'Apply',
  needsSecond: 'Rule changes need a second person: another admin has to tap "Apply".',
  needsAdmin: 'Rules apply to the whole company, so an admin has to tap "Apply".',
  second: 'Another admin has to apply this change.',
  applied: (name: string, from: string, to: string) => `${name} changed: ${from} → ${to}.`,
  back: 'Roll back',
  unknown: (words: string) => `I can't find a rule called "${words}".`,
  unknownExample: 'rules pool return 15',
  ruleExample: 'pool return',
  wrongValue: (name: string, words: string) =>
    words ? `"${words}" isn't a valid value for ${name}.` : `What should ${name} be?`,
  hasEntry: (name: string, entry: string) => `"${entry}" is already one of the ${name}.`,
  lacksEntry: (name: string, entry: string) => `"${entry}" isn't one of the ${name}.`,
  valueExample: (name: string, value: string) => `rules ${name} ${value}`,
  same: (name: string, value: string) => `${name} is already ${value}.`,
  refused: (reason: string, example: string) =>
    `That change isn't valid: ${reason}${example ? ` (for example: ${example})` : ''}`,
  stale: 'The rules have changed since. Please send it again.',
  versions: 'Rule history',
  version: (no: number, at: string, who: string) => `Version ${no} · ${at}${who ? ` · ${who}` : ''}`,
  inForce: ' (current)',
  restored: (no: number) => `Rolled back to version ${no}.`,
  noVersion: (no: string) => `I can't find version ${no}.`,
  byFile: 'file edit',
};
