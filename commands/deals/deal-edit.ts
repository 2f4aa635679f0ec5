import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { changeDealBy, demandOpen } from '../../crm/acts/deal-acts.js';
import { factsShown } from '../../crm/cards/custom-fields-shown.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { customFields, factsSaid } from '../../crm/lookup/custom-fields.js';
import { priceWords, saidWords, sumWords } from '../../crm/words/deal-words.js';
import { openDeal, refuseStale } from '../../crm/words/open-records.js';
import { dateWords } from '../../crm/words/zoned-dates.js';
import { ChooseError, MissingError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import type { Sum } from '../../kernel/pieces/amount.js';
import { inUnitOf, inUnits, saysUnit } from '../../kernel/pieces/amount-unit.js';
import { addDays } from '../../kernel/time/dates.js';
import { setsCustomer } from '../../language/look-up/field-filters.js';
import { saidOf } from '../../sales/deals/prices.js';
import type { Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/** `改 华为 28万 7月底` ("edit Huawei 280,000 end of July"): changes a deal's amount or close date. */
export const dealEdit = defineCommand({
  name: 'edit',
  changes: ['deal.changed'],
  fields: {
    deal: f.lookup('deal', { required: true }),
    amount: f.sum(),
    close: f.date(),
    /** Days by which the close date moves, where no day was said; negative for earlier. */
    later: f.id(),
  },
  extra: customFields,
  instead: (words) =>
    /^\s*C-?\d+\b/iu.test(words) || setsCustomer(words) ? { command: 'customer', words } : undefined,
  asks: (input) => (Object.keys(input).length > 1 ? undefined : 'amount'),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).deal;
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal);
    refuseStale(ctx, input.deal, deal);
    demandOpen(ctx, deal);
    if (input.amount !== undefined) demandUnit(ctx, deal, input.amount);
    const close = input.close?.slice(0, 10) ?? (input.later && closeLater(ctx, deal, Number(input.later)));
    const facts = await factsSaid(ctx, input);
    const change = {
      ...(input.amount === undefined ? {} : { amount: input.amount }),
      ...(close ? { closeDate: close } : {}),
      ...(facts ? { facts: { ...deal.facts, ...facts } } : {}),
    };
    const changed = await changeDealBy(ctx, deal, 'deal.changed', change);
    const none = textsIn(ctx.locale).common.none;
    const said = [
      input.amount === undefined
        ? ''
        : t.amountChanged(saidWords(ctx, deal) || none, priceWords(ctx, changed)),
      close
        ? t.dateChanged(deal.closeDate ? dateWords(ctx, deal.closeDate) : none, dateWords(ctx, close))
        : '',
      ...(await factsShown(ctx, { facts: facts ?? {}, ownerId: deal.ownerId })).map(([name, value]) =>
        textsIn(ctx.locale).reply.pair(name, value),
      ),
    ];
    return await dealCard(ctx, changed, said.filter(Boolean).join(' · '), { undo: true });
  },
});

/** The close date that many days later. Throws MissingError for a deal without one. */
function closeLater(ctx: Context, { closeDate }: Deal, days: number): string {
  if (!closeDate) throw new MissingError('close', textsIn(ctx.locale).deal.whichClose);
  return addDays(closeDate, Math.round(days));
}

/** A new amount so much smaller is a figure without its unit: 35 of a deal of 310,000. */
const mostApart = 1_000;
/** Throws ChooseError where the figure may well be in the unit of the present amount. */
function demandUnit(ctx: Context, deal: Deal, amount: Sum): void {
  if (typeof amount !== 'number') return;
  const known = saidOf(deal);
  const meant = inUnitOf(amount / 100, known);
  if (!known || !meant || amount * mostApart > known || saysUnit(ctx.words)) return;
  const choice = (minor: number, value: string) => ({ label: sumWords(ctx, minor, deal), value });
  const options = [choice(meant, String(meant / 100)), choice(amount, inUnits(amount / 100))];
  throw new ChooseError('amount', textsIn(ctx.locale).deal.whichAmount, options, String(amount / 100));
}
