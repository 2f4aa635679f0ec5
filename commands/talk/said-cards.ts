import type { Context } from '../../crm/access/context.js';
import { redacted } from '../../crm/access/visibility.js';
import { proposalsOf } from '../../crm/cards/recorded-card.js';
import { customersNamedIn } from '../../crm/lookup/customers-named-in.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import { recentCustomers } from '../../crm/lookup/recent-customers.js';
import { subjectTold, type ToldSubject } from '../../crm/lookup/told-subject.js';
import { sumOfMoney } from '../../crm/words/deal-price.js';
import { sumWords } from '../../crm/words/deal-words.js';
import { openCustomer } from '../../crm/words/open-records.js';
import { dateWords } from '../../crm/words/zoned-dates.js';
import { type Action, actions, button, type Card, fields, text } from '../../kernel/card/card.js';
import { MissingError } from '../../kernel/command/errors.js';
import { customerNo, dealNo } from '../../kernel/records/record-number.js';
import { isNameLike } from '../../language/names/name-like.js';
import type { ActRead } from '../../language/reading/sentence-reading.js';
import { mayChange } from '../../sales/people/policy.js';
import type { Customer, Deal, Person } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/** Most choices shown. */
const most = 4;

export interface SaidInput {
  words?: string;
  meant?: string;
  isNew?: boolean;
  newName?: string;
  isMine?: boolean;
  isSpoken?: boolean;
  goesOn?: boolean;
  isPassedOn?: boolean;
  isSame?: boolean;
  isAnother?: boolean;
}

export const inputAgain = (input: SaidInput) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | true
  >;

export function askWhoCard(ctx: Context, { mention }: ActRead, taps: Action[]): Card {
  const t = textsIn(ctx.locale).sentence;
  const words = mention?.words ?? '';
  return {
    key: 'choose',
    title: mention?.how === 'new' ? t.unknown(words) : t.near(words),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [text(ctx.words, 'quote'), text(t.keptWords), ...actions(...taps)],
  };
}

/**
 * Offers to record a statement that reports nothing done, or to do what it asks for; its words are stored
 * meanwhile.
 */
export async function unsureCard(ctx: Context, act: ActRead, input: SaidInput): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const told = await subjectOf(ctx, act, ctx.words, false);
  const meant = input.meant && !told ? await openSubject(ctx, input.meant).catch(() => undefined) : undefined;
  const about = told?.subject ?? meant;
  const hit = act.mention?.hits[0] ?? (meant && { name: meant.customer.name, number: meant.number });
  const changes = told ? proposalsOf(ctx, { act, ...told, twins: [] }, ctx.words).slice(0, 2) : [];
  const sums = told && act.ordersSum && changes.length === 0 ? sumsFor(ctx, act, told.others) : [];
  if (act.ordersSum && changes.length + sums.length > 0)
    return {
      key: 'ask:unsure',
      about: told?.subject.number,
      title: hit?.name ?? t.takeDown,
      tone: 'info',
      askedOf: ctx.person.id,
      nodes: [
        text(ctx.words, 'quote'),
        text(t.proposed(formatsIn(ctx.locale).list([...changes, ...sums].map(({ label }) => label)))),
        ...actions(
          ...changes,
          ...sums,
          hit && button(textsIn(ctx.locale).common.find, 'find', { name: hit.number }),
        ),
      ],
    };
  return {
    key: 'ask:unsure',
    // What colleagues tell each other changes no topic.
    ...(about && !ctx.isOverheard ? { about: about.number } : {}),
    title: hit?.name ?? t.takeDown,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(t.unsure),
      ...fields(
        [textsIn(ctx.locale).common.contact, formatsIn(ctx.locale).list(act.contacts) || undefined],
        [
          textsIn(ctx.locale).common.nextStep,
          act.next?.how === 'sure' ? dateWords(ctx, act.next.value) : undefined,
        ],
      ),
      ...actions(
        ...changes,
        button(t.takeDown, 'say', { ...inputAgain(input), isMine: true }),
        hit && button(textsIn(ctx.locale).common.find, 'find', { name: hit.number }),
      ),
    ],
  };
}

/** Offers to plan something with each of several customers, of whom the words name no day. */
export async function dayOfWhichCard(ctx: Context, acts: readonly ActRead[]): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const taps: Action[] = [];
  for (const act of acts.slice(0, most)) {
    const subject = (await subjectOf(ctx, act, ctx.words, false))?.subject;
    const label = subject?.customer.name ?? '';
    if (subject) taps.push(button(label, 'plan', { subject: subject.number, note: act.words ?? ctx.words }));
  }
  return {
    key: 'ask:days',
    title: t.planWhich,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [text(ctx.words, 'quote'), ...actions(...taps)],
  };
}
/** A button for each of the deals that may be the one whose sum is to change. */
const sumsFor = (ctx: Context, { amount }: ActRead, deals: readonly Deal[]): Action[] =>
  amount === undefined
    ? []
    : deals
        .filter((deal) => deal.status === 'open' && mayChange(ctx.person, deal).ok)
        .slice(0, most - 1)
        .map((deal) =>
          button(
            `${redacted(ctx, deal.name, deal)} ${textsIn(ctx.locale).sentence.setAmount(sumWords(ctx, sumOfMoney(amount.value), deal))}`,
            'edit',
            { deal: dealNo(deal), amount: sumOfMoney(amount.value), v: deal.version },
          ),
        );

export function forwardedCard(ctx: Context, input: SaidInput): Card {
  const t = textsIn(ctx.locale).sentence;
  return {
    key: 'ask:forwarded',
    title: t.forwarded,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(t.forwardedBody),
      ...actions(button(t.takeDown, 'say', { ...inputAgain(input), isMine: true, isPassedOn: true })),
    ],
  };
}

/** Offers to record a message that somebody else wrote with each customer whom it names, or to name one. */
export async function passedOnCard(ctx: Context, input: SaidInput): Promise<Card> {
  const t = textsIn(ctx.locale).sentence;
  const named = await customersNamedIn(ctx, ctx.words);
  const isMine = { ...inputAgain(input), isMine: true };
  const taps = named.map((one) => button(t.logAt(one.name), 'say', { ...isMine, meant: customerNo(one) }));
  return {
    key: 'ask:forwarded',
    title: t.forwarded,
    subtitle: named.length > 0 ? formatsIn(ctx.locale).list(named.map(({ name }) => name)) : undefined,
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(t.forwardedBody),
      ...actions(...(taps.length > 0 ? taps : [button(t.takeDown, 'say', isMine)])),
    ],
  };
}

/** `of` is the number of the record that may be handed over to the colleague instead. */
export function whoseCard(ctx: Context, who: Person, input: SaidInput, isTask: boolean, of?: string): Card {
  const t = textsIn(ctx.locale).sentence;
  return {
    key: 'ask:whose',
    title: isTask ? t.whoseTask(who.name) : t.whose(who.name),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      text(isTask ? t.whoseTaskHint(who.name) : t.whoseBody(who.name)),
      ...actions(
        of !== undefined && button(t.handTo(who.name), 'assign', { record: of, to: who.id }),
        button(t.mine, 'say', { ...inputAgain(input), isMine: true }),
      ),
    ],
  };
}

/** Makes a button for each customer that may be meant, and one for a new customer. */
export function choicesFor(
  ctx: Context,
  { act, mention, words, contacts, phone, phoneOf, contact: met }: ActRead,
  input: SaidInput,
  isOneOfSeveral: boolean,
): Action[] {
  if (!mention) return [];
  const t = textsIn(ctx.locale).sentence;
  const isNewOne = mention.how === 'new' && !(act === 'lead' && !met);
  const rest = isOneOfSeveral && !isNewOne ? { ...input, words: words ?? mention.words } : input;
  const named = isOneOfSeveral ? { newName: mention.words } : {};
  const taps = mention.hits
    .slice(0, most - 1)
    .map((hit) => button(hit.name, 'say', { ...inputAgain(rest), meant: hit.number }));
  const isNew = (mention.how === 'new' || mention.how === 'near') && isNameLike(mention.words);
  if (isNew && isOneOfSeveral && act === 'lead' && !met) {
    const contact = phoneOf ?? contacts[0];
    const given = {
      customer: mention.words,
      ...(contact ? { contact, ...(phone ? { phone } : {}) } : {}),
      ...(words ? { note: words } : {}),
    };
    return [...taps, button(t.create(mention.words), 'lead', given)];
  }
  return isNew
    ? [...taps, button(t.create(mention.words), 'say', { ...inputAgain({ ...rest, ...named }), isNew: true })]
    : taps;
}

/**
 * Finds what a report is written on; undefined if it is unclear which customer is meant. Throws MissingError if it
 * names none and may ask.
 */
export async function subjectOf(
  ctx: Context,
  { mention, words: own }: ActRead,
  words: string,
  mayAsk: boolean,
  by?: Person,
): Promise<ToldSubject | undefined> {
  if (!mention && mayAsk) {
    const named = await customersNamedIn(ctx, words, by?.id);
    const [only, ...others] = named;
    // "Ironwood" in what a colleague is to do is that colleague's Ironwood Cycles.
    if (by && only && others.length === 0) return await subjectTold(ctx, only, own ?? words);
    throw await whichCustomer(ctx, by, named);
  }
  const hit = mention?.how === 'sure' ? mention.hits[0] : undefined;
  return hit && (await subjectTold(ctx, await openCustomer(ctx, hit.number), own ?? words));
}

/** Asks for the customer and offers those whom the speaker, or the colleague who is named, dealt with last. */
export async function whichCustomer(
  ctx: Context,
  who: Person = ctx.person,
  named: Customer[] = [],
): Promise<MissingError> {
  const t = textsIn(ctx.locale).sentence;
  const recent = named.length > 1 ? named : await recentCustomers(ctx, most - 1, who.id);
  const offers = recent.map((one) => ({ label: one.name, value: customerNo(one) }));
  return new MissingError('meant', t.whichCustomer, t.customerExample, offers);
}
