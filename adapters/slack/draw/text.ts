import { splitText } from '../../../kernel/render/split-text.js';
import { isBlank } from '../../../kernel/render/text-width.js';
import type { Mrkdwn, PlainText, RichLeaf, RichText } from './blocks.js';

/** Slack decodes these three entities once, in every text object; without it `<!channel>` would notify all. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What people read of an escaped text. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export const plain = (text: string): PlainText => ({
  type: 'plain_text',
  text: escapeText(text),
  emoji: false,
});

/** Length as Slack may count it: after escaping, in UTF-16 units. */
export const escapedLength = (text: string): number => escapeText(text).length;

export const splitEscaped = (text: string, max: number): string[] =>
  splitText(text, (piece) => escapedLength(piece) <= max).filter((piece) => !isBlank(piece));

export const leaf = (text: string, bold = false): RichLeaf =>
  bold ? { type: 'text', text, style: { bold: true } } : { type: 'text', text };

/** Leaves of rich text are not parsed at all, so they need no escaping. */
export const rich = (
  leaves: RichLeaf[],
  type: 'rich_text_section' | 'rich_text_quote' = 'rich_text_section',
): RichText => ({
  type: 'rich_text',
  elements: [{ type, elements: leaves }],
});

/** Characters that mrkdwn gives a meaning and no escape; a colon only as part of an emoji name. */
const live = /[*_~`>]|:[\w+'-]+:/u;

/** Label over value: the label bold where both are free of mrkdwn, else both plain. */
export function fieldText(label: string, value: string): PlainText | Mrkdwn {
  if (isBlank(label)) return plain(value);
  if (live.test(label) || live.test(value) || label.includes('\n')) return plain(`${label}\n${value}`);
  return { type: 'mrkdwn', text: `*${escapeText(label.trim())}*\n${escapeText(value)}`, verbatim: true };
}
