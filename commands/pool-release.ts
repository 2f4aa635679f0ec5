import { actions, button, context, text } from '../bot/kernel/card.js';
import { RuleError, StaleError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import { openDealsOf } from '../store/deals.js';
import { logEvent } from './acts/events.js';
import { groundOf, type Note, returnCustomer, returnLead } from './acts/pool.js';
import { undoButton } from './cards/deal.js';
import { type Context, defineCommand } from './context.js';
import { demandChange } from './permission.js';
import { dealNo } from './records.js';
import { openSubject } from './subject.js';
import { common } from './texts/common.js';
import { leadTexts } from './texts/lead.js';
import { poolTexts } from './texts/pool.js';

/** `放回公海 L-3 暂时没有需求`: the owner or the manager gives a lead or a customer back. */
export const poolRelease = defineCommand({
  name: 'release',
  words: { zh: ['放回公海', '放公海'], en: ['release'] },
  summary: { zh: '把线索或客户放回公海', en: 'Give a lead or a customer back to the pool' },
  examples: { zh: ['放回公海 L-1 暂时没有需求'], en: ['release L-1 no need for now'] },
  seldom: true,
  fields: {
    record: f.lookup('held', {
      label: { zh: '线索或客户', en: 'lead or customer' },
      required: true,
      example: { zh: 'L-1', en: 'L-1' },
    }),
    reason: f.rest({
      label: { zh: '原因', en: 'reason' },
      ask: { zh: '为什么放回公海？', en: 'Why does it go back?' },
      example: { zh: '暂时没有需求', en: 'no need for now' },
    }),
  },
  asks: (input) => (input.reason ? undefined : 'reason'),
  async run(input, ctx) {
    const t = poolTexts(ctx.locale);
    const { lead, customer, number } = await openSubject(ctx, input.record);
    await demandChange(ctx, number, lead ?? customer);
    await demandReturnable(ctx, number, lead ? lead.status : customer.ownerId ? 'open' : 'pool');
    const why = (locale: Context['locale']) =>
      poolTexts(locale).givenBack(ctx.person.name, input.reason ?? '');
    const note: Note = (kind, record, before, after) => logEvent(ctx, kind, record, before, after);
    if (!lead) await demandNoDeals(ctx, number, customer.id);
    const returned = lead
      ? await returnLead(groundOf(ctx), note, lead, why)
      : await returnCustomer(groundOf(ctx), note, customer, why);
    if (!returned) throw new StaleError(number);
    return {
      key: `${lead ? 'lead' : 'customer'}:${number}`,
      title: t.gaveBack(number),
      tone: 'neutral',
      nodes: [
        text(t.gaveBack(number), 'strong'),
        text(input.reason ?? '', 'quote'),
        ...actions(button(leadTexts(ctx.locale).poolTitle, 'pool'), undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

async function demandReturnable(ctx: Context, number: string, status: string): Promise<void> {
  const t = poolTexts(ctx.locale);
  if (status === 'pool') throw new RuleError(t.inPool(number));
  if (status !== 'open') throw new RuleError(t.notOpen(number));
}

async function demandNoDeals(ctx: Context, number: string, customerId: string): Promise<void> {
  const deals = await openDealsOf(ctx.db, customerId);
  if (deals.length === 0) return;
  const list = common(ctx.locale).list(deals.map(dealNo));
  throw new RuleError(poolTexts(ctx.locale).hasOpen(number, list));
}
