import { RuleError } from '../../kernel/command/errors.js';
import type { Sum } from '../../kernel/pieces/amount.js';
import { leadNo } from '../../kernel/records/record-number.js';
import { isNameLike } from '../../language/names/name-like.js';
import { sumOfPrice } from '../../sales/deals/prices.js';
import type { Deal, Lead } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import type { Subject } from '../lookup/open-subject.js';
import { addDeal, firstStageFor, followDeal } from './deal-acts.js';
import { carryTasks } from './task-acts.js';

/** What turning a lead into a deal may change. */
export const conversionChanges = [
  'lead.converted',
  'deal.created',
  'deal.followed',
  'task.carried',
  'task.created',
] as const;

type Given = Partial<Pick<Deal, 'name' | 'closeDate' | 'product' | 'stage' | 'facts'>> & {
  amount?: Sum | null;
};

/** Turns a lead into a deal in the first stage, with the lead's owner; it is called by the lead's note if that is no sentence. */
export async function convertLead(ctx: Context, subject: Subject, given: Given = {}): Promise<Deal> {
  const { lead, customer } = subject;
  if (!lead) throw new RuleError(textsIn(ctx.locale).lead.mustLead(subject.number));
  demandLive(ctx, lead);
  const converting = { ...ctx, unit: ctx.unit.asConsequence('converted') };
  const deal = await addDeal(converting, {
    customerId: customer.id,
    name: isNameLike(lead.note) ? lead.note : customer.name,
    stage: (await firstStageFor(ctx, { product: given.product ?? lead.note, teamId: lead.teamId })).key,
    ownerId: lead.ownerId,
    teamId: lead.teamId,
    tags: lead.tags,
    ...given,
    amount: given.amount ?? sumOfPrice(lead),
  });
  await ctx.unit.change('lead.converted', lead, {
    status: 'converted',
    dealId: deal.id,
    respondBy: null,
    poolAt: null,
  });
  await carryTasks(ctx, lead, deal);
  // The lead's last follow-up counts for the deal, so that nobody has to log it again.
  return lead.lastFollowUpAt ? await followDeal(converting, deal, lead.lastFollowUpAt) : deal;
}

function demandLive(ctx: Context, lead: Lead): void {
  const c = textsIn(ctx.locale).common;
  if (lead.status === 'open') return;
  const status = lead.status === 'pool' ? c.pool : lead.status === 'converted' ? c.converted : c.dropped;
  throw new RuleError(textsIn(ctx.locale).deal.closed(leadNo(lead), status), {
    label: lead.status === 'pool' ? c.claim : c.find,
    call:
      lead.status === 'pool'
        ? { command: 'claim', input: { lead: leadNo(lead) } }
        : { command: 'find', input: { name: leadNo(lead) } },
  });
}
