import { RuleError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import { customerById, mergeCustomers } from '../store/customers.js';
import { logEvent } from './acts/events.js';
import { customerCard } from './cards/customer.js';
import { undoButton } from './cards/deal.js';
import { defineCommand } from './context.js';
import { demandChange } from './permission.js';
import { openCustomer } from './records.js';
import { leadTexts } from './texts/lead.js';

/** `合并 华为技术 华为`: everything of the first goes to the second; its name leads there from then on. */
export const customerMerge = defineCommand({
  name: 'merge',
  words: { zh: ['合并', '合并客户'], en: ['merge'] },
  summary: { zh: '合并两个重复的客户', en: 'Merge two customers that are one' },
  examples: { zh: ['合并 华为技术 华为'], en: ['merge Acme-Ltd Acme'] },
  fields: {
    from: f.lookup('customer', { label: { zh: '重复的客户', en: 'duplicate' }, required: true }),
    into: f.lookup('customer', { label: { zh: '保留的客户', en: 'customer to keep' }, required: true }),
  },
  async run(input, ctx) {
    const t = leadTexts(ctx.locale);
    const from = await openCustomer(ctx, input.from);
    const into = await openCustomer(ctx, input.into);
    if (from.id === into.id) throw new RuleError(t.sameCustomer);
    await demandChange(ctx, input.from, from, 'own');
    await demandChange(ctx, input.into, into, 'own');
    const moved = await mergeCustomers(ctx.db, from, into);
    const after = { mergedInto: into.id, moved };
    await logEvent(ctx, 'customer.merged', { type: 'customer', id: from.id }, { mergedInto: null }, after);
    const kept = (await customerById(ctx.db, into.id)) ?? into;
    const card = await customerCard(ctx, kept, t.customersMerged(from.name, into.name));
    return { ...card, nodes: [...card.nodes, { kind: 'actions', items: [undoButton(ctx)] }] };
  },
});
