import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** From the package's root, since benchmarks run what is compiled elsewhere. */
const folder = join(process.cwd(), 'tests/support/dingtalk/fixtures');

/**
 * A payload as the documents show it (dingtalk.md, sections 2, 3 and 6), one situation a file, with other values for
 * its fields. A field that the recording does not have cannot be set.
 */
export function like(name: string, changes: JsonObject): JsonObject {
  const recorded = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as JsonObject;
  for (const field of Object.keys(changes))
    if (!(field in recorded)) throw new Error(`${name}.json has no field ${field}`);
  return { ...recorded, ...changes };
}

/** The same without some fields. */
export function without(payload: JsonObject, ...fields: string[]): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([field]) => !fields.includes(field)));
}
