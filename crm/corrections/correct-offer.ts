import { actions, button, type Call, type Card, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { minorOf, type Sum, sumOf } from '../../kernel/pieces/amount.js';
import { inUnitOf } from '../../kernel/pieces/amount-unit.js';
import { addDays } from '../../kernel/time/dates.js';
import type { Correction } from '../../language/reading/sentence-reading.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { heard } from '../lookup/hear-sentence.js';
import { openSubject, type Subject } from '../lookup/open-subject.js';
import { sumWords } from '../words/deal-words.js';
import { dateWords, isOver } from '../words/zoned-dates.js';
import { type Offer, offersShown } from './recent-acts.js';

/**
 * Changes what the last answer offers to write and nobody has tapped yet: 改到后天 ("the day after tomorrow instead") after an
 * offered plan offers that day. Undefined if nothing is offered, or the words name another customer. Throws RuleError if the
 * offer has no such value: nothing older is changed in its place.
 */
export async function correctOffer(ctx: Context, said: Correction, words: string): Promise<Card | undefined> {
  const offers = offersShown(ctx);
  const [first] = offers;
  if (!first) return undefined;
  const t = textsIn(ctx.locale).sentence;
  const number = recordOf(first.call);
  const subject = number ? await openSubject(ctx, number).catch(() => undefined) : undefined;
  const named = said.mention?.how === 'sure' ? said.mention.hits[0]?.id : undefined;
  if (named !== undefined && named !== subject?.customer.id) return undefined;
  const isOne = offers.every(({ call }) => recordOf(call) === number);
  const offer = subject && isOne && (await changed(ctx, offers, said, words));
  if (!offer) throw new RuleError(t.mendWaiting);
  return offerCard(ctx, subject, offer);
}

/** The number of the record that an offer is about. */
function recordOf({ input }: Call): string | undefined {
  const number = input.subject ?? input.deal ?? input.customer;
  return typeof number === 'string' ? number : undefined;
}

async function changed(
  ctx: Context,
  offers: readonly Offer[],
  said: Correction,
  words: string,
): Promise<Offer | undefined> {
  const t = textsIn(ctx.locale).sentence;
  const planned = offers.filter(({ call }) => call.command === 'plan');
  const [plan] = planned;
  if (plan) {
    const day = planned.length === 1 ? String(plan.call.input.next) : undefined;
    const next = await dayFor(ctx, day, said, words);
    if (next && isOver(ctx, next))
      throw new InputError(null, textsIn(ctx.locale).work.mustBeLater(dateWords(ctx, next)));
    if (next) return { label: t.setNext(dateWords(ctx, next)), call: withInput(plan.call, { next }) };
  }
  const priced = offers.find(({ call }) => call.input.amount !== undefined);
  const old = priced?.call.input.amount as Sum | undefined;
  const minor = said.amount?.minor ?? inUnitOf(said.number, old === undefined ? null : minorOf(old));
  if (!priced || minor === undefined) return undefined;
  const currency = said.amount?.currency ?? (typeof old === 'object' ? old.currency : undefined);
  const amount = sumOf(minor, currency);
  const isEdit = priced.call.command === 'edit';
  const label = isEdit ? t.setAmount(sumWords(ctx, amount)) : priced.label;
  return { label, call: withInput(priced.call, { amount }) };
}

const withInput = ({ command, input }: Call, more: Call['input']): Call => ({
  command,
  input: { ...input, ...more },
});

/** The corrected moment of a plan offered for `day`, with its time unless another is said; undefined if none is said. */
async function dayFor(
  ctx: Context,
  day: string | undefined,
  said: Correction,
  words: string,
): Promise<string | undefined> {
  const [date, time] = day?.split('T') ?? [];
  const withTime = (on: string, at: string | undefined) => (at ? `${on}T${at}` : on);
  if (said.shift !== undefined) return date && withTime(addDays(date, Math.round(said.shift)), time);
  if (!said.next) return said.time && date ? withTime(date, said.time) : undefined;
  // "No, Thursday" means the week of what is offered.
  const again = day && (await heard(ctx, words, { lastNext: day }))?.mend?.next;
  const next = again || said.next;
  return next.includes('T') ? next : withTime(next, said.time ?? time);
}

function offerCard(ctx: Context, { customer, number }: Subject, { label, call }: Offer): Card {
  const t = textsIn(ctx.locale).sentence;
  const note = call.input.note;
  return {
    key: 'ask:unsure',
    about: number,
    title: customer.name,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      ...(typeof note === 'string' ? [text(note, 'quote')] : []),
      text(t.proposed(label)),
      ...actions(
        button(label, call.command, call.input),
        button(textsIn(ctx.locale).common.find, 'find', { name: number }),
      ),
    ],
  };
}
