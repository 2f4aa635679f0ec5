import type { Context } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { findOrCreateContact } from '../../crm/acts/customer-acts.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { numberOffer, otherNumberOf } from '../../crm/cards/other-number.js';
import type { Subject } from '../../crm/lookup/open-subject.js';
import { actions, type Card } from '../../kernel/card/card.js';
import type { ActRead } from '../../language/reading/sentence-reading.js';
import type { Contact } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/** Writes down the people whom the words introduce, and nothing else: "their new CFO is Priya Raman". */
export async function newContactCard(
  ctx: Context,
  { number, customer }: Subject,
  { contacts, phone }: ActRead,
): Promise<Card> {
  await demandChange(ctx, number, customer);
  const only = contacts.length === 1 ? phone : undefined;
  let stored: Contact | undefined;
  for (const name of contacts) stored = await findOrCreateContact(ctx, customer, name, only);
  const { line, taps } = numberOffer(ctx, customer, otherNumberOf(stored, { phone: only }));
  const t = textsIn(ctx.locale).sentence;
  const card = await customerCard(ctx, customer, t.contactsAdded(formatsIn(ctx.locale).list(contacts)));
  return { ...card, nodes: [...card.nodes, ...line, ...actions(...taps, undoButton(ctx))] };
}
