import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Call } from '../card/card.js';
import { utf8Bytes } from './text-width.js';

const schema = z.object({ command: z.string(), input: z.record(z.string(), z.json()) });

/** No code of a call begins so: codes are JSON. */
const tokenSign = '~';

/** The command of a call that stands for one kept under a token. */
const keptCommand = 'kept';

/**
 * Encodes a call as the short text that a button carries. `distinct` (from 2 up) makes codes of equal calls
 * differ, for platforms that require it; decoding ignores it.
 */
export function encodeCall(call: Call, distinct = 1): string {
  const { command, input } = call;
  return JSON.stringify(distinct > 1 ? { command, input, n: distinct } : { command, input });
}

/** The call's code, or its token where the code has more bytes than a control carries. */
export function encodeCallWithin(call: Call, mostBytes: number, distinct = 1): string {
  const code = encodeCall(call, distinct);
  if (utf8Bytes(code) <= mostBytes) return code;
  return distinct > 1 ? `${callToken(call)}.${distinct}` : callToken(call);
}

/** Stands for a call that is too long for a control: 23 characters that follow from the call. */
export function callToken(call: Call): string {
  return tokenSign + createHash('sha256').update(encodeCall(call)).digest('base64url').slice(0, 22);
}

/**
 * The call that a tapped control carries, or null if the text is not one of ours. A token becomes a call that
 * `tokenOf` knows; the wiring puts the call that was kept under it in its place.
 */
export function decodeCall(code: string): Call | null {
  if (code.startsWith(tokenSign))
    return { command: keptCommand, input: { token: code.replace(/\.\d+$/, '') } };
  try {
    const parsed = schema.safeParse(JSON.parse(code));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The token that a decoded call stands for, or undefined if it is a call by itself. */
export function tokenOf({ command, input }: Call): string | undefined {
  return command === keptCommand && typeof input.token === 'string' ? input.token : undefined;
}

/** The same as `decodeCall`, with the tokens of some calls known. */
export function decodeCallAmong(code: string, calls: readonly Call[]): Call | null {
  const decoded = decodeCall(code);
  const token = decoded && tokenOf(decoded);
  return (token && calls.find((call) => callToken(call) === token)) || decoded;
}
