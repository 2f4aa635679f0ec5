import type { Card } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { localDate } from '../../kernel/time/zone.js';
import { foldName } from '../../kernel/words/folding.js';
import type { ActRead, Correction } from '../../language/reading/sentence-reading.js';
import { contactById } from '../../store/customers/contact-queries.js';
import { customersUnder } from '../../store/customers/customer-name-hits.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { type RecordedAct, recordedCard } from '../cards/recorded-card.js';
import { heard } from '../lookup/hear-sentence.js';
import { narrowedTo } from '../lookup/lookups.js';
import { openSubject, type Subject } from '../lookup/open-subject.js';
import { openCustomer } from '../words/open-records.js';
import { type LastTold, nextOf, type RecordedPart, whichPartCard } from './last-recorded.js';
import { learnLogged } from './learn-names.js';
import { recordSentence } from './record-sentence.js';
import { undoAct } from './undo-act.js';

/**
 * Puts right what was noted last: it is taken back and noted anew with what was said now, in one act. The words
 * of both are kept. Of several customers it is the one named, or the one that was tapped.
 */
export async function correctLast(
  ctx: Context,
  last: LastTold | undefined,
  mend: Correction,
  said: string,
  meant?: string,
): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  if (!last) throw new RuleError(t.nothingToMend(ctx.process.undoMinutes));
  const hit = mend.mention?.how === 'sure' ? mend.mention.hits[0] : undefined;
  const named =
    last.parts.length > 1 ? last.parts.find(({ customer }) => customer.id === hit?.id) : undefined;
  // A customer that was noted is whose record is mended; another one takes its place.
  const instead = named ? undefined : hit;
  const isEmpty = !instead && !mend.contact && !mend.channel && !mend.at && !mend.next && !mend.amount;
  if (isEmpty) throw new InputError(null, t.mendUnclear, t.mendExample);
  const tapped = last.parts.find(({ customer }) => customerNo(customer) === meant);
  const part = last.parts.length === 1 ? last.parts[0] : (tapped ?? named);
  if (!part) return whichPartCard(ctx, last, said);

  const customer = instead ? await openCustomer(ctx, instead.number) : undefined;
  const acts = new Map<RecordedPart, ActRead>();
  for (const one of last.parts) acts.set(one, await asNoted(ctx, one));
  acts.set(part, mended(acts.get(part) as ActRead, mend));
  await undoAct(ctx, last.actId);
  ctx.words = `${last.words}\n${said}`;
  let told: RecordedAct | undefined;
  for (const [one, act] of acts) {
    const number =
      one === part && customer
        ? await narrowedTo(ctx, customer, ['deal', 'lead', 'customer'], {
            words: customer.name,
            field: 'meant',
          })
        : one.number;
    const written = await recordSentence(ctx, await openSubject(ctx, number), act, { words: last.words });
    if (one === part) told = written;
  }
  const { subject } = told as RecordedAct;
  if (customer && last.parts.length === 1) await learnShortForm(ctx, last.words, subject);
  const card = await recordedCard(ctx, told as RecordedAct, ctx.words);
  return { ...card, title: t.mended(subject.customer.name) };
}

/** The act as it was noted. */
async function asNoted(ctx: Context, part: RecordedPart): Promise<ActRead> {
  const { followUp } = part;
  const contact = followUp?.contactId ? await contactById(ctx.db, followUp.contactId) : undefined;
  const facts = followUp?.facts ?? {};
  const next = nextOf(part);
  const sure = <T>(value: T) => ({ value, how: 'sure' as const });
  return {
    act: followUp ? 'log' : 'plan',
    how: 'sure',
    contacts: contact ? [contact.name] : [],
    channel: followUp && followUp.channel !== 'other' ? followUp.channel : undefined,
    at: followUp && localDate(followUp.at, ctx.zone),
    next: next ? sure(next) : undefined,
    amount: facts.amount
      ? sure({ minor: Number(facts.amount), approximate: 'approximate' in facts })
      : undefined,
    competitor: facts.competitor ? sure(facts.competitor) : undefined,
    obstacle: facts.obstacle ? sure(facts.obstacle) : undefined,
    asks: [],
  };
}

/** The act with what is put right. */
function mended(act: ActRead, mend: Correction): ActRead {
  const sure = <T>(value: T) => ({ value, how: 'sure' as const });
  return {
    ...act,
    contacts: mend.contact ? [mend.contact] : act.contacts,
    channel: mend.channel ?? act.channel,
    at: act.at && (mend.at ?? act.at),
    next: mend.next ? sure(mend.next) : act.next,
    amount: mend.amount ? sure(mend.amount) : act.amount,
  };
}

/** The words that led to the wrong customer, where they are nobody's own name, mean the right one from now on. */
async function learnShortForm(ctx: Context, words: string, subject: Subject): Promise<void> {
  const mention = (await heard(ctx, words))?.acts[0]?.mention;
  if (!mention || mention.hits[0]?.id === subject.customer.id) return;
  const own = await customersUnder(ctx.db, [foldName(mention.words)], ['name', 'alias']);
  if (own.length === 0) await learnLogged(ctx, mention.words, subject.customer);
}
