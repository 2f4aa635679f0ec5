import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { lossReport } from '../../reports/slices/loss-report.js';

/** `输因 本季` ("loss reasons this quarter"): why deals were lost, and in which stage. */
export const reportLoss = defineCommand({
  name: 'loss',
  seldom: true,
  reads: true,
  fields: { period: periodField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const period = input.period;
    return (await lossReport(ctx, { ...(await requestOf(ctx, input)), period })).card;
  },
});
