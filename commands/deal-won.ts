import { f } from '../bot/kernel/fields.js';
import { winDeal } from './acts/close.js';
import { amountWords, dealCard } from './cards/deal.js';
import { defineCommand } from './context.js';
import { demandChange } from './permission.js';
import { openDeal, refuseStale } from './records.js';
import { dealTexts } from './texts/deal.js';

/** `赢 华为 30万`: the deal is won. */
export const dealWon = defineCommand({
  name: 'won',
  words: { zh: ['赢', '赢单', '成交'], en: ['won', 'win'] },
  summary: { zh: '赢单', en: 'A deal is won' },
  examples: { zh: ['赢 华为 30万'], en: ['won Acme 300k'] },
  fields: {
    deal: f.lookup('deal', { label: { zh: '商机', en: 'deal' }, required: true }),
    amount: f.money({ ask: { zh: '赢单金额是多少？', en: 'What is it worth?' } }),
  },
  async run(input, ctx) {
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal);
    refuseStale(ctx, input.deal, deal);
    const won = await winDeal(ctx, deal, input.amount);
    return await dealCard(ctx, won, dealTexts(ctx.locale).won(amountWords(ctx, won.amount)), { undo: true });
  },
});
