import { f } from '../bot/kernel/fields.js';
import { defineCommand } from './context.js';
import { askedOf, periodField, teamField } from './reports/asked.js';
import type { PeriodKind } from './reports/period.js';
import { rankingReport } from './reports/ranking.js';

/** `排行 本周`: who did and who reached how much. */
export const reportRanking = defineCommand({
  name: 'ranking',
  words: { zh: ['排行', '排名'], en: ['rank'] },
  summary: { zh: '看排行榜', en: 'Show the ranking' },
  examples: { zh: ['排行', '排行 本周'], en: ['rank', 'rank this week'] },
  reads: true,
  fields: { period: periodField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const period = input.period as PeriodKind | undefined;
    return (await rankingReport(ctx, { ...(await askedOf(ctx, input)), period })).card;
  },
});
