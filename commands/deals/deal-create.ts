import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { conversionChanges, convertLead } from '../../crm/acts/convert-lead.js';
import { addCustomer, findOrCreateContact } from '../../crm/acts/customer-acts.js';
import { addDeal, firstStageFor } from '../../crm/acts/deal-acts.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { customFields, factsSaid } from '../../crm/lookup/custom-fields.js';
import { sureCustomer } from '../../crm/lookup/customer-named.js';
import { stageName } from '../../crm/words/deal-words.js';
import { f } from '../../kernel/command/fields.js';
import { customerNo, dealNo, leadNo } from '../../kernel/records/record-number.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `商机 华为 ERP二期 30万 6月底` ("deal Huawei, ERP phase two, 300,000, end of June"): creates a deal, converting the
 * customer's lead; creates a new customer if needed.
 */
export const dealCreate = defineCommand({
  name: 'deal',
  changes: ['customer.created', 'contact.created', 'contact.changed', ...conversionChanges],
  fields: {
    customer: f.name('customer', { required: true }),
    amount: f.money(),
    close: f.date(),
    contact: f.contact(),
    tags: f.tags(),
    isNew: f.flag(),
    name: f.rest(),
  },
  extra: customFields,
  async run(input, ctx) {
    const known = await sureCustomer(ctx, input.customer, 'customer', input.isNew ?? false);
    const customer =
      known ??
      (await addCustomer(ctx, input.customer, {
        ownerId: ctx.person.id,
        teamId: ctx.person.teamId,
      }));
    if (known) await demandUse(ctx, known);
    await findOrCreateContact(ctx, customer, input.contact);
    const [lead] = (await liveLeadsOf(ctx.db, customer.id)).filter((one) => one.ownerId === ctx.person.id);
    const facts = await factsSaid(ctx, input);
    const given = {
      name: input.name ?? customer.name,
      product: input.name ?? null,
      amount: input.amount ?? null,
      closeDate: input.close?.slice(0, 10) ?? null,
      ...(facts ? { facts } : {}),
    };
    const own = { product: given.name, teamId: ctx.person.teamId };
    const stage = (await firstStageFor(ctx, own)).key;
    const deal = lead
      ? await convertLead(ctx, { number: leadNo(lead), customer, lead }, given)
      : await addDeal(ctx, { customerId: customer.id, stage, tags: input.tags ?? [], ...given });
    const t = textsIn(ctx.locale).deal;
    const said = lead ? t.converted(leadNo(lead), dealNo(deal)) : t.created(stageName(ctx, deal.stage));
    return await dealCard(ctx, deal, said, { undo: true });
  },
});

/** Throws unless the speaker may create deals for the customer: as its owner, or if nobody owns it. */
async function demandUse(ctx: Context, customer: Customer): Promise<void> {
  if (customer.ownerId) await demandChange(ctx, customerNo(customer), customer);
}
