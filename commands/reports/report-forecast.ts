import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { forecastReport } from '../../reports/forecast/forecast-report.js';
import { comingPeriodField, requestOf, teamField } from '../../reports/request/report-fields.js';

/**
 * `预测 本季 华东` ("forecast this quarter, East China"): forecasts a period by several methods, with their ranges.
 */
export const reportForecast = defineCommand({
  name: 'forecast',
  reads: true,
  fields: { period: comingPeriodField, asof: f.asof(), team: teamField },
  async run(input, ctx) {
    const period = input.period;
    return (await forecastReport(ctx, { ...(await requestOf(ctx, input)), period })).card;
  },
});
