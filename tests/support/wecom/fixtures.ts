import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ack, Frame, Json, JsonObject } from './frames.js';

const folder = join(import.meta.dirname, 'fixtures');
const read = new Map<string, string>();

/** A fresh copy of a recorded-style frame or card; every id in it is made up. */
export function fixture(name: string): JsonObject {
  let text = read.get(name);
  if (text === undefined) {
    text = readFileSync(join(folder, `${name}.json`), 'utf8');
    read.set(name, text);
  }
  return JSON.parse(text) as JsonObject;
}

/** Some fields of a recorded frame, with other values. */
export interface Changes {
  [key: string]: Json | Changes | undefined;
}

/**
 * A frame like the recorded one with some values changed. A field or JSON type that was not recorded is an
 * error, so that nothing is sent which no recording shows.
 */
export function frameLike(name: string, changes: Changes): Frame {
  return overlay(fixture(name), changes, name) as unknown as Frame;
}

/** An answer like the recorded one; those to unreadable frames carry no headers. */
export function ackLike(name: string, reqId?: string, body?: JsonObject): Ack {
  const headers = reqId === undefined ? undefined : { req_id: reqId };
  const ack = overlay(fixture(name), { headers }, name) as unknown as Ack;
  return body === undefined ? ack : { ...ack, body };
}

/** The same for a part of a frame. */
export function objectLike(recorded: JsonObject, changes: Changes, where: string): JsonObject {
  return overlay(recorded, changes, where);
}

function overlay(recorded: JsonObject, changes: Changes, where: string): JsonObject {
  for (const [key, value] of Object.entries(changes)) {
    const path = `${where}.${key}`;
    if (value === undefined) continue;
    const old = recorded[key];
    if (old === undefined) throw new Error(`no recording shows ${path}`);
    recorded[key] = isObject(old) && isObject(value) ? overlay(old, value, path) : replaced(old, value, path);
  }
  return recorded;
}

function replaced(old: Json, value: Json | Changes, path: string): Json {
  if (Array.isArray(old) && Array.isArray(value)) return value.map((item) => likeAny(old, item, path));
  if (typeof old !== typeof value || isObject(old) || isObject(value)) {
    throw new Error(`recorded as another type: ${path}`);
  }
  return value as Json;
}

/** An item must look like one of those recorded. */
function likeAny(recorded: Json[], item: Json, path: string): Json {
  if (!isObject(item)) return item;
  const keys = Object.keys(item).sort().join();
  const like = recorded.find((one) => isObject(one) && Object.keys(one).sort().join() === keys);
  if (!isObject(like)) throw new Error(`no recording shows such an item: ${path}`);
  return overlay(structuredClone(like), item, path);
}

function isObject(value: Json | Changes | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
