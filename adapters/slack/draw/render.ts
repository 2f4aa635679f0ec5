import type { Card, CardNode, Picture, Rendered, Say } from '../../../kernel/card/card.js';
import { fieldLine, tableLines } from '../../../kernel/render/lines.js';
import { LossList } from '../../../kernel/render/losses.js';
import { withNamedRows } from '../../../kernel/render/named-rows.js';
import { isBlank, oneLine } from '../../../kernel/render/text-width.js';
import { tonedTitle } from '../../../kernel/render/toned-title.js';
import { webUrl } from '../../../kernel/render/web-url.js';
import type { Locale } from '../../../texts/languages.js';
import { textsIn } from '../../../texts/languages.js';
import { type ActionDraft, actionDrafts, plainDrafts, richDrafts, type SlackContext } from './actions.js';
import type { Mrkdwn, PlainText, SlackMessage } from './blocks.js';
import { slackLimits } from './limits.js';
import { packMessages } from './pack.js';
import { tableBlock } from './table.js';
import { escapedLength, escapeText, fieldText, plain, splitEscaped } from './text.js';

export interface SlackDrawOptions {
  say: Say;
  locale: Locale;
  /** The id of the file that a chart was uploaded as; without one its description is shown. */
  picture?: Picture;
  /** Where it will stand, if not in a message: neither a window nor the Home tab knows tables. */
  surface?: 'home' | 'modal';
}

/** Draws a card in Block Kit, within every limit of https://docs.slack.dev/reference/block-kit/blocks. */
export function renderSlack(given: Card, options: SlackDrawOptions): Rendered<SlackMessage> {
  const card = withNamedRows(given);
  const losses = new LossList();
  const context: SlackContext & SlackDrawOptions = { ...options, losses };
  if (card.tone !== 'neutral') losses.add('tone', 'as a coloured mark');
  const title = tonedTitle(card);
  const drafts = [
    ...titleDrafts(title, losses),
    ...contextDrafts(card.subtitle ?? '', 'subtitle', losses),
    ...card.nodes.flatMap((node) => nodeDrafts(node, context)),
  ];
  const blank = textsIn(options.locale).reply.blank;
  if (drafts.length === 0) drafts.push(...plainDrafts(blank, 'title'));
  const [notification = blank] = splitEscaped(title, slackLimits.notification);
  return { messages: packMessages(drafts, escapeText(notification), losses), losses: losses.list() };
}

function titleDrafts(title: string, losses: LossList): ActionDraft[] {
  if (title === '') return [];
  if (escapedLength(title) <= slackLimits.header)
    return [{ what: 'title', body: { type: 'header', text: plain(title) } }];
  losses.add('title', 'as bold text');
  return richDrafts(title, 'title', 'strong');
}

function contextDrafts(text: string, what: 'subtitle' | 'context', losses: LossList): ActionDraft[] {
  const pieces = splitEscaped(text, slackLimits.contextText);
  if (pieces.length > 1) losses.add(what, 'in several parts');
  return pieces.map((piece) => ({ what, body: { type: 'context', elements: [plain(piece)] } }));
}

function nodeDrafts(node: CardNode, context: SlackContext & SlackDrawOptions): ActionDraft[] {
  const { losses } = context;
  switch (node.kind) {
    case 'text': {
      const styled = node.style === 'strong' || node.style === 'quote' ? node.style : null;
      const drafts = styled ? richDrafts(node.text, 'text', styled) : plainDrafts(node.text, 'text');
      if (drafts.length > 1) losses.add('text', 'in several parts');
      return drafts;
    }
    case 'context':
      return contextDrafts(node.text, 'context', losses);
    case 'divider':
      return [{ what: 'divider', body: { type: 'divider' } }];
    case 'fields':
      return fieldDrafts(node.items, context);
    case 'table': {
      const block = context.surface ? null : tableBlock(node);
      if (block) return [{ what: 'table', body: block }];
      const { header, rows } = tableLines(node);
      if (header === null && rows.length === 0) return [];
      losses.add('table', 'as lines');
      return [
        ...richDrafts(header ?? '', 'table', 'strong'),
        ...plainDrafts(rows.map((row) => `• ${row}`).join('\n'), 'table'),
      ];
    }
    case 'image':
      return imageDrafts(node, context);
    case 'actions':
      return actionDrafts(node.items, context);
  }
}

function fieldDrafts(
  items: { label: string; value: string }[],
  { losses, locale }: SlackContext,
): ActionDraft[] {
  const drafts: ActionDraft[] = [];
  let group: (PlainText | Mrkdwn)[] = [];
  const flush = () => {
    if (group.length > 0) drafts.push({ what: 'fields', body: { type: 'section', fields: group } });
    group = [];
  };
  for (const item of items) {
    if (isBlank(item.label) && isBlank(item.value)) continue;
    const value = isBlank(item.value) ? textsIn(locale).reply.blank : item.value;
    const field = fieldText(item.label, value);
    if (field.text.length > slackLimits.fieldText) {
      flush();
      losses.add('fields', 'as text');
      drafts.push(...plainDrafts(fieldLine(item, locale), 'fields'));
      continue;
    }
    group.push(field);
    if (group.length === slackLimits.fields) flush();
  }
  flush();
  return drafts;
}

function imageDrafts(
  node: Extract<CardNode, { kind: 'image' }>,
  { losses, locale, picture }: SlackContext & SlackDrawOptions,
): ActionDraft[] {
  const source = 'chart' in node ? fileOf(picture?.(node.chart)) : addressOf(node.url);
  const alt = isBlank(node.alt) ? textsIn(locale).reply.image : oneLine(node.alt);
  if (source === null) {
    losses.add('image', 'as its description');
    return plainDrafts(alt, 'image');
  }
  const [first = '', ...more] = splitEscaped(alt, slackLimits.altText);
  const draft = (alt_text: string): ActionDraft => ({
    what: 'image',
    body: { type: 'image', ...source, alt_text },
  });
  if (more.length === 0) return [draft(first)];
  losses.add('image', 'description as text');
  return [draft(textsIn(locale).reply.image), ...plainDrafts(alt, 'image')];
}

const fileOf = (id: string | undefined) => (id === undefined ? null : { slack_file: { id } });

function addressOf(address: string): { image_url: string } | null {
  const url = webUrl(address);
  return url === null || url.length > slackLimits.url ? null : { image_url: url };
}
