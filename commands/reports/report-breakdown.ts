import { type Context, defineCommand } from '../../crm/access/context.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { periodField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { breakdownReport } from '../../reports/slices/breakdown-report.js';
import type { CustomField } from '../../sales/process/parse-process.js';
import { requiredFieldName } from '../../sales/process/stages.js';
import { findNamed } from '../../sales/words/find-named.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `分布 产品` ("breakdown by product"), `分布 行业线 本月` ("by industry, this month"): open and won deals by the values
 * of a field.
 */
export const reportBreakdown = defineCommand({
  name: 'breakdown',
  reads: true,
  fields: {
    period: periodField,
    by: f.word(),
    team: teamField,
  },
  async run(input, ctx) {
    const period = input.period;
    return await breakdownReport(ctx, {
      ...(await requestOf(ctx, input)),
      by: fieldCalled(ctx, input.by),
      period,
    });
  },
});

/** Finds the field by name, by default the product. Throws InputError, listing the fields. */
function fieldCalled(ctx: Context, words: string | undefined): CustomField | 'product' {
  if (words === undefined) return 'product';
  const product = { key: 'product', name: requiredFieldName(ctx.process, 'product'), aliases: [] };
  const own = ctx.process.fields.map((field) => ({ ...field, aliases: [] }));
  const found = findNamed([product, ...own], words);
  if (found.kind === 'one') return ctx.process.fields.find(({ key }) => key === found.item.key) ?? 'product';
  const names = [product, ...own].map((field) => field.name[ctx.locale]);
  throw new InputError('by', textsIn(ctx.locale).report.noField(words, names), product.name[ctx.locale]);
}
