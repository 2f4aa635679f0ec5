import { f } from '../bot/kernel/fields.js';
import { contactLogged } from './acts/customer.js';
import { recordFollowUp } from './acts/follow-up.js';
import { amountWords } from './cards/deal.js';
import { followUpCard } from './cards/follow-up.js';
import { defineCommand } from './context.js';
import { mailIn } from './mail.js';
import { openSubject } from './subject.js';
import { leadTexts } from './texts/lead.js';

/** What would have been a double lead is added to the record there is: contact, phone and words. */
export const leadMerge = defineCommand({
  name: 'lead-merge',
  words: { zh: ['并入'], en: ['merge-lead'] },
  summary: { zh: '把重复的线索并入已有记录', en: 'Add a double lead to the record there is' },
  examples: { zh: [], en: [] },
  hidden: true,
  fields: {
    into: f.lookup('name', { label: { zh: '并入', en: 'into' }, required: true }),
    contact: f.contact(),
    phone: f.phone(),
    amount: f.money(),
    tags: f.tags(),
    note: f.rest(),
  },
  async run(input, ctx) {
    const subject = await openSubject(ctx, input.into);
    const { mail, rest } = mailIn(input.note);
    await contactLogged(ctx, subject.customer, input.contact, input.phone, mail);
    const worth = input.amount === undefined ? '' : amountWords(ctx, input.amount);
    const said = [rest || input.tags?.join(' '), worth].filter(Boolean).join(' ') || undefined;
    const logged = await recordFollowUp(ctx, subject, { contact: input.contact, note: said });
    const card = followUpCard(ctx, subject, logged);
    return { ...card, title: leadTexts(ctx.locale).merged(input.into) };
  },
});
