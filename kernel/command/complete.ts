import type { Call, Json } from '../card/card.js';
import type { Command, Lookups, Speaking } from './command.js';
import { wrongWords } from './field-words.js';

/** What a call lacks before it can run. */
export interface Completed {
  input: Record<string, Json>;
  /** Names of required fields still blank, in order. */
  missing: string[];
}

/**
 * Turns a call's words into values. Values of a button pass through their own checks, so both ways end in the
 * same input. Throws InputError (which field, what was expected, an example) or ChooseError.
 */
export async function complete<C extends Speaking>(
  call: Call,
  command: Command<C>,
  lookups: Lookups<C>,
  context: C,
): Promise<Completed> {
  const input: Record<string, Json> = {};
  for (const [name, field] of Object.entries(command.fields)) {
    const given = call.input[name];
    if (isBlank(given)) continue;
    const value = field.parse(given, context.at);
    if (value === undefined) throw wrongWords(name, field, given, context);
    const lookup = field.lookup ? lookups[field.lookup] : undefined;
    input[name] = lookup && typeof value === 'string' ? await lookup.find(value, context, name) : value;
  }
  return { input, missing: missingFields(call.input, command) };
}

/** The fields that a call would be asked for, as far as its own words tell. */
export function missingFields<C extends Speaking>(input: Call['input'], command: Command<C>): string[] {
  const required = Object.entries(command.fields).filter(([, field]) => field.required);
  const blank = required.map(([name]) => name).filter((name) => isBlank(input[name]));
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => !isBlank(value)));
  const asked = blank.length === 0 ? command.asks?.(said) : undefined;
  return asked ? [asked] : blank;
}

const isBlank = (value: Json | undefined): value is null | undefined | '' =>
  value === undefined || value === null || value === '';
