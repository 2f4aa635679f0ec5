import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { loseDeal } from '../../crm/acts/close-deal.js';
import { followUpChanges, recordFollowUp } from '../../crm/acts/record-follow-up.js';
import { rivalButton } from '../../crm/cards/article-card.js';
import { lossCard } from '../../crm/cards/closing-cards.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { rivalArticle } from '../../crm/lookup/article-lookup.js';
import { customerOf, openDeal, refuseStale } from '../../crm/words/open-records.js';
import { afterNow } from '../../crm/words/zoned-dates.js';
import { f } from '../../kernel/command/fields.js';
import { startOfYear } from '../../kernel/time/zone.js';
import { reasonName } from '../../sales/figures/loss-rows.js';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { lossReasons } from '../../store/reports/figure-queries.js';
import { textsIn } from '../../texts/languages.js';

/** Latest follow-ups searched for the competitor who won the deal. */
const looked = 20;

/** `输 华为 价格` ("lost Huawei, price"): marks a deal as lost, with a loss reason for the reports. */
export const dealLost = defineCommand({
  name: 'lost',
  closes: true,
  changes: ['deal.lost', 'task.dropped', 'approval.expired', ...followUpChanges],
  fields: {
    deal: f.lookup('deal', { required: true }),
    reason: f.lookup('lossReason', { required: true }),
    note: f.aside(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).deal;
    const deal = await openDeal(ctx, input.deal);
    await demandChange(ctx, input.deal, deal, 'own');
    refuseStale(ctx, input.deal, deal);
    if (ctx.isTapped && !ctx.isSure && deal.status === 'open')
      return lossCard(ctx, deal, input.reason, input.note === undefined ? {} : { note: input.note });
    const lost = await loseDeal(ctx, deal, input.reason);
    if (input.note) {
      const subject = { number: input.deal, customer: await customerOf(ctx, lost), deal: lost };
      await recordFollowUp(ctx, subject, { note: input.note });
    }
    const reason = reasonName(input.reason, ctx.process)[ctx.locale];
    const year = {
      from: startOfYear(ctx.now, ctx.zone),
      to: afterNow(ctx),
      teamId: deal.teamId ?? undefined,
    };
    const losses = await lossReasons(ctx.db, year);
    const total = losses.reduce((sum, one) => sum + one.deals, 0);
    const count = losses.find((one) => one.reason === input.reason)?.deals ?? 0;
    const logs = await lastFollowUps(ctx.db, lost.customerId, looked);
    const told = logs.map(({ words, facts }) => `${words} ${facts.competitor ?? ''}`);
    const rival = await rivalArticle(ctx, [input.note ?? '', ...told].join('\n'), lost.product);
    return await dealCard(ctx, lost, t.lost(reason), {
      notes: [t.lostCount(reason, count, total)],
      undo: true,
      offer: rival && rivalButton(ctx, rival),
    });
  },
});
