import { z } from 'zod';
import type { ByLanguage, Locale } from '../../texts/languages.js';
import type { Json } from '../card/card.js';
import { formatAmount, readAmount } from '../pieces/amount.js';
import { readChannel } from '../pieces/channel.js';
import { readAsOf, readDate } from '../pieces/date.js';
import { readPhone } from '../pieces/phone.js';
import type { Piece, ReadAt } from '../pieces/scan.js';
import { isDate } from '../time/dates.js';
import { InputError } from './errors.js';

/**
 * A field of a command: what it is called, which words it takes, and how its value is read, checked and
 * written back as words. A value in a call is either already read (a button's) or still words (a person's);
 * `parse` takes both, so typing, tapping and forms meet here.
 */
export interface Field<T extends Json = Json, R extends boolean = boolean> {
  kind: 'piece' | 'lookup' | 'rest' | 'word' | 'flag' | 'named';
  /** What a named one is called in a line: `预算负责人=王总`. */
  words?: string[];
  /** A named one that needs no sign after its name: `冲刺 360万`. */
  bare?: boolean;
  /** A named one that only `=` makes one: a colon after its name is part of the text it stands in. */
  equals?: boolean;
  /** Words that stay as they were said, with their marks and lines. */
  exact?: boolean;
  /** Takes the first word, or two, that it can read, wherever it stands. */
  finds?: boolean;
  /** Reads the head of a word as well, where the rest looks so: `拜访20次`, `7月50万`. */
  glued?: RegExp;
  label: ByLanguage;
  required: R;
  /** The typed piece it takes from anywhere in the line. */
  piece?: Piece['kind'];
  /** The name of the lookup that turns its words into a record, a person, a stage… */
  lookup?: string;
  /** Asked when the field is blank and required. */
  ask?: ByLanguage;
  example: ByLanguage;
  /** How a form shows it. */
  input: 'text' | 'long' | 'money' | 'date' | 'choice' | 'number';
  choices?: { value: string; label: ByLanguage; words: string[] }[];
  /** Takes all pieces of its kind, not only the first. */
  many?: boolean;
  /** Words to value, or undefined where they are not of this kind. */
  parse(value: Json, at: ReadAt): T | undefined;
  /** Value to the words a person would type. */
  write(value: T, locale: Locale): string;
}

export type Fields = Record<string, Field>;

type Required<F extends Fields> = { [K in keyof F]: F[K] extends Field<Json, true> ? K : never }[keyof F];
type ValueOf<F> = F extends Field<infer T, boolean> ? T : never;

/** What `run` receives: required fields are there, the others may be undefined. */
export type InputOf<F extends Fields> = { [K in Required<F>]: ValueOf<F[K]> } & {
  [K in Exclude<keyof F, Required<F>>]?: ValueOf<F[K]>;
};

interface Options<R extends boolean> {
  label?: ByLanguage;
  required?: R;
  ask?: ByLanguage;
  example?: ByLanguage;
}

type Base<T extends Json> = Omit<Field<T>, 'required' | 'label' | 'example'> & {
  label: ByLanguage;
  example: ByLanguage;
};

/** `NoInfer`: what the options say decides whether it is required, not where the field is put. */
function field<T extends Json, R extends boolean = false>(
  base: Base<T>,
  options: Options<R>,
): Field<T, NoInfer<R>> {
  return {
    ...base,
    label: options.label ?? base.label,
    example: options.example ?? base.example,
    ask: options.ask,
    required: (options.required ?? false) as R,
  };
}

const words = (value: Json): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/)
  .refine((value) => isDate(value.slice(0, 10)));

/** A date already read passes; words are read, with the time where one was said. */
function localMoment(
  value: Json,
  read: (said: string) => { value: string; time?: string } | undefined,
): string | undefined {
  if (localDate.safeParse(value).success) return value as string;
  const found = read(words(value) ?? '');
  return found?.time ? `${found.value}T${found.time}` : found?.value;
}

const note: Base<string> = {
  kind: 'rest',
  label: { zh: '备注', en: 'note' },
  example: { zh: '价格偏高', en: 'price too high' },
  input: 'long',
  parse: words,
  write: (value) => value,
};

export const f = {
  /** An amount in minor units: `30万`, `300k`, `¥300,000`. */
  money: <R extends boolean = false>(options: Options<R> = {}) =>
    field<number, R>(
      {
        kind: 'piece',
        piece: 'amount',
        label: { zh: '金额', en: 'amount' },
        example: { zh: '30万', en: '300k' },
        input: 'money',
        parse: (value) => {
          const minor = typeof value === 'number' ? value : readAmount(words(value) ?? '');
          return minor !== undefined && Number.isSafeInteger(minor) && minor >= 0 ? minor : undefined;
        },
        write: (value, locale) => formatAmount(value, locale),
      },
      options,
    ),

  /** A local date `YYYY-MM-DD`, with a time `YYYY-MM-DDTHH:mm` where one was said. */
  date: <R extends boolean = false>(options: Options<R> & { past?: boolean } = {}) =>
    field<string, R>(
      {
        kind: 'piece',
        piece: 'date',
        label: { zh: '日期', en: 'date' },
        example: { zh: '下周三', en: 'next Wed' },
        input: 'date',
        parse: (value, at) =>
          localMoment(value, (said) => readDate(said, { ...at, prefer: options.past ? 'past' : 'future' })),
        write: (value) => value.replace('T', ' '),
      },
      options,
    ),

  /** `@上周五`: the past moment a report or a record is asked as of; a local date, perhaps with a time. */
  asof: (options: Options<false> = {}) =>
    field<string, false>(
      {
        kind: 'piece',
        piece: 'asof',
        label: { zh: '当时', en: 'as of' },
        example: { zh: '@上周五', en: '@last Friday' },
        input: 'date',
        parse: (value, at) => localMoment(value, (said) => readAsOf(`@${said.replace(/^@/, '')}`, at)),
        write: (value) => `@${value.replace('T', ' ')}`,
      },
      options,
    ),

  phone: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      {
        kind: 'piece',
        piece: 'phone',
        label: { zh: '电话', en: 'phone' },
        example: { zh: '13800000000', en: '13800000000' },
        input: 'text',
        parse: (value) => readPhone(words(value) ?? ''),
        write: (value) => value,
      },
      options,
    ),

  tags: (options: Options<false> = {}) =>
    field<string[], false>(
      {
        kind: 'piece',
        piece: 'tag',
        many: true,
        label: { zh: '标签', en: 'tags' },
        example: { zh: '#官网', en: '#web' },
        input: 'text',
        parse: (value) => {
          const list = Array.isArray(value) ? value : (words(value)?.split(/[\s,，]+/) ?? []);
          return list.map((tag) => String(tag).replace(/^#/, '')).filter((tag) => tag !== '');
        },
        write: (value) => value.map((tag) => `#${tag}`).join(' '),
      },
      options,
    ),

  /** A contact as said: `王总`. */
  contact: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      {
        kind: 'piece',
        piece: 'contact',
        label: { zh: '联系人', en: 'contact' },
        example: { zh: '王总', en: 'Mr Wang' },
        input: 'text',
        parse: words,
        write: (value) => value,
      },
      options,
    ),

  channel: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      {
        kind: 'piece',
        piece: 'channel',
        label: { zh: '方式', en: 'channel' },
        example: { zh: '电话', en: 'call' },
        input: 'choice',
        choices: channels,
        parse: (value) => readChannel(words(value) ?? ''),
        write: (value, locale) => channels.find((one) => one.value === value)?.label[locale] ?? value,
      },
      options,
    ),

  /** A stage of the process, said as `>谈判`; looked up by name, alias or number. */
  stage: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      {
        kind: 'piece',
        piece: 'stage',
        lookup: 'stage',
        label: { zh: '阶段', en: 'stage' },
        example: { zh: '>谈判', en: '>negotiation' },
        input: 'choice',
        parse: (value) => words(value)?.replace(/^[>＞》]\s*/, ''),
        write: (value) => `>${value}`,
      },
      options,
    ),

  /** A colleague: `@张三`, or the bare name where the line has nothing else there. */
  person: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      {
        kind: 'lookup',
        piece: 'mention',
        lookup: 'person',
        label: { zh: '同事', en: 'colleague' },
        example: { zh: '@张三', en: '@Alice' },
        input: 'text',
        parse: (value) => words(value)?.replace(/^@/, ''),
        write: (value) => `@${value}`,
      },
      options,
    ),

  /** Words that a lookup of that name turns into a value ('customer', 'deal', 'lossReason', …). */
  lookup: <R extends boolean = false>(lookup: string, options: Options<R> & { label: ByLanguage }) =>
    field<string, R>(
      {
        kind: 'lookup',
        lookup,
        label: options.label,
        example: { zh: '华为', en: 'Acme' },
        input: 'text',
        parse: words,
        write: quoted,
      },
      options,
    ),

  /** One of a few fixed words. */
  choice: <R extends boolean = false>(
    choices: { value: string; label: ByLanguage; words: string[] }[],
    options: Options<R> & { label: ByLanguage },
  ) =>
    field<string, R>(
      {
        kind: 'word',
        label: options.label,
        example: choices[0]?.label ?? { zh: '', en: '' },
        input: 'choice',
        choices,
        parse: (value) => {
          const said = words(value)?.toLowerCase();
          return choices.find((one) =>
            one.value === said || said === undefined ? one.value === said : isCalled(one, said),
          )?.value;
        },
        write: (value, locale) => choices.find((one) => one.value === value)?.label[locale] ?? value,
      },
      options,
    ),

  /** One token as it was typed. */
  word: <R extends boolean = false>(options: Options<R> & { label: ByLanguage }) =>
    field<string, R>(
      {
        kind: 'word',
        label: options.label,
        example: { zh: '华为', en: 'Acme' },
        input: 'text',
        parse: words,
        write: quoted,
      },
      options,
    ),

  /** A text: all words that nothing else took, with their marks and lines. */
  text: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>({ ...note, exact: true }, options),

  /** All words that nothing else took. */
  rest: <R extends boolean = false>(options: Options<R> = {}) => field<string, R>(note, options),

  /** True where one of the words stands in the line. */
  flag: (label: ByLanguage) =>
    field<boolean, false>(
      {
        kind: 'flag',
        label,
        example: label,
        input: 'text',
        parse: (value) => value === true || value === label.zh || value === label.en || undefined,
        write: (value, locale) => (value ? label[locale] : ''),
      },
      { label },
    ),
};

/** The same field, taken only where it is called by one of these words: `预算=30万`. */
export function named<T extends Json, R extends boolean>(field: Field<T, R>, words: string[]): Field<T, R> {
  return { ...field, kind: 'named', piece: undefined, words };
}

/** The same field in a text of several sentences: taken by `=` alone, and written back with its name. */
export function namedInText<R extends boolean>(
  field: Field<string, R>,
  words: [zh: string, en: string],
): Field<string, R> {
  const [zh, en] = words;
  const write = (value: string, locale: Locale) => `${locale === 'zh' ? zh : en}=${quoted(value)}`;
  return { ...named(field, words), equals: true, write };
}

/** The same field, taken from wherever it can be read; before those that take any word. */
export function found<T extends Json, R extends boolean>(
  field: Field<T, R>,
  how: Pick<Field<T, R>, 'parse' | 'write' | 'input'>,
): Field<T, R> {
  return { ...field, ...how, kind: 'word', piece: undefined, finds: true };
}

const channels = [
  { value: 'call', label: { zh: '电话', en: 'call' }, words: [] },
  { value: 'visit', label: { zh: '拜访', en: 'visit' }, words: [] },
  { value: 'wechat', label: { zh: '微信', en: 'wechat' }, words: [] },
  { value: 'email', label: { zh: '邮件', en: 'email' }, words: [] },
  { value: 'meeting', label: { zh: '会议', en: 'meeting' }, words: [] },
];

function isCalled(choice: { value: string; label: ByLanguage; words: string[] }, said: string): boolean {
  return [choice.value, choice.label.zh, choice.label.en, ...choice.words].some(
    (w) => w.toLowerCase() === said,
  );
}

/** A name with spaces is one token only in quotes. */
export function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value;
}

/** The error of a field whose words do not fit: which field, what was expected, an example. */
export function wrongWords(name: string, field: Field, value: Json, locale: Locale): InputError {
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  const label = field.label[locale];
  const options = field.choices?.map((one) => one.label[locale]).join(locale === 'zh' ? '、' : ', ');
  const message =
    locale === 'zh'
      ? `「${label}」看不懂：“${said}”。${options ? `可选：${options}` : `例如：${field.example.zh}`}`
      : `Cannot read ${label}: "${said}". ${options ? `One of: ${options}` : `For example: ${field.example.en}`}`;
  return new InputError(name, message, field.example[locale]);
}

/** A value of a call as words: a read one is written, what is not of the field's kind stands as it came. */
export function wordsOfValue(field: Field, value: Json, locale: Locale): string {
  const fits =
    field.many === true
      ? Array.isArray(value)
      : field.input === 'money'
        ? typeof value === 'number'
        : field.kind === 'flag'
          ? typeof value === 'boolean'
          : typeof value === 'string';
  if (fits) return field.write(value, locale);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
