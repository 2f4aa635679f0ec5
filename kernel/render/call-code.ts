import { z } from 'zod';
import type { Call } from '../card/card.js';

const schema = z.object({ command: z.string(), input: z.record(z.string(), z.json()) });

/**
 * Encodes a call as the short text that a button carries. `distinct` (from 2 up) makes codes of equal calls
 * differ, for platforms that require it; decoding ignores it.
 */
export function encodeCall(call: Call, distinct = 1): string {
  const { command, input } = call;
  return JSON.stringify(distinct > 1 ? { command, input, n: distinct } : { command, input });
}

/** Decodes the call of a tapped control, or null if the text is not one of ours. */
export function decodeCall(code: string): Call | null {
  try {
    const parsed = schema.safeParse(JSON.parse(code));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
