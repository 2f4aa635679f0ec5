import { type Context, defineCommand } from '../../crm/access/context.js';
import { readableAmong } from '../../crm/access/readable.js';
import { privateUnlessSeen } from '../../crm/access/visibility.js';
import { forgetName, learnName } from '../../crm/acts/learn-names.js';
import { followUpChanges } from '../../crm/acts/record-follow-up.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { correctLast } from '../../crm/corrections/correct-last.js';
import { lastTold } from '../../crm/corrections/last-recorded.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { actions, button, table, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { contactById, contactsOf } from '../../store/customers/contact-queries.js';
import { learntCustomer, learntOf } from '../../store/customers/learnt-names.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Customer, LearntName } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/** Most names shown, and most read. */
const most = 30;
const mostRead = 300;

/** `学到的` ("learnt"): lists the names that corrections taught the team, each with a button to forget it. */
export const learnt = defineCommand({
  name: 'learnt',
  seldom: true,
  reads: true,
  fields: {},
  async run(_input, ctx) {
    const t = textsIn(ctx.locale).sentence;
    const all = await seenNames(ctx, most);
    const people = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
    const rows: string[][] = [];
    for (const { one, customer } of all) {
      privateUnlessSeen(ctx, customer);
      const contact = one.contactId ? await contactById(ctx.db, one.contactId) : undefined;
      const means = [customer.name, contact?.name].filter(Boolean).join(' · ');
      rows.push([one.words, means, people.get(one.personId) ?? '–']);
    }
    const forget = all.map(({ one, customer }) => ({
      label: one.words,
      call: { command: 'forget', input: { customer: customerNo(customer), name: one.words } },
    }));
    return {
      key: 'learnt',
      title: t.learntTitle,
      tone: 'neutral',
      nodes:
        all.length === 0
          ? [text(t.learntNone)]
          : [
              table([t.learntColumns.said, t.learntColumns.means, t.learntColumns.by], rows),
              ...actions({ kind: 'select', label: t.forget, options: forget }),
            ],
    };
  },
});

/** The names that the speaker's team has learnt for customers whom the speaker may see, oldest first. */
async function seenNames(ctx: Context, limit: number): Promise<{ one: LearntName; customer: Customer }[]> {
  const all = ctx.person.teamId ? await learntOf(ctx.db, ctx.person.teamId, mostRead) : [];
  const meant: { one: LearntName; customer: Customer }[] = [];
  for (const one of all) {
    const customer = await learntCustomer(ctx.db, one);
    if (customer) meant.push({ one, customer });
  }
  const customers = meant.map(({ customer }) => customer);
  const seen = new Set((await readableAmong(ctx, customers)).map(({ id }) => id));
  return meant.filter(({ customer }) => seen.has(customer.id)).slice(0, limit);
}

/** Removes a learnt name; called from the list. */
export const forget = defineCommand({
  name: 'forget',
  changes: ['name.forgotten'],
  hidden: true,
  fields: { customer: f.lookup('customer'), name: f.rest({ required: true }) },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).sentence;
    const names = await seenNames(ctx, mostRead);
    const found = names.find(
      ({ one, customer }) =>
        // Cards posted by earlier versions hold its id.
        one.id === input.name ||
        (one.words === input.name &&
          (input.customer === undefined || customerNo(customer) === input.customer)),
    )?.one;
    if (!found) throw new InputError('name', t.noSuch);
    await forgetName(ctx, found);
    return {
      key: 'learnt',
      title: t.forgotten(found.words),
      tone: 'good',
      nodes: [...actions(button(t.learntTitle, 'learnt'))],
    };
  },
});

/** Picks one of two contacts with the same title, and teaches the team that choice. */
export const whoIs = defineCommand({
  name: 'who-is',
  changes: ['followUp.corrected', 'name.learnt', 'name.forgotten', ...followUpChanges],
  hidden: true,
  fields: {
    customer: f.lookup('name', { required: true }),
    said: f.word({ required: true }),
    contact: f.word({ required: true }),
  },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).sentence;
    const { customer } = await openSubject(ctx, input.customer);
    const contact = (await contactsOf(ctx.db, customer.id)).find((one) => one.name === input.contact);
    if (!contact) throw new InputError('contact', t.noSuch);
    const last = await lastTold(ctx);
    const learnt = await learnName(ctx, input.said, customer, contact);
    if (last?.parts.some((one) => one.followUp && one.customer.id === customer.id)) {
      const said = textsIn(ctx.locale).reply.pair(input.said, contact.name);
      return await correctLast(ctx, last, { contact: contact.name }, said, customerNo(customer));
    }
    if (!learnt) throw new RuleError(t.notLearnt(input.said));
    return await customerCard(ctx, customer, t.taught(input.said, contact.name));
  },
});
