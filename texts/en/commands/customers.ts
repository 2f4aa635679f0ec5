import type { Like } from '../../shape/like.js';
import type { customerCommands as original } from '../../zh/commands/customers.js';

/** What commands about customers are called. */
export const customerCommands: Like<typeof original> = {
  'contact-edit': {
    words: ['contact-edit'],
    summary: "Change a contact's phone, email or title",
    fields: {
      said: { label: 'said' },
      email: { label: 'email' },
      title: { label: 'title' },
      confirmed: { label: 'confirmed' },
    },
  },
  customer: {
    words: ['customer'],
    summary: "Change a customer's grade, industry, region, source or contract end",
    examples: [
      'customer Acme grade A contract until June 30, 2027',
      'customer Acme B',
      'customer Acme industry=manufacturing region=Boston',
    ],
    fields: {
      industry: { label: 'industry', names: ['industry'] },
      region: { label: 'region', names: ['region', 'city', 'location'] },
      source: { label: 'source', names: ['source'] },
      website: { label: 'website', names: ['website', 'site', 'url'] },
      isTold: { label: 'ask first' },
      contractEnd: { label: 'contract end' },
      grade: {
        label: 'grade',
        ask: 'Which grade, or when does the contract end?',
        example: 'grade A',
      },
    },
  },
  merge: {
    words: ['merge'],
    summary: 'Merge duplicate customers',
    examples: ['merge Acme-Ltd Acme'],
    fields: {
      from: { label: 'duplicate' },
      into: { label: 'customer to keep' },
    },
  },
  dispute: {
    words: ['dispute'],
    summary: 'Dispute who owns a customer, or see open disputes',
    examples: ['dispute', 'dispute C-2 I was there first'],
    fields: {
      customer: { label: 'customer number' },
      reason: { label: 'reason', ask: 'Why should it be yours?', example: 'I was there first' },
    },
  },
  'dispute-show': { words: ['dispute-show'], summary: 'Show a dispute' },
  'dispute-decide': {
    words: ['dispute-decide'],
    summary: 'Decide a dispute',
    fields: {
      verdict: {
        label: 'verdict',
        choices: { given: ['given'], kept: ['kept'], merged: ['merged'] },
      },
      reason: {
        label: 'reason',
        ask: "What's the reason for your decision?",
        example: 'they were there first',
      },
    },
  },
  find: {
    words: ['find', 'show'],
    summary: 'Show a customer, deal, lead or task',
    examples: ['find Acme', 'Acme'],
    fields: {
      name: { label: 'name or number' },
    },
  },
  handover: {
    words: ['handover'],
    summary: 'Transfer everything a teammate owns',
    examples: ['handover @Alice'],
    fields: {
      who: { label: 'whose' },
      leaves: { label: 'leaves' },
      confirmed: { label: 'confirmed' },
    },
  },
  share: {
    words: ['share'],
    summary: 'Share a customer with a teammate',
    examples: ['share Acme @Alice'],
    fields: {
      who: { label: 'with whom' },
    },
  },
  unshare: {
    words: ['unshare'],
    summary: 'Stop sharing a customer',
    fields: {
      who: { label: 'with whom' },
    },
  },
};
