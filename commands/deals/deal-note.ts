import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { redacted } from '../../crm/access/visibility.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { openDeal } from '../../crm/words/open-records.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `备注 华为 等总部批预算` ("note Huawei: waiting for head office's budget"): stores words with a deal, in the log
 * alone. A note is no follow-up: reports count follow-ups, which also reset the deal's clocks, and a remark
 * in a meeting is no contact with the customer.
 */
export const dealNote = defineCommand({
  name: 'note',
  changes: ['deal.noted'],
  seldom: true,
  fields: {
    deal: f.lookup('deal', { required: true }),
    note: f.rest({ required: true }),
  },
  async run({ deal: number, note }, ctx) {
    const deal = await openDeal(ctx, number);
    await demandChange(ctx, number, deal);
    // No fact of the deal changes, so undo has none to restore.
    await ctx.unit.note('deal.noted', deal, { note });
    const said = textsIn(ctx.locale).meeting.noted(redacted(ctx, note, deal));
    return await dealCard(ctx, deal, said, { undo: true });
  },
});
