import { laterOf } from '../../kernel/time/moments.js';
import { poolReturn, respondBy } from '../../sales/leads/lead-clocks.js';
import type { Lead, Person } from '../../store/schema/row-types.js';
import type { Context } from '../access/context.js';
import { zonedIn } from '../words/zoned-dates.js';

/** What creating a lead may change, with its customer and whose turn it was. */
export const leadChanges = [
  'lead.created',
  'customer.created',
  'contact.created',
  'contact.changed',
  'person.changed',
] as const;

type NewLead = Pick<Lead, 'customerId' | 'contactId' | 'source' | 'tags' | 'note'> &
  Partial<Pick<Lead, 'region' | 'amount' | 'told' | 'currency'>>;

/**
 * Creates a lead with its owner and a running response clock; without an owner, the lead waits in the team's
 * pool.
 */
export async function addLead(
  ctx: Context,
  made: NewLead,
  owner: Person | null,
  teamId: string | null,
): Promise<Lead> {
  const clocks = owner ? handedTo(ctx, owner, made.source, false) : inPool(teamId);
  const lead = await ctx.unit.create('lead.created', {
    ...made,
    ...clocks,
    isPrivate: ctx.place.kind === 'private',
  });
  if (owner) await rememberTurn(ctx, owner);
  return lead;
}

/** Gives a lead to a person, and restarts its response clock and its time until return to the pool. */
export async function giveLead(
  ctx: Context,
  lead: Lead,
  to: Person,
  kind: 'lead.assigned' | 'lead.claimed',
): Promise<Lead> {
  const isClaimed = kind === 'lead.claimed';
  const change = { ...handedTo(ctx, to, lead.source, isClaimed), offeredTo: null, offerUntil: null };
  const changed = await ctx.unit.change(kind, lead, change);
  await rememberTurn(ctx, to);
  return changed;
}

/**
 * Records a follow-up on the lead: stops its response clock and, if the follow-up counts, postpones its
 * return to the pool.
 */
export async function followLead(ctx: Context, lead: Lead, at: Date, isCounted: boolean): Promise<Lead> {
  const returns = returnAt(ctx, { ...lead, lastFollowUpAt: at }, lead.createdAt);
  const poolAt = returns && lead.poolAt ? laterOf(returns, lead.poolAt) : returns;
  return await ctx.unit.change('lead.followed', lead, {
    lastFollowUpAt: at,
    respondBy: null,
    respondedAt: lead.respondedAt ?? ctx.now,
    ...(isCounted ? { poolAt, poolWarnedAt: null } : {}),
  });
}

function handedTo(ctx: Context, owner: Person, source: string | null, isClaimed: boolean) {
  const lead = { status: 'open' as const, ownerId: owner.id, lastFollowUpAt: null, source, isClaimed };
  return {
    ownerId: owner.id,
    teamId: owner.teamId,
    status: 'open' as const,
    respondBy: respondBy(ctx.now, ctx.process, (from, minutes) =>
      ctx.calendar.addWorkMinutes(from, minutes, ctx.zone),
    ),
    respondAlerts: 0,
    respondedAt: null,
    poolAt: returnAt(ctx, lead, ctx.now),
    poolWarnedAt: null,
  };
}

function inPool(teamId: string | null) {
  return {
    ownerId: null,
    teamId,
    status: 'pool' as const,
    respondBy: null,
    respondAlerts: 0,
    respondedAt: null,
    poolAt: null,
    poolWarnedAt: null,
  };
}

function returnAt(
  ctx: Context,
  lead: Pick<Lead, 'status' | 'ownerId' | 'lastFollowUpAt' | 'source'> & { isClaimed?: boolean },
  assignedAt: Date,
): Date | null {
  return poolReturn({ ...lead, assignedAt }, ctx.process, ctx.calendar, zonedIn(ctx.zone))?.poolAt ?? null;
}

async function rememberTurn(ctx: Context, owner: Person): Promise<void> {
  await ctx.unit.asConsequence('assigned').change('person.changed', owner, { lastAssignedAt: ctx.now });
}
