import type { Action, Card, CardNode, Loss, Rendered } from '../../../kernel/card/card.js';
import { fieldLine, linkLine, tableLines, typedReplies } from '../../../kernel/render/lines.js';
import { LossList } from '../../../kernel/render/losses.js';
import { type MarkdownContext, type MarkdownPart, packParts } from '../../../kernel/render/markdown.js';
import { splitText } from '../../../kernel/render/split-text.js';
import { isBlank } from '../../../kernel/render/text-width.js';
import { tonedTitle } from '../../../kernel/render/toned-title.js';
import { textsIn } from '../../../texts/languages.js';
import { textDialect } from './limits.js';
import type { DingtalkMessage } from './messages.js';
import { type DingtalkDrawOptions, toneLoss, withRowsNamed } from './parts.js';

/** The card where nothing but text gets through: lines, and a numbered list of what can be typed. */
export function renderText(given: Card, options: DingtalkDrawOptions): Rendered<DingtalkMessage> {
  const card = withRowsNamed(given, options.locale);
  const losses = new LossList();
  const context: MarkdownContext = { ...options, losses, dialect: textDialect };
  toneLoss(card, losses);
  const number = counter();
  const parts = [
    ...plainParts([tonedTitle(card)], 'title', context),
    ...plainParts([card.subtitle ?? ''], 'subtitle', context).map((part) => ({ ...part, line: true })),
    ...card.nodes.flatMap((node) => writeNode(node, context, number)),
  ];
  const texts = packParts(parts, context);
  if (texts.length === 0) texts.push(textsIn(options.locale).reply.blank);
  return { messages: texts.map((content) => ({ type: 'text', content })), losses: losses.list() };
}

function counter(): () => number {
  let last = 0;
  return () => ++last;
}

function writeNode(node: CardNode, context: MarkdownContext, number: () => number): MarkdownPart[] {
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
        .flatMap((action) => writeAction(action, context, number))
        .map((part, at) => (at === 0 ? { ...part, line: false } : part));
  }
}

function writeAction(action: Action, context: MarkdownContext, number: () => number): MarkdownPart[] {
  const { losses, locale, say } = context;
  if (action.kind === 'link') {
    losses.add('link', 'as text');
    return plainParts([linkLine(action, locale)], 'link', context);
  }
  const what = action.kind === 'select' ? 'select' : 'actions';
  const { heading, lines } = typedReplies(action, say, locale);
  losses.add(what, lines.length > 0 ? 'as typed replies' : 'as text');
  return [
    ...plainParts([heading], what, context),
    ...plainParts(
      lines.map((line) => `${number()}. ${line}`),
      what,
      context,
    ).map((part) => ({ ...part, line: true })),
  ];
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
