import type { Json } from '../../kernel/card/card.js';
import type { Field, FieldMaker, Fields } from '../../kernel/command/field.js';
import { f, named } from '../../kernel/command/fields.js';
import type { CustomField, Process } from '../../sales/process/parse-process.js';
import { inEachLanguage } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { openPerson } from './open-person.js';

const made = new WeakMap<Process, Fields>();

/**
 * Makes the command fields for a deal's custom fields, said by name (`预算=30万`, "budget=300,000") or entered
 * in forms.
 */
export function customFields({ process }: Pick<Context, 'process'>): Fields {
  let fields = made.get(process);
  if (!fields) {
    fields = Object.fromEntries(process.fields.map((one) => [one.key, fieldOf(one)]));
    made.set(process, fields);
  }
  return fields;
}

function fieldOf({ key, name, type, choices }: CustomField): Field {
  const options = choices.map((one) => ({ value: one.key, label: one.name, words: one.aliases }));
  const field: FieldMaker = {
    text: () => f.word(),
    money: () => f.money(),
    date: () => f.date({ anyYear: true }),
    choice: () => f.choiceOf(options),
    person: () => f.person(),
  }[type]();
  const example = type === 'text' ? { example: '…' } : {};
  return named(field).make(
    inEachLanguage((_, locale) => ({ label: name[locale], names: [name[locale], key], ...example })),
  );
}

/** Converts a call's custom fields to what a deal stores: minor units, a day, a key, or a person's id. */
export async function factsSaid(
  ctx: Context,
  input: Record<string, unknown>,
): Promise<Record<string, string> | undefined> {
  const facts: Record<string, string> = {};
  for (const { key, type } of ctx.process.fields) {
    const value = input[key] as Json | undefined;
    if (value === undefined || value === null || value === '') continue;
    facts[key] = type === 'person' ? (await openPerson(ctx, String(value))).id : String(value);
  }
  return Object.keys(facts).length > 0 ? facts : undefined;
}
