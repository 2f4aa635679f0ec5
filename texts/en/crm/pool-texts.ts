import type { Like } from '../../shape/like.js';
import type { poolTexts as original } from '../../zh/crm/pool-texts.js';
import { plural } from '../formats/formats.js';

/** What is said about the pool: returns, offers, claims, its log, and what a customer is graded. */
export const poolTexts: Like<typeof original> = {
  notCounted: "Too short to count as a follow-up, so the return date hasn't changed.",
  returned: (no: string, customer: string) => `Returned to pool · ${no} · ${customer}`,
  silence: (days: number) => `no qualifying follow-up in ${plural(days, 'workday')}`,
  stage: (days: number) => `deal not followed up in ${plural(days, 'workday')}`,
  contract: (days: number) => `contract ended ${plural(days, 'workday')} ago without a renewal`,
  withLead: (no: string) => `together with ${no}`,
  givenBack: (who: string, reason: string) => `returned by ${who}: ${reason}`,
  open: (why: string) => `Open for anyone to claim (${why}).`,
  first: (why: string, who: string, until: string) =>
    `${who} can claim it until ${until}. After that, it's open to everyone (${why}).`,
  offered: (no: string, customer: string) => `First claim is yours · ${no} · ${customer}`,
  offeredSaid: (why: string, until: string) => `Only you can claim it until ${until} (${why}).`,
  opened: (no: string, customer: string) => `Open to claim · ${no} · ${customer}`,
  openedSaid: (who: string) => `${who} didn't claim it in time.`,
  declinedSaid: (who: string) => `${who} passed on it.`,
  decline: 'No thanks',
  declined: (no: string) => `You passed on ${no}. It's now open to everyone.`,
  notOffered: (no: string) => `${no} wasn't offered to you.`,
  waitsFor: (no: string, who: string, until: string) =>
    `${who} has first claim on ${no}. It opens to everyone after ${until}.`,
  cooling: (no: string, until: string) =>
    `${no} was just returned from you. You can claim it again after ${until}.`,
  customersCap: (cap: number) =>
    `You've reached the limit of ${plural(cap, 'customer')}. Return some to the pool first.`,
  soon: (count: number) => `Returning to pool soon · ${plural(count, 'customer')}`,
  soonOne: (no: string, customer: string) => `Returning to pool soon · ${no} · ${customer}`,
  soonSaid: 'Follow up by these dates to keep them:',
  soonLine: (no: string, customer: string, at: string, why: string) => `${no} ${customer} · ${at} · ${why}`,
  soonMore: (count: number) => `${count} more.`,
  giveBack: 'Return to pool',
  askReason: 'Why are you returning it?',
  reasonExample: 'no need for now',
  gaveBack: (no: string) => `${no} returned to the pool.`,
  inPool: (no: string) => `${no} is already in the pool.`,
  hasOpen: (no: string, deals: string) => `${no} has open deals: ${deals}. Close or transfer them first.`,
  notOpen: (no: string) => `${no} is closed, so it can't be returned to the pool.`,
  viewsCap: (cap: number) =>
    `You've reached today's limit of ${plural(cap, 'pool record')} viewed. Try again tomorrow.`,
  viewsLeft: (seen: number, cap: number) => `${seen} of ${cap} views used today`,
  view: 'View details',
  hiddenTitle: (no: string) => `${no} · pool`,
  hiddenSaid: (seen: number, cap: number) =>
    `This one is in the pool, where views are limited: ${seen} of ${cap} used today.`,
  log: 'Pool activity',
  logEmpty: 'No pool activity yet.',
  logLine: (at: string, who: string, what: string, record: string, why: string) =>
    `${at} · ${record}: ${[who, what].filter(Boolean).join(' ')}${why && ` (${why})`}`,
  clock: 'Genjin',
  undone: 'undone',
  kinds: {
    returned: 'took it back from',
    offered: 'offered it to',
    declined: 'passed on it',
    opened: 'opened it to everyone',
    claimed: 'claimed it',
  } as Record<string, string>,
  gaveBackKind: 'returned it',
  viewers: 'Viewed by',
  viewsToday: 'Pool views today',
  viewCount: (who: string, views: number, at: string) => `${who}: ${views} (last ${at})`,
  viewed: (who: string, at: string) => `${who} ${at}`,
  more: 'Show earlier',
  grade: 'Grade',
  gradeWords: (grade: string) => grade,
  contractEnd: 'Contract ends',
  customerChanged: (name: string, what: string) => `${name}: ${what}.`,
  noContract: 'no contract',
  contractUntil: (date: string) => `contract until ${date}`,
  wrongGrade: (words: string, all: string) => `"${words}" isn't a customer grade. Grades: ${all}`,
  gradeExample: 'customer Acme grade A contract until June 30, 2027',
  nothingSaid: 'What should change? Give a grade or a contract end date.',
  sameAlready: (name: string) => `No change: ${name} is already set that way.`,
};
