import { RuleError, StaleError } from '../../kernel/command/errors.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { judgesOf, mayJudge, remindAgain } from '../../sales/leads/dispute-rules.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { openDisputesOf } from '../../store/customers/dispute-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import { listPeople, personById } from '../../store/people/person-queries.js';
import type { Customer, Dispute, Person } from '../../store/schema/row-types.js';
import type { NewDispute } from '../../store/unit/rows/dispute-rows.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { habitsOf, noticesOf, readerOf } from '../access/reader.js';
import { disputeCard } from '../cards/dispute-card.js';
import { notifyPerson } from '../notices/notify.js';
import { zonedIn } from '../words/zoned-dates.js';
import { outOfPool, resetPoolClock } from './change-owner.js';
import { findOrCreateContact } from './customer-acts.js';
import { changeDealBy } from './deal-acts.js';
import { withoutReminders } from './task-acts.js';

type Given = Pick<NewDispute, 'reason' | 'contact' | 'phone' | 'email'>;

/**
 * Disputes a customer's ownership and sends both sides to whoever decides; returns the names of those people.
 */
export async function raiseDispute(
  ctx: Context,
  { customer, called }: { customer: Customer; called: string },
  given: Given,
): Promise<string> {
  const t = textsIn(ctx.locale).dispute;
  if (customer.ownerId === ctx.person.id) throw new RuleError(t.own(called));
  const open = await openDisputesOf(ctx.db, customer.id);
  if (open.some((one) => one.raisedBy === ctx.person.id)) throw new RuleError(t.already(called));
  const { teamId, ownerId } = customer;
  const judges = judgesOf(await listPeople(ctx.db), { raisedBy: ctx.person.id, teamId });
  if (judges.length === 0) throw new RuleError(t.nobody);
  const remindAt = remindAgain(ctx.now, ctx.process, ctx.calendar, zonedIn(ctx.zone));
  const made = { customerId: customer.id, teamId, ownerId, raisedBy: ctx.person.id, remindAt, ...given };
  const dispute = await ctx.unit.create('dispute.raised', made);
  for (const judge of judges) await tellJudge(ctx, judge, dispute);
  return formatsIn(ctx.locale).list(judges.map((judge) => judge.name));
}

async function tellJudge(ctx: Context, judge: Person, dispute: Dispute): Promise<void> {
  const telling = noticesOf(ctx);
  const card = await disputeCard(ctx.db, await readerOf(ctx.db, telling, judge), dispute, ctx.now);
  await notifyPerson(ctx.db, telling, judge, 'lead', { key: `dispute:${dispute.id}:1:${judge.id}`, card });
}

/** Tells whether the speaker may decide the dispute, and names who may if not. */
export async function judgesFor(ctx: Context, dispute: Dispute): Promise<{ may: boolean; names: string }> {
  const people = await listPeople(ctx.db);
  const judges = judgesOf(people, dispute);
  return {
    may: mayJudge(people, dispute, ctx.person),
    names: formatsIn(ctx.locale).list(judges.map((judge) => judge.name)),
  };
}

export type Verdict = Exclude<Dispute['status'], 'open'>;

/**
 * Decides a dispute: the claimant gets the customer, or the owner keeps it, or keeps it and gets the
 * claimant's data.
 */
export async function decideDispute(
  ctx: Context,
  dispute: Dispute,
  customer: Customer,
  status: Verdict,
  verdict: string,
): Promise<void> {
  const change = { status, verdict, decidedBy: ctx.person.id, decidedAt: ctx.now, remindAt: null };
  if (!(await ctx.unit.changeIfCurrent('dispute.decided', dispute, change)))
    throw new StaleError(customerNo(customer));
  const judged = { ...ctx, unit: ctx.unit.asConsequence('judged') };
  const claimant = await personById(ctx.db, dispute.raisedBy);
  if (!claimant) return;
  if (status === 'given') await giveOver(judged, customer, claimant);
  if (status !== 'kept') await takeOver(judged, dispute, customer, claimant);
  ctx.unit.ownerChanges.settle();
  await tellBoth(ctx, dispute, customer, status, verdict, claimant);
}

/** Gives the customer and its owner's open records to a person. */
async function giveOver(ctx: Context, customer: Customer, to: Person): Promise<void> {
  const { ownerId } = customer;
  const given = { ownerId: to.id, teamId: to.teamId };
  const change = { ...given, ...outOfPool };
  await ctx.unit.change('customer.assigned', customer, { ...change, ...resetPoolClock });
  const was = (one: { ownerId: string | null }) => one.ownerId === ownerId || one.ownerId === null;
  for (const lead of (await liveLeadsOf(ctx.db, customer.id)).filter(was))
    await ctx.unit.change('lead.assigned', lead, { ...given, status: 'open' });
  for (const deal of (await openDealsOf(ctx.db, customer.id)).filter(was))
    await changeDealBy(ctx, deal, 'deal.assigned', given);
  const tasks = (await openTasksOf(ctx.db, customer.id)).filter(was);
  for (const task of await withoutReminders(ctx, tasks)) await ctx.unit.change('task.assigned', task, given);
}

/**
 * Adds the claimant's data to the customer: contact, phone, mail, and the reason as the claimant's follow-up.
 */
async function takeOver(ctx: Context, dispute: Dispute, customer: Customer, claimant: Person): Promise<void> {
  const { contact, phone, email, reason } = dispute;
  const made = await findOrCreateContact(
    ctx,
    customer,
    contact ?? undefined,
    phone ?? undefined,
    email ?? undefined,
  );
  await ctx.unit.create('followUp.created', {
    customerId: customer.id,
    dealId: null,
    leadId: null,
    contactId: made?.id ?? null,
    personId: claimant.id,
    teamId: claimant.teamId,
    channel: 'other',
    words: textsIn(ctx.locale).dispute.mergedNote(claimant.name, reason),
    isPrivate: true,
    facts: {},
    at: dispute.createdAt,
    createdAt: ctx.now,
  });
}

async function tellBoth(
  ctx: Context,
  dispute: Dispute,
  customer: Customer,
  status: Verdict,
  why: string,
  claimant: Person,
): Promise<void> {
  const owner = customer.ownerId ? await personById(ctx.db, customer.ownerId) : undefined;
  const telling = noticesOf(ctx);
  for (const person of [claimant, owner]) {
    if (!person || person.id === ctx.person.id) continue;
    const { locale } = habitsOf(telling, person);
    const card = {
      key: `dispute:${dispute.id}`,
      title: textsIn(locale).dispute.title(customer.name),
      tone: 'info' as const,
      nodes: [
        {
          kind: 'text' as const,
          text: decidedWords(locale, customer.name, status, claimant, owner, ctx.person, why),
        },
      ],
    };
    const key = `dispute:${dispute.id}:decided:${ctx.actId}:${person.id}`;
    await notifyPerson(ctx.db, telling, person, 'lead', { key, card });
  }
}

/** Says what was decided, who owns the customer now, and why. */
export function decidedWords(
  locale: Context['locale'],
  customer: string,
  status: Verdict,
  claimant: Person,
  owner: Person | undefined,
  by: Person,
  why: string,
): string {
  const to = status === 'given' ? claimant.name : (owner?.name ?? textsIn(locale).common.nobody);
  return textsIn(locale).dispute[status](customer, to, by.name, why);
}
