import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { customerNo } from '../../kernel/records/record-number.js';
import type { Contact } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { demandChange } from '../access/demand-rights.js';
import { customerCard } from '../cards/customer-card.js';
import { undoButton } from '../cards/deal-card.js';
import { type ContactPatch, contactChangeWords } from '../cards/other-number.js';
import { customerOf } from '../words/open-records.js';

/** Changes a contact and says what it was and what it is now; asks before a known value is overwritten, unless confirmed. */
export async function changeContact(
  ctx: Context,
  contact: Contact,
  patch: ContactPatch,
  isConfirmed: boolean,
): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  const { field, value } = patch;
  const customer = await customerOf(ctx, contact);
  await demandChange(ctx, customerNo(customer), customer);
  const known = contact[field];
  const { said, value: shown } = contactChangeWords(ctx, customer, contact, patch);
  if (known === value)
    return await customerCard(ctx, customer, t.contactSame(contact.name, t.contactFields[field], shown));
  if (known !== null && !isConfirmed)
    return {
      key: `ask:contact:${contact.id}`,
      title: t.changeContact(contact.name, customer.name),
      tone: 'info',
      askedOf: ctx.person.id,
      nodes: [
        text(ctx.words, 'quote'),
        text(said),
        ...actions(
          button(t.changeIt, 'contact-edit', { contact: contact.id, [field]: value, confirmed: true }),
        ),
      ],
    };
  await ctx.unit.change('contact.changed', contact, { [field]: value });
  const card = await customerCard(ctx, customer, said);
  return { ...card, nodes: [...card.nodes, ...actions(undoButton(ctx))] };
}
