import { z } from 'zod';
import type { Call } from '../card/card.js';

const schema = z.object({ command: z.string(), input: z.record(z.string(), z.json()) });

/**
 * A call as the short text that a platform carries in a button. `distinct` (from 2 up) makes codes of equal
 * calls differ, where a platform wants them so; it is ignored on the way back.
 */
export function encodeCall(call: Call, distinct = 1): string {
  const { command, input } = call;
  return JSON.stringify(distinct > 1 ? { command, input, n: distinct } : { command, input });
}

/** The call that a tapped control carries, or null if the text is not one of ours. */
export function decodeCall(code: string): Call | null {
  try {
    const parsed = schema.safeParse(JSON.parse(code));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
