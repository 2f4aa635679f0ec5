import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { sourceConversionReport } from '../../reports/slices/source-conversion-report.js';

/**
 * `来源 本月` ("sources this month"): conversion of leads by source; `来源 产品` ("sources by product"): conversion
 * of deals by product.
 */
export const reportYield = defineCommand({
  name: 'yield',
  seldom: true,
  reads: true,
  fields: {
    period: periodField,
    by: f.choice(['source', 'product']),
    asof: f.asof(),
    team: teamField,
  },
  async run(input, ctx) {
    const period = input.period;
    const by = input.by as 'source' | 'product' | undefined;
    return (await sourceConversionReport(ctx, { ...(await requestOf(ctx, input)), by, period })).card;
  },
});
