import { f } from '../bot/kernel/fields.js';
import { changeDealLogged, demandOpen } from './acts/deal.js';
import { factsShown } from './cards/custom-fields.js';
import { amountWords, dealCard } from './cards/deal.js';
import { defineCommand } from './context.js';
import { customFields, factsSaid } from './custom-fields.js';
import { demandChange } from './permission.js';
import { openDeal, refuseStale } from './records.js';
import { common } from './texts/common.js';
import { dealTexts } from './texts/deal.js';
import { dateWords } from './zoned.js';

/** `改 华为 28万 7月底`: another amount, another close date. */
export const dealEdit = defineCommand({
  name: 'edit',
  words: { zh: ['改', '改金额', '改期'], en: ['edit'] },
  summary: { zh: '改商机的金额或预计成交日', en: 'Change amount or close date' },
  examples: { zh: ['改 华为 28万', '改 华为 7月底'], en: ['edit Acme 280k'] },
  fields: {
    deal: f.lookup('deal', { label: { zh: '商机', en: 'deal' }, required: true }),
    amount: f.money({
      ask: { zh: '改成多少？也可以说新的预计成交日。', en: 'To what amount? Or say the new close date.' },
    }),
    close: f.date({ label: { zh: '预计成交日', en: 'close date' } }),
  },
  extra: customFields,
  asks: (input) => (Object.keys(input).length > 1 ? undefined : 'amount'),
  async run(input, ctx) {
    const t = dealTexts(ctx.locale);
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal);
    refuseStale(ctx, input.deal, deal);
    demandOpen(ctx, deal);
    const close = input.close?.slice(0, 10);
    const facts = await factsSaid(ctx, input);
    const change = {
      ...(input.amount === undefined ? {} : { amount: input.amount }),
      ...(close ? { closeDate: close } : {}),
      ...(facts ? { facts: { ...deal.facts, ...facts } } : {}),
    };
    const none = common(ctx.locale).none;
    const said = [
      input.amount === undefined
        ? ''
        : t.amountChanged(amountWords(ctx, deal.amount, deal) || none, amountWords(ctx, input.amount, deal)),
      close
        ? t.dateChanged(deal.closeDate ? dateWords(ctx, deal.closeDate) : none, dateWords(ctx, close))
        : '',
      ...(await factsShown(ctx, { facts: facts ?? {}, ownerId: deal.ownerId })).map(
        ([name, value]) => `${name}：${value}`,
      ),
    ];
    const changed = await changeDealLogged(ctx, deal, 'deal.changed', change);
    return await dealCard(ctx, changed, said.filter(Boolean).join(' · '), { undo: true });
  },
});
