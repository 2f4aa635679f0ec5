import { RuleError } from '../bot/kernel/errors.js';
import { f } from '../bot/kernel/fields.js';
import type { Lead } from '../store/row-types.js';
import { changeDealLogged, demandOpen } from './acts/deal.js';
import { takeCustomer, takeTasks } from './acts/hand.js';
import { handLeadLogged } from './acts/lead.js';
import { dealCard } from './cards/deal.js';
import { leadCard } from './cards/lead.js';
import { ownerName } from './cards/people.js';
import { defineCommand } from './context.js';
import { openPerson } from './lookups.js';
import { demandAssign } from './permission.js';
import { refuseStale } from './records.js';
import { openSubject } from './subject.js';
import { leadTexts } from './texts/lead.js';

/** `派 华为 张三`, `转给 L-3 @张三`: a deal or lead gets another owner, its customer and tasks with it. */
export const assign = defineCommand({
  name: 'assign',
  words: { zh: ['派', '转给', '转'], en: ['assign', 'transfer'] },
  summary: { zh: '把线索或商机交给同事', en: 'Hand a lead or deal to a colleague' },
  examples: { zh: ['派 华为 @张三'], en: ['assign Acme @Alice'] },
  fields: {
    record: f.lookup('opportunity', { label: { zh: '线索或商机', en: 'lead or deal' }, required: true }),
    to: f.person({ label: { zh: '交给谁', en: 'to whom' }, required: true }),
  },
  async run(input, ctx) {
    const t = leadTexts(ctx.locale);
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
      return await dealCard(ctx, await changeDealLogged(ctx, deal, 'deal.assigned', change), said, {
        undo: true,
      });
    }
    return await leadCard(ctx, await handLeadLogged(ctx, lead as Lead, to, 'lead.assigned'), said, {
      undo: true,
    });
  },
});
