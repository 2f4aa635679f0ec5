import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { poolDepsOf, returnCustomer, returnLead } from '../../crm/acts/return-to-pool.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { actions, button, context, text } from '../../kernel/card/card.js';
import { RuleError, StaleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/**
 * `放回公海 L-3 暂时没有需求` ("return L-3 to the pool, no need at present"): the owner or manager returns a lead or
 * customer.
 */
export const poolRelease = defineCommand({
  name: 'release',
  changes: [
    'customer.returned',
    'customer.offered',
    'lead.returned',
    'lead.offered',
    'deal.returned',
    'person.changed',
  ],
  seldom: true,
  fields: {
    record: f.lookup('held', { required: true }),
    reason: f.rest(),
  },
  asks: (input) => (input.reason ? undefined : 'reason'),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).pool;
    const { lead, customer, number } = await openSubject(ctx, input.record);
    await demandChange(ctx, number, lead ?? customer, 'own');
    await demandReturnable(ctx, number, lead ? lead.status : customer.ownerId ? 'open' : 'pool');
    const why = (locale: Context['locale']) =>
      textsIn(locale).pool.givenBack(ctx.person.name, input.reason ?? '');
    if (!lead) await demandNoDeals(ctx, number, customer.id);
    const returned = lead
      ? await returnLead(poolDepsOf(ctx), lead, why)
      : await returnCustomer(poolDepsOf(ctx), customer, why);
    if (!returned) throw new StaleError(number);
    return {
      key: `${lead ? 'lead' : 'customer'}:${number}`,
      title: t.gaveBack(number),
      tone: 'neutral',
      nodes: [
        text(t.gaveBack(number), 'strong'),
        text(input.reason ?? '', 'quote'),
        ...actions(button(textsIn(ctx.locale).lead.poolTitle, 'pool'), undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

async function demandReturnable(ctx: Context, number: string, status: string): Promise<void> {
  const t = textsIn(ctx.locale).pool;
  if (status === 'pool') throw new RuleError(t.inPool(number));
  if (status !== 'open') throw new RuleError(t.notOpen(number));
}

async function demandNoDeals(ctx: Context, number: string, customerId: string): Promise<void> {
  const deals = await openDealsOf(ctx.db, customerId);
  if (deals.length === 0) return;
  const list = formatsIn(ctx.locale).list(deals.map(dealNo));
  throw new RuleError(textsIn(ctx.locale).pool.hasOpen(number, list));
}
