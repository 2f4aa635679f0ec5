import { type Locale, textsIn } from '../../texts/languages.js';
import type { Json } from '../card/card.js';
import { isSum } from '../pieces/amount.js';
import type { ReadAt } from '../pieces/base/piece.js';
import { isForeignSum } from '../pieces/currency-said.js';
import { InputError } from './errors.js';
import type { Field } from './field.js';

/** A name with spaces is one token only in quotes. */
export function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

/** The error of a field whose words do not fit: which field, what was expected, an example. */
export function wrongWords(
  name: string,
  field: Field,
  value: Json,
  { locale, at }: { locale: Locale; at: ReadAt },
): InputError {
  const t = textsIn(locale);
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  const home = at.currency;
  if (home && !field.choices && isForeignSum(said, home))
    return new InputError(name, t.deal.keptIn(home), field.example[locale]);
  const expected = field.choices
    ? t.reply.oneOf(t.formats.list(field.choices.map((one) => one.label[locale])))
    : t.reply.forExample(field.example[locale]);
  return new InputError(name, t.reply.unreadable(field.label[locale], said, expected), field.example[locale]);
}

/** A value of a call as words: a read one is written, what is not of the field's kind stands as it came. */
export function wordsOfValue(field: Field, value: Json, locale: Locale): string {
  const fits =
    field.many === true
      ? Array.isArray(value)
      : field.input === 'money'
        ? isSum(value)
        : field.kind === 'flag'
          ? typeof value === 'boolean'
          : typeof value === 'string';
  if (fits) return field.write(value, locale);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
