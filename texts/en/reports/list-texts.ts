import type { Like } from '../../shape/like.js';
import type { listTexts as original } from '../../zh/reports/list-texts.js';
import { plural } from '../formats/formats.js';

/** Lists of open deals, customers, leads and tasks. */
export const listTexts: Like<typeof original> = {
  title: {
    deals: 'My deals',
    customers: 'My customers',
    leads: 'My leads',
    tasks: 'My tasks',
    logs: 'My follow-ups',
    board: 'My board',
  },
  titleOf: {
    deals: (who: string) => `Deals · ${who}`,
    customers: (who: string) => `Customers · ${who}`,
    leads: (who: string) => `Leads · ${who}`,
    tasks: (who: string) => `Tasks · ${who}`,
    logs: (who: string) => `Follow-ups · ${who}`,
    board: (who: string) => `Board · ${who}`,
  },
  none: {
    deals: 'You have no open deals like that.',
    customers: 'You have no customers like that.',
    leads: 'You have no leads like that.',
    tasks: 'No tasks.',
    logs: 'No follow-ups.',
  },
  noneOf: {
    deals: 'There are no open deals that you can see.',
    customers: 'There are no customers that you can see.',
    leads: 'There are no leads that you can see.',
    tasks: 'There are no tasks that you can see.',
    logs: 'There are no follow-ups that you can see.',
  },
  deals: (count: number, worth: string | undefined) =>
    worth === undefined ? plural(count, 'open deal') : `${plural(count, 'open deal')} worth ${worth}`,
  customers: (count: number) => plural(count, 'customer'),
  leads: (count: number) => plural(count, 'open lead'),
  logs: (count: number) => plural(count, 'follow-up'),
  tasks: (count: number) => plural(count, 'open task'),
  inStage: (stage: string, named: readonly string[], more: number) =>
    `${stage}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  closing: (when: string) => `closing ${when}`,
  largest: (count: number) => `top ${count}`,
  history: (who) => `History · ${who}`,
  noHistory: 'Nothing has happened yet.',
  what: 'What happened',
  why: 'Why',
  quietFirst: 'longest without a follow-up first',
  first: (count) => `top ${count}`,
  marks: {
    noNext: 'without a next step',
    risk: 'at risk',
    quiet: 'longest without follow-up',
    owners: 'with owners',
  },
  notNarrowed: (words: string) =>
    `I can't narrow the list by "${words}". A stage, a tag, an owner or an amount will do.`,
  narrowedExample: 'my deals negotiation above 100k',
  cameIn: 'Came in',
  open: 'Open',
  next: 'Next page',
  previous: 'Previous page',
  page: (at: number, last: number) => `Page ${at} of ${last}`,
  board: 'Board',
  ofTeam: "The team's deals",
  team: 'team',
  boardHint: 'Pick a stage to see its deals.',
  comingUp: 'Coming up',
  contacts: 'Contacts',
  noContact: (said: string) => `No contact called "${said}".`,
  share: 'Share',
  shared: (group: string) => `Shared in ${group}`,
  sharedHere: 'Shared in the channel',
  notShared: 'Somebody in this channel may not see this, so it was not shared.',
};
