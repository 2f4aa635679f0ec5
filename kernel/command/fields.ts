import { z } from 'zod';
import {
  type ByLanguage,
  type Catalogue,
  inEachLanguage,
  type Locale,
  locales,
} from '../../texts/languages.js';
import type { FieldTexts } from '../../texts/shape/command-texts.js';
import type { Json } from '../card/card.js';
import { homeSum, plainFigure, readSum, type Sum, writeSum } from '../pieces/amount.js';
import { readChannel } from '../pieces/channel.js';
import { readAsOf, readDate } from '../pieces/date.js';
import { isFarOff } from '../pieces/odd-pieces.js';
import { readPhone } from '../pieces/phone.js';
import { isDate } from '../time/dates.js';
import { readChoice, type SpokenChoice, spokenChoices, writeChoice } from './choices.js';
import type { Field, FieldMaker } from './field.js';
import { quoted } from './field-words.js';

interface Options<R extends boolean> {
  required?: R;
}

/** What a field does, whatever it is called. */
type Reader<T extends Json> = Omit<Field<T>, 'required' | 'label' | 'ask' | 'example'>;

/** The label, question and example of a field; `example` is that of its kind. */
function called(
  texts: ByLanguage<FieldTexts>,
  example: ByLanguage,
): Pick<Field, 'label' | 'ask' | 'example'> {
  const isAsked = locales.every((locale) => texts[locale].ask !== undefined);
  return {
    label: inEachLanguage((_, locale) => texts[locale].label),
    ask: isAsked ? inEachLanguage((_, locale) => texts[locale].ask ?? '') : undefined,
    example: inEachLanguage((_, locale) => texts[locale].example ?? example[locale]),
  };
}

/** `NoInfer`: what the options say decides whether it is required, not where the field is put. */
function field<T extends Json, R extends boolean = false>(
  kind: keyof Catalogue['kindExamples'],
  reader: Reader<T>,
  options: Options<R>,
): FieldMaker<T, NoInfer<R>> {
  const example = inEachLanguage((catalogue) => catalogue.kindExamples[kind]);
  const required = (options.required ?? false) as R;
  return { make: (texts) => ({ ...reader, ...called(texts, example), required }) };
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

const safeMinor = z.int().min(0);
const namedSum = z.strictObject({ minor: safeMinor, currency: z.string().min(1).max(3) });

/** A sum already read passes; words are read. */
function sumIn(value: Json): Sum | undefined {
  const sum = typeof value === 'string' ? readSum(value.trim()) : value;
  const checked = z.union([safeMinor, namedSum]).safeParse(sum);
  return checked.success ? checked.data : undefined;
}

const note: Reader<string> = { kind: 'rest', input: 'long', parse: words, write: (value) => value };

export const f = {
  /** An amount of the company's currency in minor units: `30万`, `300k`, `¥300,000`; a sum in another one is refused. */
  money: <R extends boolean = false>(options: Options<R> = {}) =>
    field<number, R>(
      'money',
      {
        kind: 'piece',
        piece: 'amount',
        input: 'money',
        parse: (value, at) => {
          const sum = sumIn(value);
          return sum === undefined ? undefined : homeSum(sum, at.currency);
        },
        write: plainFigure,
      },
      options,
    ),

  /** An amount in whatever currency it is said: `30万`, `€40k`, `4万美元`. */
  sum: <R extends boolean = false>(options: Options<R> = {}) =>
    field<Sum, R>(
      'money',
      { kind: 'piece', piece: 'amount', input: 'money', parse: sumIn, write: writeSum },
      options,
    ),

  /** A local date `YYYY-MM-DD`, with a time `YYYY-MM-DDTHH:mm` where one was said; of any year only with `anyYear`. */
  date: <R extends boolean = false>(options: Options<R> & { past?: boolean; anyYear?: boolean } = {}) =>
    field<string, R>(
      'date',
      {
        kind: 'piece',
        piece: 'date',
        input: 'date',
        parse: (value, at) => {
          const prefer = options.past ? 'past' : 'future';
          const moment = localMoment(value, (said) => readDate(said, { ...at, prefer }));
          return moment && !options.anyYear && isFarOff(moment, at.today) ? undefined : moment;
        },
        write: momentWords,
      },
      options,
    ),

  /** `@上周五`: the past moment a report or a record is asked as of; a local date, perhaps with a time. */
  asof: (options: Options<false> = {}) =>
    field<string, false>(
      'asof',
      {
        kind: 'piece',
        piece: 'asof',
        input: 'date',
        parse: (value, at) => localMoment(value, (said) => readAsOf(`@${said.replace(/^@/, '')}`, at)),
        write: (value) => `@${momentWords(value)}`,
      },
      options,
    ),

  phone: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      'phone',
      {
        kind: 'piece',
        piece: 'phone',
        input: 'text',
        parse: (value) => readPhone(words(value) ?? ''),
        write: (value) => value,
      },
      options,
    ),

  tags: (options: Options<false> = {}) =>
    field<string[], false>(
      'tags',
      {
        kind: 'piece',
        piece: 'tag',
        many: true,
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
      'contact',
      { kind: 'piece', piece: 'contact', input: 'text', parse: words, write: (value) => value },
      options,
    ),

  /** How a customer was talked to: a call, a visit… */
  channel: <R extends boolean = false>(options: Options<R> = {}): FieldMaker<string, NoInfer<R>> => {
    const choice = f.choice(['call', 'visit', 'wechat', 'email', 'meeting'], options);
    return changed(choice, {
      kind: 'piece',
      piece: 'channel',
      parse: (value) => readChannel(words(value) ?? ''),
    });
  },

  /** A stage of the process, said as `>谈判`; looked up by name, alias or number. */
  stage: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      'stage',
      {
        kind: 'piece',
        piece: 'stage',
        lookup: 'stage',
        input: 'choice',
        parse: (value) =>
          words(value)
            ?.replace(/^[>＞》]\s*/, '')
            .replace(/^"(.*)"$/u, '$1'),
        write: (value) => `>${quoted(value)}`,
      },
      options,
    ),

  /** A colleague: `@张三`, or the bare name where the line has nothing else there. */
  person: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      'person',
      {
        kind: 'lookup',
        piece: 'mention',
        lookup: 'person',
        input: 'text',
        parse: (value) => words(value)?.replace(/^@/, ''),
        write: (value) => `@${value}`,
      },
      options,
    ),

  /** Words that a lookup of that name turns into a value ('customer', 'deal', 'lossReason', …). */
  lookup: <R extends boolean = false>(lookup: string, options: Options<R> = {}) =>
    field<string, R>('name', { kind: 'lookup', lookup, input: 'text', parse: words, write: quoted }, options),

  /**
   * One of a few values, said with the words that its texts have for them. Values that have a label already
   * take from the texts only what else people call them.
   */
  choice: <V extends string, R extends boolean = false>(
    values: readonly V[],
    options: Options<R> & { label?: (value: V) => ByLanguage } = {},
  ): FieldMaker<string, NoInfer<R>> => ({
    make(texts) {
      const said = inEachLanguage((_, locale) => texts[locale].choices ?? {});
      return f.choiceOf(spokenChoices(values, said, options.label), options).make(texts);
    },
  }),

  /** One of a few values that bring their words along. */
  choiceOf: <R extends boolean = false>(
    choices: SpokenChoice[],
    options: Options<R> = {},
  ): FieldMaker<string, NoInfer<R>> => ({
    make: (texts) => ({
      kind: 'word',
      input: 'choice',
      choices,
      required: (options.required ?? false) as R,
      ...called(texts, choices[0]?.label ?? inEachLanguage(() => '')),
      parse: (value) => readChoice(choices, value),
      write: (value, locale) => writeChoice(choices, value, locale),
    }),
  }),

  /** A name of one or several words, known to the lookup `among` or new. */
  name: <R extends boolean = false>(
    among: string,
    options: Options<R> & { mostlyNew?: boolean } = {},
  ): FieldMaker<string, NoInfer<R>> =>
    field<string, R>(
      'name',
      { kind: 'name', among, mostlyNew: options.mostlyNew, input: 'text', parse: words, write: quoted },
      options,
    ),

  /** One token as it was typed. */
  word: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>('name', { kind: 'word', input: 'text', parse: words, write: quoted }, options),

  /** The id of what a button is for: people never type it, so it is not said. */
  id: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>(
      'name',
      { kind: 'named', unsaid: true, input: 'text', parse: words, write: () => '' },
      options,
    ),

  /** A text: all words that nothing else took, with their marks and lines. */
  text: <R extends boolean = false>(options: Options<R> = {}) =>
    field<string, R>('note', { ...note, exact: true }, options),

  /** All words that nothing else took. */
  rest: <R extends boolean = false>(options: Options<R> = {}) => field<string, R>('note', note, options),

  /** Words beside an order: taken where they stand apart, asked about where they are only left over. */
  aside: (options: Options<false> = {}) => field<string, false>('note', { ...note, asked: true }, options),

  /** True where its label stands in the line. */
  flag: (): FieldMaker<boolean, false> => ({
    make(texts) {
      const label = inEachLanguage((_, locale) => texts[locale].label);
      return {
        kind: 'flag',
        input: 'text',
        required: false,
        ...called(texts, label),
        parse: (value) => value === true || locales.some((locale) => value === label[locale]) || undefined,
        write: (value, locale) => (value ? label[locale] : ''),
      };
    },
  }),
};

type Change<T extends Json, R extends boolean> = Partial<Omit<Field<T, R>, 'label' | 'ask' | 'example'>>;

/** The same field, otherwise in what is given. */
export function changed<T extends Json, R extends boolean>(
  field: FieldMaker<T, R>,
  change: Change<T, R> | ((texts: ByLanguage<FieldTexts>) => Change<T, R>),
): FieldMaker<T, R> {
  return {
    make: (texts) => ({ ...field.make(texts), ...(typeof change === 'function' ? change(texts) : change) }),
  };
}

/** The same field, taken only where it is called by one of its names: `代理=韩梅` ("deputy=Han Mei"). */
export function named<T extends Json, R extends boolean>(field: FieldMaker<T, R>): FieldMaker<T, R> {
  return changed(field, (texts) => ({
    kind: 'named',
    piece: undefined,
    words: locales.flatMap((locale) => texts[locale].names ?? []),
  }));
}

/** The same field in a text of several sentences: taken by `=` alone, and written back with its name. */
export function namedInText<R extends boolean>(field: FieldMaker<string, R>): FieldMaker<string, R> {
  return changed(named(field), (texts) => ({
    equals: true,
    write: (value, locale) => `${nameIn(texts, locale)}=${quoted(value)}`,
  }));
}

/** `2026-12-03T15:00` as people type it; words that no date was read from stay as they are. */
const momentWords = (value: string): string => value.replace(/(?<=\d)T(?=\d)/, ' ');

/** The same field, holding a code that nobody else may learn and that is stored nowhere. */
export const secret = <T extends Json, R extends boolean>(field: FieldMaker<T, R>): FieldMaker<T, R> =>
  changed(field, { secret: true });

/** The usual name of a named field. */
export const nameIn = (texts: ByLanguage<FieldTexts>, locale: Locale): string =>
  texts[locale].names?.[0] ?? texts[locale].label;

/** The same field, taken from wherever it can be read; before those that take any word. */
export function found<T extends Json, R extends boolean>(
  field: FieldMaker<T, R>,
  change: Change<T, R> = {},
): FieldMaker<T, R> {
  return changed(field, { ...change, kind: 'word', piece: undefined, finds: true });
}

/** Of a personal answer: the id of the group with which it is shared; a button says it, people never type it. */
export const shareField = changed(f.id(), { kind: 'named', words: [] });
