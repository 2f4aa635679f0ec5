import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import type { PeriodKind } from '../../reports/request/report-period.js';
import { lossReport } from '../../reports/slices/loss-report.js';

/** `输因 本季`: why deals were lost, and in which stage. */
export const reportLoss = defineCommand({
  name: 'loss',
  words: { zh: ['输因'], en: ['loss'] },
  summary: { zh: '看输单原因和输在哪个阶段', en: 'Why deals were lost, and in which stage' },
  seldom: true,
  examples: { zh: ['输因', '输因 本月'], en: ['loss', 'loss this month'] },
  reads: true,
  fields: { period: periodField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const period = input.period as PeriodKind | undefined;
    return (await lossReport(ctx, { ...(await requestOf(ctx, input)), period })).card;
  },
});
