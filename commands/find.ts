import type { Card } from '../bot/kernel/card.js';
import { f } from '../bot/kernel/fields.js';
import type { Owned } from '../sales/policy.js';
import type { Customer, Lead } from '../store/row-types.js';
import { customerCard, isPooled } from './cards/customer.js';
import { dealCard } from './cards/deal.js';
import { leadCard } from './cards/lead.js';
import { taskCard } from './cards/task.js';
import { type Context, defineCommand } from './context.js';
import { hiddenCard } from './pool-view.js';
import { openCustomer, openDeal, openLead, openTask, recordNumber } from './records.js';
import { lookAt } from './sight.js';

/** `查 华为`, or the bare name or number: the record as it is. */
export const find = defineCommand({
  name: 'find',
  words: { zh: ['查', '查询', 'c'], en: ['find', 'show'] },
  summary: { zh: '查看客户、商机、线索、待办', en: 'Show a customer, deal, lead or task' },
  examples: { zh: ['查 华为', '华为'], en: ['find Acme', 'Acme'] },
  reads: true,
  fields: {
    name: f.lookup('name', { label: { zh: '名称或编号', en: 'name or number' }, required: true }),
  },
  async run(input, ctx) {
    switch (recordNumber(input.name)?.letter) {
      case 'D':
        return await dealCard(ctx, looked(ctx, 'deal', await openDeal(ctx, input.name)));
      case 'L':
        return await shownLead(ctx, looked(ctx, 'lead', await openLead(ctx, input.name)));
      case 'T':
        return await taskCard(ctx, await openTask(ctx, input.name));
      default:
        return await shownCustomer(ctx, looked(ctx, 'customer', await openCustomer(ctx, input.name)));
    }
  },
});

function looked<T extends Owned & { id: string }>(
  ctx: Context,
  type: 'customer' | 'lead' | 'deal',
  record: T,
): T {
  lookAt(ctx, type, record);
  return record;
}

const shownLead = async (ctx: Context, lead: Lead): Promise<Card> =>
  (lead.status === 'pool' ? await hiddenCard(ctx, { lead }) : undefined) ?? (await leadCard(ctx, lead));

const shownCustomer = async (ctx: Context, customer: Customer): Promise<Card> =>
  (isPooled(customer) ? await hiddenCard(ctx, { customer }) : undefined) ??
  (await customerCard(ctx, customer));
