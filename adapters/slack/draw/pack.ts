import { createHash } from 'node:crypto';
import type { LossList } from '../../../kernel/render/losses.js';
import type { ActionDraft } from './actions.js';
import type { Block, SlackMessage } from './blocks.js';
import { slackLimits } from './limits.js';

/** Puts blocks into as few messages as Slack's limits allow, in order; tells what went to a further one. */
export function packMessages(drafts: ActionDraft[], notification: string, losses: LossList): SlackMessage[] {
  const messages: ActionDraft[][] = [[]];
  let size = notification.length;
  for (const draft of drafts) {
    const added = textSize(draft.body);
    const current = messages[messages.length - 1] as ActionDraft[];
    const full =
      current.length === slackLimits.blocks ||
      size + added > slackLimits.messageText ||
      (draft.body.type === 'table' && current.some(({ body }) => body.type === 'table'));
    if (full && current.length > 0) {
      const heading = headingOf(current);
      for (const moved of heading) losses.add(moved.what, `in message ${messages.length + 1}`);
      messages.push([...heading, draft]);
      size = [...heading, draft].reduce((sum, { body }) => sum + textSize(body), notification.length);
    } else {
      current.push(draft);
      size += added;
    }
    if (messages.length > 1) losses.add(draft.what, `in message ${messages.length}`);
  }
  return messages.map((group) => ({ text: notification, blocks: group.map(withId) }));
}

/** Takes a short bold line off the end: it announces what comes next and goes with it. */
function headingOf(drafts: ActionDraft[]): ActionDraft[] {
  const last = drafts.at(-1);
  const isHeading =
    drafts.length > 1 && last?.body.type === 'rich_text' && textSize(last.body) <= slackLimits.header;
  return isHeading ? drafts.splice(-1) : [];
}

/** The id follows the content, so that a redrawn block is a new one for clients that keep its state. */
function withId({ body }: ActionDraft, at: number): Block {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 12);
  return { ...body, block_id: `${at}-${hash}` };
}

const counted = new Set(['text', 'value', 'url', 'image_url', 'alt_text']);

/** Characters of everything in a block that people wrote or that Slack may count. */
function textSize(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (typeof inner === 'string' && counted.has(key) ? inner.length : textSize(inner)),
    0,
  );
}
