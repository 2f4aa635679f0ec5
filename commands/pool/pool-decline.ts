import { type Context, defineCommand } from '../../crm/access/context.js';
import { poolDepsOf, tellTeamOf } from '../../crm/acts/return-to-pool.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { type PoolItem, poolRecord } from '../../crm/cards/pool-card.js';
import { actions, button, context, text } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';
import { pooledItem } from '../leads/lead-claim.js';

/** `不要 L-3` ("decline L-3"): the person who was offered a record of the pool leaves it to everybody. */
export const poolDecline = defineCommand({
  name: 'decline',
  changes: ['lead.declined', 'customer.declined'],
  seldom: true,
  fields: {
    record: f.lookup('pooled', { required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).pool;
    const item = await pooledItem(ctx, input.record);
    const { offeredTo, offerUntil } = 'lead' in item ? item.lead : item.customer;
    if (offeredTo !== ctx.person.id || !offerUntil || offerUntil <= ctx.now)
      throw new RuleError(t.notOffered(input.record));
    const opened = await openToAll(ctx, item);
    const record = await poolRecord(ctx.db, opened);
    await tellTeamOf(poolDepsOf(ctx), opened, (locale) => {
      const told = textsIn(locale).pool;
      return {
        title: told.opened(record.number, record.customer),
        said: told.declinedSaid(ctx.person.name),
      };
    });
    return {
      key: `${record.type}:${record.number}`,
      title: t.declined(input.record),
      tone: 'neutral',
      nodes: [
        text(t.declined(input.record), 'strong'),
        ...actions(button(textsIn(ctx.locale).lead.poolTitle, 'pool'), undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

async function openToAll(ctx: Context, item: PoolItem): Promise<PoolItem> {
  const change = { offeredTo: null, offerUntil: null };
  if ('lead' in item) {
    return { lead: await ctx.unit.change('lead.declined', item.lead, change) };
  }
  return { customer: await ctx.unit.change('customer.declined', item.customer, change) };
}
