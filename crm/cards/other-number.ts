import { type Action, button, type CardNode, text } from '../../kernel/card/card.js';
import { numberWords } from '../../kernel/pieces/phone-words.js';
import type { Contact, Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { shows } from '../access/visibility.js';

/** What a contact gets instead. */
export interface ContactPatch {
  field: 'phone' | 'email' | 'title';
  value: string;
}

/** A number or mail address that was said of a contact who has another one: a tap changes it. */
export interface OtherNumber extends ContactPatch {
  contact: Contact;
}

/** Finds what was said of a contact and differs from what is stored, or undefined. */
export function otherNumberOf(
  contact: Contact | undefined,
  said: { phone?: string | undefined; email?: string | undefined },
): OtherNumber | undefined {
  const fields = ['phone', 'email'] as const;
  const field = fields.find((one) => said[one] && contact?.[one] && contact[one] !== said[one]);
  return contact && field ? { contact, field, value: said[field] ?? '' } : undefined;
}

/** Says what a contact has and would have instead: 王总的电话 13900002222 → 13900005555. */
export function contactChangeWords(
  ctx: Context,
  customer: Customer,
  contact: Contact,
  { field, value }: ContactPatch,
): { said: string; value: string } {
  const t = textsIn(ctx.locale).work;
  const hides = !shows(ctx, 'phone', customer);
  const shown = (one: string | null) =>
    one === null
      ? textsIn(ctx.locale).common.none
      : field === 'title'
        ? one
        : hides
          ? '…'
          : field === 'phone'
            ? numberWords(one, ctx.zone)
            : one;
  return {
    said: t.contactChanged(contact.name, t.contactFields[field], shown(contact[field]), shown(value)),
    value: shown(value),
  };
}

/** The line and the button that offer to change a contact's number. */
export function numberOffer(
  ctx: Context,
  customer: Customer,
  other: OtherNumber | undefined,
): { line: CardNode[]; taps: Action[] } {
  if (!other) return { line: [], taps: [] };
  const { contact, field, value } = other;
  const t = textsIn(ctx.locale).work;
  const label = t.changeField(contact.name, t.contactFields[field]);
  return {
    line: [text(contactChangeWords(ctx, customer, contact, other).said)],
    taps: [button(label, 'contact-edit', { contact: contact.id, [field]: value, confirmed: true })],
  };
}
