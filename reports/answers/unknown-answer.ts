import { readableCalled } from '../../crm/access/readable.js';
import { privateUnlessSeen } from '../../crm/access/visibility.js';
import { onlySpelt } from '../../crm/lookup/only-customer.js';
import { actions, type Card, context, text } from '../../kernel/card/card.js';
import { nearest } from '../../kernel/words/edit-distance.js';
import type { UntrackedMetric } from '../../language/question/question-reading.js';
import { isFact } from '../../language/question/question-reading.js';
import { askedNames, pointingWords } from '../../language/question/question-words.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Customer } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

import { type AskedQuestion, askButton } from './answer-frame.js';

/** Finds the customer, or several, that an unknown name in the question may mean. */
export async function customerMeant(
  { ctx }: Pick<AskedQuestion, 'ctx'>,
  words: string,
): Promise<{ customer?: Customer; near: Customer[] }> {
  const named = await readableCalled(ctx, words);
  const bare = words.replace(pointingWords, '');
  const seen = named.length > 0 || bare.length < 2 ? named : await readableCalled(ctx, bare);
  const exact = seen.filter(({ how }) => how === 'name' || how === 'alias');
  const sure = exact.length > 0 ? exact : seen.filter(({ how }) => how === 'start');
  const own = sure.filter(({ customer }) => customer.ownerId === ctx.person.id);
  const [only] = sure.length === 1 ? sure : own.length === 1 ? own : [];
  return {
    customer: only?.customer ?? onlySpelt(bare, seen),
    near: seen.slice(0, 3).map(({ customer }) => customer),
  };
}

/** Asks which of several people is meant, one button each, and repeats the question. */
export function whichPersonCard({ ctx, words, reading }: AskedQuestion): Card {
  const t = textsIn(ctx.locale).question;
  const { which, ...rest } = reading;
  return {
    key: 'choose',
    title: t.whichPerson(which?.words ?? ''),
    tone: 'info',
    nodes: [
      text(words, 'quote'),
      ...actions(
        ...(which?.names ?? [])
          .slice(0, 4)
          .map((name) => askButton({ ctx }, name, { ...rest, whose: { person: name } })),
      ),
    ],
  };
}

/** Says that a known customer is needed, with the nearest names. */
export function whichCustomerCard(
  { ctx, words, reading }: AskedQuestion,
  said: string | undefined,
  near: readonly Customer[],
): Card {
  const t = textsIn(ctx.locale).question;
  const { unknown, ...rest } = reading;
  for (const one of near) privateUnlessSeen(ctx, one);
  const isKnown = near.some(({ name }) => name === said);
  return {
    key: 'answer:which',
    title: said && !isKnown ? textsIn(ctx.locale).lookup.noCustomer(said) : t.whichCustomer,
    tone: 'warn',
    nodes: [
      text(words, 'quote'),
      ...(near.length > 0 ? [text(t.didYouMean)] : []),
      ...actions(
        ...near
          .slice(0, 4)
          .map(({ name }) =>
            askButton({ ctx }, name, { ...rest, filters: { ...reading.filters, customer: name } }),
          ),
      ),
    ],
  };
}

/** The key of a card that says that a name in a question is not known. */
export const notKnownKey = 'answer:unknown';

/** Says that no name matches the words, with the nearest names and the figure without them. */
export async function notKnownCard({ ctx, words, reading }: AskedQuestion): Promise<Card> {
  const t = textsIn(ctx.locale).question;
  const { unknown = '', ...rest } = reading;
  const { near } = await customerMeant({ ctx }, unknown);
  for (const one of near) privateUnlessSeen(ctx, one);
  const people = (await listPeople(ctx.db)).filter(({ active }) => active).map(({ name }) => name);
  const person = nearest(unknown, people) ?? people.find((name) => sharesHan(name, unknown));
  const all = isFact(reading.measure) ? undefined : { ...rest, whose: reading.whose ?? ('team' as const) };
  return {
    key: notKnownKey,
    title: t.unknown(unknown),
    tone: 'warn',
    nodes: [
      text(words, 'quote'),
      text(near.length > 0 || person ? t.didYouMean : t.without),
      ...actions(
        person !== undefined && askButton({ ctx }, person, { ...rest, whose: { person } }),
        ...near
          .slice(0, 2)
          .map(({ name }) =>
            askButton({ ctx }, name, { ...rest, filters: { ...reading.filters, customer: name } }),
          ),
        all && askButton({ ctx }, t.ofTeam, all),
      ),
    ],
  };
}

/** Tells whether names share a surname, the nearest match: 王五 for 王小明. */
const sharesHan = (name: string, said: string): boolean =>
  /^\p{Script=Han}/u.test(said) && name[0] === said[0] && said.length <= 4;

/** Says that Genjin does not track the figure, with the nearest one that it does. */
export function notKeptCard({ ctx, words, reading }: AskedQuestion): Card {
  const t = textsIn(ctx.locale).question;
  const nearestKept = { ...reading, measure: 'won' as const };
  return {
    key: `answer:${words}`,
    title: words,
    tone: 'warn',
    nodes: [
      text(t.notKept(askedNames[reading.measure as UntrackedMetric][ctx.locale]), 'strong'),
      ...actions(askButton({ ctx }, askedNames.won[ctx.locale], nearestKept)),
      context(t.nearestKept(askedNames.won[ctx.locale])),
    ],
  };
}
