import type { Call } from '../../kernel/card/card.js';
import type { Form, Inbound } from '../../kernel/chat/chat.js';
import type { Choice, Command, Lookups, Registry, Speaking } from '../../kernel/command/command.js';
import { missingFields } from '../../kernel/command/complete.js';
import { wordsOfValue } from '../../kernel/command/field-words.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';

export type Choices = Record<string, Choice[]>;

/** Lists the choices of a command's fields that have few values. */
export async function choicesOf<C extends Speaking>(
  command: Command<C>,
  lookups: Lookups<C>,
  context: C,
): Promise<Choices> {
  const choices: Choices = {};
  for (const [name, field] of Object.entries(command.fields)) {
    const found = await lookups[field.lookup ?? '']?.choices?.(context);
    const fixed = field.choices?.map((one) => ({ label: one.label[context.locale], value: one.value }));
    if (found ?? fixed) choices[name] = found ?? fixed ?? [];
  }
  return choices;
}

/** Builds a form with every field of a command, known values filled in. */
export function formOf<C extends Speaking>(
  command: Command<C>,
  call: Call,
  more: { choices: Choices; lookups: Lookups<C>; locale: Locale; errors?: Record<string, string> },
): Form {
  const { choices, lookups, locale, errors = {} } = more;
  const shown = Object.entries(command.fields).filter(([, field]) => field.kind !== 'flag' && !field.unsaid);
  return {
    call,
    title: command.summary[locale],
    submit: textsIn(locale).dispatch.submit,
    fields: shown.map(([name, field]) => {
      const value = call.input[name];
      const written =
        value === undefined || value === null
          ? undefined
          : typeof value === 'string'
            ? value
            : wordsOfValue(field, value, locale);
      const options = choices[name];
      return {
        name,
        label: field.label[locale],
        hint: field.example[locale],
        kind: kindOf(field.input, options, lookups[field.lookup ?? '']?.search !== undefined),
        required: field.required || command.asks?.({}) === name,
        value: written,
        choices: options,
        search: lookups[field.lookup ?? '']?.search !== undefined,
        error: errors[name],
      };
    }),
  };
}

/** How a field is filled: from a menu wherever all its values are known, such as the reasons of a loss. */
function kindOf(input: FormKind, options: readonly Choice[] | undefined, isSearched: boolean): FormKind {
  if (!options) return input === 'choice' ? 'text' : input;
  return input === 'text' && options.length > 0 && !isSearched ? 'choice' : input;
}

type FormKind = Form['fields'][number]['kind'];

/** Whether an act will be answered with a form for missing fields, as far as its own words tell. */
export function willAsk<C extends Speaking>(registry: Registry<C>, act: Inbound['act']): boolean {
  if (act.kind === 'form') return false;
  if (act.kind === 'tap') return hasMissing(registry.get(act.call.command), act.call.input);
  const [, verb = '', rest = ''] = /^\s*\/?(\S+)\s*([\s\S]*)$/.exec(act.text) ?? [];
  return rest === '' && act.replyTo === undefined && hasMissing(registry.said(verb), {});
}

const hasMissing = <C extends Speaking>(command: Command<C> | undefined, input: Call['input']): boolean =>
  command !== undefined && missingFields(input, command).length > 0;
