import type { Like } from '../../shape/like.js';
import type { dealTexts as original } from '../../zh/crm/deal-texts.js';
import { plural } from '../formats/formats.js';

export const dealTexts: Like<typeof original> = {
  gate: (stage: string, who: string, all: boolean) =>
    `${all && who ? `All of these people must approve ${stage}: ${who}.` : `${who || 'An admin'} must approve ${stage}.`}`,
  gateOutgrown: (stage, who, all) =>
    all && who
      ? `The amount is now over the limit for ${stage}. All of these people must approve it: ${who}.`
      : `The amount is now over the limit for ${stage}. ${who || 'An admin'} must approve it.`,
  gateWaiting: (no: string, who: string) => `${no} is waiting for approval from ${who || 'an admin'}.`,
  request: 'Request approval',
  nudge: 'Send a reminder',
  approve: 'Approve',
  reject: 'Reject',
  noGate: (no: string) => `${no} doesn't need approval. You can move it now.`,
  alreadyAsked: (no: string) => `Approval for ${no} has already been requested.`,
  alreadyVoted: (no: string) => `You've already approved ${no}. Others still need to.`,
  asksFor: (who: string, stage: string, note: string) =>
    `${who} requests approval for ${stage}${note ? `: ${note}` : ''}`,
  whichClose: 'When do you expect this deal to close?',
  worth: (told: string, home: string) => `${told} (≈ ${home})`,
  noRate: (told: string, currency: string) => `${told} (no ${currency} rate yet, not in totals)`,
  whichCurrency: (mark: string) =>
    `"${mark}" can mean several currencies. Add the currency code to the amount.`,
  keptIn: (currency: string) => `This amount has to be in ${currency}.`,
  otherCurrency: (said: string, kept: string) =>
    `You said ${said}, but amounts are in ${kept}. Change the amount if it needs converting.`,
  waitsAt: (stage: string, who: string, note: string) =>
    `Waiting for approval: ${stage} (requested by ${who}${note ? `: ${note}` : ''})`,
  requested: (stage: string, who: string) => `Approval for ${stage} requested from ${who || 'an admin'}.`,
  arrivesAt: (who: string, when: string) => `${who} is in quiet hours and will get the message ${when}.`,
  unreachable: (who: string) => `I can't reach ${who} yet: they've never messaged me.`,
  nudged: (who: string) => `Reminder sent to ${who || 'the admins'}.`,
  voted: (who: string) => `${who} approved. Others still need to.`,
  approved: (who: string, from: string, to: string) => `${who} approved the move from ${from} to ${to}.`,
  rejected: (who: string, stage: string, reason: string) => `${who} rejected the move to ${stage}: ${reason}`,
  decidedBy: (none: string, who: string, isApproved: boolean, at: string) =>
    `${none} ${who} ${isApproved ? 'approved' : 'rejected'} the last request ${at}.`,
  nothingWaits: (no: string) => `${no} has no pending request.`,
  notKeeper: (who: string) => `Only ${who || 'admins'} can approve this.`,
  waits: (no: string, customer: string, stage: string, who: string, at: string) =>
    `${no} · ${customer} → ${stage} · ${who} · ${at}`,
  approvals: (count: number) => (count > 0 ? `Pending approvals · ${count}` : 'Pending approvals'),
  noApprovals: 'No approvals are pending.',
  approvalsHint: 'You can also type "approve D-1" or "reject D-1 reason".',
  stillWaits: (no: string, customer: string) => `Still waiting for approval · ${no} · ${customer}`,
  ranOut: (no: string, customer: string) => `Approval request expired · ${no} · ${customer}`,
  ranOutSaid: (stage: string) => `Nobody approved ${stage} in time. You can request approval again.`,
  title: (no: string, customer: string, amount: string) => [no, customer, amount].filter(Boolean).join(' · '),
  sameDeal: (no) => `This deal already exists: ${no}. Nothing was created.`,
  createAgain: 'Create it anyway',
  created: (stage: string) => `Deal created in ${stage}.`,
  madeFor: (owner) => `Owner: ${owner}.`,
  belongsTo: (owner, own) =>
    `${owner} owns this customer, so the deal went to ${owner}. To own it yourself, undo it and add owner="${own}".`,
  converted: (lead: string, deal: string) => `Lead ${lead} is now deal ${deal}.`,
  moved: (from: string, to: string) => `Moved from ${from} to ${to}.`,
  movedBack: (from: string, to: string, why: string) => `Moved back from ${from} to ${to}: ${why}`,
  whyBack: (from: string, to: string) => `Why is it moving back from ${from} to ${to}?`,
  whyBackExample: 'the budget was cut',
  otherPipeline: (no: string, pipeline: string, stages: string) =>
    `${no} is in the ${pipeline} pipeline, which has these stages: ${stages}. To switch pipelines, type "pipeline ${no} NAME".`,
  pipelined: (from: string, to: string, stage: string) =>
    `Switched from the ${from} pipeline to ${to}. Current stage: ${stage}.`,
  samePipeline: (no: string, name: string) => `${no} is already in the ${name} pipeline.`,
  already: (no: string, stage: string) => `${no} is already in ${stage}.`,
  noNext: (no: string) => `${no} is already in the last stage.`,
  closed: (no: string, status: string) => `${no} is ${status}, so it can't be changed.`,
  missing: (stage: string, fields: string) => `To move to ${stage}, first add: ${fields}.`,
  missingCustom: (no: string, name: string) => `move ${no} ${name}=…`,
  stepsNeeded: (stage, steps) => `Before leaving ${stage}, complete these steps: ${steps}.`,
  missingToWin: (fields) => `Before this can be marked as won, add: ${fields}.`,
  tick: (step) => `Mark done: ${step}`,
  stepsOpen: (names: string) => `Still to do: ${names}`,
  goal: (goal: string) => `Stage goal: ${goal}`,
  isWon: (no: string) => `Mark ${no} as won?`,
  isLost: (reason) => `Mark it as lost? Reason: ${reason}`,
  nextIsWon: (stage: string) => `The next stage is ${stage}, which means the deal is won. Mark it as won?`,
  won: (amount: string) => `Won ${amount}. Congratulations!`,
  lost: (reason: string) => `Marked as lost. Reason: ${reason}.`,
  lostCount: (reason: string, count: number, total: number) =>
    `"${reason}" is the reason for ${count} of ${plural(total, 'lost deal')} this year.`,
  amountSame: (amount: string) => `The amount is already ${amount}.`,
  whichAmount: "What's the new amount?",
  amountChanged: (from: string, to: string) => `Amount ${from} → ${to}`,
  dateChanged: (from: string, to: string) => `Close date ${from} → ${to}`,
  stepDone: (name: string) => `Done: ${name}`,
  stalled: (days: number) => `Stalled: no follow-up in ${plural(days, 'workday')}`,
  tooLong: (days: number) => `Stalled: ${plural(days, 'workday')} in this stage`,
  reasonProbability: (percent: number, stage: string) => `${percent}% (${stage})`,
  askAmount: "What's the amount?",
  needAmount: (no: string) => `Add an amount before marking ${no} as won.`,
  noStep: (words: string) => `I can't find a checklist step called "${words}".`,
  /** Answers to what a stage asks for, by what it requires. */
  examples: {
    amount: '300k',
    closeDate: 'June 30',
    contact: 'Jane Smith',
    product: 'ERP',
    note: 'call, confirmed their needs',
  },
  reopen: 'View deal',
};
