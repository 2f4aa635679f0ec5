import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Json, type JsonObject, objectOf } from './json.js';

/** From the package's root, since the benchmarks run what is compiled elsewhere. */
const folder = join(process.cwd(), 'tests/support/slack/fixtures');
const texts = new Map<string, string>();

/**
 * A fresh copy of one recorded-style payload: one situation per file, written from the documents that slack.md
 * names and from the samples of slackapi/java-slack-sdk and slackapi/bolt-python; every id in it is made up.
 */
export function fixture(name: string): JsonObject {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(join(folder, `${name}.json`), 'utf8');
    texts.set(name, text);
  }
  return JSON.parse(text) as JsonObject;
}

/** Stands for a value that replaces the recorded one whatever its inner form: blocks, state, actions. */
export class Whole {
  constructor(readonly value: Json) {}
}

export const whole = (value: Json): Whole => new Whole(value);

class Absent {
  readonly isAbsent = true;
}

/** Stands for a field that this payload does not have, though the fixture shows it. */
export const absent: Absent = new Absent();

/** Other values for recorded fields; an undefined one keeps what is recorded. */
export interface Changes {
  [field: string]: Json | Whole | Changes | Absent | undefined;
}

/**
 * A payload like the recorded one. A field or a type that no fixture shows is an error, so that what the emulator
 * sends and what is recorded cannot drift apart.
 */
export function like(name: string, changes: Changes): JsonObject {
  return overlaid(fixture(name), changes, name);
}

/** The same for a part of a fixture: `partLike('message-changed', 'event.message', …)`. */
export function partLike(name: string, path: string, changes: Changes): JsonObject {
  const part = path.split('.').reduce<JsonObject>((from, field) => objectOf(from[field]), fixture(name));
  return overlaid(part, changes, `${name}.${path}`);
}

function overlaid(recorded: JsonObject, changes: Changes, where: string): JsonObject {
  const result = { ...recorded };
  for (const [field, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    const path = `${where}.${field}`;
    const old = recorded[field];
    if (old === undefined) throw new Error(`no fixture shows ${path}`);
    if (change instanceof Absent) delete result[field];
    else result[field] = replaced(old, change, path);
  }
  return result;
}

function replaced(old: Json, change: Json | Whole | Changes, path: string): Json {
  if (change instanceof Whole) return change.value;
  if (isObject(old) && isObject(change)) return overlaid(old, change as Changes, path);
  const other = kindOf(change as Json);
  if (old !== null && change !== null && kindOf(old) !== other)
    throw new Error(`${path} is recorded otherwise`);
  return change as Json;
}

const kindOf = (value: Json): string => (Array.isArray(value) ? 'array' : typeof value);
