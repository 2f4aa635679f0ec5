import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandAssign } from '../../crm/access/demand-rights.js';
import { readableCalled } from '../../crm/access/readable.js';
import { privateUnlessSeen } from '../../crm/access/visibility.js';
import { type AssignedTo, assignLead } from '../../crm/acts/assign-lead.js';
import { addCustomer, findOrCreateContact } from '../../crm/acts/customer-acts.js';
import { addLead, leadChanges } from '../../crm/acts/lead-acts.js';
import { leadCard } from '../../crm/cards/lead-card.js';
import { numberOffer, otherNumberOf } from '../../crm/cards/other-number.js';
import { type Duplicate, duplicatesOf } from '../../crm/lookup/duplicates.js';
import { mailIn } from '../../crm/lookup/mail-address.js';
import { openPerson } from '../../crm/lookup/open-person.js';
import { pricedBy } from '../../crm/words/deal-price.js';
import { openCustomer } from '../../crm/words/open-records.js';
import { sourceTold } from '../../crm/words/source-told.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import type { Sum } from '../../kernel/pieces/amount.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import { costAsked } from '../../language/look-up/cost-asked.js';
import { namesNoLead } from '../../language/order/english-orders.js';
import { nothingKnown } from '../../language/question/read-question.js';
import type { IncomingLead } from '../../sales/leads/assignment.js';
import { findSource, tagNamed } from '../../sales/process/stages.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `线索 华为 王总 13800000000 想看ERP #官网` ("lead Huawei, Mr Wang, wants to see the ERP, website"): creates a lead
 * and says who owns it and why; shows possible duplicates first.
 */
export const leadCreate = defineCommand({
  name: 'lead',
  changes: [...leadChanges],
  fields: {
    customer: f.name('customer', { required: true, mostlyNew: true }),
    contact: f.contact(),
    phone: f.phone(),
    amount: f.sum(),
    tags: f.tags(),
    owner: f.person(),
    isNew: f.flag(),
    note: f.rest(),
  },
  // `lead acquisition cost this month` asks what leads cost.
  takes: (words) => !namesNoLead(words) && costAsked(`lead ${words}`, nothingKnown) === undefined,
  async run(input, ctx) {
    const { mail, rest: note } = mailIn(input.note);
    const says = { name: input.customer, phone: input.phone, mail };
    const found = input.isNew ? [] : await duplicatesOf(ctx, says);
    if (found.length > 0) return duplicatesCard(ctx, input, found);
    const tags = (input.tags ?? []).map((tag) => tagNamed(ctx.process, tag, ctx.locale));
    const known = await customerNamed(ctx, input.customer);
    const price = input.amount === undefined ? { amount: null } : pricedBy(ctx, input.amount);
    const sources = tags.map((tag) => findSource(ctx.process, tag)).filter((one) => one.kind === 'one');
    const source = sources[0]?.item.key ?? sourceTold(ctx, note ?? '') ?? null;
    const words = `${input.customer} ${input.note ?? ''}`;
    const assigned = await ownerFor(ctx, input.owner, {
      source,
      tags,
      region: known?.region,
      amount: price.amount,
      words,
    });
    const owner = {
      ownerId: assigned.person?.id ?? null,
      teamId: assigned.person?.teamId ?? assigned.teamId,
    };
    const customer = known ?? (await addCustomer(ctx, input.customer, owner));
    const contact = await findOrCreateContact(ctx, customer, input.contact, input.phone, mail);
    const lead = await addLead(
      ctx,
      {
        customerId: customer.id,
        contactId: contact?.id ?? null,
        source,
        region: customer.region,
        tags,
        ...price,
        note,
      },
      assigned.person,
      assigned.teamId,
    );
    const said = textsIn(ctx.locale).lead.created(assigned.person?.name ?? textsIn(ctx.locale).common.pool);
    const card = await leadCard(ctx, lead, said, { why: assigned.why, undo: true });
    const other = otherNumberOf(contact, { phone: input.phone, email: mail });
    const { line, taps } = numberOffer(ctx, customer, other);
    return { ...card, nodes: [...card.nodes, ...line, ...actions(...taps)] };
  },
});

async function customerNamed(ctx: Context, words: string): Promise<Customer | undefined> {
  if (recordNumber(words)?.type === 'customer') return await openCustomer(ctx, words);
  const found = await readableCalled(ctx, words);
  return found.find(({ how }) => how === 'name' || how === 'alias')?.customer;
}

/**
 * Chooses the lead's owner: the named person, a rep themselves, else the next in fair order; returns the
 * reason too.
 */
async function ownerFor(ctx: Context, named: string | undefined, lead: IncomingLead): Promise<AssignedTo> {
  const t = textsIn(ctx.locale).lead;
  if (named) {
    const person = await openPerson(ctx, named);
    await demandAssign(
      ctx,
      textsIn(ctx.locale).lead.thisLead,
      { ownerId: ctx.person.id, teamId: person.teamId },
      person,
    );
    return {
      person,
      teamId: person.teamId,
      why: person.id === ctx.person.id ? t.whySelf : t.whyNamed(ctx.person.name),
    };
  }
  if (!hasRole(ctx.person.role, 'manager'))
    return { person: ctx.person, teamId: ctx.person.teamId, why: t.whySelf };
  return await assignLead(ctx, lead);
}

interface Given {
  customer: string;
  contact?: string;
  phone?: string;
  amount?: Sum;
  tags?: string[];
  owner?: string;
  note?: string;
}

/** Shows possible duplicates before anything is stored: each button carries everything that was said. */
function duplicatesCard(ctx: Context, given: Given, found: Duplicate[]): Card {
  const t = textsIn(ctx.locale).lead;
  const { customer, owner, ...rest } = given;
  const seen = found.filter((one) => !one.isHidden);
  const [first] = seen;
  for (const one of seen) privateUnlessSeen(ctx, one.customer);
  const disputed = found.find(
    ({ customer, claim }) => claim && customer.ownerId && customer.ownerId !== ctx.person.id,
  );
  return {
    key: 'duplicates',
    title: t.duplicate(customer),
    tone: 'warn',
    askedOf: ctx.person.id,
    nodes: [
      text(t.duplicateBody, 'strong'),
      text(found.map((one) => (one.isHidden ? one.why : `${one.number} · ${one.why}`)).join('\n')),
      ...actions(
        ...seen
          .slice(0, 2)
          .map((one) => button(t.mergeInto(one.number), 'lead-merge', { into: one.number, ...rest })),
        button(t.stillNew, 'lead', { ...given, isNew: true }),
        first && button(textsIn(ctx.locale).common.find, 'find', { name: first.number }),
        disputed && button(textsIn(ctx.locale).dispute.dispute, 'dispute', disputeOf(disputed, given)),
      ),
      context(ctx.words),
    ],
  };
}

/** Carries what the speaker said of the customer into a dispute; the reason is still asked for. */
function disputeOf({ claim = '' }: Duplicate, { contact, phone }: Given): Record<string, string> {
  return {
    customer: claim,
    ...(contact ? { contact } : {}),
    ...(phone ? { phone } : {}),
  };
}
