import { type Context, defineCommand } from '../../crm/access/context.js';
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
import { customerNo, recordNumber } from '../../kernel/records/record-number.js';
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
    const customer = await numbered(ctx, input.customer);
    const { mail, rest } = mailIn(input.reason);
    const given = {
      reason: rest || (input.reason ?? ''),
      contact: input.contact ?? null,
      phone: input.phone ?? null,
      email: mail ?? null,
    };
    const who = await raiseDispute(ctx, customer, given);
    const said = t.raised(customer.name, who);
    return {
      key: `dispute:${customer.id}:${ctx.person.id}`,
      title: t.title(customer.name),
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

/** Finds the customer of a number without checking rights: the claimant may not be allowed to see it. */
async function numbered(ctx: Context, words: string): Promise<Customer> {
  if (recordNumber(words)?.type !== 'customer')
    throw new InputError(
      'customer',
      textsIn(ctx.locale).lookup.wrongKind(words, textsIn(ctx.locale).lookup.customer),
    );
  return await openCustomer(ctx, words);
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
    const no = customer ? customerNo(customer) : '';
    lines.push(t.line(no, customer?.name ?? '', by?.name ?? '', momentWords(ctx, one.createdAt)));
    if (may && taps.length < 3) taps.push(button(t.see(no), 'dispute-show', { dispute: one.id }));
  }
  return {
    key: 'disputes',
    title: t.open(lines.length),
    tone: lines.length > 0 ? 'info' : 'good',
    nodes: [text(lines.length > 0 ? lines.join('\n') : t.none), ...actions(...taps)],
  };
}

const id = f.word({ required: true });

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
