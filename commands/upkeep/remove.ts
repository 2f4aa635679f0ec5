import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { contactOfValue } from '../../crm/field-lookups/whole-record.js';
import { customerOf, openCustomer, openDeal, openLead, refuseStale } from '../../crm/words/open-records.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { customerNo, recordNumber } from '../../kernel/records/record-number.js';
import { namesRecord } from '../../language/upkeep/upkeep-order.js';
import { consequences } from '../../sales/people/change-kinds.js';
import { belongingsOf } from '../../store/customers/belongings.js';
import type { Contact } from '../../store/schema/row-types.js';
import { type Removable, removeWhole } from '../../store/unit/remove-whole.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/**
 * `删除 L-3`, `删除 联系人 王总` ("delete the contact Mr Wang"): deletes a customer, contact, deal or lead with what belongs to
 * it; asks first where more than the record itself would go.
 */
export const remove = defineCommand({
  name: 'remove',
  slash: 'delete',
  changes: ['customer.removed', 'contact.removed', 'deal.removed', 'lead.removed', ...consequences.deleted],
  seldom: true,
  takes: namesRecord,
  fields: { record: f.lookup('record', { required: true }), confirmed: f.flag() },
  async run({ record, confirmed = false }, ctx): Promise<Card> {
    const contact = await contactOfValue(ctx, record);
    if (contact) return await removedContact(ctx, contact);
    switch (recordNumber(record)?.type) {
      case 'deal': {
        const deal = await openDeal(ctx, record);
        return await removedRecord(ctx, { type: 'deal', record: deal }, record, confirmed);
      }
      case 'lead': {
        const lead = await openLead(ctx, record);
        return await removedRecord(ctx, { type: 'lead', record: lead }, record, confirmed);
      }
      default: {
        const customer = await openCustomer(ctx, record);
        return await removedRecord(ctx, { type: 'customer', record: customer }, record, confirmed);
      }
    }
  },
});

type Numbered = Exclude<Removable, { type: 'contact' }>;

async function removedRecord(
  ctx: Context,
  one: Numbered,
  number: string,
  isConfirmed: boolean,
): Promise<Card> {
  const { record } = one;
  await demandChange(ctx, number, record, 'own');
  const name = await nameOfRecord(ctx, one, number);
  const along = await goesAlong(ctx, one);
  if (!isConfirmed && along.length > 0) return askCard(ctx, one, number, { name, along });
  refuseStale(ctx, number, record);
  await removeWhole(ctx.unit, one);
  return removedCard(ctx, name, along);
}

async function removedContact(ctx: Context, contact: Contact): Promise<Card> {
  const customer = await customerOf(ctx, contact);
  await demandChange(ctx, customerNo(customer), customer);
  await removeWhole(ctx.unit, { type: 'contact', record: contact });
  return removedCard(ctx, `${contact.name} · ${customer.name}`, []);
}

async function nameOfRecord(ctx: Context, { type, record }: Numbered, number: string): Promise<string> {
  if (type === 'customer') return `${number} ${record.name}`;
  const customer = await customerOf(ctx, record);
  return [number, customer.name, type === 'deal' ? record.name : ''].filter(Boolean).join(' ');
}

/** What would be deleted with the record, in words. */
async function goesAlong(ctx: Context, { type, record }: Numbered): Promise<string[]> {
  const t = textsIn(ctx.locale).upkeep;
  const has = await belongingsOf(ctx.db, type, record.id);
  const parts: [number, (count: number) => string][] = [
    [has.openDeals, t.openDealsGo],
    [has.deals - has.openDeals, t.dealsGo],
    [has.leads, t.leadsGo],
    [has.contacts, t.contactsGo],
    [has.followUps, t.followUpsGo],
    [has.tasks, t.tasksGo],
  ];
  return parts.flatMap(([count, words]) => (count > 0 ? [words(count)] : []));
}

function askCard(
  ctx: Context,
  { record }: Numbered,
  number: string,
  { name, along }: { name: string; along: readonly string[] },
): Card {
  const t = textsIn(ctx.locale).upkeep;
  return {
    key: `ask:remove:${number}`,
    about: number,
    title: t.removeAsk(name),
    tone: 'warn',
    askedOf: ctx.person.id,
    nodes: [
      text(t.goesAlong(formatsIn(ctx.locale).list([...along]))),
      ...actions(button(t.remove, 'remove', { record: number, confirmed: true, v: record.version })),
    ],
  };
}

function removedCard(ctx: Context, name: string, along: readonly string[]): Card {
  const t = textsIn(ctx.locale).upkeep;
  return {
    key: `removed:${ctx.actId}`,
    title: t.removed(name),
    tone: 'neutral',
    nodes: [
      ...(along.length > 0 ? [text(t.wentAlong(formatsIn(ctx.locale).list([...along])))] : []),
      ...actions(undoButton(ctx)),
      context(ctx.person.name),
    ],
  };
}
