import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandAssign, demandChange } from '../../crm/access/demand-rights.js';
import { visible } from '../../crm/access/visibility.js';
import { conversionChanges, convertLead } from '../../crm/acts/convert-lead.js';
import { addCustomer, findOrCreateContact } from '../../crm/acts/customer-acts.js';
import { addDeal, firstStageFor } from '../../crm/acts/deal-acts.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { customFields, factsSaid } from '../../crm/lookup/custom-fields.js';
import { sureCustomer } from '../../crm/lookup/customer-named.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { isSameSum } from '../../crm/words/deal-price.js';
import { stageName, sumWords } from '../../crm/words/deal-words.js';
import { actions, button, type Card, type Json } from '../../kernel/card/card.js';
import { f, named } from '../../kernel/command/fields.js';
import type { Sum } from '../../kernel/pieces/amount.js';
import { customerNo, dealNo, leadNo } from '../../kernel/records/record-number.js';
import { foldWords } from '../../kernel/words/folding.js';
import { narrowsList } from '../../language/look-up/field-filters.js';
import { dealNameIn } from '../../language/names/deal-name.js';
import { namesNoDeal } from '../../language/order/english-orders.js';
import { isPriced } from '../../sales/deals/prices.js';
import { isCollaborator } from '../../store/customers/collaborator-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Customer, Deal, Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `商机 华为 ERP二期 30万 6月底` ("deal Huawei, ERP phase two, 300,000, end of June"): creates a deal, converting the
 * customer's lead; creates a new customer if needed. A manager's deal on a colleague's customer is that colleague's.
 */
export const dealCreate = defineCommand({
  name: 'deal',
  changes: ['customer.created', 'contact.created', 'contact.changed', ...conversionChanges],
  fields: {
    customer: f.name('customer', { required: true }),
    amount: f.sum(),
    close: f.date(),
    contact: f.contact(),
    tags: f.tags(),
    owner: named(f.person()),
    isNew: f.flag(),
    /** One more, though an open deal of the customer looks the same. */
    isAgain: f.flag(),
    name: f.rest(),
  },
  extra: customFields,
  takes: (words) => !namesNoDeal(words),
  instead: (words) => (narrowsList(words) ? { command: 'deals', words } : undefined),
  async run({ name: words, ...told }, ctx) {
    const input = { ...told, name: dealNameIn(words) };
    const said = input.owner ? await openPerson(ctx, input.owner) : undefined;
    const known = await sureCustomer(ctx, input.customer, 'customer', input.isNew ?? false);
    const customer =
      known ??
      (await addCustomer(ctx, input.customer, {
        ownerId: ctx.person.id,
        teamId: ctx.person.teamId,
      }));
    if (known) await demandUse(ctx, known);
    if (said) await demandAssign(ctx, customerNo(customer), customer, said);
    const same = known && !input.isAgain ? await sameDeal(ctx, known, input) : undefined;
    if (same) return await sameCard(ctx, same, { ...input, customer: customerNo(customer) });
    const owner = said ?? (known && (await ownerFor(ctx, known))) ?? ctx.person;
    await findOrCreateContact(ctx, customer, input.contact);
    const [lead] = (await liveLeadsOf(ctx.db, customer.id)).filter((one) => one.ownerId === owner.id);
    const facts = await factsSaid(ctx, input);
    const given = {
      name: input.name ?? customer.name,
      product: input.name ?? null,
      amount: input.amount ?? null,
      closeDate: input.close?.slice(0, 10) ?? null,
      ...(facts ? { facts } : {}),
    };
    const { id: ownerId, teamId } = owner;
    const stage = (await firstStageFor(ctx, { product: given.name, teamId })).key;
    const made = { customerId: customer.id, stage, ownerId, teamId, tags: input.tags ?? [], ...given };
    const deal = lead
      ? await convertLead(ctx, { number: leadNo(lead), customer, lead }, given)
      : await addDeal(ctx, made);
    const t = textsIn(ctx.locale).deal;
    const done = lead ? t.converted(leadNo(lead), dealNo(deal)) : t.created(stageName(ctx, deal.stage));
    if (owner.id === ctx.person.id) return await dealCard(ctx, deal, done, { undo: true });
    const notes = [said ? t.madeFor(owner.name) : t.belongsTo(owner.name, ctx.person.name)];
    return await dealCard(ctx, deal, done, { notes, undo: true });
  },
});

/** The open deal of that customer with the same name, unless both have a sum and they differ. */
async function sameDeal(
  ctx: Context,
  { id, name: customer }: Customer,
  { name = customer, amount }: { name?: string | undefined; amount?: Sum | undefined },
): Promise<Deal | undefined> {
  const open = await visible(ctx, await openDealsOf(ctx.db, id));
  const isSame = (one: Deal) =>
    foldWords(one.name) === foldWords(name) &&
    (amount === undefined || !isPriced(one) || isSameSum(ctx, one, amount));
  return open.find(isSame);
}

/** Shows the deal that is there already; one more is only made by a tap. */
async function sameCard(
  ctx: Context,
  deal: Deal,
  input: Record<string, Json | undefined> & { amount?: Sum | undefined },
): Promise<Card> {
  const t = textsIn(ctx.locale);
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Record<string, Json>;
  const { amount } = input;
  const isNewSum = amount !== undefined && !isSameSum(ctx, deal, amount);
  const number = dealNo(deal);
  const card = await dealCard(ctx, deal, t.deal.sameDeal(number));
  const taps = actions(
    isNewSum &&
      button(t.sentence.setAmount(sumWords(ctx, amount, deal)), 'edit', {
        deal: number,
        amount,
        v: deal.version,
      }),
    button(t.deal.createAgain, 'deal', { ...given, isAgain: true }),
  );
  const shown = card.nodes.filter(({ kind }) => kind !== 'actions');
  const footer = shown.findLastIndex(({ kind }) => kind === 'context');
  return { ...card, nodes: shown.toSpliced(footer, 0, ...taps), askedOf: ctx.person.id };
}

/** The colleague whose customer it is; undefined for a colleague who helps there, whose deal is their own. */
async function ownerFor(ctx: Context, { id, ownerId }: Customer): Promise<Person | undefined> {
  if (!ownerId || (await isCollaborator(ctx.db, id, ctx.person.id))) return undefined;
  const owner = await personById(ctx.db, ownerId);
  return owner?.active ? owner : undefined;
}

/** Throws unless the speaker may create deals for the customer: as its owner, or if nobody owns it. */
async function demandUse(ctx: Context, customer: Customer): Promise<void> {
  if (customer.ownerId) await demandChange(ctx, customerNo(customer), customer);
}
