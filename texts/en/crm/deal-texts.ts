import type { Like } from '../../shape/like.js';
import type { dealTexts as original } from '../../zh/crm/deal-texts.js';
import { plural } from '../formats/formats.js';

export const dealTexts: Like<typeof original> = {
  gate: (stage: string, who: string, all: boolean) =>
    `Entering "${stage}" takes ${all ? 'the yes of each of ' : ''}${who || 'an admin'}.`,
  gateWaiting: (no: string, who: string) => `${no} waits for ${who || 'an admin'} to let it on.`,
  request: 'Ask for it',
  nudge: 'Remind',
  approve: 'Let on',
  reject: 'Turn back',
  noGate: (no: string) => `${no} needs nobody's yes. Just move it.`,
  alreadyAsked: (no: string) => `${no} was asked for already and waits.`,
  alreadyVoted: (no: string) => `You have said yes to ${no}; others have not yet.`,
  asksFor: (who: string, stage: string, note: string) =>
    `${who} asks to enter "${stage}"${note ? `: ${note}` : ''}`,
  whichClose: 'This deal has no close date yet. Which date?',
  worth: (told: string, home: string) => `${told} (≈ ${home})`,
  noRate: (told: string, currency: string) => `${told} (no ${currency} rate yet, not in totals)`,
  whichCurrency: (mark: string) =>
    `"${mark}" is the name of several currencies. Write the amount with its code.`,
  keptIn: (currency: string) => `This amount is kept in ${currency}. Say it in ${currency}.`,
  otherCurrency: (said: string, kept: string) =>
    `You said ${said}; amounts are kept in ${kept}. Correct the amount if it has to be converted.`,
  waitsAt: (stage: string, who: string, note: string) =>
    `Waits to enter "${stage}" (asked by ${who}${note ? `: ${note}` : ''})`,
  requested: (stage: string, who: string) => `Asked to enter "${stage}". It waits for ${who || 'an admin'}.`,
  arrivesAt: (who: string, when: string) => `These are quiet hours for ${who}: the message arrives ${when}.`,
  unreachable: (who: string) => `I cannot reach ${who} yet: they have not written to me.`,
  nudged: (who: string) => `${who || 'The admins'} reminded.`,
  voted: (who: string) => `${who} said yes; others are still to.`,
  approved: (who: string, from: string, to: string) => `${who} let it on: from "${from}" to "${to}".`,
  rejected: (who: string, stage: string, reason: string) =>
    `${who} turned it back from "${stage}": ${reason}`,
  decidedBy: (none: string, who: string, isApproved: boolean, at: string) =>
    `${none} ${who} ${isApproved ? 'approved' : 'rejected'} the last request ${at}.`,
  nothingWaits: (no: string) => `Nothing waits for ${no}.`,
  notKeeper: (who: string) => `This gate is kept by ${who || 'the admins'}.`,
  waits: (no: string, customer: string, stage: string, who: string, at: string) =>
    `${no} · ${customer} → ${stage} · ${who} · ${at}`,
  approvals: (count: number) => (count > 0 ? `Waiting · ${count}` : 'Waiting'),
  noApprovals: 'No deal waits to be let on.',
  approvalsHint: 'Reply "approve D-1", or "reject D-1 reason".',
  stillWaits: (no: string, customer: string) => `Still waits · ${no} · ${customer}`,
  ranOut: (no: string, customer: string) => `Request ran out · ${no} · ${customer}`,
  ranOutSaid: (stage: string) => `Nobody decided about "${stage}" in time. You can ask again.`,
  title: (no: string, customer: string, amount: string) => [no, customer, amount].filter(Boolean).join(' · '),
  sameDeal: (no) => `There is such a deal already: ${no}. Nothing was created.`,
  createAgain: 'Create it anyway',
  created: (stage: string) => `Deal created, starting in "${stage}".`,
  madeFor: (owner) => `The deal is ${owner}'s.`,
  belongsTo: (owner, own) =>
    `The deal is ${owner}'s, who looks after the customer. To have it yourself, undo it and add owner="${own}".`,
  converted: (lead: string, deal: string) => `Lead ${lead} is now deal ${deal}.`,
  moved: (from: string, to: string) => `Moved from "${from}" to "${to}".`,
  movedBack: (from: string, to: string, why: string) => `Moved back from "${from}" to "${to}": ${why}`,
  whyBack: (from: string, to: string) => `Back from "${from}" to "${to}": why?`,
  whyBackExample: 'the budget was cut',
  otherPipeline: (no: string, pipeline: string, stages: string) =>
    `${no} is sold by "${pipeline}", which has these stages: ${stages}. To change that, say "pipeline ${no} name".`,
  pipelined: (from: string, to: string, stage: string) =>
    `Changed from "${from}" to "${to}"; it stands in "${stage}".`,
  samePipeline: (no: string, name: string) => `${no} is in "${name}" already.`,
  already: (no: string, stage: string) => `${no} is already in "${stage}".`,
  noNext: (no: string) => `${no} is in the last stage.`,
  closed: (no: string, status: string) => `${no} is ${status} and cannot be changed.`,
  missing: (stage: string, fields: string) => `Before "${stage}" it still needs: ${fields}.`,
  missingCustom: (no: string, name: string) => `move ${no} ${name}=…`,
  stepsOpen: (names: string) => `Standard steps still open: ${names}`,
  goal: (goal: string) => `Goal of the stage: ${goal}`,
  isWon: (no: string) => `Mark ${no} as won?`,
  nextIsWon: (stage: string) => `The next stage is "${stage}": the deal is won. Mark it as won?`,
  won: (amount: string) => `Won ${amount}. Congratulations!`,
  lost: (reason: string) => `Noted as lost, reason: ${reason}.`,
  lostCount: (reason: string, count: number, total: number) =>
    `This year ${count} of ${plural(total, 'lost deal')} went to "${reason}".`,
  amountSame: (amount: string) => `The amount is ${amount} already.`,
  whichAmount: 'Which amount?',
  amountChanged: (from: string, to: string) => `Amount ${from} → ${to}`,
  dateChanged: (from: string, to: string) => `Close date ${from} → ${to}`,
  stepDone: (name: string) => `Done: ${name}`,
  stalled: (days: number) => `Stalled: no follow-up for ${plural(days, 'workday')}`,
  tooLong: (days: number) => `Stalled: ${plural(days, 'workday')} in this stage`,
  reasonProbability: (percent: number, stage: string) => `${percent}% (${stage})`,
  askAmount: 'What is the amount?',
  needAmount: (no: string) => `A win needs an amount; ${no} has none.`,
  noStep: (words: string) => `No standard step "${words}".`,
  /** Answers to what a stage asks for, by what it requires. */
  examples: {
    amount: '300k',
    closeDate: '2026-06-30',
    contact: 'Mr Wang',
    product: 'ERP',
    note: 'call needs are clear',
  },
  reopen: 'Show it',
};
