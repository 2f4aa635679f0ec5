import type { IncomingHttpHeaders } from 'node:http';
import { isObject, type Json, type JsonObject, parsed } from '../json.js';

/**
 * Arguments of a call: form fields or a JSON body; structured ones are JSON inside a form field
 * (https://docs.slack.dev/apis/web-api/#basics).
 */
export class Args {
  constructor(readonly values: JsonObject) {}

  has(name: string): boolean {
    const value = this.values[name];
    return value !== undefined && value !== null && value !== '';
  }

  /** As text, whatever it was sent as. */
  text(name: string): string {
    const value = this.values[name];
    return value === undefined || value === null || isObject(value) || Array.isArray(value)
      ? ''
      : String(value);
  }

  flag(name: string): boolean {
    return ['true', '1'].includes(this.text(name));
  }

  number(name: string, otherwise: number): number {
    const value = Number(this.text(name) || Number.NaN);
    return Number.isFinite(value) ? value : otherwise;
  }

  /** A structured argument; undefined where it is missing, `malformed` where it is no JSON. */
  json(name: string): Json | undefined | typeof malformed {
    const value = this.values[name];
    if (!this.has(name)) return undefined;
    if (typeof value !== 'string') return value;
    return parsed(value) ?? malformed;
  }
}

export const malformed = Symbol('no JSON');

/** Reads a request body by its content type; methods that do not take JSON do not see such a body. */
export function argsOf(
  body: Buffer,
  headers: IncomingHttpHeaders,
  takesJson: boolean,
  query: URLSearchParams,
): Args {
  const type = headers['content-type'] ?? '';
  const asked = Object.fromEntries(query);
  if (type.startsWith('application/json')) {
    const value = takesJson ? parsed(body.toString('utf8')) : undefined;
    return new Args({ ...asked, ...(isObject(value) ? value : {}) });
  }
  return new Args({ ...asked, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) });
}
