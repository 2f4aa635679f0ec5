import type { Context } from '../../crm/access/context.js';
import { readableCalled } from '../../crm/access/readable.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import type { Call } from '../../kernel/card/card.js';
import { type Command, type Missed, Registry } from '../../kernel/command/command.js';
import { complete } from '../../kernel/command/complete.js';
import { ChooseError } from '../../kernel/command/errors.js';
import { quoted } from '../../kernel/command/field-words.js';
import { readLine } from '../../kernel/command/read-line.js';
import { hasRole } from '../../kernel/command/roles.js';
import { isNameLike } from '../../language/names/name-like.js';

/** A suggested line, what it does, and its verb. */
export interface NearestCommand {
  line: string;
  call: Call;
  command: Command<Context>;
}

/** Most lines that are suggested. */
const most = 3;

/**
 * Suggests what a line that was not understood may mean: its mistyped verb, if the line then reads cleanly, or the
 * customer whose name it nearly is. Suggests nothing that the line does not name, and nothing that closes or hands over.
 */
export async function nearestThings(
  missed: Missed,
  ctx: Context,
  all: Registry<Context>,
): Promise<NearestCommand[]> {
  const may = allowed(ctx, all);
  const rest = missed.words.slice(missed.words.indexOf(missed.first) + missed.first.length).trim();
  const verbs = may.nearest(missed.first, () => true);
  const lines = verbs.map((command) => [command.words[ctx.locale][0], rest].filter(Boolean).join(' '));
  if (verbs.length === 0 && isNameLike(missed.words)) lines.push(...(await customersNear(ctx, missed.words)));
  const found: NearestCommand[] = [];
  for (const line of lines) {
    const meant = await meantBy(ctx, line, may);
    if (meant && found.every((one) => one.line !== line) && (await readsCleanly(ctx, meant)))
      found.push(meant);
  }
  return found.slice(0, most);
}

/** The one line that was most likely meant, or undefined; a line that failed for what it named has none. */
export async function meantInstead(
  missed: Missed,
  ctx: Context,
  all: Registry<Context>,
): Promise<NearestCommand | undefined> {
  return missed.call ? undefined : (await nearestThings(missed, ctx, all))[0];
}

/** Changes that no guess may make: they close, hand over, or touch who may do what. */
const grave =
  /^(?:deal\.(?:won|lost|assigned)|customer\.(?:assigned|merged|opened)|lead\.(?:assigned|reassigned|opened)|person\.(?:admin|role|team|left|linked|claimed)|team\.|place\.|process\.|accounts\.)/;

/** The commands that may be suggested to the speaker. */
const allowed = (ctx: Context, all: Registry<Context>): Registry<Context> =>
  new Registry(
    all.commands.filter(
      (one) =>
        !one.hidden && hasRole(ctx.person.role, one.role) && !one.changes.some((kind) => grave.test(kind)),
    ),
  );

async function customersNear(ctx: Context, words: string): Promise<string[]> {
  return (await readableCalled(ctx, words, { limit: 2 })).map(({ customer }) => quoted(customer.name));
}

/** Whether the call would run, or ask which of several is meant. */
async function readsCleanly(ctx: Context, { call, command }: NearestCommand): Promise<boolean> {
  try {
    return (await complete(call, command, lookups, ctx)).missing.length === 0;
  } catch (error) {
    return error instanceof ChooseError;
  }
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
