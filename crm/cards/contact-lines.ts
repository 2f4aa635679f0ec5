import { numberWords } from '../../kernel/pieces/phone-words.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { isPooled } from '../access/pooled.js';
import { hidden, noteView, shows } from '../access/visibility.js';
import type { CalledContact } from '../lookup/contacts-called.js';

/** Writes how to reach each contact: name, title, number, customer; looks at the customers on the way. */
export function contactLines(ctx: Context, contacts: readonly CalledContact[]): string[] {
  const t = textsIn(ctx.locale).question;
  for (const { of } of contacts) noteView(ctx, 'customer', of);
  return contacts.map(({ contact, of }) => {
    const hides = isPooled(of) || !shows(ctx, 'phone', of);
    const reach = [contact.phone && numberWords(contact.phone, ctx.zone), contact.email]
      .filter(Boolean)
      .join(' ');
    const name = [hides && contact.name === contact.phone ? '' : contact.name, contact.title]
      .filter(Boolean)
      .join(' ');
    return [name, reach === '' ? t.noPhone : hides ? hidden : reach, of.name].filter(Boolean).join(' · ');
  });
}
