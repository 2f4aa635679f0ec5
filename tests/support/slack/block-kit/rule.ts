import { isObject, type Json, type JsonObject } from '../json.js';

/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

/** One thing wrong, in slack.com's words where those are known. */
export interface Problem {
  message: string;
  /** JSON pointer from the argument on: `/blocks/1/text/text`. */
  pointer: string;
}

/** What a rule may ask of the workspace. */
export interface Surroundings {
  surface: Surface;
  /** Whether the file is an image that is processed and that the app may see. */
  isImage(file: { id?: string; url?: string }): boolean;
}

/** Collects what is wrong. */
export class Report {
  readonly problems: Problem[] = [];

  constructor(readonly around: Surroundings) {}

  add(pointer: string, message: string): void {
    this.problems.push({ message, pointer });
  }
}

/** Checks a value at a pointer. */
export type Rule = (value: Json, at: string, report: Report) => void;

export interface Lengths {
  min?: number;
  max?: number;
}

/** A text; an empty one is refused unless a minimum of none is stated. */
export const string =
  ({ min = 1, max }: Lengths = {}, form?: { pattern: RegExp; name: string }): Rule =>
  (value, at, report) => {
    if (typeof value !== 'string') return report.add(at, 'must be a string');
    if (value.length < min) report.add(at, `must be more than ${min - 1} characters`);
    else if (max !== undefined && value.length > max)
      report.add(at, `must be less than ${max + 1} characters`);
    else if (form && !form.pattern.test(value)) report.add(at, `must be a valid ${form.name}`);
  };

export const oneOf =
  (...allowed: (string | number)[]): Rule =>
  (value, at, report) => {
    if (!allowed.includes(value as string)) report.add(at, `must be one of: ${allowed.join(', ')}`);
  };

export const boolean: Rule = (value, at, report) => {
  if (typeof value !== 'boolean') report.add(at, 'must be a boolean');
};

export const number =
  ({ min, max, whole = true }: { min?: number; max?: number; whole?: boolean } = {}): Rule =>
  (value, at, report) => {
    if (typeof value !== 'number' || (whole && !Number.isInteger(value)))
      return report.add(at, whole ? 'must be an integer' : 'must be a number');
    if (min !== undefined && value < min) report.add(at, `must be greater than ${min - 1}`);
    if (max !== undefined && value > max) report.add(at, `must be less than ${max + 1}`);
  };

export const list =
  (item: Rule, { min = 1, max }: Lengths = {}): Rule =>
  (value, at, report) => {
    if (!Array.isArray(value)) return report.add(at, 'must provide an array');
    if (value.length < min) report.add(at, `no fewer than ${min} items allowed`);
    if (max !== undefined && value.length > max) report.add(at, `no more than ${max} items allowed`);
    for (const [index, one] of value.entries()) item(one, `${at}/${index}`, report);
  };

export interface Fields {
  required?: Record<string, Rule>;
  optional?: Record<string, Rule>;
  /** What a single field cannot tell. */
  also?: (object: JsonObject, at: string, report: Report) => void;
}

/** An object with these fields and no other: unknown ones are refused (slack.md, section 6). */
export const object =
  ({ required = {}, optional = {}, also }: Fields): Rule =>
  (value, at, report) => {
    if (!isObject(value)) return report.add(at, 'must provide an object');
    for (const field of Object.keys(required))
      if (value[field] === undefined) report.add(at, `missing required field: ${field}`);
    for (const [field, inner] of Object.entries(value)) {
      const rule = required[field] ?? optional[field];
      if (rule) rule(inner, `${at}/${field}`, report);
      else report.add(at, `invalid additional property: ${field}`);
    }
    also?.(value, at, report);
  };

/** One of several shapes, told apart by `type`. */
export const tagged =
  (shapes: Record<string, Rule>): Rule =>
  (value, at, report) => {
    if (!isObject(value)) return report.add(at, 'must provide an object');
    if (value.type === undefined) return report.add(at, 'missing required field: type');
    const shape = typeof value.type === 'string' ? shapes[value.type] : undefined;
    if (shape) shape(value, at, report);
    else report.add(`${at}/type`, `unsupported type: ${String(value.type)}`);
  };

/** Puts Slack's own line above what is wrong inside, as its answers do (rtCamp/frappe-slack-connector#54). */
export const matching =
  (rule: Rule): Rule =>
  (value, at, report) => {
    const inner = new Report(report.around);
    rule(value, at, inner);
    if (inner.problems.length === 0) return;
    report.add(at, 'failed to match all allowed schemas');
    for (const problem of inner.problems) report.add(problem.pointer, problem.message);
  };

/** Anything: what the documents leave open. */
export const anything: Rule = () => undefined;
