import { RuleError } from '../../kernel/command/errors.js';
import type { MoneyReader, Sum } from '../../kernel/pieces/amount.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { isOpenedBy, pricedAs } from '../../sales/deals/gates.js';
import { endOfWorkday } from '../../sales/deals/stall-rules.js';
import type { Stage } from '../../sales/process/parse-process.js';
import { isForward, stageOf } from '../../sales/process/stages.js';
import { openApprovalOf } from '../../store/deals/approval-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Approval, Deal, Person } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { approvers, approversFor, isOpened } from '../access/approvers.js';
import type { Context } from '../access/context.js';
import { gatesAhead } from '../access/gates-ahead.js';
import { contextFor, localeFor, noticesOf } from '../access/reader.js';
import { playbookButton } from '../cards/article-card.js';
import { dealCard } from '../cards/deal-card.js';
import { playbookFor } from '../lookup/article-lookup.js';
import { notifyPerson } from '../notices/notify.js';
import { pricedBy } from '../words/deal-price.js';
import { priceSaid } from '../words/deal-words.js';
import { momentWords, zonedIn } from '../words/zoned-dates.js';

/**
 * Throws RuleError if the move passes a gate that the speaker may not approve alone; the next step it offers
 * is to request approval, with the sum that was said.
 */
export async function demandPassed(
  ctx: Context,
  deal: Deal,
  target: Stage,
  amount: Sum | undefined,
): Promise<void> {
  const price = amount === undefined ? undefined : pricedBy(ctx, amount, deal);
  const asked = pricedAs(deal, price);
  for (const { gate, name, key } of await gatesAhead(ctx, asked, target.key)) {
    if (!gate) continue;
    const keepers = await approvers(ctx, gate, deal);
    if (isOpenedBy(gate, keepers, [ctx.person.id])) continue;
    const t = textsIn(ctx.locale).deal;
    const who = formatsIn(ctx.locale).list(keepers.map((one) => one.name));
    const waiting = await openApprovalOf(ctx.db, deal.id);
    const no = dealNo(deal);
    if (waiting) {
      const decides = (await approversFor(ctx, deal, waiting)).some(({ id }) => id === ctx.person.id);
      const [label, command] = decides ? [t.approve, 'approve'] : [t.nudge, 'nudge'];
      throw new RuleError(t.gateWaiting(no, who), { label, call: { command, input: { deal: no } } });
    }
    const input = { deal: no, stage: target.key, ...(amount === undefined ? {} : { amount }) };
    const call = { command: 'request', input };
    const isPassed = !isForward(ctx.process, deal.stage, key);
    const said = isPassed ? t.gateOutgrown : t.gate;
    throw new RuleError(said(name[ctx.locale], who, gate.need === 'all'), { label: t.request, call });
  }
}

/** Requests approval for the deal to enter a stage, and notifies every approver. */
export async function requestApproval(
  ctx: Context,
  deal: Deal,
  target: Stage,
  { note, amount }: { note: string; amount: Sum | undefined },
): Promise<{ approval: Approval; sent: SentRequest[] }> {
  const price = amount === undefined ? undefined : pricedBy(ctx, amount, deal);
  const asked = pricedAs(deal, price);
  const gated = (await gatesAhead(ctx, asked, target.key)).at(-1);
  const t = textsIn(ctx.locale).deal;
  if (!gated?.gate) throw new RuleError(t.noGate(dealNo(deal)));
  if (await openApprovalOf(ctx.db, deal.id)) throw new RuleError(t.alreadyAsked(dealNo(deal)));
  const after = (days: number) => endOfWorkday(ctx.now, days, ctx.process, ctx.calendar, zonedIn(ctx.zone));
  const { gate } = gated;
  const given = {
    dealId: deal.id,
    teamId: deal.teamId,
    stage: target.key,
    requestedBy: ctx.person.id,
    note,
    ...price,
    remindAt: after(gate.remindAfterDays),
    escalateAt: gate.escalateAfterDays === null ? null : after(gate.escalateAfterDays),
    expiresAt: after(gate.expireAfterDays),
  };
  const approval = await ctx.unit.create('approval.requested', given);
  return {
    approval,
    sent: await notifyApprovers(ctx, await approvers(ctx, gate, deal), deal, approval, '1'),
  };
}

/** A request that was sent to an approver; `at` is when it may arrive, or undefined if there is no place to reach them. */
export interface SentRequest {
  person: Person;
  at: Date | undefined;
}

/** Sends the request to several approvers. */
export async function notifyApprovers(
  ctx: Context,
  people: readonly Person[],
  deal: Deal,
  approval: Approval,
  turn: string,
): Promise<SentRequest[]> {
  const sent: SentRequest[] = [];
  for (const person of people)
    sent.push({ person, at: await notifyApprover(ctx, person, deal, approval, turn) });
  return sent;
}

/** Says whom a request reaches later, as it is their quiet time, and whom not at all. */
export function lateRequests(ctx: Context, sent: readonly SentRequest[]): string[] {
  const t = textsIn(ctx.locale).deal;
  return sent.flatMap(({ person, at }) => {
    if (at === undefined) return person.id === ctx.person.id ? [] : [t.unreachable(person.name)];
    return at > ctx.now ? [t.arrivesAt(person.name, momentWords(ctx, at))] : [];
  });
}

/** Sends an approver the request; `turn` makes each sending's key unique. */
async function notifyApprover(
  ctx: Context,
  person: Person,
  deal: Deal,
  approval: Approval,
  turn: string,
): Promise<Date | undefined> {
  const locale = localeFor(ctx, person);
  const t = textsIn(locale).deal;
  const by = await personById(ctx.db, approval.requestedBy);
  const stage = stageOf(ctx.process, approval.stage)?.name[locale] ?? approval.stage;
  const said = t.asksFor(by?.name ?? '', stage, requestWords(approval, { ...ctx, locale }));
  const card = await dealCard(await contextFor(ctx, person), deal, said);
  return await tell(ctx, person, `approval:${approval.id}:${turn}:${person.id}`, card);
}

/** The sum and the words of a request. */
export const requestWords = (approval: Approval, reader: MoneyReader): string =>
  [priceSaid(reader, approval), approval.note].filter(Boolean).join(' · ');

/** Records an approval vote; returns whether the gate is open now. */
export async function voteFor(ctx: Context, deal: Deal, approval: Approval): Promise<boolean> {
  const t = textsIn(ctx.locale).deal;
  if (approval.votes.includes(ctx.person.id)) throw new RuleError(t.alreadyVoted(dealNo(deal)));
  const votes = [...approval.votes, ctx.person.id];
  const open = await isOpened(ctx, deal, approval, votes);
  const decided = open ? { status: 'approved' as const, decidedAt: ctx.now, remindAt: null } : {};
  await ctx.unit.change(open ? 'approval.approved' : 'approval.voted', approval, { votes, ...decided });
  return open;
}

/** Rejects the request, with a reason. */
export async function rejectRequest(ctx: Context, approval: Approval, reason: string): Promise<void> {
  await ctx.unit.change('approval.rejected', approval, {
    status: 'rejected',
    reason,
    decidedAt: ctx.now,
    remindAt: null,
  });
}

/** Expires the deal's open approval request after the deal went another way. */
export async function dropRequest(ctx: Context, deal: Deal): Promise<void> {
  const approval = await openApprovalOf(ctx.db, deal.id);
  if (!approval) return;
  await ctx.unit.asConsequence('closed').change('approval.expired', approval, {
    status: 'expired',
    decidedAt: ctx.now,
    remindAt: null,
  });
}

/** Notifies the requester of the decision, with the article that helps in the stage the deal entered. */
export async function tellDecided(
  ctx: Context,
  deal: Deal,
  approval: Approval,
  said: (locale: Context['locale']) => string,
): Promise<void> {
  const asker = await personById(ctx.db, approval.requestedBy);
  if (!asker || asker.id === ctx.person.id) return;
  const locale = localeFor(ctx, asker);
  const reader = await contextFor(ctx, asker);
  const playbook = deal.stage === approval.stage ? await playbookFor(ctx, deal) : undefined;
  const offer = playbook && playbookButton(reader, playbook);
  const card = await dealCard(reader, deal, said(locale), { offer });
  await tell(ctx, asker, `approval:${approval.id}:decided`, card, true);
}

async function tell(
  ctx: Context,
  person: Person,
  key: string,
  card: Awaited<ReturnType<typeof dealCard>>,
  waits = false,
): Promise<Date | undefined> {
  return await notifyPerson(ctx.db, noticesOf(ctx), person, 'stall', { key, card, waits });
}
