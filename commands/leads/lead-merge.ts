import { defineCommand } from '../../crm/access/context.js';
import { findOrCreateContact } from '../../crm/acts/customer-acts.js';
import { followUpChanges, recordFollowUp } from '../../crm/acts/record-follow-up.js';
import { followUpCard } from '../../crm/cards/follow-up-card.js';
import { numberOffer, otherNumberOf } from '../../crm/cards/other-number.js';
import { mailIn } from '../../crm/lookup/mail-address.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { sumWords } from '../../crm/words/deal-words.js';
import { actions } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { textsIn } from '../../texts/languages.js';

/** Adds a duplicate lead's contact, phone number and words to the existing record. */
export const leadMerge = defineCommand({
  name: 'lead-merge',
  changes: [...followUpChanges],
  hidden: true,
  fields: {
    into: f.lookup('name', { required: true }),
    contact: f.contact(),
    phone: f.phone(),
    amount: f.sum(),
    tags: f.tags(),
    note: f.rest(),
  },
  async run(input, ctx) {
    const subject = await openSubject(ctx, input.into);
    const { mail, rest } = mailIn(input.note);
    const said = { phone: input.phone, email: mail };
    const known = await findOrCreateContact(ctx, subject.customer, input.contact, input.phone, mail);
    const worth = input.amount === undefined ? '' : sumWords(ctx, input.amount);
    const note = [rest || input.tags?.join(' '), worth].filter(Boolean).join(' ') || undefined;
    const logged = await recordFollowUp(ctx, subject, { contact: input.contact, note });
    const card = followUpCard(ctx, subject, logged);
    const { line, taps } = numberOffer(ctx, subject.customer, otherNumberOf(known, said));
    const nodes = [...card.nodes.slice(0, 1), ...line, ...card.nodes.slice(1), ...actions(...taps)];
    return { ...card, title: textsIn(ctx.locale).lead.merged(input.into), nodes };
  },
});
