import type { Column, Kit, Referable } from '../kit/kit.js';

/** Leads, deals with every state they were in, and what is done about them. */
export function declareSelling(
  k: Kit,
  { people, teams, customers, contacts }: Record<'people' | 'teams' | 'customers' | 'contacts', Referable>,
) {
  const leads = k.table(
    'leads',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      customerId: k.ref(() => customers.id).notNull(),
      contactId: k.ref(() => contacts.id),
      /** Null = in the pool. */
      ownerId: k.ref(() => people.id),
      teamId: k.ref(() => teams.id),
      status: k.oneOf('open', 'pool', 'converted', 'dropped').notNull(),
      source: k.text(),
      region: k.text(),
      tags: k.json<string[]>().notNull(),
      note: k.text().notNull(),
      /** Whether the note was said in a private chat: no group reads it. */
      isPrivate: k.bool().notNull().default(false),
      /** What it may be worth, in the company's currency; null where no rate was known for what was said. */
      amount: k.money(),
      /** What was said in another currency than the company's, and its code; both null where it was said in that one. */
      told: k.money(),
      currency: k.text(),
      /** First follow-up is due by then; null once answered. */
      respondBy: k.at(),
      /** The response alert already sent: 0 none, 1 owner reminded, 2 manager told. */
      respondAlerts: k.int().notNull(),
      respondedAt: k.at(),
      /** Goes back to the pool then, unless followed; null where it cannot. */
      poolAt: k.at(),
      /** The warning before the return was sent. */
      poolWarnedAt: k.at(),
      /** In the pool: who may claim it alone, and until when. */
      offeredTo: k.ref(() => people.id),
      offerUntil: k.at(),
      dealId: k.ref((): Column => deals.id),
      lastFollowUpAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('leads_customer').on(t.customerId),
      k.index('leads_owner').on(t.ownerId, t.status),
      k.index('leads_status').on(t.status, t.createdAt),
      k.index('leads_respond').on(t.respondBy),
      k.index('leads_pool').on(t.poolAt),
      k.index('leads_created').on(t.createdAt),
      k.index('leads_offer').on(t.offerUntil),
      k.index('leads_contact').on(t.contactId).where(k.given(t.contactId)),
      k.index('leads_deal').on(t.dealId).where(k.given(t.dealId)),
    ],
  );

  const deals = k.table(
    'deals',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      customerId: k.ref(() => customers.id).notNull(),
      name: k.text().notNull(),
      ownerId: k.ref(() => people.id),
      teamId: k.ref(() => teams.id),
      status: k.oneOf('open', 'won', 'lost').notNull(),
      /** Stage key of the process file. */
      stage: k.text().notNull(),
      stageSince: k.at().notNull(),
      amount: k.money(),
      /** What was said in another currency than the company's, and its code; both null where it was said in that one. */
      told: k.money(),
      currency: k.text(),
      /** Local date the deal is expected to close. */
      closeDate: k.text(),
      closedAt: k.at(),
      /** How sure its owner calls it; null: not called. */
      called: k.oneOf('commit', 'best', 'pipeline', 'omit'),
      lossReason: k.text(),
      lossStage: k.text(),
      product: k.text(),
      tags: k.json<string[]>().notNull(),
      /** SOP steps ticked, and values of the stage's required fields. */
      facts: k.json<Record<string, string>>().notNull(),
      lastFollowUpAt: k.at(),
      /** From then on the deal counts as stalled; null when closed. */
      stallAt: k.at(),
      /** The stall that was alerted (its stallAt), so that each stall is told once. */
      stallAlertedAt: k.at(),
      /** When the unanswered alert goes to the manager; null when none is waiting. */
      escalateAt: k.at(),
      processVersion: k.int().notNull(),
      /** The key of the record in the system it was imported from. */
      importKey: k.text().unique(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('deals_customer').on(t.customerId),
      k.index('deals_owner').on(t.ownerId, t.status),
      // Holds what tells a stall that was alerted, and the worth of those that stand.
      k.index('deals_stall').on(t.stallAt, t.stallAlertedAt, t.teamId, t.ownerId, t.amount),
      k.index('deals_escalate').on(t.escalateAt),
      k.index('deals_closed').on(t.closedAt),
      k.index('deals_created').on(t.createdAt),
    ],
  );

  /** Each state a deal was in, so that any report can be asked as of any past moment. */
  const dealVersions = k.table(
    'deal_versions',
    {
      dealId: k.ref(() => deals.id, 'cascade').notNull(),
      version: k.int().notNull(),
      validFrom: k.at().notNull(),
      /** `forever` for the present state. */
      validTo: k.at().notNull(),
      ownerId: k.ref(() => people.id),
      teamId: k.ref(() => teams.id),
      status: k.oneOf('open', 'won', 'lost').notNull(),
      stage: k.text().notNull(),
      stageSince: k.at().notNull(),
      amount: k.money(),
      /** What was said in another currency than the company's, and its code; both null where it was said in that one. */
      told: k.money(),
      currency: k.text(),
      closeDate: k.text(),
      called: k.oneOf('commit', 'best', 'pipeline', 'omit'),
    },
    (t) => [
      k.primaryKey(t.dealId, t.version),
      // Holds all that a pipeline sum needs, so that it reads no row.
      k.index('deal_versions_valid').on(t.status, t.validTo, t.validFrom, t.teamId, t.stage, t.amount),
    ],
  );

  const followUps = k.table(
    'follow_ups',
    {
      id: k.id(),
      customerId: k.ref(() => customers.id).notNull(),
      // One that was undone stays in the book, also where the act that is undone had made what it was about.
      dealId: k.ref(() => deals.id, 'set null'),
      leadId: k.ref(() => leads.id, 'set null'),
      contactId: k.ref(() => contacts.id, 'set null'),
      personId: k.ref(() => people.id).notNull(),
      teamId: k.ref(() => teams.id),
      channel: k.oneOf('call', 'visit', 'wechat', 'email', 'meeting', 'other').notNull(),
      /** The original words, whole. */
      words: k.text().notNull(),
      /** Whether they were said in a private chat: no group reads them. */
      isPrivate: k.bool().notNull().default(false),
      /** Facts read from the words ('quoted 30万'), not written to the deal. */
      facts: k.json<Record<string, string>>().notNull(),
      at: k.at().notNull(),
      createdAt: k.at().notNull(),
      undone: k.bool().notNull(),
    },
    (t) => [
      k.index('follow_ups_customer').on(t.customerId, t.at),
      k.index('follow_ups_deal').on(t.dealId, t.at),
      // Holds all that a report counts, so that it reads no row.
      k.index('follow_ups_at').on(t.at, t.undone, t.personId, t.channel, t.teamId),
      k.index('follow_ups_person').on(t.personId, t.at),
      k.index('follow_ups_lead').on(t.leadId).where(k.given(t.leadId)),
      k.index('follow_ups_contact').on(t.contactId).where(k.given(t.contactId)),
    ],
  );

  const tasks = k.table(
    'tasks',
    {
      id: k.id(),
      no: k.int().notNull().unique(),
      customerId: k.ref(() => customers.id).notNull(),
      dealId: k.ref(() => deals.id),
      leadId: k.ref(() => leads.id),
      ownerId: k.ref(() => people.id).notNull(),
      teamId: k.ref(() => teams.id),
      title: k.text().notNull(),
      /** The standard action that it carries out, by its key in a deal's facts; null of a task that people planned. */
      step: k.text(),
      /** Whether the title was said in a private chat: no group reads it. */
      isPrivate: k.bool().notNull().default(false),
      /** Local date in the owner's zone; `dueAt` is the moment it is over. */
      dueDate: k.text().notNull(),
      dueTime: k.text(),
      dueAt: k.at().notNull(),
      status: k.oneOf('open', 'done', 'dropped').notNull(),
      doneAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('tasks_owner').on(t.ownerId, t.status, t.dueAt),
      k.index('tasks_due').on(t.status, t.dueAt),
      k.index('tasks_customer').on(t.customerId, t.status),
      k.index('tasks_deal').on(t.dealId).where(k.given(t.dealId)),
      k.index('tasks_lead').on(t.leadId).where(k.given(t.leadId)),
    ],
  );

  /** A deal that waits at a gate: asked for, and let through, turned back or run out. */
  const approvals = k.table(
    'approvals',
    {
      id: k.id(),
      dealId: k.ref(() => deals.id).notNull(),
      teamId: k.ref(() => teams.id),
      /** The stage that is asked for. */
      stage: k.text().notNull(),
      requestedBy: k.ref(() => people.id).notNull(),
      note: k.text().notNull(),
      /** The sum said with the request, which the deal gets once it is let through; minor units. */
      amount: k.money(),
      /** What was said in another currency than the company's, and its code; both null where it was said in that one. */
      told: k.money(),
      currency: k.text(),
      status: k.oneOf('open', 'approved', 'rejected', 'expired').notNull(),
      /** Ids of those who have said yes. */
      votes: k.json<string[]>().notNull(),
      /** Why it was turned back. */
      reason: k.text(),
      remindAt: k.at(),
      /** From then on those above the approvers may decide too; null: never. */
      escalateAt: k.at(),
      expiresAt: k.at().notNull(),
      decidedAt: k.at(),
      version: k.int().notNull(),
      createdAt: k.at().notNull(),
    },
    (t) => [
      k.index('approvals_deal').on(t.dealId, t.status),
      k.index('approvals_remind').on(t.status, t.remindAt),
      k.index('approvals_expire').on(t.status, t.expiresAt),
    ],
  );

  return { leads, deals, dealVersions, followUps, tasks, approvals };
}
