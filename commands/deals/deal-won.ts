import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { moveChanges, moveDeal } from '../../crm/acts/move-deal.js';
import { winCard } from '../../crm/cards/closing-cards.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { customFields, factsSaid } from '../../crm/lookup/custom-fields.js';
import { priceWords } from '../../crm/words/deal-words.js';
import { openDeal, refuseStale } from '../../crm/words/open-records.js';
import { f, namedInText } from '../../kernel/command/fields.js';
import { pipelineOf, wonStage } from '../../sales/process/stages.js';
import { textsIn } from '../../texts/languages.js';

/** `赢 华为 30万` ("won Huawei 300,000"): marks a deal as won. */
export const dealWon = defineCommand({
  name: 'won',
  closes: true,
  changes: [...moveChanges],
  fields: {
    deal: f.lookup('deal', { required: true }),
    amount: f.sum(),
    close: f.date(),
    contact: f.contact(),
    product: namedInText(f.rest()),
  },
  extra: customFields,
  async run(input, ctx) {
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal, 'own');
    refuseStale(ctx, input.deal, deal);
    const { amount, close, contact, product } = input;
    const said = { amount, close, contact, product, facts: await factsSaid(ctx, input) };
    const stage = wonStage(pipelineOf(ctx.process, deal.stage));
    if (ctx.isTapped && !ctx.isSure && deal.status === 'open')
      return winCard(ctx, deal, stage, amount === undefined ? {} : { amount });
    const won = await moveDeal(ctx, deal, stage.key, said, { isWin: true });
    return await dealCard(ctx, won, textsIn(ctx.locale).deal.won(priceWords(ctx, won)), {
      undo: true,
    });
  },
});
