import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandAssign } from '../../crm/access/demand-rights.js';
import { takeCustomer, takeTasks, transferChanges, transferCustomer } from '../../crm/acts/change-owner.js';
import { changeDealBy, demandOpen } from '../../crm/acts/deal-acts.js';
import { giveLead } from '../../crm/acts/lead-acts.js';
import { undoOwnAct } from '../../crm/acts/undo-act.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { dealCard, undoButton } from '../../crm/cards/deal-card.js';
import { leadCard } from '../../crm/cards/lead-card.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { refuseStale } from '../../crm/words/open-records.js';
import { ownerName } from '../../crm/words/owner-names.js';
import { actions, type Card, context } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import type { Deal, Lead, Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `派 华为 张三` ("assign Huawei to Zhang San"), `转给 L-3 @张三` ("transfer L-3"): gives a deal, a lead or a customer
 * another owner, with its tasks. The customer goes along with the last that its owner has of it.
 */
export const assign = defineCommand({
  name: 'assign',
  changes: [...transferChanges],
  fields: {
    record: f.lookup('subject', { required: true }),
    to: f.person({ required: true }),
    /** The speaker's own hand-over that was wrong: it is undone first, and one undo takes back both. */
    instead: f.id(),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).lead;
    if (input.instead) await undoOwnAct(ctx, input.instead);
    const subject = await openSubject(ctx, input.record);
    const { deal, lead, customer, number } = subject;
    const record = ownedBy(subject);
    const to = await openPerson(ctx, input.to);
    await demandAssign(ctx, number, record, to);
    refuseStale(ctx, number, record);
    if (record.ownerId === to.id) throw new RuleError(t.sameOwner(number, to.name));
    if (deal) demandOpen(ctx, deal);
    if (lead && lead.status !== 'open' && lead.status !== 'pool') throw new RuleError(t.mustLead(number));
    const said = t.transferred(number, await ownerName(ctx, record), to.name);
    const along = deal ?? lead;
    if (!along)
      return withUndo(await customerCard(ctx, await transferCustomer(ctx, customer, to), said), ctx);
    const before = customer.ownerId;
    const went = await takeCustomer(ctx, along, to, along.ownerId);
    await takeTasks(ctx, along, to);
    const card = deal ? await givenDeal(ctx, deal, to, said) : await givenLead(ctx, lead as Lead, to, said);
    if (before === null || before === to.id) return card;
    const owner = went ? to.name : await ownerName(ctx, customer);
    const note = went ? t.customerWent(customer.name, owner) : t.customerStays(customer.name, owner);
    return { ...card, nodes: [...card.nodes, context(note)] };
  },
});

const givenDeal = async (ctx: Context, deal: Deal, to: Person, said: string): Promise<Card> =>
  await dealCard(
    ctx,
    await changeDealBy(ctx, deal, 'deal.assigned', { ownerId: to.id, teamId: to.teamId }),
    said,
    { undo: true },
  );

const givenLead = async (ctx: Context, lead: Lead, to: Person, said: string): Promise<Card> =>
  await leadCard(ctx, await giveLead(ctx, lead, to, 'lead.assigned'), said, { undo: true });

const withUndo = (card: Card, ctx: Context): Card => ({
  ...card,
  nodes: [...card.nodes, ...actions(undoButton(ctx))],
});
