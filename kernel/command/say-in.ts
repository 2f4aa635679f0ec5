import { type Locale, textsIn } from '../../texts/languages.js';
import type { Call, Json, Say } from '../card/card.js';
import { recordNumber } from '../records/record-number.js';
import { holdsRowId } from '../records/row-id.js';
import type { Registry, Speaking } from './command.js';
import { quoted, wordsOfValue } from './field-words.js';

/** What a call carries beside its fields, which nobody types: the version shown, and the person who is asked. */
const unsaid = new Set(['v', 'askedOf', 'sure']);

/** What the key of a person, a stage, a reason … is called; `of` is the name of the lookup, or of the field without one. */
export type NameOfKey = (of: string, key: string, locale: Locale) => string | undefined;

/** A field of the rules in force goes by its name. */
const valueWords = (value: Json): string => quoted(typeof value === 'string' ? value : JSON.stringify(value));

/** Writes calls as the lines a person would type for them: `{move, {deal: 'D-12'}}` → `推 D-12`; keys go by their names, ids without a name are left out. */
export function sayIn<C extends Speaking>(
  registry: Registry<C>,
  locale: Locale,
  nameOf: NameOfKey = () => undefined,
): Say {
  return (call: Call) => {
    const command = registry.get(call.command);
    if (!command) return call.command;
    const parts = Object.entries(command.fields).flatMap(([name, field]) => {
      const value = call.input[name];
      if (value === undefined || value === null || value === '') return [];
      const named = typeof value === 'string' ? nameOf(field.lookup ?? name, value, locale) : undefined;
      if (named === undefined && typeof value === 'string' && holdsRowId(value)) return [];
      return [wordsOfValue(field, named ?? value, locale)];
    });
    const own = Object.entries(call.input).flatMap(([name, value]) =>
      unsaid.has(name) || command.fields[name] || value === null ? [] : [`${name}=${valueWords(value)}`],
    );
    return [command.words[locale][0], ...parts, ...own].filter(Boolean).join(' ');
  };
}

/** Writes the calls of a card's controls as lines: a closing one as a question, unless somebody was asked before. */
export function sayOnCard<C extends Speaking>(
  registry: Registry<C>,
  locale: Locale,
  nameOf?: NameOfKey,
): Say {
  const say = sayIn(registry, locale, nameOf);
  return (call) => {
    const asks = registry.get(call.command)?.closes === true && call.input.sure !== true;
    return asks ? `${say(call)}${textsIn(locale).reply.questionMark}` : say(call);
  };
}

/** The order in a line that `sayOnCard` wrote as a question (`赢 D-1？`, "won D-1?"), or undefined. */
export function askedOrder<C extends Speaking>(registry: Registry<C>, line: string): string | undefined {
  const order = /^(.*\S)\s*[?？]$/su.exec(line.trim())?.[1];
  const head = order === undefined ? undefined : registry.head(order);
  const first = head?.command.closes ? head.rest.trim().split(/\s/u)[0] : undefined;
  return first !== undefined && recordNumber(first) !== undefined ? order : undefined;
}

/**
 * Writes what a tap did, for the log: as `sayIn`, but without marks that only the button carried, and a command that has no
 * word of its own goes by what it does.
 */
export function tapWords<C extends Speaking>(registry: Registry<C>, locale: Locale, nameOf?: NameOfKey): Say {
  const say = sayIn(registry, locale, nameOf);
  return (call: Call) => {
    const command = registry.get(call.command);
    if (!command) return say(call);
    const typed = Object.entries(call.input).filter(([name]) => {
      const field = command.fields[name];
      return field?.kind !== 'flag' && !field?.unsaid;
    });
    const line = say({ ...call, input: Object.fromEntries(typed) });
    const [word] = command.words[locale];
    return command.hidden && word === command.name
      ? `${command.summary[locale]}${line.slice(word.length)}`.trim()
      : line;
  };
}
