import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import type { PeriodKind } from '../../reports/request/report-period.js';
import { sourceConversionReport } from '../../reports/slices/source-conversion-report.js';

/** `来源 本月`: what came of the leads of each source; `来源 产品`: of the deals of each product. */
export const reportYield = defineCommand({
  name: 'yield',
  words: { zh: ['来源', '产出'], en: ['yield'] },
  summary: { zh: '看各来源、各产品的产出', en: 'What came of each source or product' },
  seldom: true,
  examples: { zh: ['来源 本月', '来源 产品'], en: ['yield this month', 'yield product'] },
  reads: true,
  fields: {
    period: periodField,
    by: f.choice(
      [
        { value: 'source', label: { zh: '来源', en: 'source' }, words: [] },
        { value: 'product', label: { zh: '产品', en: 'product' }, words: [] },
      ],
      { label: { zh: '按什么', en: 'by' } },
    ),
    asof: f.asof(),
    team: teamField,
  },
  async run(input, ctx) {
    const period = input.period as PeriodKind | undefined;
    const by = input.by as 'source' | 'product' | undefined;
    return (await sourceConversionReport(ctx, { ...(await requestOf(ctx, input)), by, period })).card;
  },
});
