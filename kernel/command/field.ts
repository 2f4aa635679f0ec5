import type { ByLanguage, Locale } from '../../texts/languages.js';
import type { FieldTexts } from '../../texts/shape/command-texts.js';
import type { Json } from '../card/card.js';
import type { Piece, ReadAt } from '../pieces/scan.js';
import type { SpokenChoice } from './choices.js';

/**
 * A field of a command: what it is called, which words it takes, and how its value is read, checked and
 * written back as words. A value in a call is either already read (a button's) or still words (a person's);
 * `parse` takes both, so typing, tapping and forms meet here.
 */
export interface Field<T extends Json = Json, R extends boolean = boolean> {
  kind: 'piece' | 'lookup' | 'name' | 'rest' | 'word' | 'flag' | 'named';
  /** What a named one is called in a line: `预算负责人=王总` ("budget owner=Mr Wang"). */
  words?: string[];
  /** A named one that needs no sign after its name: `冲刺 360万` ("stretch 3.6m"). */
  bare?: boolean;
  /** A named one that only `=` makes one: a colon after its name is part of the text it stands in. */
  equals?: boolean;
  /** Words that stay as they were said, with their marks and lines. */
  exact?: boolean;
  /** Takes the first word, or two, that it can read, wherever it stands. */
  finds?: boolean;
  /** The most words it takes at once, two if it does not say. */
  longest?: number;
  /** Reads the head of a word as well, where the rest looks so: `拜访20次` ("20 visits"), `7月50万` ("July 500k"). */
  glued?: RegExp;
  /** Loose words are asked about before it takes them; words that stand apart are taken: `, they agreed`. */
  asked?: boolean;
  /** The lookup whose names a 'name' may be, though a new one is as good. */
  among?: string;
  /** The name is mostly a new one: a known name of one word is no reason to end there. */
  mostlyNew?: boolean;
  /** What a button is for, such as an id: people neither type it nor see it in a form. */
  unsaid?: boolean;
  /** A code that nobody else may learn: it is stored nowhere, neither with the card nor with the answer. */
  secret?: boolean;
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
  choices?: SpokenChoice[];
  /** Takes all pieces of its kind, not only the first. */
  many?: boolean;
  /** Words to value, or undefined where they are not of this kind. */
  parse(value: Json, at: ReadAt): T | undefined;
  /** Value to the words a person would type. */
  write(value: T, locale: Locale): string;
}

export type Fields = Record<string, Field>;

/** Makes a field, once it is known what the languages call it. */
export interface FieldMaker<T extends Json = Json, R extends boolean = boolean> {
  make(texts: ByLanguage<FieldTexts>): Field<T, R>;
}

export type FieldMakers = Record<string, FieldMaker>;

type Required<F extends FieldMakers> = {
  [K in keyof F]: F[K] extends FieldMaker<Json, true> ? K : never;
}[keyof F];
type ValueOf<F> = F extends FieldMaker<infer T, boolean> ? T : never;

/** What `run` receives: required fields are there, the others may be undefined. */
export type InputOf<F extends FieldMakers> = { [K in Required<F>]: ValueOf<F[K]> } & {
  [K in Exclude<keyof F, Required<F>>]?: ValueOf<F[K]>;
};
