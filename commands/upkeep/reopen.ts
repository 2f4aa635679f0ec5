import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { visible } from '../../crm/access/visibility.js';
import { reopenDeal } from '../../crm/acts/reopen-deal.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { stageName } from '../../crm/words/deal-words.js';
import { openDeal, refuseStale } from '../../crm/words/open-records.js';
import { dealLabel } from '../../crm/words/record-labels.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { ChooseError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { dealNo, recordNumber } from '../../kernel/records/record-number.js';
import { dealsOf } from '../../store/deals/deal-queries.js';
import type { Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/** Most closed deals that are asked about. */
const most = 5;

/** `重开 D-12`, `重开 华为` ("reopen Huawei"): opens a won or lost deal again, in the stage that it was closed in. */
export const reopen = defineCommand({
  name: 'reopen',
  changes: ['deal.reopened', 'approval.expired'],
  seldom: true,
  fields: {
    record: f.lookup('name', { required: true }),
    /** Asks first: somebody told of it, and ordered nothing. */
    isTold: f.flag(),
  },
  async run({ record, isTold }, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).upkeep;
    const deal = await closedDeal(ctx, record);
    const number = dealNo(deal);
    await demandChange(ctx, number, deal, 'own');
    if (deal.status === 'open') throw new RuleError(t.stillOpen(number));
    if (isTold)
      return {
        key: `ask:reopen:${number}`,
        about: number,
        title: t.reopenAsk(`${number} ${deal.name}`),
        tone: 'info',
        askedOf: ctx.person.id,
        nodes: [
          text(ctx.words, 'quote'),
          ...actions(button(t.reopen, 'reopen', { record: number, v: deal.version })),
        ],
      };
    refuseStale(ctx, number, deal);
    const open = await reopenDeal(ctx, deal);
    return await dealCard(ctx, open, t.reopened(stageName(ctx, open.stage)), { undo: true });
  },
});

/** The deal with that number, or the closed one of the customer; asks which one if there are several. */
async function closedDeal(ctx: Context, number: string): Promise<Deal> {
  if (recordNumber(number)?.type === 'deal') return await openDeal(ctx, number);
  const t = textsIn(ctx.locale).upkeep;
  const { customer, deal } = await openSubject(ctx, number);
  if (deal) return deal;
  const all = (await visible(ctx, await dealsOf(ctx.db, customer.id))).filter(
    ({ status }) => status !== 'open',
  );
  const [only, ...others] = all;
  if (!only) throw new RuleError(t.nothingClosed(customer.name));
  if (others.length === 0) return only;
  const options = all.slice(0, most).map((one) => ({ label: dealLabel(ctx, one), value: dealNo(one) }));
  throw new ChooseError('record', t.whichReopen, options, customer.name);
}
