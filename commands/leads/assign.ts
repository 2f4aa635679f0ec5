import { defineCommand } from '../../crm/access/context.js';
import { demandAssign } from '../../crm/access/demand-rights.js';
import { takeCustomer, takeTasks, transferChanges } from '../../crm/acts/change-owner.js';
import { changeDealBy, demandOpen } from '../../crm/acts/deal-acts.js';
import { giveLead } from '../../crm/acts/lead-acts.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { leadCard } from '../../crm/cards/lead-card.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { refuseStale } from '../../crm/words/open-records.js';
import { ownerName } from '../../crm/words/owner-names.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import type { Lead } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `派 华为 张三` ("assign Huawei to Zhang San"), `转给 L-3 @张三` ("transfer L-3"): gives a deal or lead another
 * owner, with its customer and tasks.
 */
export const assign = defineCommand({
  name: 'assign',
  changes: [...transferChanges],
  fields: {
    record: f.lookup('opportunity', { required: true }),
    to: f.person({ required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).lead;
    const { deal, lead, number } = await openSubject(ctx, input.record);
    const record = deal ?? lead;
    if (!record) throw new RuleError(t.mustLead(number));
    const to = await openPerson(ctx, input.to);
    await demandAssign(ctx, number, record, to);
    refuseStale(ctx, number, record);
    if (record.ownerId === to.id) throw new RuleError(t.sameOwner(number, to.name));
    if (deal) demandOpen(ctx, deal);
    if (lead && lead.status !== 'open' && lead.status !== 'pool') throw new RuleError(t.mustLead(number));
    const said = t.transferred(number, await ownerName(ctx, record), to.name);
    await takeCustomer(ctx, record, to, record.ownerId);
    await takeTasks(ctx, record, to);
    if (deal) {
      const change = { ownerId: to.id, teamId: to.teamId };
      return await dealCard(ctx, await changeDealBy(ctx, deal, 'deal.assigned', change), said, {
        undo: true,
      });
    }
    return await leadCard(ctx, await giveLead(ctx, lead as Lead, to, 'lead.assigned'), said, {
      undo: true,
    });
  },
});
