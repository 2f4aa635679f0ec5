import type { Like } from '../../shape/like.js';
import type { disputeTexts as original } from '../../zh/crm/dispute-texts.js';

/** Disputes about whose a customer is. */
export const disputeTexts: Like<typeof original> = {
  dispute: 'Dispute',
  title: (customer: string) => `Dispute · ${customer}`,
  raised: (customer: string, who: string) => `Sent. ${who} decides whose ${customer} is.`,
  asks: (who: string, customer: string) => `${who} says that ${customer} is theirs.`,
  still: (days: string) => `Not decided yet, raised ${days}.`,
  why: 'Reason',
  theirs: 'What they have',
  owner: 'Owner now',
  last: 'Last follow-up',
  deals: 'Open deals',
  give: (who: string) => `To ${who}`,
  keep: (who: string) => `To ${who}`,
  keepOwner: 'Leave it',
  merge: 'Merge',
  own: (customer: string) => `${customer} is yours already.`,
  already: (customer: string) => `You have disputed ${customer} already, and it is not decided yet.`,
  nobody: 'There is no manager or admin who could decide it.',
  gone: 'This was decided already.',
  decided: (who: string, at: string, verdict: string) => `${who} decided it ${at}: ${verdict}`,
  notJudge: (names: string) => `${names} decides it.`,
  askVerdict: 'Why is it decided so?',
  given: (customer: string, to: string, by: string, why: string) =>
    `${by} has decided: ${customer} goes to ${to}. Reason: ${why}`,
  kept: (customer: string, to: string, by: string, why: string) =>
    `${by} has decided: ${customer} stays with ${to}. Reason: ${why}`,
  merged: (customer: string, to: string, by: string, why: string) =>
    `${by} has decided: ${customer} stays with ${to}, who gets what the other had of it. Reason: ${why}`,
  mergedNote: (who: string, reason: string) => `Merged from the dispute of ${who}: ${reason}`,
  statuses: { given: 'given over', kept: 'kept', merged: 'merged' } as Record<string, string>,
  open: (count: number) => `Disputes to decide · ${count}`,
  none: 'There is no dispute to decide.',
  line: (no: string, customer: string, who: string, at: string) => `${no} ${customer} · ${who} · ${at}`,
  see: (no: string) => `See ${no}`,
};
