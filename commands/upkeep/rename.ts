import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { readableCalled } from '../../crm/access/readable.js';
import { changeDealBy } from '../../crm/acts/deal-acts.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { dealCard, undoButton } from '../../crm/cards/deal-card.js';
import { contactOfValue } from '../../crm/field-lookups/whole-record.js';
import { customerOf, openCustomer, openDeal, openLead } from '../../crm/words/open-records.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { customerNo, dealNo, recordNumber } from '../../kernel/records/record-number.js';
import { foldName } from '../../kernel/words/folding.js';
import { holdsMarkup } from '../../kernel/words/typed-markup.js';
import { typedWords } from '../../kernel/words/typed-words.js';
import { beginsWithPronoun } from '../../language/upkeep/upkeep-order.js';
import type { Contact, Customer, Deal } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/** `改名 华为 华为技术` ("rename Huawei to Huawei Tech"): renames a customer, a deal or a contact. */
export const rename = defineCommand({
  name: 'rename',
  changes: ['customer.renamed', 'deal.changed', 'contact.changed'],
  seldom: true,
  takes: (words) => !beginsWithPronoun(words),
  fields: {
    record: f.lookup('record', { required: true }),
    to: f.rest({ required: true }),
    /** Asks first: somebody told of it, and ordered nothing. */
    isTold: f.flag(),
  },
  async run({ record, to, isTold = false }, ctx): Promise<Card> {
    const name = newName(ctx, to);
    const contact = await contactOfValue(ctx, record);
    if (contact) return await renamedContact(ctx, contact, name, isTold);
    switch (recordNumber(record)?.type) {
      case 'deal':
        return await renamedDeal(ctx, await openDeal(ctx, record), name, isTold);
      case 'lead':
        return await renamedCustomer(ctx, await customerOf(ctx, await openLead(ctx, record)), name, isTold);
      default:
        return await renamedCustomer(ctx, await openCustomer(ctx, record), name, isTold);
    }
  },
});

/** The new name without the words before it. Throws InputError for what is nobody's name. */
function newName(ctx: Context, to: string): string {
  const name = typedWords(
    to.replace(/^(?:to|as|->|→|为|成|叫做?|改为|改成)\s*(?=\S)/iu, '').trim(),
    ctx.words,
  );
  if (name === '' || holdsMarkup(name)) throw new InputError('to', textsIn(ctx.locale).lookup.noName(name));
  return name;
}

async function renamedCustomer(
  ctx: Context,
  customer: Customer,
  name: string,
  isTold: boolean,
): Promise<Card> {
  const t = textsIn(ctx.locale).upkeep;
  const number = customerNo(customer);
  await demandChange(ctx, number, customer);
  if (customer.name === name) throw new RuleError(t.sameName(name));
  const taken = (await readableCalled(ctx, name, { exact: true })).find(
    ({ customer: other }) => other.id !== customer.id && foldName(other.name) === foldName(name),
  );
  if (taken) throw new RuleError(t.nameTaken(name, customerNo(taken.customer)));
  if (isTold) return askCard(ctx, number, customer.name, name);
  const renamed = await ctx.unit.renameCustomer(customer, name);
  return withUndo(ctx, await customerCard(ctx, renamed, t.renamed(customer.name, name)));
}

async function renamedDeal(ctx: Context, deal: Deal, name: string, isTold: boolean): Promise<Card> {
  const t = textsIn(ctx.locale).upkeep;
  await demandChange(ctx, dealNo(deal), deal);
  if (deal.name === name) throw new RuleError(t.sameName(name));
  if (isTold) return askCard(ctx, dealNo(deal), deal.name, name);
  const changed = await changeDealBy(ctx, deal, 'deal.changed', { name });
  return await dealCard(ctx, changed, t.renamed(deal.name, name), { undo: true });
}

async function renamedContact(ctx: Context, contact: Contact, name: string, isTold: boolean): Promise<Card> {
  const t = textsIn(ctx.locale).upkeep;
  const customer = await customerOf(ctx, contact);
  await demandChange(ctx, customerNo(customer), customer);
  if (contact.name === name) throw new RuleError(t.sameName(name));
  if (isTold) return askCard(ctx, `contact:${contact.id}`, contact.name, name);
  await ctx.unit.change('contact.changed', contact, { name });
  return withUndo(ctx, await customerCard(ctx, customer, t.renamed(contact.name, name)));
}

function askCard(ctx: Context, record: string, before: string, to: string): Card {
  const t = textsIn(ctx.locale).upkeep;
  return {
    key: `ask:rename:${record}`,
    title: t.renameAsk(before, to),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [text(ctx.words, 'quote'), ...actions(button(t.rename, 'rename', { record, to }))],
  };
}

const withUndo = (ctx: Context, card: Card): Card => ({
  ...card,
  nodes: [...card.nodes, ...actions(undoButton(ctx))],
});
