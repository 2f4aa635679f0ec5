import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const line = z.strictObject({
  /** A person of the company. */
  who: z.string(),
  /** The group; absent in the person's private chat. */
  in: z.string().optional(),
  /** A whole message, perhaps of several lines. */
  says: z.string().optional(),
  /** A button of their last answer whose label holds one of these words. */
  taps: z.array(z.string()).optional(),
  /** All that is written because of it, in any order; 'any' where more than one outcome is right. */
  writes: z.union([z.array(z.string()), z.literal('any')]),
  sees: z.array(z.string()).optional(),
  misses: z.array(z.string()).optional(),
  note: z.string().optional(),
  /** Known to be answered otherwise so far. */
  fails: z.boolean().optional(),
});

const conversation = z.strictObject({ title: z.string(), lines: z.array(line) });

export type Line = z.infer<typeof line>;
export type Conversation = z.infer<typeof conversation>;

/** Reads the conversations of a file. */
export const conversationsIn = (path: string): Conversation[] =>
  z.array(conversation).parse(parse(readFileSync(path, 'utf8')));
