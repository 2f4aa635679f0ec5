import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, pipelineField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { funnelReport } from '../../reports/standard/funnel-report.js';

/**
 * `漏斗 本月 华东` ("funnel this month, East China"): open deals by stage, and the conversion of those created in
 * the period.
 */
export const reportFunnel = defineCommand({
  name: 'funnel',
  reads: true,
  fields: { period: periodField, asof: f.asof(), pipeline: pipelineField, team: teamField },
  async run(input, ctx) {
    const period = input.period;
    const { pipeline } = input;
    return (await funnelReport(ctx, { ...(await requestOf(ctx, input)), period, pipeline })).card;
  },
});
