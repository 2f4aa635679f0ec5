import { elementsIn } from '../block-kit/across.js';
import { randomHex } from '../ids.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import { escapeText, storedMrkdwn, storedPlain } from '../text/entities.js';

/** Blocks with the ids that Slack makes up where the app gave none. */
export function withIds(blocks: JsonObject[]): JsonObject[] {
  return blocks.map((block) => {
    const named: JsonObject = structuredClone({ block_id: randomHex(5), ...block });
    for (const element of elementsIn(named)) element.action_id ??= randomHex(5);
    return named;
  });
}

/**
 * Blocks as Slack sends them back: bare `& < >` are entities, even inside plain_text (slackapi/bolt-python#513),
 * and the defaults of text objects are filled in.
 */
export function echoed<T extends Json>(value: T): T {
  return echo(value) as T;
}

function echo(value: Json): Json {
  if (Array.isArray(value)) return value.map(echo);
  if (!isObject(value)) return value;
  if (value.type === 'plain_text' && typeof value.text === 'string')
    return { emoji: true, ...value, text: storedPlain(value.text) };
  if (value.type === 'mrkdwn' && typeof value.text === 'string')
    return { verbatim: false, ...value, text: storedMrkdwn(value.text) };
  // Leaves of rich text are not parsed, so that every character of theirs is escaped.
  if (value.type === 'text' && typeof value.text === 'string')
    return { ...value, text: escapeText(value.text) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, echo(inner)]));
}
