import type { Context } from '../../crm/access/context.js';
import { wholeRecordLookup } from '../../crm/field-lookups/whole-record.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import type { Call } from '../../kernel/card/card.js';
import { customerNo, recordNumber } from '../../kernel/records/record-number.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { readCustomerFacts } from '../../language/upkeep/customer-facts.js';
import { readUpkeepOrder, type UpkeepOrder } from '../../language/upkeep/upkeep-order.js';
import { findSource } from '../../sales/process/stages.js';

/** Reads an order, or news, that renames, tags, opens again, drops or deletes a record in plain words. */
export const readUpkeep: WordReader<Context> = async ({ line }, ctx) => {
  const order = readUpkeepOrder(line);
  const read = order ? await orderRead(order, ctx) : undefined;
  return read ?? (await factsRead(line, ctx));
};

/** What a pronoun stands for: the record that the talk is about. */
const pronoun =
  /^(?:it|this|that|them|this one|that one|(?:the|this|that) (?:deal|customer|one)|它|这个?|那个?|他们|她们|这单|那单|这家|那家)?$/iu;

async function orderRead(order: UpkeepOrder, ctx: Context): Promise<WordReading | undefined> {
  const { act, kind, isTold } = order;
  const topic = ctx.subject ?? ctx.topic;
  const named = pronoun.test(order.record) ? topic : order.record;
  if (named === undefined) return undefined;
  const words = kind && !recordNumber(named) ? `${kind} ${named}` : named;
  const isNumber = recordNumber(named) !== undefined;
  // A won or lost deal is found through its customer.
  const isKnown =
    isNumber ||
    (act === 'reopen'
      ? (await onlyCustomerCalled(ctx, withoutKind(named))) !== undefined
      : await wholeRecordLookup.knows?.(words, ctx)) === true;
  // A name behind its kind can be nothing else: the refusal says that nobody is called so.
  if (!isKnown && (isTold || !kind || act === 'void' || act === 'tag')) return undefined;
  const record = act === 'reopen' ? withoutKind(named) : words;
  const input: Call['input'] = {
    record,
    ...(act === 'rename' ? { to: order.to } : {}),
    ...(act === 'tag' ? { tags: order.tags } : {}),
    ...(isTold ? { isTold: true } : {}),
  };
  return { kind: 'order', strength: 'exact', isAside: isTold === true, call: { command: act, input } };
}

const withoutKind = (words: string): string =>
  words.replace(/(?:的|['’]s| )?(?:那?个?(?:商机|单子|项目|单)|deal|opportunity)$/iu, '').trim();

/** Reads what a line tells of a known customer. */
async function factsRead(line: string, ctx: Context): Promise<WordReading | undefined> {
  const told = readCustomerFacts(line);
  if (!told) return undefined;
  const { source, grade, ...plain } = told.facts;
  if (source !== undefined && findSource(ctx.process, source).kind !== 'one') return undefined;
  if (grade !== undefined && !ctx.process.grades.some((one) => one.toLowerCase() === grade.toLowerCase()))
    return undefined;
  const number = await customerTold(told.customer, ctx);
  if (!number) return undefined;
  const input: Call['input'] = {
    customer: number,
    ...plain,
    ...(source === undefined ? {} : { source }),
    ...(grade === undefined ? {} : { grade }),
    ...(told.isOrder ? {} : { isTold: true }),
  };
  return { kind: 'order', strength: 'exact', isAside: !told.isOrder, call: { command: 'customer', input } };
}

async function customerTold(name: string, ctx: Context): Promise<string | undefined> {
  if (name !== '') {
    const customer = await onlyCustomerCalled(ctx, name);
    return customer && customerNo(customer);
  }
  const topic = ctx.subject ?? ctx.topic;
  return topic && recordNumber(topic)?.type === 'customer' ? topic : undefined;
}
