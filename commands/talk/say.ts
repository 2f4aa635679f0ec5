import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { colleagueCalled, mayRecordFor, planForColleague } from '../../crm/acts/colleague-task.js';
import { leadChanges } from '../../crm/acts/lead-acts.js';
import { learnName } from '../../crm/acts/learn-names.js';
import { followUpChanges } from '../../crm/acts/record-follow-up.js';
import { recordSentence } from '../../crm/acts/record-sentence.js';
import { type RecordedAct, recordedCard } from '../../crm/cards/recorded-card.js';
import { severalCard } from '../../crm/cards/several-card.js';
import { correctionChanges } from '../../crm/corrections/apply-correction.js';
import { correctRecent } from '../../crm/corrections/correct-recent.js';
import { lastDay } from '../../crm/corrections/last-recorded.js';
import { sameOrAnotherCard, toldBefore } from '../../crm/corrections/told-twice.js';
import { heard } from '../../crm/lookup/hear-sentence.js';
import { openSubject, ownedBy, type Subject } from '../../crm/lookup/open-subject.js';
import { subjectTold } from '../../crm/lookup/told-subject.js';
import { openCustomer } from '../../crm/words/open-records.js';
import { type Action, type Call, type Card, text } from '../../kernel/card/card.js';
import { DeniedError, InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { oddPieceOf } from '../../kernel/pieces/odd-pieces.js';
import { dealNo, recordNumber } from '../../kernel/records/record-number.js';
import { isNameLike } from '../../language/names/name-like.js';
import type { ActRead, Mention } from '../../language/reading/sentence-reading.js';
import { prepareSentence } from '../../language/sentence/prepare.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import { type DealPart, dealsApart } from './deals-apart.js';
import { newContactCard } from './new-contact-card.js';
import {
  askWhoCard,
  choicesFor,
  dayOfWhichCard,
  forwardedCard,
  inputAgain,
  passedOnCard,
  type SaidInput,
  subjectOf,
  unsureCard,
  whichCustomer,
  whoseCard,
} from './said-cards.js';
import { beforeActions, createNamed, leadMade, newLead, withNextStep } from './said-leads.js';

/**
 * `今天拜访了华为王总，下周三再约` ("visited Mr Wang of Huawei today, meet again next Wednesday"): records a sentence as one
 * would say it to a colleague, and takes the answers to what was asked about it.
 */
export const say = defineCommand({
  name: 'say',
  changes: [
    ...(['name.learnt', 'name.forgotten', 'followUp.corrected'] as const),
    ...leadChanges,
    ...followUpChanges,
    ...correctionChanges,
  ],
  hidden: true,
  fields: {
    meant: f.lookup('name'),
    isNew: f.flag(),
    /** The name of the customer who is new, where the words alone do not tell. */
    newName: f.text(),
    isMine: f.flag(),
    isSpoken: f.flag(),
    /** The words name nobody and go on about the record that was shown last, which `meant` is. */
    goesOn: f.flag(),
    /** A whole message that somebody else wrote. */
    isPassedOn: f.flag(),
    /** The words tell of a visit that is logged already, or of one more. */
    isSame: f.flag(),
    isAnother: f.flag(),
    words: f.rest(),
  },
  forNew: (input, field, words) =>
    field === 'meant' ? { ...withoutMeant(input), isNew: true, newName: words } : undefined,
  async run(input, ctx) {
    const words = input.words ?? '';
    ctx.words = words;
    if (!input.isPassedOn) demandSensible(ctx, words);
    const reading = await heard(ctx, words, {
      isSpoken: input.isSpoken,
      isMine: input.isMine || input.isNew,
      lastNext: await lastDay(ctx),
    });
    if (reading?.isUnpaired) {
      const t = textsIn(ctx.locale).sentence;
      throw new InputError(null, t.unpaired, t.unpairedExample);
    }
    if (reading?.mend) return await correctRecent(ctx, reading.mend, words, input.meant);
    if (input.isPassedOn && !input.isMine) return await passedOnCard(ctx, input);
    if (reading?.intent === 'forward') return forwardedCard(ctx, input);
    const read = withNewName(reading?.acts ?? [], input.newName, ctx.at.today);
    // Words that go on about a record name nobody new.
    if (input.goesOn) for (const act of read) if (act.mention?.how === 'new') act.mention = undefined;
    const isTold = input.isPassedOn && (!input.isNew || read.length === 0);
    const acts = isTold ? [{ ...toldToday, at: ctx.at.today, mention: onlyNamed(read) }] : read;
    const isOne = !input.isPassedOn && !input.isNew && acts.every(({ by }) => !by);
    const apart = isOne ? await dealsApart(ctx, acts, words, await topicOf(ctx, input)) : undefined;
    if (apart) return await apartCard(ctx, apart, words, plain(words, input.isSpoken));
    const [first] = acts;
    if (!first) throw await whichCustomer(ctx);
    const isChosen = input.isMine || input.isNew || (input.meant !== undefined && !input.goesOn);
    if (first.isStatedLead && acts.length === 1 && !isChosen && isNameLike(first.mention?.words ?? ''))
      return await withNextStep(ctx, await newLead(ctx, first, words), first, plain(words, input.isSpoken));
    if (first.how === 'proposed' && first.act !== 'lead' && acts.length === 1 && !isChosen)
      return await unsureCard(ctx, first, input);
    const isUnplanned = ({ act, next }: ActRead) => act === 'plan' && next?.how !== 'sure';
    if (acts.length > 1 && acts.every((one) => isUnplanned(one) && !one.by) && !isChosen)
      return await dayOfWhichCard(ctx, acts);
    const by = first.by ? await colleagueCalled(ctx, first.by) : undefined;
    if (by && !mayRecordFor(ctx, by)) await demandNamed(ctx, first);
    if (by && !mayRecordFor(ctx, by))
      return whoseCard(
        ctx,
        by,
        { ...input, words: first.given ?? words },
        first.act === 'plan',
        first.act === 'plan' && !first.next ? await handable(ctx, first) : undefined,
      );
    // Who is met for the first time is a lead and a follow-up.
    if (input.isNew && first.act === 'lead' && first.contact)
      Object.assign(first, { act: 'log', ...first.contact });
    const made = input.isNew ? await createNamed(ctx, first, first.words ?? words) : undefined;
    if (made && 'nodes' in made) return made;

    const recorded: RecordedAct[] = [];
    const waiting: Action[] = [];
    const refused: DeniedError[] = [];
    for (const act of acts) {
      const isOther = input.isNew === true && act !== first;
      if (acts.length > 1 && act.mention?.how === 'new' && (!isChosen || isOther)) {
        const lead =
          act.isStatedLead && !isOther && isNameLike(act.mention.words)
            ? await leadMade(ctx, act, words)
            : undefined;
        if (lead) recorded.push({ act, subject: lead, isNewLead: true, twins: [] });
        else waiting.push(...choicesFor(ctx, act, input, true));
        continue;
      }
      const given = act === first ? (made ?? (await subjectGiven(ctx, input, act))) : undefined;
      const told = given
        ? { subject: given, others: [] }
        : await subjectOf(ctx, act, words, acts.length === 1, by);
      const next = act.next?.how === 'sure' ? act.next.value : undefined;
      const title = act.given ?? plain(words, input.isSpoken);
      if (told && by && act.act === 'plan' && next && acts.length === 1)
        return await planForColleague(ctx, told.subject, by, { next, title });
      if (told && act.act === 'contact' && acts.length === 1)
        return await newContactCard(ctx, told.subject, act);
      const before =
        told && acts.length === 1 && !by && !input.isPassedOn && !input.isSame && !input.isAnother
          ? await toldBefore(ctx, told.subject, act, words)
          : undefined;
      if (told && before)
        return sameOrAnotherCard(ctx, before, told.subject.customer.name, inputAgain(input));
      // What is told once more of the same visit is news from it, and no visit.
      if (input.isSame) act.channel = undefined;
      const denied = told && acts.length > 1 ? await denialOf(ctx, told.subject) : undefined;
      if (denied) refused.push(denied);
      else if (told) {
        const more = { words: plain(words, input.isSpoken), by };
        const { others } = told;
        recorded.push({ ...(await recordSentence(ctx, told.subject, act, more)), others });
      }
      if (!told) waiting.push(...choicesFor(ctx, act, input, acts.length > 1));
    }
    const [only] = recorded;
    if (!only && waiting.length === 0) throw refused[0] ?? (await whichCustomer(ctx));
    if (!only) return askWhoCard(ctx, first, waiting);
    const card =
      acts.length === 1
        ? await recordedCard(ctx, only, words)
        : beforeActions(
            severalCard(ctx, recorded, words, waiting.slice(0, 2)),
            ...refused.map(({ message }) => text(message)),
          );
    return input.isPassedOn
      ? card
      : await withTaughtName(ctx, card, first, input.meant, only.subject.customer);
  },
});

/** The customer that words without a name go on about. */
const topicOf = async (ctx: Context, { meant, isSpoken }: SaidInput) => ({
  topicId: meant && (await openSubject(ctx, meant).catch(() => undefined))?.customer.id,
  isSpoken,
});

/** Records what the words tell of several deals of a customer, each on its own deal. */
async function apartCard(
  ctx: Context,
  parts: readonly DealPart[],
  words: string,
  plain: string,
): Promise<Card> {
  const recorded: RecordedAct[] = [];
  for (const { deal, act } of parts) {
    const subject = await openSubject(ctx, dealNo(deal));
    await demandChange(ctx, subject.number, ownedBy(subject));
    recorded.push(await recordSentence(ctx, subject, act, { words: plain }));
  }
  return severalCard(ctx, recorded, words, []);
}

/** What was asked about, without what was answered. */
const withoutMeant = ({ meant: _, ...input }: Call['input']): Call['input'] => input;

/** The customer that somebody else's words name, if it is only one. */
function onlyNamed(acts: readonly ActRead[]): Mention | undefined {
  const [only, ...others] = acts.flatMap(({ mention }) => (mention?.how === 'sure' ? [mention] : []));
  return others.length === 0 ? only : undefined;
}

/** The acts about the customer of this name, whom the words before them told of. */
function withNewName(acts: ActRead[], name: string | undefined, today: string): ActRead[] {
  if (name === undefined) return acts;
  const own = acts.find(({ mention }) => mention?.how === 'new' && mention.words === name);
  // What is told of other new customers in the same words waits for a tap of its own.
  if (own && acts.length > 1)
    return [own, ...acts.filter((one) => one !== own && one.mention?.how === 'new')];
  const [first = { act: 'log', how: 'sure', contacts: [], at: today, asks: [] } satisfies ActRead] = acts;
  return [{ ...first, mention: { words: name, from: 0, to: name.length, how: 'new', hits: [] } }];
}

/** What is written of somebody else's words: that they came, with the customer; no day, name or number in them is one's own. */
const toldToday: ActRead = { act: 'log', how: 'sure', contacts: [], asks: [] };

const plain = (words: string, isSpoken = false): string => prepareSentence(words, isSpoken);

/** Opens the picked record: a customer's only deal, or the deal itself. */
async function subjectGiven(
  ctx: Context,
  { meant, words = '' }: SaidInput,
  act: ActRead,
): Promise<Subject | undefined> {
  if (!meant) return undefined;
  // The number of a customer named outright means exactly that customer.
  if (recordNumber(meant)?.type !== 'customer' || act.mention?.how === 'sure')
    return await openSubject(ctx, meant);
  return (await subjectTold(ctx, await openCustomer(ctx, meant), words)).subject;
}

/** The number of the lead or deal that the words leave to a colleague, or undefined. */
async function handable(ctx: Context, act: ActRead): Promise<string | undefined> {
  const subject = (await subjectOf(ctx, act, ctx.words, false))?.subject;
  return subject && recordNumber(subject.number)?.type !== 'customer' ? subject.number : undefined;
}

/** Throws DeniedError if the speaker may not change the customer that is named: no question is asked about it then. */
async function demandNamed(ctx: Context, act: ActRead): Promise<void> {
  const subject = (await subjectOf(ctx, act, ctx.words, false))?.subject;
  if (subject) await demandChange(ctx, subject.number, ownedBy(subject));
}

/** Throws InputError for a date or an amount in the words that can be none: 2月30日 ("30 February"). */
function demandSensible(ctx: Context, words: string): void {
  const t = textsIn(ctx.locale).sentence;
  const odd = oddPieceOf(words, ctx.at);
  if (odd?.kind === 'date') throw new InputError(null, t.noSuchDate(odd.words), t.dateExample);
  if (odd) throw new InputError(null, t.noSuchAmount(odd.words), t.amountExample);
}

/** Why the speaker may not change one of several records that the words are about, or undefined if they may. */
async function denialOf(ctx: Context, subject: Subject): Promise<DeniedError | undefined> {
  try {
    await demandChange(ctx, subject.number, ownedBy(subject));
    return undefined;
  } catch (error) {
    if (error instanceof DeniedError) return error;
    throw error;
  }
}

/** Teaches the team the picked customer for words that only sounded similar, and says so on the card. */
async function withTaughtName(
  ctx: Context,
  card: Card,
  { mention }: ActRead,
  meant: string | undefined,
  customer: Customer,
): Promise<Card> {
  if (!meant || !teaches(mention)) return card;
  const learnt = await learnName(ctx, mention.words, customer);
  if (!learnt) return card;
  return beforeActions(card, text(textsIn(ctx.locale).sentence.taught(mention.words, customer.name)));
}

const teaches = (mention: Mention | undefined): mention is Mention =>
  mention !== undefined &&
  (mention.how === 'near' || mention.how === 'new') &&
  // A piece of a sentence is nobody's name.
  isNameLike(mention.words);
