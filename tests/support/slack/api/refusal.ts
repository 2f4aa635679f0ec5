import type { Problem } from '../block-kit/rule.js';
import { asLine } from '../block-kit/validate.js';
import type { JsonObject } from '../json.js';

/** An answer with `ok: false`. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly details: JsonObject = {},
  ) {
    super(code);
  }
}

/** Where blocks are wrong (adobe/spacecat-api-service#176): each problem as a line, in two places. */
export function invalidBlocks(problems: Problem[], code = 'invalid_blocks'): Refusal {
  const lines = problems.map(asLine);
  return new Refusal(code, {
    errors: lines,
    response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
  });
}

/** Where an argument is wrong (rtCamp/frappe-slack-connector#54). */
export const invalidArguments = (...lines: string[]): Refusal =>
  new Refusal('invalid_arguments', {
    response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
  });

export const missingScope = (needed: string, provided: Iterable<string>): Refusal =>
  new Refusal('missing_scope', { needed, provided: [...provided].join(',') });
