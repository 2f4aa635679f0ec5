import { defineCommand } from '../../crm/access/context.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { ghostReport } from '../../reports/forecast/ghost-report.js';
import { requestOf, teamField } from '../../reports/request/report-fields.js';
import { momentOf } from '../../reports/request/report-period.js';

/** `僵尸` ("ghosts"): inactive open deals with the evidence; a manager's team's, or a rep's own. */
export const reportGhosts = defineCommand({
  name: 'ghosts',
  seldom: true,
  reads: true,
  fields: { asof: f.asof(), team: teamField },
  async run(input, ctx) {
    if (!hasRole(ctx.person.role, 'manager') && !input.team) {
      const asOf = momentOf(input.asof, ctx);
      return (await ghostReport(ctx, { asOf, ownerId: ctx.person.id })).card;
    }
    return (await ghostReport(ctx, await requestOf(ctx, input))).card;
  },
});
