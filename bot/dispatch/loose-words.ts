import type { Call } from '../../kernel/card/card.js';
import type { Command, Speaking } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { type Locale, textsIn } from '../../texts/languages.js';

/**
 * The error of a typed order of which some words were left over: they are offered as what the order can carry
 * beside it, such as a note, else the order is said again without them.
 */
export function looseError<C extends Speaking>(
  command: Command<C>,
  call: Call,
  words: string,
  by: { locale: Locale; say(call: Call, locale: Locale): string },
): InputError | ChooseError {
  const t = textsIn(by.locale).dispatch;
  const understood = by.say(call, by.locale);
  const [name, field] =
    Object.entries(command.fields).find(([key, { asked }]) => asked && call.input[key] === undefined) ?? [];
  if (!name || !field) return new InputError(null, t.loose(words), understood);
  const options = [
    { label: t.looseAs(field.label[by.locale], words), value: words },
    { label: understood, value: '' },
  ];
  return new ChooseError(name, t.loose(words), options, words);
}
