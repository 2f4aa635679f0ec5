import type { Card, CardNode, Link, Loss, Rendered } from '../../../kernel/card/card.js';
import { fieldLine, linkLine, tableLines } from '../../../kernel/render/lines.js';
import { LossList } from '../../../kernel/render/losses.js';
import { type MarkdownContext, type MarkdownPart, packParts } from '../../../kernel/render/markdown.js';
import { splitText } from '../../../kernel/render/split-text.js';
import { isBlank } from '../../../kernel/render/text-width.js';
import { tonedTitle } from '../../../kernel/render/toned-title.js';
import { textsIn } from '../../../texts/languages.js';
import { textDialect } from './limits.js';
import type { DingtalkMessage } from './messages.js';
import { type DingtalkDrawOptions, laidOut, toneLoss, withHidden } from './parts.js';

/** The card where nothing but text gets through: lines, the last of which tells what can be sent. */
export function renderText(given: Card, options: DingtalkDrawOptions): Rendered<DingtalkMessage> {
  const losses = new LossList();
  const context: MarkdownContext = { ...options, losses, dialect: textDialect };
  toneLoss(given, losses);
  const { card, byNumber } = laidOut(given, { buttons: 0, options: 0 }, context);
  const { nodes } = withHidden(card, new Set(), byNumber, context);
  const parts = [
    ...plainParts([tonedTitle(card)], 'title', context),
    ...plainParts([card.subtitle ?? ''], 'subtitle', context).map((part) => ({ ...part, line: true })),
    ...nodes.flatMap((node) => writeNode(node, context)),
  ];
  const texts = packParts(parts, context);
  if (texts.length === 0) texts.push(textsIn(options.locale).reply.blank);
  return { messages: texts.map((content) => ({ type: 'text', content })), losses: losses.list() };
}

function writeNode(node: CardNode, context: MarkdownContext): MarkdownPart[] {
  const { losses, locale } = context;
  switch (node.kind) {
    case 'text':
      if (!isBlank(node.text) && (node.style === 'strong' || node.style === 'quote'))
        losses.add('style', 'left out');
      return plainParts([node.text], 'text', context);
    case 'context':
      if (!isBlank(node.text)) losses.add('context', 'as ordinary text');
      return plainParts([node.text], 'context', context);
    case 'fields':
      return plainParts(
        node.items.map((item) => fieldLine(item, locale)),
        'fields',
        context,
      );
    case 'divider':
      losses.add('divider', 'left out');
      return [];
    case 'image':
      losses.add('image', 'as its description');
      return plainParts([isBlank(node.alt) ? textsIn(locale).reply.image : node.alt], 'image', context);
    case 'table': {
      const { header, rows } = tableLines(node);
      if (header !== null || rows.length > 0) losses.add('table', 'as lines');
      return plainParts([header ?? '', ...rows], 'table', context);
    }
    case 'actions':
      return node.items
        .flatMap((action) => (action.kind === 'link' ? writeLink(action, context) : []))
        .map((part, at) => (at === 0 ? { ...part, line: false } : part));
  }
}

function writeLink(link: Link, context: MarkdownContext): MarkdownPart[] {
  context.losses.add('link', 'as text');
  return plainParts([linkLine(link, context.locale)], 'link', context);
}

/** Lines below each other, cut where a message would be too long. */
function plainParts(
  lines: string[],
  what: Loss['what'],
  { dialect, losses }: MarkdownContext,
): MarkdownPart[] {
  return lines
    .filter((line) => !isBlank(line))
    .flatMap((line) => {
      const pieces = splitText(line, (piece) => dialect.size(piece) <= dialect.max);
      if (pieces.length > 1) losses.add(what, 'in several parts');
      return pieces;
    })
    .map((body, at) => ({ what, body, line: at > 0 }));
}
