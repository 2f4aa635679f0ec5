import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { momentOf } from '../../reports/request/report-period.js';
import { rankingReport } from '../../reports/standard/ranking-report.js';
import { ownPointsCard } from '../../reports/targets/own-points.js';

/** `排行 本周` ("ranking this week"): activities and results per person. */
export const reportRanking = defineCommand({
  name: 'ranking',
  reads: true,
  fields: {
    period: periodField,
    asof: f.asof(),
    mine: f.flag(),
    team: teamField,
  },
  async run(input, ctx) {
    const period = input.period;
    if (input.mine) {
      // The card quotes the speaker's own words.
      ctx.isPrivate = true;
      const asOf = momentOf(input.asof, ctx);
      return await ownPointsCard(ctx, ctx.person, { asOf, period });
    }
    return (await rankingReport(ctx, { ...(await requestOf(ctx, input)), period })).card;
  },
});
