import { z } from 'zod';
import { templateCard } from './card-shape.js';
import { limits, utf8Bytes } from './limits.js';
import { Refusal, Unreadable } from './refusal.js';

const feedback = z.looseObject({ id: z.string() }).optional();

export const bodies = {
  any: z.looseObject({}),
  kind: z.looseObject({ msgtype: z.string() }),
  text: z.looseObject({ text: z.looseObject({ content: z.string() }) }),
  markdown: z.looseObject({ markdown: z.looseObject({ content: z.string(), feedback }) }),
  stream: z.looseObject({
    stream: z.looseObject({
      id: z.string().min(1),
      finish: z.boolean().optional(),
      content: z.string().optional(),
      msg_item: z.array(z.unknown()).optional(),
      feedback,
    }),
  }),
  card: z.looseObject({ template_card: templateCard }),
  /** Below the name of its kind. */
  media: z.looseObject({ media_id: z.string() }),
  target: z.looseObject({ chatid: z.string().optional(), chat_type: z.number().optional() }),
  update: z.looseObject({
    response_type: z.string(),
    userids: z.array(z.string()).optional(),
    template_card: templateCard,
  }),
  uploadInit: z.looseObject({
    type: z.string(),
    filename: z.string(),
    total_size: z.number(),
    total_chunks: z.number(),
    md5: z.string().optional(),
  }),
  uploadChunk: z.looseObject({ upload_id: z.string(), chunk_index: z.number(), base64_data: z.string() }),
  uploadFinish: z.looseObject({ upload_id: z.string() }),
  subscribe: z.looseObject({ bot_id: z.string(), secret: z.string() }),
};

/** The body as the server reads it; words of the refusal as recorded for a missing media_id. */
export function read<T>(schema: z.ZodType<T>, body: unknown, where = 'body'): T {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = [where, ...(issue?.path ?? [])].join('.');
  const missing = issue?.path.reduce<unknown>(step, body ?? {}) === undefined;
  throw new Unreadable(missing ? `missing field \`${path}\`` : `invalid type of field \`${path}\``);
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** At most so many bytes; wecom.md, section 7. */
export function checkContent(content: string): void {
  if (utf8Bytes(content) > limits.contentBytes) throw new Refusal(45002);
}

export function checkFeedback(given: { id: string } | undefined): void {
  const bytes = utf8Bytes(given?.id ?? '');
  if (bytes > limits.feedbackIdBytes) throw new Refusal(40058, 'invalid feedback.id');
}

/** Nothing to see: blanks and characters without width only. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}\p{Z}]*$/u.test(text);
}
