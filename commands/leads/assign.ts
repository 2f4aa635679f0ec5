import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandAssign } from '../../crm/access/demand-rights.js';
import { taskWords } from '../../crm/access/visibility.js';
import {
  staysWithOthers,
  takeCustomer,
  takeTasks,
  transferChanges,
  transferCustomer,
} from '../../crm/acts/change-owner.js';
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
import { actions, button, type Card, type CardNode, context } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { dealNo, leadNo } from '../../kernel/records/record-number.js';
import { mayAssign } from '../../sales/people/policy.js';
import type { Customer, Deal, Lead, Person, Task } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

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
    if (!along) return await givenCustomer(ctx, customer, to, said);
    const before = customer.ownerId;
    const went = await takeCustomer(ctx, along, to, along.ownerId);
    const tasks = await takeTasks(ctx, along, to);
    const given = deal ? await givenDeal(ctx, deal, to, said) : await givenLead(ctx, lead as Lead, to, said);
    const card = { ...given, nodes: [...given.nodes, ...tasksWent(ctx, tasks, to)] };
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

/** Most tasks and records that are named, and buttons that give what stayed behind as well. */
const named = 4;

/** Says which tasks went along. */
function tasksWent(ctx: Context, tasks: readonly Task[], to: Person): CardNode[] {
  if (tasks.length === 0) return [];
  const words = formatsIn(ctx.locale).list(tasks.slice(0, named).map((task) => taskWords(ctx, task)));
  return [context(textsIn(ctx.locale).lead.tasksWent(words, tasks.length, to.name))];
}

/** Gives the customer; its deals and leads stay with who has them, which the card says, and offers to give them too. */
async function givenCustomer(ctx: Context, customer: Customer, to: Person, said: string): Promise<Card> {
  const t = textsIn(ctx.locale).lead;
  const { moved, tasks } = await transferCustomer(ctx, customer, to);
  const staying = (await staysWithOthers(ctx, customer, to)).filter(
    (one) => mayAssign(ctx.person, one, to).ok,
  );
  const numbers = staying.slice(0, named).map((one) => ('stage' in one ? dealNo(one) : leadNo(one)));
  const card = await customerCard(ctx, moved, said);
  const stays = numbers.length > 0 ? [context(t.recordsStay(formatsIn(ctx.locale).list(numbers)))] : [];
  const taps = numbers.map((no) => button(t.alsoGive(no), 'assign', { record: no, to: to.id }));
  return {
    ...card,
    nodes: [...card.nodes, ...tasksWent(ctx, tasks, to), ...stays, ...actions(...taps, undoButton(ctx))],
  };
}
