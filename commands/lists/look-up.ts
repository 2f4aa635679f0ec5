import type { Context } from '../../crm/access/context.js';
import { visible } from '../../crm/access/visibility.js';
import { contactsMeant } from '../../crm/lookup/contacts-called.js';
import { customersNamedIn } from '../../crm/lookup/customers-named-in.js';
import { dealsNamed } from '../../crm/lookup/deal-names.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import { openSubject } from '../../crm/lookup/open-subject.js';
import type { Call } from '../../kernel/card/card.js';
import { customerNo, dealNo } from '../../kernel/records/record-number.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { listAsked } from '../../language/look-up/list-request.js';
import { type AskedOfRecord, recordAsked } from '../../language/look-up/record-asked.js';
import { isQuestion } from '../../language/sentence/cues.js';
import { filedValues, namesAskedBy } from '../../reports/answers/read-known-question.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';

/**
 * Reads a line as a look-up: a list or a record that is asked for in words (我名下有哪些客户 "which customers do I have",
 * `show me ironwood`, 王总电话多少 "what is Mr Wang's number"), or a question about what the talk is about.
 */
export const readLookUp: WordReader<Context> = async ({ line }, ctx) => {
  if (line.length > longest || line.includes('\n')) return undefined;
  const list = await listCall(line, ctx);
  if (list) return { kind: 'lookUp', strength: 'strong', call: list };
  const record = await recordCall(line, ctx);
  if (record) return { kind: 'lookUp', ...record };
  const topic = ctx.subject ?? ctx.topic;
  const asked = recordAsked(line);
  if (!asked) return undefined;
  const [named, ...others] = asked.name === '' ? [] : await customersNamedIn(ctx, line);
  if (named && others.length === 0)
    return {
      kind: 'lookUp',
      strength: 'fair',
      call: { command: 'find', input: { name: customerNo(named) } },
    };
  if (asked.name !== '')
    return isNameLike(asked.name) && isQuestion(line) ? unknownRead(asked.name) : undefined;
  if (!topic) return undefined;
  const strength = isQuestion(line) ? 'strong' : 'fair';
  const name = asksOfSeveral.test(line)
    ? await customerOfTopic(ctx, topic)
    : asked.about === 'deal'
      ? await dealOfTopic(ctx, topic)
      : topic;
  return { kind: 'lookUp', strength, call: { command: 'find', input: { name } } };
};

/** A question about something of which nobody has heard: said so, it is no question for the team's articles. */
const unknownRead = (name: string): WordReading => ({
  kind: 'lookUp',
  strength: 'fair',
  call: { command: 'find', input: { name } },
});

/** Whether words may name a customer: a few words without a verb among them. */
const isNameLike = (name: string): boolean =>
  /^(?:\p{Script=Han}{2,8}|[\p{L}\p{N}&'.-]+(?: [\p{L}\p{N}&'.-]+){0,2})$/u.test(name) &&
  !/^(?:the|a|an|my|our|this|that|it|you|we|they)\b|[我你您怎么吗了]/iu.test(name);

/** Asks about all deals of a customer, though one of them was shown last: 两个单子加起来多少 ("what are both worth"). */
const asksOfSeveral = /[两几三]个|加起来|一共|总共|\b(?:ones|deals|both|all|altogether|total)\b/iu;

async function customerOfTopic(ctx: Context, topic: string): Promise<string> {
  const subject = await openSubject(ctx, topic).catch(() => undefined);
  return subject ? customerNo(subject.customer) : topic;
}

/** The record that a question about the deal is about, where a task of it was shown last. */
async function dealOfTopic(ctx: Context, topic: string): Promise<string> {
  const subject = await openSubject(ctx, topic).catch(() => undefined);
  return subject?.number ?? topic;
}

/** Longest line read as a look-up, in characters. */
const longest = 120;

/** Reads a line that asks for a list. */
async function listCall(line: string, ctx: Context): Promise<Call | undefined> {
  const known = await namesAskedBy(ctx, line);
  const values = /客户|customers|accounts|clients/iu.test(line) ? await filedValues(ctx, line) : [];
  const request = listAsked(line, { ...known, values: [...values, ...known.values] });
  if (!request) return undefined;
  // What a customer has is on its card.
  if (request.filters.customer) return { command: 'find', input: { name: request.filters.customer } };
  return { command: request.kind, input: { words: line } };
}

/** Reads a question about one record; of a customer's facts a figure may tell more than its card. */
async function recordCall(
  line: string,
  ctx: Context,
): Promise<Pick<WordReading, 'strength' | 'call'> | undefined> {
  const asked = recordAsked(line);
  if (!asked || asked.name === '') return undefined;
  const { name, about } = asked;
  const found = (to: string) => ({ command: 'find', input: { name: to } });
  const customer = await onlyCustomerCalled(ctx, name);
  if (customer) {
    const strength = about === 'record' || about === 'closing' ? 'strong' : 'fair';
    return { strength, call: found(await narrowed(ctx, customer, about)) };
  }
  const deals = await dealsNamed(ctx, name);
  const [deal] = deals;
  if (deal) return { strength: 'strong', call: found(deals.length === 1 ? dealNo(deal) : name) };
  if (about !== 'contact' && about !== 'record') return undefined;
  const isKnown = (await contactsMeant(ctx, name)).length > 0;
  return isKnown ? { strength: 'strong', call: { command: 'contacts', input: { words: name } } } : undefined;
}

/** The only open deal of a customer, if a deal is what is asked about, else the customer. */
async function narrowed(
  ctx: Context,
  customer: { id: string; no: number },
  about: AskedOfRecord,
): Promise<string> {
  const isOfDeal = about === 'closing' || about === 'deal';
  const [deal, ...others] = isOfDeal ? await visible(ctx, await openDealsOf(ctx.db, customer.id)) : [];
  return deal && others.length === 0 ? dealNo(deal) : customerNo(customer);
}
