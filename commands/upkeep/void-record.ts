import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { visible } from '../../crm/access/visibility.js';
import { leadCard } from '../../crm/cards/lead-card.js';
import { customerOf, openCustomer, openDeal, openLead } from '../../crm/words/open-records.js';
import { dealLabel, leadLabel } from '../../crm/words/record-labels.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { ChooseError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { dealNo, leadNo, recordNumber } from '../../kernel/records/record-number.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import type { Deal, Lead } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `作废 D-12` ("void D-12"): a lead counts as invalid from then on; of a deal it asks whether it was lost, or entered by
 * mistake.
 */
export const voidRecord = defineCommand({
  name: 'void',
  changes: ['lead.changed'],
  seldom: true,
  fields: {
    record: f.lookup('record', { required: true }),
    /** Asks first: somebody told of it, and ordered nothing. */
    isTold: f.flag(),
  },
  async run({ record, isTold = false }, ctx): Promise<Card> {
    if (record.startsWith('contact:'))
      throw new InputError('record', textsIn(ctx.locale).lookup.noSuchCustomer);
    switch (recordNumber(record)?.type) {
      case 'deal':
        return await whatOfDeal(ctx, await openDeal(ctx, record));
      case 'lead':
        return await voidedLead(ctx, await openLead(ctx, record), isTold);
      default:
        return await onlyOne(ctx, record, isTold);
    }
  },
});

/** The only open deal or lead of the customer; asks which one if there are several. */
async function onlyOne(ctx: Context, number: string, isTold: boolean): Promise<Card> {
  const customer = await openCustomer(ctx, number);
  const deals = await visible(ctx, await openDealsOf(ctx.db, customer.id));
  const leads = await visible(ctx, await liveLeadsOf(ctx.db, customer.id));
  const [deal] = deals;
  const [lead] = leads;
  if (deal && deals.length + leads.length === 1) return await whatOfDeal(ctx, deal);
  if (lead && deals.length + leads.length === 1) return await voidedLead(ctx, lead, isTold);
  if (!deal && !lead) throw new RuleError(textsIn(ctx.locale).upkeep.notOpen(customer.name));
  const options = [
    ...deals.map((one) => ({ label: dealLabel(ctx, one), value: dealNo(one) })),
    ...leads.map((one) => ({ label: leadLabel(ctx, one), value: leadNo(one) })),
  ];
  throw new ChooseError(
    'record',
    textsIn(ctx.locale).lookup.whichRecord(customer.name),
    options,
    customer.name,
  );
}

async function whatOfDeal(ctx: Context, deal: Deal): Promise<Card> {
  const t = textsIn(ctx.locale).upkeep;
  const number = dealNo(deal);
  await demandChange(ctx, number, deal, 'own');
  if (deal.status !== 'open') throw new RuleError(t.notOpen(number));
  const customer = await customerOf(ctx, deal);
  return {
    key: `ask:void:${number}`,
    about: number,
    title: t.voidAsk([number, customer.name, deal.name].join(' ')),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(t.voidHint),
      ...actions(
        button(t.markLost, 'lost', { deal: number, v: deal.version }),
        button(t.removeMistake, 'remove', { record: number, confirmed: true, v: deal.version }),
      ),
    ],
  };
}

async function voidedLead(ctx: Context, lead: Lead, isTold: boolean): Promise<Card> {
  const t = textsIn(ctx.locale).upkeep;
  const number = leadNo(lead);
  await demandChange(ctx, number, lead);
  if (lead.status !== 'open') throw new RuleError(t.notOpen(number));
  if (isTold)
    return {
      key: `ask:void:${number}`,
      about: number,
      title: t.voidAsk(number),
      tone: 'info',
      askedOf: ctx.person.id,
      nodes: [text(ctx.words, 'quote'), ...actions(button(t.voidLead, 'void', { record: number }))],
    };
  const changed = await ctx.unit.change('lead.changed', lead, {
    status: 'dropped',
    respondBy: null,
    poolAt: null,
  });
  return await leadCard(ctx, changed, t.leadVoided(number), { undo: true });
}
