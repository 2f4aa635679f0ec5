import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { moveChanges, moveDeal } from '../../crm/acts/move-deal.js';
import { followUpChanges, recordNote } from '../../crm/acts/record-follow-up.js';
import { winCard } from '../../crm/cards/closing-cards.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { customFields, factsSaid } from '../../crm/lookup/custom-fields.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { priceWords } from '../../crm/words/deal-words.js';
import { openDeal, refuseStale } from '../../crm/words/open-records.js';
import { f } from '../../kernel/command/fields.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { pipelineOf, wonStage } from '../../sales/process/stages.js';
import { textsIn } from '../../texts/languages.js';
import { filledFields } from './filled-fields.js';

/** `赢 华为 30万` ("won Huawei 300,000"): marks a deal as won. */
export const dealWon = defineCommand({
  name: 'won',
  closes: true,
  changes: [...moveChanges, ...followUpChanges],
  fields: {
    deal: f.lookup('deal', { required: true }),
    ...filledFields,
  },
  extra: customFields,
  async run(input, ctx) {
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal, 'own');
    refuseStale(ctx, input.deal, deal);
    const { amount, close, contact, product, note } = input;
    const said = { amount, close, contact, product, facts: await factsSaid(ctx, input) };
    const stage = wonStage(pipelineOf(ctx.process, deal.stage));
    if (ctx.isTapped && !ctx.isSure && deal.status === 'open')
      return winCard(ctx, deal, stage, amount === undefined ? {} : { amount });
    const subject = note ? await openSubject(ctx, dealNo(deal)) : undefined;
    if (subject) await recordNote(ctx, subject, note ?? '');
    const won = await moveDeal(ctx, subject?.deal ?? deal, stage.key, said);
    return await dealCard(ctx, won, textsIn(ctx.locale).deal.won(priceWords(ctx, won)), {
      undo: true,
    });
  },
});
