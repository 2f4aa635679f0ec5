import { type Context, defineCommand } from '../../crm/access/context.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { leadCard } from '../../crm/cards/lead-card.js';
import { type PoolItem, poolRecord } from '../../crm/cards/pool-card.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { customerNo, leadNo } from '../../kernel/records/record-number.js';
import { viewsOf } from '../../store/leads/pool-queries.js';
import { textsIn } from '../../texts/languages.js';
import { pooledItem } from '../leads/lead-claim.js';
import { look, viewCap } from './pool.js';

/** Shows one record of the pool and counts the view; called from the card that hides the record. */
export const poolView = defineCommand({
  name: 'pool-view',
  hidden: true,
  fields: {
    record: f.lookup('pooled', { required: true }),
  },
  async run(input, ctx) {
    const item = await pooledItem(ctx, input.record);
    await look(ctx, [await poolRecord(ctx.db, item)]);
    return 'lead' in item ? await leadCard(ctx, item.lead) : await customerCard(ctx, item.customer);
  },
});

/** Returns the card that hides a record of the pool while viewing it would count, or undefined. */
export async function hiddenCard(ctx: Context, item: PoolItem): Promise<Card | undefined> {
  const cap = viewCap(ctx);
  const record = 'lead' in item ? item.lead : item.customer;
  const seen = Number.isFinite(cap)
    ? await viewsOf(ctx.db, ctx.person.id, todayOf(ctx))
    : new Set([record.id]);
  if (seen.has(record.id)) return undefined;
  const t = textsIn(ctx.locale).pool;
  const number = 'lead' in item ? leadNo(item.lead) : customerNo(item.customer);
  return {
    key: `${'lead' in item ? 'lead' : 'customer'}:${number}`,
    title: t.hiddenTitle(number),
    tone: 'info',
    nodes: [
      text(t.hiddenSaid(seen.size, cap), 'strong'),
      ...actions(
        button(t.view, 'pool-view', { record: number }, { style: 'primary' }),
        button(textsIn(ctx.locale).common.claim, 'claim', { lead: number }),
      ),
      context(number),
    ],
  };
}
