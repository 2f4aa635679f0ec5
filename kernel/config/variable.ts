import { z } from 'zod';
import type { ByLanguage } from '../../texts/languages.js';

/** One variable of the environment: what it is for, what it may be, what it is when absent. */
export interface Variable {
  name: string;
  about: ByLanguage;
  /** Shown in the docs and in `.env.example`; what applies when the variable is absent or empty. */
  default?: string;
  /** Never shown, never logged. */
  secret?: boolean;
  /** A value that would pass, for the docs. */
  example?: string;
  check: z.ZodType<unknown, string>;
}

/** A variable that makes no sense unless one of others is set as well. */
export interface VariableNeed {
  when: string;
  oneOf: readonly string[];
}

/** Checked values by the name of their variable; absent ones without a default are undefined. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** The values of a list of variables, each with its own type. */
export type ValuesOf<V extends readonly Variable[]> = {
  readonly [One in V[number] as One['name']]: One extends { default: string }
    ? z.output<One['check']>
    : z.output<One['check']> | undefined;
};

export const anyWords = z.string().trim().min(1, 'must not be empty');

/** An address; `expected` says what it must be. */
export const addressLike = (pattern: RegExp, expected: string) =>
  anyWords.regex(pattern, `must be ${expected}`);

export const httpAddress = addressLike(/^https?:\/\/[^\s/]+/, 'an http(s) address');

export const positiveCount = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a number')
  .transform(Number)
  .refine((value) => value > 0, 'must be more than 0');
