import type { Like } from '../../shape/like.js';
import type { ruleTexts as original } from '../../zh/crm/rule-texts.js';
import { plural } from '../formats/formats.js';

/** What is said about the process file. */
export const ruleTexts: Like<typeof original> = {
  title: (version: number) => `Sales rules · version ${version}`,
  hint: 'Change one: rules pool return 15; rules sources add TikTok; rules Negotiation gate manager 300k. History: rule-versions.',
  columns: {
    stage: 'Stage',
    probability: 'Chance',
    stallDays: 'Stalls',
    maxDays: 'Stays',
    required: 'Required',
    gate: 'Gate',
  },
  stranded: (deals: number, stage: string) =>
    `That version has no stage "${stage}", where ${plural(deals, 'deal stands', 'deals stand')}.`,
  proposed: (name: string) => `Change a rule · ${name}`,
  now: 'Now',
  after: 'Then',
  dryTitle: 'Tried on the last quarter',
  dryPool: (leads: number, returned: number, won: number, was: number) =>
    `Of ${plural(leads, 'lead')} ${returned} would have gone back (${was} by the present rule), ${won} of which were won later.`,
  dryCustomers: (customers: number, returned: number, won: number, was: number) =>
    `Of ${plural(customers, 'customer')} ${returned} would have gone back (${was} by the present rule), ${won} of which were won later.`,
  dryResponse: (leads: number, late: number, was: number) =>
    `Of ${plural(leads, 'lead')} ${late} would have been late (${was} by the present rule).`,
  noDry: 'This rule changes nothing of the past; what happens from now on follows it.',
  rateFills: (deals: number) =>
    `${plural(deals, 'open deal')} without a value will be converted at this rate.`,
  change: 'Change one',
  which: (words: string) => `Which rule is "${words}"?`,
  apply: 'Apply',
  needsSecond: 'The process file asks for a second person: another admin taps "Apply".',
  needsAdmin: 'Rules hold for the whole company: an admin taps "Apply".',
  second: 'A change of rules takes a second person.',
  applied: (name: string, from: string, to: string) => `${name}: ${from} → ${to}, in force.`,
  back: 'Roll back',
  unknown: (words: string) => `There is no rule "${words}".`,
  unknownExample: 'rules pool return 15',
  ruleExample: 'pool return',
  wrongValue: (name: string, words: string) =>
    words ? `"${words}" is no value for ${name}.` : `What should ${name} be?`,
  same: (name: string, value: string) => `${name} is ${value} already.`,
  refused: (reason: string, example: string) =>
    `The process file would be wrong then: ${reason}${example ? `, e.g. ${example}` : ''}`,
  stale: 'The rules have changed meanwhile. Please say it again.',
  versions: 'Versions of the rules',
  version: (no: number, at: string, who: string) => `Version ${no} · ${at}${who ? ` · ${who}` : ''}`,
  inForce: ' (now)',
  restored: (no: number) => `Version ${no} is in force again.`,
  noVersion: (no: string) => `There is no version ${no}.`,
  byFile: 'file edited',
};
