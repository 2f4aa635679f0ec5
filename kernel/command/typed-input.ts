import type { Call, Json } from '../card/card.js';
import { typedWords } from '../words/typed-words.js';
import type { Command, Speaking } from './command.js';
import type { Field } from './field.js';

/** Whether a field's words are stored as somebody typed them: a name, a note, a tag. */
const isStored = ({ kind, piece }: Field): boolean =>
  kind === 'name' || kind === 'rest' || piece === 'contact' || piece === 'tag';

/**
 * The call with names and notes as they were typed: a line is read in half width and simplified characters, but 東昇（北京）
 * stays 東昇（北京）.
 */
export function withTypedWords<C extends Speaking>(call: Call, { fields }: Command<C>, line: string): Call {
  const typed = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(typed);
    return typeof value === 'string' ? typedWords(value, line) : value;
  };
  const input = Object.entries(call.input).map(([name, value]) => {
    const field = fields[name];
    return [name, field && isStored(field) ? typed(value) : value] as const;
  });
  return { ...call, input: Object.fromEntries(input) };
}
