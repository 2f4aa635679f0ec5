import { isObject, type Json, type JsonObject, stringOf } from '../json.js';
import { notifiedBy } from './mrkdwn.js';
import { notifiedByRich } from './read-rich.js';

/** Everybody that blocks notify: live tokens in mrkdwn and markdown, mentions in rich text. */
export function notifiedByBlocks(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(notifiedByBlocks);
  if (!isObject(value)) return [];
  if (value.type === 'rich_text') return notifiedByRich(value);
  if (value.type === 'mrkdwn' || value.type === 'markdown') return notifiedBy(stringOf(value.text));
  return Object.values(value).flatMap(notifiedByBlocks);
}

/** The top-level text notifies too, even where blocks are shown instead of it (slack.md, section 7). */
export function notifiedByMessage(message: {
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
}): string[] {
  const all = [
    ...notifiedBy(message.text),
    ...notifiedByBlocks(message.blocks),
    ...notifiedByBlocks(message.attachments),
  ];
  return [...new Set(all)];
}
