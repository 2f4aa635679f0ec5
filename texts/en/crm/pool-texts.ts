import type { Like } from '../../shape/like.js';
import type { poolTexts as original } from '../../zh/crm/pool-texts.js';
import { plural } from '../formats/formats.js';

/** What is said of the pool: returns, offers, claims, its log, and what a customer is graded. */
export const poolTexts: Like<typeof original> = {
  notCounted: 'This is no follow-up that counts: the return to the pool stays as it was.',
  returned: (no: string, customer: string) => `Back in the pool · ${no} · ${customer}`,
  silence: (days: number) => `no follow-up that counts for ${plural(days, 'workday')}`,
  stage: (days: number) => `the deal stood for ${plural(days, 'workday')} without a follow-up that counts`,
  contract: (days: number) => `the contract ended ${plural(days, 'workday')} ago without a renewal`,
  withLead: (no: string) => `together with ${no}`,
  givenBack: (who: string, reason: string) => `${who} gave it back: ${reason}`,
  open: (why: string) => `Anybody may claim it: ${why}.`,
  first: (why: string, who: string, until: string) =>
    `${who} has it first, until ${until}; then anybody may claim it: ${why}.`,
  offered: (no: string, customer: string) => `Yours to claim first · ${no} · ${customer}`,
  offeredSaid: (why: string, until: string) =>
    `It is your turn: until ${until} only you may claim it (${why}).`,
  opened: (no: string, customer: string) => `Anybody may claim it · ${no} · ${customer}`,
  openedSaid: (who: string) => `${who} did not claim it.`,
  declinedSaid: (who: string) => `${who} does not want it.`,
  decline: 'No, thanks',
  declined: (no: string) => `${no} is everybody's now.`,
  notOffered: (no: string) => `${no} was not offered to you.`,
  waitsFor: (no: string, who: string, until: string) =>
    `${who} has ${no} first; anybody may claim it after ${until}.`,
  cooling: (no: string, until: string) => `${no} went back from you; you may claim it again after ${until}.`,
  customersCap: (cap: number) =>
    `You hold ${plural(cap, 'customer')}, which is the limit. Give some back first.`,
  soon: (count: number) => `Back to the pool soon · ${plural(count, 'customer')}`,
  soonOne: (no: string, customer: string) => `Back to the pool soon · ${no} · ${customer}`,
  soonSaid: 'Without a follow-up by then they go back to the pool:',
  soonLine: (no: string, customer: string, at: string, why: string) => `${no} ${customer} · ${at} · ${why}`,
  soonMore: (count: number) => `${count} more.`,
  giveBack: 'Give back',
  askReason: 'Why does it go back?',
  reasonExample: 'no need for now',
  gaveBack: (no: string) => `${no} is back in the pool.`,
  inPool: (no: string) => `${no} is in the pool already.`,
  hasOpen: (no: string, deals: string) => `${no} has open deals: ${deals}. See to these first.`,
  notOpen: (no: string) => `${no} has ended and does not go back.`,
  viewsCap: (cap: number) =>
    `You have looked at ${plural(cap, 'record')} of the pool today, which is the limit. Try tomorrow.`,
  viewsLeft: (seen: number, cap: number) => `${seen} of ${cap} looked at today`,
  view: 'Look',
  hiddenTitle: (no: string) => `${no} · pool`,
  hiddenSaid: (seen: number, cap: number) =>
    `It is in the pool, and each look counts: ${seen} of ${cap} today.`,
  log: 'Log of the pool',
  logEmpty: 'Nothing has happened in the pool yet.',
  logLine: (at: string, who: string, what: string, record: string, why: string) =>
    `${at} ${[who, what].filter(Boolean).join(' ')} ${record}${why && ` (${why})`}`,
  clock: 'the clock',
  undone: 'undone',
  kinds: {
    returned: 'took back',
    offered: 'offered to',
    declined: 'declined',
    opened: 'opened to all',
    claimed: 'claimed',
  } as Record<string, string>,
  gaveBackKind: 'gave back',
  viewers: 'Looked at by',
  viewsToday: 'Looked at the pool today',
  viewCount: (who: string, views: number, at: string) => `${who} ${views} (last ${at})`,
  viewed: (who: string, at: string) => `${who} ${at}`,
  more: 'Earlier',
  grade: 'Grade',
  gradeWords: (grade: string) => grade,
  contractEnd: 'Contract ends',
  customerChanged: (name: string, what: string) => `${name}: ${what}.`,
  noContract: 'no contract',
  contractUntil: (date: string) => `contract until ${date}`,
  wrongGrade: (words: string, all: string) => `"${words}" is no grade of a customer. One of: ${all}`,
  gradeExample: 'customer Acme grade A contract until 2027-06-30',
  nothingSaid: 'What is to change? Say a grade or the end of the contract.',
  sameAlready: (name: string) => `${name} is like that already.`,
};
