import type { Context } from '../../crm/access/context.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import { onlyCustomerCalled } from '../../crm/lookup/only-customer.js';
import { lossReasonTold } from '../../crm/words/loss-reason-told.js';
import type { Call } from '../../kernel/card/card.js';
import type { Command } from '../../kernel/command/command.js';
import { readFields } from '../../kernel/command/read-line.js';
import { customerNo, recordNumber } from '../../kernel/records/record-number.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { calledColleagues, givenTask } from '../../language/names/given-tasks.js';
import type { OrderContext, OrderRead } from '../../language/order/order-reading.js';
import { readOrder } from '../../language/order/read-order.js';
import { listPeople } from '../../store/people/person-queries.js';
import { everyWording } from '../../texts/languages.js';
import { handover } from '../customers/handover.js';
import { dealCreate } from '../deals/deal-create.js';
import { dealEdit } from '../deals/deal-edit.js';
import { dealLost } from '../deals/deal-lost.js';
import { dealMove } from '../deals/deal-move.js';
import { dealWon } from '../deals/deal-won.js';
import { assign } from '../leads/assign.js';
import { leadCreate } from '../leads/lead-create.js';
import { target } from '../targets/target.js';
import { language } from '../team/language.js';
import { mute } from '../team/mute.js';
import { notices } from '../team/notices.js';
import { role } from '../team/role.js';
import { timezone } from '../team/timezone.js';
import { readSaid } from './read-said.js';

/** Commands that an order in plain words may become. */
const ordered: readonly Command<Context>[] = [
  assign,
  dealCreate,
  dealEdit,
  dealLost,
  dealMove,
  dealWon,
  handover,
  language,
  leadCreate,
  mute,
  notices,
  role,
  target,
  timezone,
];

/** Begins a plan, though it may be a command's verb as well: `call Jane at Larkspur tomorrow`, 提醒我 ("remind me"). */
const planned =
  /^\s*(?:call|ring|phone|meeting|meet|visit|email|lunch|demo)\b(?!\s*[:=])(?<!\b(?:phone|email)(?= (?:of|for|at|numbers?|no|address|details)\b))|^\s*(?:remind me|don't (?:let me )?forget|remember to)\b|^(?:提醒|记得|别忘)/iu;

/**
 * Reads an order in plain words (`change Acme's amount to 35k`, 把星河的金额改成35万) as the call of its command; one that
 * names no record is about the one that was shown last.
 */
export const readOrdered: WordReader<Context> = async ({ line, isSpoken }, ctx) => {
  const people = await listPeople(ctx.db);
  const about: OrderContext = {
    at: ctx.at,
    people: people.map(({ name }) => name),
    stages: ctx.process.pipelines.flatMap(({ stages }) =>
      stages.flatMap(({ name, aliases }) => [...everyWording(name), ...aliases]),
    ),
  };
  const read = await orderMeant(line, about, ctx);
  return read && ordered.some(({ name }) => name === read.command)
    ? await orderRead(read, ctx)
    : await readPlanned({ line, isSpoken }, ctx);
};

/** The order of the line; what looks polite at its head is left to a customer whose name begins so: 那记 ("Naji"). */
async function orderMeant(line: string, about: OrderContext, ctx: Context): Promise<OrderRead | undefined> {
  const read = readOrder(line, about);
  const whole = readOrder(line, { ...about, keepsHead: true });
  const name = whole && named(whole);
  if (name === undefined || name === (read && named(read))) return read;
  return (await onlyCustomerCalled(ctx, name)) ? whole : (read ?? whole);
}

/** The words that name the customer or record of an order. */
const named = ({ customer, input }: OrderRead): string | undefined =>
  customer ?? wordsOf(input.record) ?? wordsOf(input.deal);

const wordsOf = (said: string | true | undefined): string | undefined =>
  typeof said === 'string' ? said : undefined;

/** The reading of an order as the call of its command; undefined if it names nobody known, where it has to. */
async function orderRead(read: OrderRead, ctx: Context): Promise<WordReading | undefined> {
  const command = ordered.find(({ name }) => name === read.command);
  if (!command || (read.known && !(await lookups.name?.knows?.(read.known, ctx)))) return undefined;
  if (read.converts) return await convertedLead(wordsOf(read.input.record), ctx);
  const said = read.words
    ? await readFields(await withNumber(read, ctx), command, lookups, ctx)
    : { command: command.name, input: read.input };
  const call = withReason(await aboutTopic(said, command, ctx), ctx);
  const isKnown = !call.loose && (await namesKnown(call, command, ctx));
  return { kind: 'order', strength: isKnown ? 'exact' : 'fair', isAside: !isKnown, call };
}

/** The words of an order, with the number of the only customer whom the name at their head means. */
async function withNumber({ words = '', customer }: OrderRead, ctx: Context): Promise<string> {
  const known = customer === undefined ? undefined : await onlyCustomerCalled(ctx, customer);
  return known && customer !== undefined ? `${customerNo(known)} ${words.slice(customer.length)}` : words;
}

/** Turns a lead into a deal, and never moves a deal on; a customer without a lead is only shown. */
async function convertedLead(named: string | undefined, ctx: Context): Promise<WordReading | undefined> {
  const about = named ?? ctx.subject ?? ctx.topic;
  if (about === undefined) return undefined;
  const lead = await lookups.lead?.find(about, ctx, 'record').catch(() => undefined);
  const call: Call =
    typeof lead === 'string' && recordNumber(lead)?.type === 'lead'
      ? { command: dealMove.name, input: { record: lead } }
      : { command: 'find', input: { name: about } };
  return { kind: 'order', strength: 'exact', call };
}

/** Asks to be reminded, whatever of: never the plan of a command, whose words would begin with a customer. */
const reminds =
  /\b(?:remind me(?! (?:what|who|whom|when|how|which|where|why|whether|if)\b)|don't (?:let me )?forget|remember to)\b/iu;

/**
 * A plan that begins with a command's verb: about a known customer or contact on a sure day, one to be reminded of, or one for
 * a colleague.
 */
const readPlanned: WordReader<Context> = async (said, ctx) => {
  const { line } = said;
  const isForOther = await givesTask(line, ctx);
  if (!planned.test(line) && !reminds.test(line) && !isForOther) return undefined;
  const told = await readSaid(said, ctx);
  if (told?.kind !== 'statement') return undefined;
  const { meant, subject, words } = told.call.input;
  const isSure =
    told.strength === 'strong' ||
    reminds.test(line) ||
    isForOther ||
    meant !== undefined ||
    subject !== undefined;
  return isSure || (words !== undefined && orders.test(line)) ? { ...told, strength: 'exact' } : undefined;
};

/** An order to oneself on a day, of whomever: `call Joan back tomorrow`. */
const orders =
  /^\s*(?:call|ring|phone|visit|email)\s+(?!\d|(?:me|us|it|of|for|at|numbers?|address|details)\b)\p{L}/iu;

/** Whether the line gives a colleague something to do. */
async function givesTask(line: string, ctx: Context): Promise<boolean> {
  const names = (await listPeople(ctx.db)).filter(({ id, active }) => active && id !== ctx.person.id);
  const called = calledColleagues(
    line,
    names.map(({ name }) => name),
  );
  return givenTask(line, called, ctx.at) !== undefined;
}

/** The call with the key of the loss reason that its words tell of. */
function withReason(call: Call, ctx: Context): Call {
  const { reason } = call.input;
  const told =
    call.command === dealLost.name && typeof reason === 'string' ? lossReasonTold(ctx, reason) : undefined;
  return told ? { ...call, input: { ...call.input, reason: told } } : call;
}

/** The call with the record that the talk is about, where it names none and can be about that one. */
async function aboutTopic(call: Call, { fields }: Command<Context>, ctx: Context): Promise<Call> {
  const [name = '', field] = Object.entries(fields)[0] ?? [];
  const topic = ctx.subject ?? ctx.topic;
  if (!topic || !field?.required || field.kind !== 'lookup' || call.input[name] !== undefined) return call;
  const fits = await lookups[field.lookup ?? '']?.find(topic, ctx, name).catch(() => undefined);
  return fits ? { ...call, input: { ...call.input, [name]: fits } } : call;
}

/** Whether each record that the call names is known by these words. */
async function namesKnown({ input }: Call, { fields }: Command<Context>, ctx: Context): Promise<boolean> {
  for (const [name, { lookup, required }] of Object.entries(fields)) {
    const words = input[name];
    const knows = lookups[lookup ?? '']?.knows;
    if (required && words === undefined && name !== 'reason') return false;
    if (typeof words === 'string' && knows && lookup !== 'person' && !(await knows(words, ctx))) return false;
  }
  return true;
}
