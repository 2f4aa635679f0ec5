import type { Like } from '../../shape/like.js';
import type { disputeTexts as original } from '../../zh/crm/dispute-texts.js';

/** Disputes about who owns a customer. */
export const disputeTexts: Like<typeof original> = {
  dispute: 'Dispute',
  title: (customer: string) => `Dispute · ${customer}`,
  raised: (customer: string, who: string) => `Sent to ${who}, who will decide who owns ${customer}.`,
  asks: (who: string, customer: string) => `${who} says ${customer} should be theirs.`,
  still: (days: string) => `Still open, raised ${days}.`,
  why: 'Reason',
  theirs: 'Their activity',
  owner: 'Current owner',
  last: 'Last follow-up',
  deals: 'Open deals',
  give: (who: string) => `Give to ${who}`,
  keep: (who: string) => `Keep with ${who}`,
  keepOwner: 'No change',
  merge: 'Merge',
  own: (customer: string) => `You already own ${customer}.`,
  already: (customer: string) => `Your dispute about ${customer} is still open.`,
  nobody: "There's no manager or admin to decide this.",
  gone: 'This has already been decided.',
  decided: (who: string, at: string, verdict: string) => `Decided by ${who} ${at}: ${verdict}`,
  notJudge: (names: string) => `Only ${names} can decide this.`,
  askVerdict: "What's the reason for your decision?",
  given: (customer: string, to: string, by: string, why: string) =>
    `${customer} now belongs to ${to}. Decided by ${by}: ${why}`,
  kept: (customer: string, to: string, by: string, why: string) =>
    `${customer} stays with ${to}. Decided by ${by}: ${why}`,
  merged: (customer: string, to: string, by: string, why: string) =>
    `${customer} stays with ${to}, and both sets of records were merged. Decided by ${by}: ${why}`,
  mergedNote: (who: string, reason: string) => `Merged after a dispute raised by ${who}: ${reason}`,
  statuses: { given: 'owner changed', kept: 'owner kept', merged: 'merged' } as Record<string, string>,
  open: (count: number) => `Open disputes · ${count}`,
  none: 'No open disputes.',
  line: (no: string, customer: string, who: string, at: string) => `${no} ${customer} · ${who} · ${at}`,
  see: (no: string) => `View ${no}`,
};
