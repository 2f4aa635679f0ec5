import type { Context } from '../../crm/access/context.js';
import { lookups } from '../../crm/lookup/lookups.js';
import type { Call } from '../../kernel/card/card.js';
import type { Command, Heard } from '../../kernel/command/command.js';
import { readFields } from '../../kernel/command/read-line.js';
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
import { callOfSentence } from './say.js';

/** Commands that an order in plain words may become. */
const ordered: readonly Command<Context>[] = [
  assign,
  dealCreate,
  dealEdit,
  dealLost,
  dealMove,
  dealWon,
  handover,
  leadCreate,
  target,
];

/** Begins a plan, though it is a command's verb as well: `call Jane at Larkspur tomorrow`. */
const planned = /^\s*(?:call|ring|phone|meeting|meet|visit|email|lunch|demo)\b(?!\s*[:=])/iu;

/**
 * Finds the call of an order in plain words (`change Acme's amount to 35k`, 把星河的金额改成35万), or undefined; sure if
 * every record that it names is known.
 */
export async function callOfOrder(line: string, ctx: Context): Promise<Heard | undefined> {
  const people = await listPeople(ctx.db);
  const read = readOrder(line, {
    at: ctx.at,
    people: people.map(({ name }) => name),
    stages: ctx.process.pipelines.flatMap(({ stages }) =>
      stages.flatMap(({ name, aliases }) => [...everyWording(name), ...aliases]),
    ),
  });
  const command = read && ordered.find(({ name }) => name === read.command);
  if (!read || !command) return planned.test(line) ? await callOfPlan(line, ctx) : undefined;
  const call = read.words
    ? await readFields(read.words, command, lookups, ctx)
    : { command: command.name, input: read.input };
  return { call, isSure: !call.loose && (await namesKnown(call, command, ctx)) };
}

/** A plan about a known customer whose day is sure. */
async function callOfPlan(line: string, ctx: Context): Promise<Heard | undefined> {
  const told = await callOfSentence(line, ctx, false);
  return told?.isSure && told.call.command === 'say' ? told : undefined;
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
