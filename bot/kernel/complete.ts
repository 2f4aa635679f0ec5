import type { Call, Json } from './card.js';
import type { Command, Lookups, Speaking } from './command.js';
import { wrongWords } from './fields.js';

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
  const missing: string[] = [];
  for (const [name, field] of Object.entries(command.fields)) {
    const given = call.input[name];
    if (given === undefined || given === null || given === '') {
      if (field.required) missing.push(name);
      continue;
    }
    const value = field.parse(given, context.at);
    if (value === undefined) throw wrongWords(name, field, given, context.locale);
    const lookup = field.lookup ? lookups[field.lookup] : undefined;
    input[name] = lookup && typeof value === 'string' ? await lookup.find(value, context, name) : value;
  }
  return { input, missing };
}
