import { defineCommand } from '../../crm/access/context.js';
import { demandVisible } from '../../crm/access/demand-rights.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { pageField, requestOf, teamField } from '../../reports/request/report-fields.js';
import { momentOf } from '../../reports/request/report-period.js';
import { stalledReport } from '../../reports/standard/stalled-report.js';

/** `停滞` ("stalled"): stalled deals of a manager's team, an admin's company, or a rep; with a name, of that colleague. */
export const reportStalled = defineCommand({
  name: 'stalled',
  reads: true,
  fields: {
    page: pageField,
    asof: f.asof(),
    owner: f.lookup('person'),
    team: teamField,
  },
  async run(input, ctx) {
    const page = Number(input.page ?? 1);
    if (input.owner) {
      const owner = await openPerson(ctx, input.owner);
      const whose = { ownerId: owner.id, teamId: owner.teamId };
      await demandVisible(ctx, owner.name, whose);
      const asOf = momentOf(input.asof, ctx);
      return (await stalledReport(ctx, { asOf, owner, page, said: input.asof })).card;
    }
    if (!hasRole(ctx.person.role, 'manager') && !input.team) {
      const asOf = momentOf(input.asof, ctx);
      return (await stalledReport(ctx, { asOf, owner: ctx.person, page, said: input.asof })).card;
    }
    return (await stalledReport(ctx, { ...(await requestOf(ctx, input)), page })).card;
  },
});
