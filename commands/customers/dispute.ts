import { type Context, defineCommand } from '../../crm/access/context.js';
import { readableAmong, readableCalled, unseenCalled } from '../../crm/access/readable.js';
import { privateUnlessSeen } from '../../crm/access/visibility.js';
import { transferChanges } from '../../crm/acts/change-owner.js';
import {
  decideDispute,
  decidedWords,
  judgesFor,
  raiseDispute,
  type Verdict,
} from '../../crm/acts/dispute-acts.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { disputeCard } from '../../crm/cards/dispute-card.js';
import { mailIn } from '../../crm/lookup/mail-address.js';
import { customerOf, openCustomer } from '../../crm/words/open-records.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { readPhone } from '../../kernel/pieces/phone.js';
import { customerNo, recordNumber } from '../../kernel/records/record-number.js';
import { contactsByEmail, contactsByPhone } from '../../store/customers/contact-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { disputeById, openDisputes } from '../../store/customers/dispute-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/**
 * `申诉 C-7 我先联系的` ("dispute C-7, I contacted them first"): asks the owner team's manager to decide who owns a
 * customer; alone, lists open disputes.
 */
export const dispute = defineCommand({
  name: 'dispute',
  changes: ['dispute.raised'],
  seldom: true,
  fields: {
    customer: f.word(),
    contact: f.contact(),
    phone: f.phone(),
    reason: f.rest(),
  },
  asks: (input) => (input.customer && !input.reason ? 'reason' : undefined),
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).dispute;
    if (!input.customer) return await waitingCard(ctx);
    const { customer, called } = await claimed(ctx, input.customer);
    const { mail, rest } = mailIn(input.reason);
    const given = {
      reason: rest || (input.reason ?? ''),
      contact: input.contact ?? null,
      phone: input.phone ?? null,
      email: mail ?? null,
    };
    const who = await raiseDispute(ctx, { customer, called }, given);
    const said = t.raised(called, who);
    return {
      key: `dispute:${customer.id}:${ctx.person.id}`,
      title: t.title(called),
      tone: 'info',
      nodes: [
        text(said, 'strong'),
        text(given.reason, 'quote'),
        ...actions(undoButton(ctx)),
        context(ctx.person.name),
      ],
    };
  },
});

/**
 * Finds the customer that the claimant means: by number if they may see it, else by what they know of it
 * themselves (its exact name, its phone number or mail address), in whose words it is then called.
 */
async function claimed(ctx: Context, words: string): Promise<{ customer: Customer; called: string }> {
  if (recordNumber(words)?.type === 'customer') {
    const customer = await openCustomer(ctx, words);
    return { customer, called: customer.name };
  }
  if (recordNumber(words)) {
    const t = textsIn(ctx.locale).lookup;
    throw new InputError('customer', t.wrongKind(words, t.customer));
  }
  const known = [
    ...(await readableCalled(ctx, words, { exact: true })).map(({ customer }) => customer),
    ...(await unseenCalled(ctx, words, { exact: true })).map(({ customer }) => customer),
  ];
  const { mail } = mailIn(words);
  const phone = readPhone(words);
  const contacts = [
    ...(phone ? await contactsByPhone(ctx.db, phone) : []),
    ...(mail ? await contactsByEmail(ctx.db, mail) : []),
  ];
  const customer = known[0] ?? (contacts[0] && (await customerOf(ctx, contacts[0])));
  if (!customer) throw new InputError('customer', textsIn(ctx.locale).lookup.noCustomer(words));
  return { customer, called: words };
}

/** Most disputes read for one card. */
const looked = 200;
const shown = 10;

/** Lists the disputes that the speaker may decide, and those they raised. */
async function waitingCard(ctx: Context): Promise<Card> {
  const t = textsIn(ctx.locale).dispute;
  const lines: string[] = [];
  const taps = [];
  for (const one of await openDisputes(ctx.db, looked)) {
    if (lines.length >= shown) break;
    const { may } = await judgesFor(ctx, one);
    if (!may && one.raisedBy !== ctx.person.id) continue;
    const customer = await customerById(ctx.db, one.customerId);
    const by = await personById(ctx.db, one.raisedBy);
    const seen = customer && (await readableAmong(ctx, [customer])).length > 0;
    if (customer) privateUnlessSeen(ctx, customer);
    const no = seen ? customerNo(customer) : '';
    const name = seen ? customer.name : one.reason;
    lines.push(t.line(no, name, by?.name ?? '', momentWords(ctx, one.createdAt)));
    if (may && taps.length < 3) taps.push(button(t.see(no), 'dispute-show', { dispute: one.id }));
  }
  return {
    key: 'disputes',
    title: t.open(lines.length),
    tone: lines.length > 0 ? 'info' : 'good',
    nodes: [text(lines.length > 0 ? lines.join('\n') : t.none), ...actions(...taps)],
  };
}

const id = f.id({ required: true });

/** Shows both sides of a dispute; called from the list. */
export const disputeShow = defineCommand({
  name: 'dispute-show',
  hidden: true,
  reads: true,
  fields: { dispute: id },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).dispute;
    const found = await disputeById(ctx.db, input.dispute);
    if (!found) throw new RuleError(t.gone);
    const { may, names } = await judgesFor(ctx, found);
    if (!may) throw new DeniedError(t.notJudge(names));
    return await disputeCard(ctx.db, ctx, found, ctx.now);
  },
});

/** Decides a dispute, with a reason; called from the card that shows both sides. */
export const disputeDecide = defineCommand({
  name: 'dispute-decide',
  changes: ['dispute.decided', 'contact.created', 'contact.changed', 'followUp.created', ...transferChanges],
  hidden: true,
  fields: {
    dispute: id,
    verdict: f.choice(['given', 'kept', 'merged'], { required: true }),
    reason: f.rest(),
  },
  asks: (input) => (input.reason ? undefined : 'reason'),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).dispute;
    const found = await disputeById(ctx.db, input.dispute);
    if (!found) throw new RuleError(t.gone);
    const { may, names } = await judgesFor(ctx, found);
    if (!may) throw new DeniedError(t.notJudge(names));
    if (found.status !== 'open') {
      const by = found.decidedBy ? await personById(ctx.db, found.decidedBy) : undefined;
      const at = found.decidedAt ? momentWords(ctx, found.decidedAt) : '';
      throw new RuleError(t.decided(by?.name ?? '', at, t.statuses[found.status] ?? ''));
    }
    const customer = await currentCustomer(ctx, found.customerId);
    const claimant = await personById(ctx.db, found.raisedBy);
    const owner = customer.ownerId ? await personById(ctx.db, customer.ownerId) : undefined;
    const status = input.verdict as Verdict;
    await decideDispute(ctx, found, customer, status, input.reason ?? '');
    const said = claimant
      ? decidedWords(ctx.locale, customer.name, status, claimant, owner, ctx.person, input.reason ?? '')
      : '';
    return {
      key: `dispute:${found.id}`,
      title: t.title(customer.name),
      tone: 'good',
      nodes: [
        text(said, 'strong'),
        ...actions(undoButton(ctx)),
        context(`${customerNo(customer)} · ${momentWords(ctx, ctx.now)}`),
      ],
    };
  },
});

/** Finds the customer, or the one it was merged into since. */
async function currentCustomer(ctx: Context, customerId: string): Promise<Customer> {
  const customer = await customerOf(ctx, { customerId });
  return customer.mergedInto ? await currentCustomer(ctx, customer.mergedInto) : customer;
}
