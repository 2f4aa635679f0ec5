import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { responseReport } from '../../reports/standard/response-report.js';

/** `响应 本周` ("responses this week"): how fast leads were answered, by person and by source. */
export const reportResponse = defineCommand({
  name: 'response',
  reads: true,
  fields: { period: periodField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const period = input.period;
    return (await responseReport(ctx, { ...(await requestOf(ctx, input)), period })).card;
  },
});
