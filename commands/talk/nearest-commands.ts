import type { Context } from '../../crm/access/context.js';
import { readableCalled } from '../../crm/access/readable.js';
import { lookups } from '../../crm/lookup/lookups.js';
import { type OwnNames, ownNames } from '../../crm/lookup/own-names.js';
import type { Call } from '../../kernel/card/card.js';
import { type Command, type Missed, Registry } from '../../kernel/command/command.js';
import { quoted } from '../../kernel/command/field-words.js';
import { readLine } from '../../kernel/command/read-line.js';
import { hasRole } from '../../kernel/command/roles.js';
import { findAmounts } from '../../kernel/pieces/amount.js';
import { findDates } from '../../kernel/pieces/date.js';
import { findPhones } from '../../kernel/pieces/phone.js';
import { isQuestion } from '../../language/sentence/cues.js';

/** A suggested line, what it does, and its verb. */
export interface NearestCommand {
  line: string;
  call: Call;
  command: Command<Context>;
}

/**
 * Suggests what a line that was not understood may mean: a mistyped verb, a customer, or a command that fits
 * its pieces.
 */
export async function nearestThings(
  missed: Missed,
  ctx: Context,
  all: Registry<Context>,
): Promise<NearestCommand[]> {
  const may = allowed(ctx, all);
  const own = await ownNames(ctx.db, ctx.person);
  const verbs = may.nearest(missed.first, () => true);
  const rest = missed.words.slice(missed.words.indexOf(missed.first) + missed.first.length).trim();
  const lines = [
    ...verbs.map((command) => lineOf(ctx, command, rest)),
    ...(verbs.length === 0 ? await customersNear(ctx, missed.first) : []),
    ...(verbs.length === 0 ? await guesses(ctx, missed.words, own, may) : []),
  ];
  const found: NearestCommand[] = [];
  for (const line of lines) {
    const meant = await meantBy(ctx, line, may);
    if (meant && found.every((one) => one.line !== line)) found.push(meant);
    if (found.length === 3) break;
  }
  return found;
}

/**
 * Rewrites the line that failed again as one that works, with its own words and the speaker's own customer.
 */
export async function meantInstead(
  missed: Missed,
  ctx: Context,
  all: Registry<Context>,
): Promise<NearestCommand | undefined> {
  const may = allowed(ctx, all);
  const own = await ownNames(ctx.db, ctx.person);
  const taken = missed.call && may.get(missed.call.command);
  if (taken && missed.call) {
    const subject = subjectField(taken);
    const rest = afterVerb(missed.words, missed.call, subject);
    const wrong = missed.field === undefined || missed.field === subject;
    const name = wrong ? own.customer : String(missed.call.input[subject ?? ''] ?? own.customer ?? '');
    const line =
      subject && name ? lineOf(ctx, taken, `${quoted(name)} ${wrong ? rest : ''}`.trim()) : undefined;
    const meant = line && (await meantBy(ctx, line, may));
    if (meant) return meant;
  }
  const [nearest] = await nearestThings(missed, ctx, all);
  return nearest;
}

const allowed = (ctx: Context, all: Registry<Context>): Registry<Context> =>
  new Registry(all.commands.filter((one) => !one.hidden && hasRole(ctx.person.role, one.role)));

const lineOf = (ctx: Context, command: Command<Context>, rest: string): string =>
  [command.words[ctx.locale][0], rest].filter(Boolean).join(' ');

/** Finds the command's field that names its customer or record, or undefined. */
const subjectField = (command: Command<Context>): string | undefined => {
  const [name, field] = Object.entries(command.fields)[0] ?? [];
  const isRecord = field?.kind === 'lookup' || name === 'customer';
  return isRecord && field?.required ? name : undefined;
};

/** Returns the words beside the verb and the customer. */
function afterVerb(words: string, call: Call, subject: string | undefined): string {
  const said = subject ? call.input[subject] : undefined;
  const rest = words.trim().replace(/^\/?[^\s:：]+[\s:：]*/, '');
  return typeof said === 'string' && said !== '' ? rest.replace(said, '').replace(/\s+/g, ' ').trim() : rest;
}

async function customersNear(ctx: Context, first: string): Promise<string[]> {
  return (await readableCalled(ctx, first, { limit: 2 })).map(({ customer }) => quoted(customer.name));
}

/**
 * Suggests commands by the line's pieces: a phone number suggests a lead, an amount a deal, a day a plan,
 * otherwise a follow-up.
 */
async function guesses(
  ctx: Context,
  words: string,
  own: OwnNames,
  may: Registry<Context>,
): Promise<string[]> {
  const has = (find: (text: string) => unknown[]) => find(words).length > 0;
  const names = [
    ...(isQuestion(words) ? ['ask'] : []),
    ...(has(findPhones) ? ['lead'] : []),
    ...(has(findAmounts) ? ['deal'] : []),
    ...(has((text) => findDates(text, ctx.at)) ? ['plan'] : []),
    'log',
    'find',
    'today',
    'weekly',
  ];
  return names.flatMap((name) => {
    const command = may.get(name);
    if (!command) return [];
    if (name === 'ask' || name === 'lead') return [lineOf(ctx, command, words)];
    if (name === 'today' || name === 'weekly') return [lineOf(ctx, command, '')];
    if (!own.customer) return [];
    return [
      lineOf(ctx, command, [quoted(own.customer), name === 'find' ? '' : words].filter(Boolean).join(' ')),
    ];
  });
}

/** Parses a typed line into its call. */
async function meantBy(
  ctx: Context,
  line: string,
  may: Registry<Context>,
): Promise<NearestCommand | undefined> {
  const read = await readLine(line, may, lookups, ctx);
  if (read.kind === 'call')
    return read.call.loose ? undefined : { line, call: read.call, command: read.command };
  const find = may.get('find');
  return read.kind === 'name' && find
    ? { line, call: { command: 'find', input: { name: read.words } }, command: find }
    : undefined;
}
