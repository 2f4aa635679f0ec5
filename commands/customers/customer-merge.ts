import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { openCustomer } from '../../crm/words/open-records.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `合并 华为技术 华为` ("merge Huawei Tech into Huawei"): moves everything of the first customer to the second, which
 * the first one's name then finds.
 */
export const customerMerge = defineCommand({
  name: 'merge',
  changes: ['customer.merged'],
  fields: {
    from: f.lookup('customer', { required: true }),
    into: f.lookup('customer', { required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).lead;
    const from = await openCustomer(ctx, input.from);
    const into = await openCustomer(ctx, input.into);
    if (from.id === into.id) throw new RuleError(t.sameCustomer);
    await demandChange(ctx, input.from, from, 'own');
    await demandChange(ctx, input.into, into, 'own');
    await ctx.unit.mergeCustomers(from, into);
    const kept = (await customerById(ctx.db, into.id)) ?? into;
    const card = await customerCard(ctx, kept, t.customersMerged(from.name, into.name));
    return { ...card, nodes: [...card.nodes, { kind: 'actions', items: [undoButton(ctx)] }] };
  },
});
