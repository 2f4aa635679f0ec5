import type { Call } from '../card/card.js';
import type { Choice } from './command.js';

/**
 * The five classes of error a person can meet. Each carries words ready to be shown, in the speaker's
 * language; anything else that is thrown is a bug and gets an incident number.
 */
export class InputError extends Error {
  override name = 'InputError';
  constructor(
    /** Which field is wrong; null where the whole line is. */
    readonly field: string | null,
    message: string,
    /** A line that would have worked. */
    readonly example?: string,
    /** What the speaker may have meant instead, offered as a button. */
    readonly instead?: { label: string; call: Call },
  ) {
    super(message);
  }
}

/** Nothing is wrong, but something is still needed to go on; `field` is what the next answer fills. */
export class MissingError extends InputError {
  override name = 'MissingError';
  constructor(
    field: string,
    message: string,
    example?: string,
    /** What the answer most likely is; any other may be said as well. */
    readonly offers: readonly Choice[] = [],
  ) {
    super(field, message, example);
  }
}

/** The process forbids it; `next` is the legal step, offered as a button. */
export class RuleError extends Error {
  override name = 'RuleError';
  constructor(
    message: string,
    readonly next?: { label: string; call: Call },
  ) {
    super(message);
  }
}

/** The speaker may not; the message says who may. */
export class DeniedError extends Error {
  override name = 'DeniedError';
}

/** Nothing is wrong but the moment; the same act may be tried again. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/**
 * The words fit several things, or something like them: the person picks one with a tap, and the rest of the
 * sentence is kept.
 */
export class ChooseError extends Error {
  override name = 'ChooseError';
  constructor(
    readonly field: string,
    message: string,
    readonly options: { label: string; value: string }[],
    /** The field's own words, e.g. '花为'. */
    readonly words: string,
  ) {
    super(message);
  }
}

/** The version the tap carried is gone: the answer is the record's present card and who changed it. */
export class StaleError extends Error {
  override name = 'StaleError';
  constructor(
    /** 'D-12'. */
    readonly record: string,
  ) {
    super(`${record} has changed`);
  }
}

export type ErrorClass = 'input' | 'rule' | 'denied' | 'busy' | 'bug';

export function errorClass(error: unknown): ErrorClass {
  if (error instanceof InputError || error instanceof ChooseError) return 'input';
  if (error instanceof RuleError || error instanceof StaleError) return 'rule';
  if (error instanceof DeniedError) return 'denied';
  return error instanceof BusyError ? 'busy' : 'bug';
}
