import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { requestOf, teamField } from '../../reports/request/report-fields.js';
import { momentOf } from '../../reports/request/report-period.js';
import { stalledReport } from '../../reports/standard/stalled-report.js';

/** Pages that can be turned to; further back nobody looks. */
const pages = Array.from({ length: 30 }, (_, n) => ({
  value: `${n + 1}`,
  label: { zh: `第${n + 1}页`, en: `page${n + 1}` },
  words: [`p${n + 1}`],
}));

/** `停滞`: a manager's team, an admin's company, a rep's own deals that stand still. */
export const reportStalled = defineCommand({
  name: 'stalled',
  words: { zh: ['停滞'], en: ['stalled'] },
  summary: { zh: '看停滞的商机', en: 'Show stalled deals' },
  examples: { zh: ['停滞', '停滞 第2页'], en: ['stalled'] },
  reads: true,
  fields: {
    page: f.choice(pages, { label: { zh: '页', en: 'page' } }),
    asof: f.asof(),
    team: teamField,
  },
  async run(input, ctx) {
    const page = Number(input.page ?? 1);
    if (!hasRole(ctx.person.role, 'manager') && !input.team) {
      const asOf = momentOf(input.asof, ctx.now, ctx.zone);
      return (await stalledReport(ctx, { asOf, owner: ctx.person, page, said: input.asof })).card;
    }
    return (await stalledReport(ctx, { ...(await requestOf(ctx, input)), page })).card;
  },
});
